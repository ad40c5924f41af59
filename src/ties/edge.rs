//! A word to those on the edge: who is tied with one other or with nobody. Only the program knows who they are.

use super::picture;
use super::store;
use super::tie::school_year;
use crate::app::App;
use crate::database::{Connection, Writing};
use crate::gatherings::{self, Audience, Gathering};
use crate::mail::{self, Letter};
use crate::people::{self, Person};
use crate::web::Visit;

/// The days between two invitations to those on the edge: nobody is to be pestered because they are quiet.
const APART: i64 = 14;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// So many got a letter.
    To(i64),
    /// Fewer than five are on the edge: it is not told whether anybody got one. They did.
    Few,
    /// It is for invited people: how many of them are on the edge is not told, since it may be all.
    Quietly,
    /// Somebody invited them in the last two weeks.
    Lately,
}

/// Those on the edge who may see a gathering, without the visitor. All ties of the year are read for it: before
/// anything is written, so that nobody waits.
pub async fn on_it(db: &mut Connection, visit: &Visit, gathering: &Gathering) -> anyhow::Result<Vec<Person>> {
    let (cards, net) = picture::net_of(db, school_year(visit.today)).await?;
    let welcome = gatherings::people_of_gathering(db, gathering).await?;
    let edge: Vec<_> = (0..)
        .zip(cards)
        .filter(|(number, card)| {
            net.graph.degree(*number) <= 1 && welcome.as_ref().is_none_or(|people| people.contains(&card.id))
        })
        .map(|(_, card)| card.id)
        .filter(|id| Some(*id) != visit.person())
        .collect();
    Ok(people::some(db, &edge).await?)
}

/// Invites people to a gathering, unless those on the edge were invited in the last two weeks.
pub async fn invite(
    db: &mut Writing,
    app: &App,
    visit: &Visit,
    (gathering, people): (&Gathering, &[Person]),
) -> anyhow::Result<Sent> {
    // Before the letters: of two who invite at once, one is first.
    if !store::call(db, visit.now.plus_days(-APART), visit.now).await? {
        return Ok(Sent::Lately);
    }
    let district = people::district_language(db).await?;
    let from = match visit.person() {
        Some(me) => people::person(db, me).await?.map_or_else(String::new, |person| person.name),
        None => String::new(),
    };
    let today = gathering.zone.today(app.now().timestamp());
    for person in people {
        let language = person.reads(district);
        let when = language.words().date_and_range(*gathering.date, *gathering.starts, *gathering.ends, today);
        let text = language.say("mail-edge-text").with("name", &person.name).with("who", &from);
        let letter = Letter {
            subject: language.say("mail-edge-subject").with("title", &gathering.title).to_string(),
            text: text
                .with("gathering", format!("{}, {when}", gathering.title))
                .with("link", format!("{}/gatherings/{}", app.url(), gathering.id))
                .to_string(),
            name: person.name.clone(),
            email: person.email.clone(),
        };
        mail::send(db, app, &letter).await?;
    }
    if gathering.audience == Audience::Invited {
        return Ok(Sent::Quietly);
    }
    let count = i64::try_from(people.len())?;
    Ok(if count < i64::from(ledger::FEWEST) { Sent::Few } else { Sent::To(count) })
}
