//! What stands on the page of a gathering: what is wished for, and who brings it.

use std::collections::HashMap;

use askama::Template;

use super::store;
use super::treat::{Claim, Treat, is_open};
use crate::database::Connection;
use crate::gatherings::{Gathering, Rights};
use crate::ids::{GatheringId, PersonId};
use crate::people;
use crate::text::Html;
use crate::web::{Failure, Form, Input, Language, Visit};

/// A treat as people see it.
#[derive(Debug)]
pub struct Shown {
    /// The treat.
    pub treat: Treat,
    /// How many are promised.
    pub promised: i64,
    /// Who brings it, in words; nobody to those who are not signed in.
    pub who: Vec<String>,
    /// How many the visitor brings.
    pub mine: i64,
    /// Whether the visitor may take it off the list.
    pub may_remove: bool,
}

impl Shown {
    /// How many are still looked for.
    pub fn open(&self) -> i64 {
        (self.treat.wanted - self.promised).max(0)
    }
}

/// The list of a gathering: three queries.
pub async fn list(
    db: &mut Connection,
    visit: &Visit,
    gathering: GatheringId,
    host: bool,
) -> Result<Vec<Shown>, Failure> {
    let treats = store::of_gathering(db, gathering).await?;
    if treats.is_empty() {
        return Ok(Vec::new());
    }
    let claims = store::claims(db, gathering).await?;
    let me = visit.person();
    let mut names: HashMap<PersonId, String> = HashMap::new();
    if me.is_some() {
        let mut people: Vec<PersonId> = claims.iter().map(|claim| claim.person_id).collect();
        people.sort_unstable();
        people.dedup();
        names = people::cards_of(db, &people).await?.into_iter().map(|card| (card.id, card.name)).collect();
    }
    let name = |claim: &Claim| {
        let name = names.get(&claim.person_id)?;
        Some(if claim.many > 1 { format!("{name} ({})", claim.many) } else { name.clone() })
    };
    Ok(treats
        .into_iter()
        .map(|treat| {
            let of: Vec<&Claim> = claims.iter().filter(|claim| claim.treat_id == treat.id).collect();
            Shown {
                promised: of.iter().map(|claim| claim.many).sum(),
                mine: of.iter().filter(|claim| Some(claim.person_id) == me).map(|claim| claim.many).sum(),
                who: of.iter().filter_map(|claim| name(claim)).collect(),
                may_remove: host || (me == Some(treat.added_by) && of.iter().all(|claim| Some(claim.person_id) == me)),
                treat,
            }
        })
        .collect())
}

#[derive(Template)]
#[template(path = "treats/pages/part.html")]
struct Part {
    language: Language,
    gathering: GatheringId,
    treats: Vec<Shown>,
    form: Form,
    host: bool,
    /// Whether the visitor may promise something.
    open: bool,
    /// The key of the form.
    once: String,
}

/// Beside a gathering.
pub async fn beside_gathering(
    db: &mut Connection,
    visit: &Visit,
    gathering: &Gathering,
    rights: Rights,
    form: Option<Form>,
) -> Result<Html, Failure> {
    let host = rights.is_host();
    let open = rights.may_take_part().is_ok() && is_open(gathering, visit.now).is_ok();
    let treats = list(db, visit, gathering.id, host).await?;
    if treats.is_empty() && !open {
        return Ok(Html::default());
    }
    let form = form.unwrap_or_else(|| Form::new(visit.language, Input::filled([("wanted", "1".to_owned())])));
    let once = visit.chance.uuid(visit.now)?.to_string();
    Ok(Html::of(&Part { language: visit.language, gathering: gathering.id, treats, form, host, open, once })?)
}
