//! The book on its way out: vCards, CSV, a workbook.

use std::str::FromStr;

use axum::extract::State;

use super::contact::Contact;
use super::{cards, change, sheet, store};
use crate::app::App;
use crate::ids::ContactId;
use crate::web::{Answer, Failure, Path, Query, Sheet, SheetKind, Visit, download};

/// In what form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Out {
    /// vCards.
    Cards(vcard::Version),
    /// A table.
    Sheet(SheetKind),
}

impl FromStr for Out {
    type Err = ();
    fn from_str(word: &str) -> Result<Out, ()> {
        match word {
            "vcard3" => Ok(Out::Cards(vcard::Version::Three)),
            "vcard4" => Ok(Out::Cards(vcard::Version::Four)),
            word => word.parse().map(Out::Sheet),
        }
    }
}

/// `GET /contacts/export/{form}`: vcard3, vcard4, csv, xlsx. A table holds everything; cards hold what one may
/// hand on, and the rest too with `?notes=yes`.
pub async fn book(visit: Visit, State(app): State<App>, Path(form): Path<String>, Query(query): Query) -> Answer {
    let me = visit.me()?.id;
    let out: Out = form.parse().map_err(|()| Failure::NotFound)?;
    let contacts = store::find::all(&mut *app.read().await?, me).await?;
    given(&visit, out, &contacts, query.typed("notes") == "yes").await
}

/// Contacts in a form.
pub async fn given(visit: &Visit, out: Out, contacts: &[Contact], whole: bool) -> Answer {
    let language = visit.language;
    let name = language.say("contacts-title").to_string();
    match out {
        Out::Cards(version) => file(visit, &name, contacts, version, whole),
        Out::Sheet(kind) => {
            let titles = sheet::WRITTEN.map(|(_, key)| language.say(key).to_string());
            let mut table = Sheet::begin(kind, &name, &titles)?;
            for contact in contacts {
                table.row(sheet::row(&contact.draft, language))?;
            }
            table.give().await
        }
    }
}

fn file(visit: &Visit, name: &str, contacts: &[Contact], version: vcard::Version, whole: bool) -> Answer {
    let card = |contact: &Contact| cards::card(&contact.draft, &contact.id.to_string(), whole, visit.language);
    let all: Vec<vcard::Card> = contacts.iter().map(card).collect();
    download(&format!("{name}.vcf"), "text/vcard; charset=utf-8", vcard::write(&all, version).into_bytes())
}

/// `GET /contacts/{contact}/card`: version 3.0, which every telephone reads, or `?version=4`; with what is for the
/// owner only with `?notes=yes`.
pub async fn one(visit: Visit, State(app): State<App>, Path(id): Path<ContactId>, Query(query): Query) -> Answer {
    let me = visit.me()?.id;
    let contact = change::mine(&mut *app.read().await?, me, id).await?;
    let version = if query.typed("version") == "4" { vcard::Version::Four } else { vcard::Version::Three };
    let name = contact.draft.name.replace('.', " ");
    file(&visit, &name, std::slice::from_ref(&contact), version, query.typed("notes") == "yes")
}
