//! Answering, being introduced, greeting, being forgotten.

use super::five::Five;
use super::link::{LINK_ANSWERS, Link};
use super::look::look;
use super::named::{Kind, Named};
use super::newcomer::Newcomer;
use super::{letters, store};
use crate::app::App;
use crate::database::{Connection, Writing};
use crate::identity::Secret;
use crate::ids::{NewcomerId, PersonId};
use crate::people::{self, Person, Role};
use crate::web::{Failure, Message};

/// The circles of an advice as they are kept. What was named before in the same way stays told and greeted.
fn named(newcomer: NewcomerId, advice: &circles::Advice, before: &[Named]) -> anyhow::Result<Vec<Named>> {
    let mut all = Vec::new();
    for (place, suggestion) in (1..).zip(&advice.circles) {
        let circle_id: uuid::Uuid = suggestion.key.parse()?;
        let host_id = suggestion.host.as_deref().and_then(|host| host.parse().ok());
        let known = before.iter().find(|named| named.circle_id == circle_id && named.host_id == host_id);
        all.push(Named {
            newcomer_id: newcomer,
            place,
            kind: match suggestion.kind {
                circles::Kind::Series => Kind::Series,
                circles::Kind::Network => Kind::Network,
            },
            circle_id,
            gathering_id: suggestion.next.as_ref().and_then(|next| next.key.parse().ok()),
            host_id,
            reasons: serde_json::to_string(&suggestion.reasons)?,
            told_at: known.and_then(|named| named.told_at),
            greeted_at: known.and_then(|named| named.greeted_at),
            former: false,
        });
    }
    Ok(all)
}

/// Two circles for somebody, to be looked for before anything is written: it reads much, and a writer makes others wait.
pub async fn advise(
    db: &mut Connection,
    app: &App,
    person: Option<PersonId>,
    five: &Five,
) -> anyhow::Result<circles::Advice> {
    Ok(look(db, person, five, app.now()).await?)
}

/// A person answers, or answers again: looks for two circles and tells the hosts.
pub async fn answer(db: &mut Writing, app: &App, person: PersonId, five: &Five) -> anyhow::Result<Newcomer> {
    let advice = advise(db, app, Some(person), five).await?;
    answer_advised(db, app, person, (five, &advice)).await
}

/// The same, when circles were looked for.
pub async fn answer_advised(
    db: &mut Writing,
    app: &App,
    person: PersonId,
    (five, advice): (&Five, &circles::Advice),
) -> anyhow::Result<Newcomer> {
    let now = app.now();
    let before = store::of_person(db, person).await?;
    let first = before.is_none();
    let newcomer = match before {
        Some(mut newcomer) => {
            newcomer.say(five, now);
            store::update(db, &newcomer).await?;
            newcomer
        }
        None => {
            let mut newcomer = Newcomer::new(app.new_id()?, five, now);
            newcomer.person_id = Some(person);
            newcomer.expires_at = None;
            store::insert(db, &newcomer, None).await?;
            newcomer
        }
    };
    introduce(db, app, (&newcomer, advice), (person, first)).await?;
    Ok(newcomer)
}

/// Keeps the circles that were found and tells the hosts who are named for the first time; a steward where there are none.
async fn introduce(
    db: &mut Writing,
    app: &App,
    (newcomer, advice): (&Newcomer, &circles::Advice),
    (person, first): (PersonId, bool),
) -> anyhow::Result<()> {
    let now = app.now();
    let before = store::ever_named(db, newcomer.id).await?;
    let circles = named(newcomer.id, advice, &before)?;
    store::set_circles(db, newcomer.id, &circles).await?;
    let Some(who) = people::person(db, person).await? else { return Ok(()) };
    for circle in circles.iter().filter(|circle| circle.told_at.is_none()) {
        if let Some(host) = circle.host_id {
            letters::tell_host(db, app, (&who, newcomer), (host, circle)).await?;
            store::told(db, newcomer.id, circle.place, now).await?;
            store::introduced(db, newcomer.id, now).await?;
        }
    }
    // Once: whoever looks again every week and finds nothing is known to need somebody.
    if circles.is_empty() && first {
        letters::nothing_fits(db, app, &who).await?;
    }
    Ok(())
}

/// Somebody answers by a link, without an account; gives the secret that opens their answers.
///
/// # Errors
/// That the link does not work any more.
pub async fn answer_by_link(
    db: &mut Writing,
    app: &App,
    link: &Link,
    (five, advice): (&Five, &circles::Advice),
) -> Result<Secret, Failure> {
    let now = app.now();
    if !store::use_link(db, link.id, LINK_ANSWERS, now).await? {
        return Err(Failure::Stale(Message::new("welcome-link-over")));
    }
    let mut newcomer = Newcomer::new(app.new_id().map_err(anyhow::Error::from)?, five, now);
    newcomer.link_id = Some(link.id);
    let secret = Secret::new(app.chance).map_err(anyhow::Error::from)?;
    store::insert(db, &newcomer, Some(&secret.digest())).await?;
    store::set_circles(db, newcomer.id, &named(newcomer.id, advice, &[])?).await?;
    Ok(secret)
}

/// Somebody takes over what they answered before they had an account; what they answered since gives way.
///
/// # Errors
/// That somebody took it over already: of two presses of one button the second must not forget what the first took.
pub async fn take_over(
    db: &mut Writing,
    app: &App,
    newcomer: &Newcomer,
    (person, advice): (PersonId, &circles::Advice),
) -> Result<(), Failure> {
    let taken = || Failure::Stale(Message::new("welcome-taken-already"));
    match store::of_person(db, person).await? {
        Some(since) if since.id == newcomer.id => return Err(taken()),
        Some(since) => {
            store::delete(db, since.id).await?;
        }
        None => {}
    }
    if !store::belong(db, newcomer.id, person).await? {
        return Err(taken());
    }
    introduce(db, app, (newcomer, advice), (person, true)).await?;
    Ok(())
}

/// A steward gives an account to somebody who asked for one. Their address has been seen by nobody but them; so it
/// signs nobody in before the mailed link is opened.
///
/// # Errors
/// That the address has an account already: then whoever signs in with it takes their answers over. That it is
/// another address or name than the steward has `seen`.
pub async fn admit(
    db: &mut Writing,
    app: &App,
    newcomer: &Newcomer,
    seen: (&str, &str),
    (id, advice): (PersonId, &circles::Advice),
) -> Result<Person, Failure> {
    if newcomer.person_id.is_some() || newcomer.wanted_at.is_none() {
        return Err(Failure::Stale(Message::new("newcomers-admitted-already")));
    }
    if seen != (newcomer.name.as_str(), newcomer.email.as_str()) {
        return Err(Failure::Stale(Message::new("newcomers-wants-otherwise")));
    }
    if people::by_email(db, &newcomer.email).await?.is_some() {
        return Err(Failure::Stale(Message::new("newcomers-has-account").with("email", newcomer.email.as_str())));
    }
    let five = newcomer.five();
    let now = app.now();
    let person = Person {
        id,
        name: newcomer.name.clone(),
        email: newcomer.email.clone(),
        school_id: if let [school] = five.schools[..] { Some(school) } else { None },
        language: None,
        ask_me_about: String::new(),
        created_at: now,
        updated_at: now,
        left_at: None,
    };
    people::insert(db, &person).await?;
    let role = if five.changes { Role::TeacherOnCall } else { Role::Teacher };
    people::set_roles(db, person.id, &[role]).await?;
    letters::admitted(db, app, &person).await?;
    take_over(db, app, newcomer, (person.id, advice)).await?;
    Ok(person)
}

/// The hosts who were told of a newcomer.
pub async fn hosts(db: &mut Connection, newcomer: &Newcomer) -> anyhow::Result<Vec<PersonId>> {
    let circles = store::ever_named(db, newcomer.id).await?;
    Ok(circles.into_iter().filter(|circle| circle.told_at.is_some()).filter_map(|circle| circle.host_id).collect())
}

/// What ties somebody to a newcomer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie {
    /// Whether they were named as the one who greets.
    pub host: bool,
    /// Whether they greeted.
    pub greeted: bool,
    /// Whether they are the buddy.
    pub buddy: bool,
    /// Whether they look after Klatsch.
    pub steward: bool,
}

/// What ties a person to a newcomer; who is not tied does not know of them.
///
/// # Errors
/// [`Failure::NotFound`].
pub async fn tie(
    db: &mut Connection,
    newcomer: &Newcomer,
    (person, steward): (PersonId, bool),
) -> Result<Tie, Failure> {
    let circles = store::ever_named(db, newcomer.id).await?;
    let mut named = circles.iter().filter(|circle| circle.host_id == Some(person) && circle.told_at.is_some());
    let tie = Tie {
        host: named.clone().next().is_some(),
        greeted: named.any(|circle| circle.greeted_at.is_some()),
        buddy: newcomer.buddy_id == Some(person),
        steward,
    };
    if tie.host || tie.buddy || tie.steward { Ok(tie) } else { Err(Failure::NotFound) }
}

/// A host greets: the newcomer gets a letter, once from each host.
///
/// # Errors
/// That they did before.
pub async fn greet(
    db: &mut Writing,
    app: &App,
    newcomer: &Newcomer,
    host: PersonId,
    words: &str,
) -> Result<(), Failure> {
    if store::greet(db, newcomer.id, host, app.now()).await? == 0 {
        return Err(Failure::Stale(Message::new("newcomers-greeted-already")));
    }
    letters::greeting(db, app, newcomer, host, words).await?;
    Ok(())
}
