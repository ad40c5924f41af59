//! A colleague as a vCard, for the address book of whoever looks: what they may see of them, and no more.

use axum::extract::State;
use vcard::{Card, Kind, Parts, Version, Way};

use super::directory::roles_in_words;
use super::profile::{self, Field, Onlooker};
use super::store;
use crate::app::App;
use crate::ids::PersonId;
use crate::schools;
use crate::web::{Answer, Failure, Page, Path, Query, Visit, download};

/// `GET /people/{person}/card?version=`: of version 3.0, which every telephone reads, or `4`. Who has no account
/// gets what somebody made public, and is asked to sign in where there is nothing. Cards are handed on: one's own has
/// what all colleagues see. Of who has left there is none.
pub async fn card(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>, query: Query) -> Answer {
    let mut db = app.read().await?;
    let stands = profile::eyes(&mut db, visit.me.as_ref(), id).await?;
    let hidden = if stands == Onlooker::Anyone { Failure::SignIn } else { Failure::NotFound };
    let person = store::person(&mut db, id).await?.filter(|person| person.left_at.is_none());
    let Some(person) = person else { return Err(hidden) };
    let onlooker = if stands == Onlooker::Oneself { Onlooker::COLLEAGUE } else { stands };
    let whole = profile::of(&mut db, &[&person]).await?.remove(&id).unwrap_or_default();
    let seen = whole.seen_by(&onlooker);
    let known = onlooker != Onlooker::Anyone;
    if !known && seen.is_empty() {
        return Err(hidden);
    }
    let page = Page::new(&visit, "people", person.name.clone());
    let mut card = Card {
        kind: Kind::Person,
        uid: format!("urn:uuid:{id}"),
        name: person.name.clone(),
        parts: Parts::of(&person.name),
        ..Card::default()
    };
    if known {
        card.emails = vec![Way::plain(&person.email)];
        card.title = roles_in_words(&page, &store::roles(&mut db, id).await?);
        if let Some(school) = person.school_id {
            card.organisation = schools::school(&mut db, school).await?.map_or_else(String::new, |school| school.name);
        }
    }
    drop(db);
    card.links = profile::links(seen.words(Field::Links)).into_iter().map(|(address, _)| Way::plain(address)).collect();
    card.links.push(Way::plain(format!("{}/people/{id}", app.url())));
    card.categories = [Field::Skills, Field::Subjects, Field::Tools]
        .into_iter()
        .flat_map(|field| seen.tags(field).iter().map(|tag| tag.label.clone()))
        .collect();
    let asked = seen.words(Field::Ask);
    card.note = if asked.is_empty() { String::new() } else { page.say("card-ask").with("words", asked).to_string() };
    let version = if query.0.typed("version") == "4" { Version::Four } else { Version::Three };
    let file = vcard::write(&[card], version).into_bytes();
    download(&format!("{}.vcf", person.name), "text/vcard; charset=utf-8", file)
}
