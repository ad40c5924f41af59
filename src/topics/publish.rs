//! Publishing an agenda: members see it, and each proposer on it is told, once.

use super::{AgendaEntry, State, Table, Topic, store};
use crate::app::App;
use crate::database::{Connection, Result, Writing};
use crate::gatherings::{self, Gathering};
use crate::ids::{PersonId, TopicId};
use crate::mail::{self, Letter};
use crate::people::{self, Person};
use crate::web::Language;

/// Everything the agenda of a gathering is made from.
pub async fn table(db: &mut Connection, gathering: &Gathering, person: PersonId) -> Result<Table> {
    gathered(db, gathering, person, &[State::Proposed]).await
}

/// The agenda of a gathering that is over, as it was published: also what was shared since.
pub async fn past(db: &mut Connection, gathering: &Gathering, person: PersonId) -> Result<Table> {
    Ok(gathered(db, gathering, person, &[State::Proposed, State::Shared]).await?.as_published())
}

async fn gathered(db: &mut Connection, gathering: &Gathering, person: PersonId, states: &[State]) -> Result<Table> {
    let topics = store::of_gathering(db, gathering.id, person).await?;
    let agenda = store::agenda(db, gathering.id).await?;
    let lines = store::lines(db, gathering.id).await?;
    Ok(Table::new(gathering.box_minutes(), topics, states, agenda, lines))
}

/// Publishes the agenda that fits best as things stand; for the demo and for programs.
pub async fn publish_fitted(db: &mut Writing, app: &App, gathering: &Gathering, by: PersonId) -> anyhow::Result<()> {
    let table = table(db, gathering, by).await?;
    let order: Vec<TopicId> = table.draft().chosen.iter().map(|chosen| chosen.id).collect();
    store::touch(db, gathering.id, by, table.version(), app.now()).await?;
    publish(db, app, gathering, by, &order).await
}

/// Publishes an order, in a transaction that has opened the agenda ([`store::touch`]).
pub async fn publish(
    db: &mut Writing,
    app: &App,
    gathering: &Gathering,
    by: PersonId,
    order: &[TopicId],
) -> anyhow::Result<()> {
    store::keep(db, gathering.id, Some(order)).await?;
    store::publish(db, gathering.id, app.now()).await?;
    tell(db, app, gathering, by).await?;
    store::told(db, gathering.id, app.now()).await?;
    Ok(())
}

/// Writes to the proposers who were not told yet, one letter each; not to the host who publishes.
async fn tell(db: &mut Writing, app: &App, gathering: &Gathering, by: PersonId) -> anyhow::Result<()> {
    let lines = store::lines(db, gathering.id).await?;
    let entries = super::published(db, gathering).await?.unwrap_or_default();
    let mut fresh: Vec<(PersonId, Vec<&AgendaEntry>)> = Vec::new();
    for entry in &entries {
        let told = lines.iter().any(|line| line.topic_id == entry.topic && line.told_at.is_some());
        if told || entry.proposer == by {
            continue;
        }
        match fresh.iter_mut().find(|(person, _)| *person == entry.proposer) {
            Some((_, theirs)) => theirs.push(entry),
            None => fresh.push((entry.proposer, vec![entry])),
        }
    }
    for (proposer, theirs) in fresh {
        if let Some(person) = people::person(db, proposer).await?.filter(|person| person.left_at.is_none()) {
            let letter = on_agenda(app, gathering, &person, &theirs).await?;
            mail::send(db, app, &letter).await?;
        }
    }
    Ok(())
}

/// The language to write to a person in.
pub async fn language_of(app: &App, person: &Person) -> Result<Language> {
    let own = person.language.as_deref().and_then(Language::of_tag);
    Ok(match own {
        Some(language) => language,
        None => Language::of_tag(&app.district().await?.language).unwrap_or_default(),
    })
}

async fn on_agenda(
    app: &App,
    gathering: &Gathering,
    person: &Person,
    theirs: &[&AgendaEntry],
) -> anyhow::Result<Letter> {
    let language = language_of(app, person).await?;
    let words = language.words();
    let today = gathering.zone.today(app.now().timestamp());
    let line = |entry: &&AgendaEntry| {
        let time = words.time(gathering.zone.local(entry.starts_at.timestamp()).time());
        let minutes = words.duration(u32::try_from(entry.minutes).unwrap_or(0));
        language
            .say("mail-agenda-line")
            .with("time", time)
            .with("title", &entry.title)
            .with("minutes", minutes)
            .to_string()
    };
    let lines: Vec<String> = theirs.iter().map(line).collect();
    let date = words.date(*gathering.date, today);
    Ok(Letter {
        name: person.name.clone(),
        email: person.email.clone(),
        subject: language
            .say("mail-agenda-subject")
            .with("count", theirs.len())
            .with("gathering", &gathering.title)
            .with("date", &date)
            .to_string(),
        text: language
            .say("mail-agenda-text")
            .with("name", &person.name)
            .with("count", theirs.len())
            .with("gathering", &gathering.title)
            .with("when", words.date_and_range(*gathering.date, *gathering.starts, *gathering.ends, today))
            .with("lines", lines.join("\n"))
            .with("link", format!("{}/gatherings/{}", app.url(), gathering.id))
            .to_string(),
    })
}

/// Tells a proposer that a host declined their topic and why, or took it off the table.
pub async fn tell_put_away(
    db: &mut Writing,
    app: &App,
    topic: &Topic,
    host: &str,
    why: Option<&str>,
) -> anyhow::Result<()> {
    let Some(person) = people::person(db, topic.person_id).await?.filter(|person| person.left_at.is_none()) else {
        return Ok(());
    };
    let Some(gathering) = gatherings::gathering(db, topic.gathering_id).await? else {
        return Ok(());
    };
    let language = language_of(app, &person).await?;
    let today = gathering.zone.today(app.now().timestamp());
    let text = match why {
        Some(why) => language.say("mail-declined-text").with("why", why),
        None => language.say("mail-withdrawn-text"),
    };
    let letter = Letter {
        subject: language.say("mail-declined-subject").with("title", &topic.title).to_string(),
        text: text
            .with("name", &person.name)
            .with("host", host)
            .with("title", &topic.title)
            .with("gathering", &gathering.title)
            .with("date", language.words().date(*gathering.date, today))
            .with("link", format!("{}/topics/{}", app.url(), topic.id))
            .to_string(),
        name: person.name,
        email: person.email,
    };
    mail::send(db, app, &letter).await
}
