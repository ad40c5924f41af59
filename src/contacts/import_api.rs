//! A file of contacts taken into one's own book, as JSON: sent, looked at, taken over, taken back.

use std::collections::{BTreeMap, HashMap};
use std::str::FromStr;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Serialize;
use utoipa::ToSchema;

use super::contact::Kind;
use super::import::{Double, Read, Taken, Way};
use super::import_page::{self, proposed};
use crate::app::App;
use crate::ids::{ContactId, ContactImportId};
use crate::web::{Answer, Input, Path, Problems, Visit, json, json_with};

/// A file to send.
#[derive(ToSchema)]
#[schema(as = ContactUpload)]
#[allow(dead_code, reason = "for the document; the file is read as it comes")]
pub struct FileBody {
    /// vCards 3.0 or 4.0, or a table as CSV.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}

/// A file that was read, as it waits to be taken over.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ContactImport)]
struct ImportItem {
    id: ContactImportId,
    /// Whether it was taken over.
    taken: bool,
    /// Who would come, in the order of the file.
    contacts: Vec<ImportedItem>,
    /// Who of them may be in the book already; empty once it was taken over.
    doubles: Vec<DoubleItem>,
    /// The columns that were read of a table.
    columns: Vec<String>,
    /// What no contact has room for: properties of cards and how often, or columns.
    left_out: BTreeMap<String, usize>,
    /// Lists of cards, which are no contacts.
    groups: usize,
    /// Those who stood in the file twice and are one now.
    twice: usize,
    /// Addresses, numbers, links and categories beyond those a contact has room for.
    beyond: usize,
}

/// Somebody of a file.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportedContact)]
struct ImportedItem {
    kind: Kind,
    name: String,
    organisation: String,
    title: String,
    emails: Vec<String>,
}

/// Somebody of a file who may be in the book already.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportedDouble)]
struct DoubleItem {
    /// Which of `contacts`, from 0.
    place: usize,
    /// Who in the book.
    contact: ContactId,
    /// Their name there.
    name: String,
    /// Whether an address is the same; else the name is.
    same_email: bool,
    /// What is done where nothing else is said: `merge` or `add`.
    proposed: &'static str,
}

/// How a file is taken over.
#[derive(ToSchema)]
#[schema(as = ContactImportTake)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct TakeBody {
    /// What to do with those who may be there: the place, a colon, and `merge`, `add` or `leave`, as `0:leave`. With
    /// those who are not named, what is proposed is done.
    doubles: Option<Vec<String>>,
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ContactImportTaken)]
struct TakenItem {
    /// Contacts that are new.
    added: i64,
    /// Contacts that were there and say more now.
    merged: i64,
}

async fn shown(visit: &Visit, app: &App, id: ContactImportId, status: StatusCode) -> Answer {
    let (taken, read, doubles) = import_page::look_one(visit, app, id).await?;
    let Read { contacts, left_out, columns, groups, twice, beyond, cards: _ } = read;
    let imported = contacts.into_iter().map(|(_, draft)| ImportedItem {
        kind: draft.kind,
        name: draft.name,
        organisation: draft.organisation,
        title: draft.title,
        emails: draft.emails,
    });
    let double = |double: Double| DoubleItem {
        proposed: proposed(&double).word(),
        place: double.place,
        contact: double.id,
        name: double.name,
        same_email: double.by_email,
    };
    let contacts = imported.collect();
    let doubles = doubles.into_iter().map(double).collect();
    json_with(status, &ImportItem { id, taken, contacts, doubles, columns, left_out, groups, twice, beyond })
}

/// Sends a file of contacts to be looked at; nothing comes into the book until it is taken.
#[utoipa::path(post, path = "/api/v1/contacts/imports", operation_id = "send_contacts",
    request_body(content = FileBody, content_type = "multipart/form-data"),
    responses((status = 201, body = ImportItem), (status = 401),
              (status = 422, description = "no file, or everything that is wrong in it")))]
pub async fn send(visit: Visit, State(app): State<App>, request: Request) -> Answer {
    match import_page::read_one(&visit, &app, request).await? {
        Ok(id) => shown(&visit, &app, id, StatusCode::CREATED).await,
        Err((problems, wrong)) if wrong.is_empty() => Err(problems.into()),
        Err((_, wrong)) => {
            let mut problems = Problems::new();
            wrong.into_iter().for_each(|message| problems.add("file", message));
            Err(problems.into())
        }
    }
}

/// A file of one's own that was sent: who would come, and who may be in the book already.
#[utoipa::path(get, path = "/api/v1/contacts/imports/{id}", params(("id" = ContactImportId, Path)),
    operation_id = "contact_import",
    responses((status = 200, body = ImportItem), (status = 401), (status = 404)))]
pub async fn look(visit: Visit, State(app): State<App>, Path(id): Path<ContactImportId>) -> Answer {
    shown(&visit, &app, id, StatusCode::OK).await
}

/// A place of a file and what to do with who stands there.
struct Said(usize, Way);

impl FromStr for Said {
    type Err = ();
    fn from_str(text: &str) -> Result<Said, ()> {
        let (place, way) = text.split_once(':').ok_or(())?;
        Ok(Said(place.parse().map_err(|_| ())?, way.parse()?))
    }
}

/// Takes over a file that was looked at, whole and once.
#[utoipa::path(post, path = "/api/v1/contacts/imports/{id}/take", params(("id" = ContactImportId, Path)),
    operation_id = "take_contacts", request_body(content = Option<TakeBody>),
    responses((status = 200, body = TakenItem), (status = 401), (status = 403, description = "the book is full"),
              (status = 404), (status = 409, description = "it is taken over already"), (status = 422)))]
pub async fn take(visit: Visit, State(app): State<App>, Path(id): Path<ContactImportId>, input: Input) -> Answer {
    visit.me()?;
    let mut problems = Problems::new();
    input.only(&["doubles"], &mut problems);
    let said: Vec<Said> = input.choices("doubles", &mut problems);
    let said: HashMap<usize, Way> = problems.or(said)?.into_iter().map(|Said(place, way)| (place, way)).collect();
    let way = |double: &Double| said.get(&double.place).copied().unwrap_or_else(|| proposed(double));
    let Taken { added, merged } = import_page::take_one(&visit, &app, id, way).await?;
    json(&TakenItem { added, merged })
}

/// Takes an import back: who was new is out of the book, who was there says what they said before.
#[utoipa::path(post, path = "/api/v1/contacts/imports/{id}/undo", params(("id" = ContactImportId, Path)),
    operation_id = "undo_contact_import", responses((status = 204), (status = 401), (status = 404)))]
pub async fn undo(visit: Visit, State(app): State<App>, Path(id): Path<ContactImportId>) -> Answer {
    import_page::undo_one(&visit, &app, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
