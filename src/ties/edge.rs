//! A word to those on the edge: who is tied with one other or with nobody. Only the program knows who they are.

use super::picture;
use super::store;
use super::tie::school_year;
use crate::app::App;
use crate::database::Writing;
use crate::gatherings::{self, Gathering};
use crate::mail::{self, Letter};
use crate::people;
use crate::schools;
use crate::web::{Language, Visit};

/// The days between two invitations to those on the edge: nobody is to be pestered because they are quiet.
const APART: i64 = 14;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// So many got a letter.
    To(i64),
    /// Fewer than five are on the edge: it is not told whether anybody got one. They did.
    Few,
    /// Somebody invited them in the last two weeks.
    Lately,
}

/// Invites those on the edge to a gathering they may see.
pub async fn invite(db: &mut Writing, app: &App, visit: &Visit, gathering: &Gathering) -> anyhow::Result<Sent> {
    if store::last_call(db).await?.is_some_and(|last| last > visit.now.plus_days(-APART)) {
        return Ok(Sent::Lately);
    }
    let (cards, net) = picture::net_of(db, school_year(visit.today)).await?;
    let welcome = gatherings::people_of_gathering(db, gathering).await?;
    let edge: Vec<_> = (0..)
        .zip(cards)
        .filter(|(number, card)| {
            net.graph.degree(*number) <= 1 && welcome.as_ref().is_none_or(|people| people.contains(&card.id))
        })
        .map(|(_, card)| card.id)
        .collect();
    let district = schools::district(db).await?.and_then(|district| Language::of_tag(&district.language));
    let me = visit.me().map(|me| me.id).ok();
    let from = match me {
        Some(me) => people::person(db, me).await?.map(|person| person.name),
        None => None,
    };
    let mut count = 0;
    for person in people::some(db, &edge).await?.into_iter().filter(|person| Some(person.id) != me) {
        let language = person.language.as_deref().and_then(Language::of_tag).or(district).unwrap_or_default();
        let today = gathering.zone.today(app.now().timestamp());
        let when = language.words().date_and_range(*gathering.date, *gathering.starts, *gathering.ends, today);
        let text =
            language.say("mail-edge-text").with("name", &person.name).with("who", from.clone().unwrap_or_default());
        let letter = Letter {
            subject: language.say("mail-edge-subject").with("title", &gathering.title).to_string(),
            text: text
                .with("gathering", format!("{}, {when}", gathering.title))
                .with("link", format!("{}/gatherings/{}", app.url(), gathering.id))
                .to_string(),
            name: person.name,
            email: person.email,
        };
        mail::send(db, app, &letter).await?;
        count += 1;
    }
    store::set_call(db, visit.now).await?;
    Ok(if count < i64::from(ledger::FEWEST) { Sent::Few } else { Sent::To(count) })
}
