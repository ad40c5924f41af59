//! What went wrong, as a page with a way onward or as RFC 9457 problem details.

use std::sync::Arc;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::{Language, Message, Problems};
use crate::database::{self, Trouble};

/// Why a request is not answered as wished.
#[derive(Debug, Clone)]
pub enum Failure {
    /// There is nothing here, or nothing this person may know of.
    NotFound,
    /// The person must sign in first.
    SignIn,
    /// The person may not, and why.
    Refused(Message),
    /// The input is wrong, field by field.
    Invalid(Problems),
    /// The key of this post was used for another one, which was done.
    Used(Message),
    /// The request cannot be read.
    Malformed(String),
    /// The body is larger than anything Klatsch takes.
    TooLarge,
    /// The address is longer than any of this house.
    LongAddress,
    /// The headers, cookies among them, are larger than any browser of good will sends.
    LargeHead,
    /// The body did not come.
    Slow,
    /// There is something here, but nothing that can be asked in this way.
    WrongMethod,
    /// It took longer than anybody waits for.
    Busy,
    /// Someone changed the thing meanwhile.
    Stale(Message),
    /// Too many attempts; again in so many seconds.
    TooMany(i64),
    /// The disk or the database is in a trouble that passes. Logged, without an id: it has a name.
    Trouble(Trouble, Arc<anyhow::Error>),
    /// Our fault. Logged once, under an id that the person sees.
    Unexpected(Arc<anyhow::Error>),
}

/// Problem details (RFC 9457).
#[derive(Debug, utoipa::ToSchema)]
#[schema(as = Problem)]
#[allow(dead_code, reason = "read by the document of the API")]
pub struct ProblemSchema {
    /// Always `about:blank`: the status says the kind.
    r#type: String,
    /// One sentence for a person, in their language.
    title: String,
    /// The HTTP status.
    status: u16,
    /// The number to name when writing about it, where it is our fault.
    #[schema(required = false)]
    instance: Option<String>,
    /// What is wrong with each field.
    #[schema(inline)]
    errors: Option<Vec<WrongFieldSchema>>,
}

/// What is wrong with a field.
#[derive(Debug, utoipa::ToSchema)]
#[schema(as = WrongField)]
#[allow(dead_code, reason = "read by the document of the API")]
pub struct WrongFieldSchema {
    /// A JSON pointer (RFC 6901); empty when it is about the whole.
    pointer: String,
    /// One sentence for a person.
    detail: String,
}

/// What a handler gives.
pub type Answer = Result<Response, Failure>;

impl Failure {
    /// A refusal with the reason of a key.
    pub fn refused(key: &'static str) -> Failure {
        Failure::Refused(Message::new(key))
    }

    /// The HTTP status (RFC 9110 section 15).
    pub fn status(&self) -> StatusCode {
        match self {
            Failure::NotFound => StatusCode::NOT_FOUND,
            Failure::SignIn => StatusCode::UNAUTHORIZED,
            Failure::Refused(_) => StatusCode::FORBIDDEN,
            Failure::Invalid(_) | Failure::Used(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Failure::Malformed(_) => StatusCode::BAD_REQUEST,
            Failure::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Failure::LongAddress => StatusCode::URI_TOO_LONG,
            Failure::LargeHead => StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
            Failure::Slow => StatusCode::REQUEST_TIMEOUT,
            Failure::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Failure::Busy | Failure::Trouble(..) => StatusCode::SERVICE_UNAVAILABLE,
            Failure::Stale(_) => StatusCode::CONFLICT,
            Failure::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Failure::Unexpected(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// After how many seconds it may go better, where that can be said.
    pub fn patience(&self) -> Option<i64> {
        match self {
            Failure::TooMany(seconds) => Some(*seconds),
            Failure::Trouble(trouble, _) => Some(trouble.patience().into()),
            Failure::Busy => Some(Trouble::Busy.patience().into()),
            _ => None,
        }
    }

    /// One sentence for the person.
    pub fn sentence(&self, language: Language) -> String {
        match self {
            Failure::NotFound => language.say("failure-not-found").to_string(),
            Failure::SignIn => language.say("failure-sign-in").to_string(),
            Failure::Refused(why) | Failure::Stale(why) | Failure::Used(why) => language.tell(why),
            Failure::Invalid(_) => language.say("failure-invalid").to_string(),
            Failure::Malformed(why) => language.say("failure-malformed").with("why", why).to_string(),
            Failure::TooLarge => language.say("failure-too-large").to_string(),
            Failure::LongAddress => language.say("failure-long-address").to_string(),
            Failure::LargeHead => language.say("failure-large-head").to_string(),
            Failure::Slow => language.say("failure-slow").to_string(),
            Failure::WrongMethod => language.say("failure-wrong-method").to_string(),
            Failure::Busy => language.say("failure-busy").to_string(),
            Failure::Trouble(trouble, _) => language.say(about(*trouble).1).to_string(),
            Failure::TooMany(seconds) => {
                language.say("failure-too-many").with("minutes", (seconds + 59) / 60).to_string()
            }
            Failure::Unexpected(_) => language.say("failure-unexpected").to_string(),
        }
    }

    /// As problem details (RFC 9457): `type`, `title`, `status`, and for each wrong field its JSON
    /// pointer (RFC 6901).
    pub fn problem(&self, language: Language, id: Option<&str>) -> Response {
        #[derive(Serialize)]
        struct Problem<'a> {
            r#type: &'static str,
            title: String,
            status: u16,
            #[serde(skip_serializing_if = "Option::is_none")]
            instance: Option<&'a str>,
            #[serde(skip_serializing_if = "Vec::is_empty")]
            errors: Vec<Wrong>,
        }
        #[derive(Serialize)]
        struct Wrong {
            pointer: String,
            detail: String,
        }
        let errors = match self {
            Failure::Invalid(problems) => problems
                .iter()
                .map(|(field, message)| Wrong {
                    pointer: if field.is_empty() {
                        String::new()
                    } else {
                        format!("/{}", field.replace('~', "~0").replace('/', "~1"))
                    },
                    detail: language.tell(message),
                })
                .collect(),
            _ => Vec::new(),
        };
        let status = self.status();
        let problem = Problem {
            r#type: "about:blank",
            title: self.sentence(language),
            status: status.as_u16(),
            instance: id,
            errors,
        };
        let body = serde_json::to_string(&problem).unwrap_or_default();
        (status, [(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"))], body).into_response()
    }
}

impl IntoResponse for Failure {
    /// The bare status, with the failure beside it: the outermost layer makes the page or the
    /// problem of it, since only there the visitor's language is known.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The title and the sentence of a trouble.
pub(super) fn about(trouble: Trouble) -> (&'static str, &'static str) {
    match trouble {
        Trouble::Full => ("trouble-title-full", "trouble-full"),
        Trouble::ReadOnly => ("trouble-title-read-only", "trouble-read-only"),
        Trouble::Gone => ("trouble-title-gone", "trouble-gone"),
        Trouble::Busy => ("trouble-title-busy", "trouble-busy"),
    }
}

impl From<database::Error> for Failure {
    fn from(error: database::Error) -> Self {
        anyhow::Error::from(error).into()
    }
}

impl From<crate::clock::NoRandomness> for Failure {
    fn from(error: crate::clock::NoRandomness) -> Self {
        Failure::Unexpected(Arc::new(error.into()))
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        match Trouble::of(&error) {
            Some(trouble) => Failure::Trouble(trouble, Arc::new(error)),
            None => Failure::Unexpected(Arc::new(error)),
        }
    }
}

impl From<Problems> for Failure {
    fn from(problems: Problems) -> Self {
        Failure::Invalid(problems)
    }
}

impl From<Message> for Failure {
    fn from(reason: Message) -> Self {
        Failure::Refused(reason)
    }
}
