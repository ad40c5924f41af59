//! What stands on the page of a gathering, for its hosts: new faces.

use askama::Template;

use super::{say, store};
use crate::answers::{self, Answer as Said};
use crate::database::Connection;
use crate::gatherings::{Gathering, Rights};
use crate::people;
use crate::text::Html;
use crate::web::{Failure, Language, Visit};

/// Somebody new to whom this date was named.
struct Face {
    href: String,
    name: String,
    note: String,
    coming: bool,
}

#[derive(Template)]
#[template(path = "newcomers/pages/faces.html")]
struct Faces {
    language: Language,
    faces: Vec<Face>,
}

/// Beside a gathering that is to come: to its hosts, who is new and may come, with what they let be known.
pub async fn beside_gathering(
    db: &mut Connection,
    visit: &Visit,
    gathering: &Gathering,
    rights: Rights,
) -> Result<Html, Failure> {
    if !rights.is_host() || gathering.is_over(visit.now) || gathering.is_cancelled() {
        return Ok(Html::default());
    }
    let expected = store::expected(db, gathering.id).await?;
    if expected.is_empty() {
        return Ok(Html::default());
    }
    let said = answers::said(db, gathering.id).await?;
    let ids: Vec<_> = expected.iter().filter_map(|newcomer| newcomer.person_id).collect();
    let cards = people::cards_of(db, &ids).await?;
    let mut faces = Vec::new();
    for newcomer in expected {
        let Some(card) = cards.iter().find(|card| Some(card.id) == newcomer.person_id) else { continue };
        // Who said that they cannot come is not expected.
        let answer = said.iter().find(|said| said.person_id == card.id).map(|said| said.answer);
        if answer == Some(Said::No) {
            continue;
        }
        let told = say::told(db, visit.language, &newcomer.five()).await?;
        faces.push(Face {
            href: format!("/people/{}", card.id),
            name: card.name.clone(),
            note: told.into_iter().map(|(_, said)| said).collect::<Vec<_>>().join(" · "),
            coming: answer == Some(Said::Yes),
        });
    }
    if faces.is_empty() {
        return Ok(Html::default());
    }
    Ok(Html::of(&Faces { language: visit.language, faces })?)
}
