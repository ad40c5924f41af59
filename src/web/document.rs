//! What the document of the API says of every operation, said once: how it fails.

use utoipa::openapi::path::Operation;
use utoipa::openapi::{ContentBuilder, OpenApi, Ref, RefOr, ResponseBuilder};

use super::failure::ProblemSchema;

/// Adds to each operation the failures that the house answers for it, where it does not name them itself:
/// whoever reads a path, a query or a body in one way refuses it in one way. A 500 is not among them.
pub fn with_failures(mut document: OpenApi) -> OpenApi {
    let schema = <ProblemSchema as utoipa::PartialSchema>::schema();
    document.components.get_or_insert_default().schemas.insert("Problem".to_owned(), schema);
    for (path, item) in &mut document.paths.paths {
        let operations =
            [&mut item.get, &mut item.post, &mut item.put, &mut item.patch, &mut item.delete].into_iter().flatten();
        for operation in operations {
            name(operation, path.contains('{'));
        }
    }
    document
}

fn name(operation: &mut Operation, about_one: bool) {
    let everywhere = [
        ("401", "The key does not work, or one is needed.", true),
        ("403", "The person may not, and why.", true),
        ("404", "There is no such thing, or none this person may know of.", about_one),
        ("414", "The address is too long.", true),
        ("422", "What was sent is wrong, field by field.", true),
        ("431", "The headers are too large.", true),
        ("503", "The disk or the database is in trouble: send it again after `Retry-After`, with the same key.", true),
    ];
    let with_body = [
        ("400", "The body cannot be read.", operation.request_body.is_some()),
        ("408", "The body did not come.", operation.request_body.is_some()),
        ("413", "The body is too large.", operation.request_body.is_some()),
    ];
    for (status, about, _) in everywhere.into_iter().chain(with_body).filter(|(_, _, said)| *said) {
        let known = operation.responses.responses.entry(status.to_owned());
        known.or_insert_with(|| RefOr::T(ResponseBuilder::new().description(about).build()));
    }
    // What a failure looks like is the same everywhere, but where an operation says what else it tells.
    for (status, response) in &mut operation.responses.responses {
        if let RefOr::T(response) = response
            && status.starts_with(['4', '5'])
            && response.content.is_empty()
        {
            let problem = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
            response.content.insert("application/problem+json".to_owned(), problem.into());
        }
    }
}
