//! Letters about a contest, each in the language of its reader.

use super::contest::{Contest, Outcome};
use crate::app::App;
use crate::database::Writing;
use crate::gatherings::{self, Gathering};
use crate::ids::PersonId;
use crate::mail::{self, Letter};
use crate::people::{self, Person};
use crate::web::Language;

/// Tells the hosts that somebody contests a line.
pub async fn opened(db: &mut Writing, app: &App, gathering: &Gathering, contest: &Contest) -> anyhow::Result<()> {
    let Some(who) = people::person(db, contest.person_id).await? else { return Ok(()) };
    for (host, language) in hosts(db, gathering, contest.person_id).await? {
        let letter = Letter {
            subject: language
                .say("mail-contest-subject")
                .with("who", &who.name)
                .with("title", &gathering.title)
                .to_string(),
            text: language
                .say("mail-contest-text")
                .with("name", &host.name)
                .with("who", &who.name)
                .with("claim", contest.claim.word())
                .with("gathering", title(app, gathering, language))
                .with("why", &contest.why)
                .with("link", format!("{}/contests/{}", app.url(), contest.id))
                .to_string(),
            name: host.name,
            email: host.email,
        };
        mail::send(db, app, &letter).await?;
    }
    Ok(())
}

/// Tells the person what was decided, and the other hosts.
pub async fn decided(
    db: &mut Writing,
    app: &App,
    gathering: &Gathering,
    contest: &Contest,
    (by, outcome, answer): (PersonId, Outcome, &str),
) -> anyhow::Result<()> {
    let Some(who) = people::person(db, contest.person_id).await? else { return Ok(()) };
    let decider = people::person(db, by).await?.map_or_else(String::new, |person| person.name);
    let mut readers = hosts(db, gathering, by).await?;
    readers.retain(|(host, _)| host.id != who.id);
    let district = people::district_language(db).await?;
    readers.push((who.clone(), who.reads(district)));
    for (reader, language) in readers {
        let (subject, text) = if reader.id == who.id {
            ("mail-decided-subject", "mail-decided-text")
        } else {
            ("mail-decided-host-subject", "mail-decided-host-text")
        };
        let letter = Letter {
            subject: language
                .say(subject)
                .with("who", &who.name)
                .with("outcome", outcome.word())
                .with("title", &gathering.title)
                .to_string(),
            text: language
                .say(text)
                .with("name", &reader.name)
                .with("who", &who.name)
                .with("host", &decider)
                .with("outcome", outcome.word())
                .with("gathering", title(app, gathering, language))
                .with("answer", answer)
                .with("link", format!("{}/contests/{}", app.url(), contest.id))
                .to_string(),
            name: reader.name,
            email: reader.email,
        };
        mail::send(db, app, &letter).await?;
    }
    Ok(())
}

/// The hosts of a gathering but one person, who have not left, with their languages.
async fn hosts(db: &mut Writing, gathering: &Gathering, but: PersonId) -> anyhow::Result<Vec<(Person, Language)>> {
    let district = people::district_language(db).await?;
    let mut hosts = Vec::new();
    // A gathering has one host or two.
    for host in gatherings::gathering_hosts(db, gathering).await? {
        let host = if host == but { None } else { people::person(db, host).await? };
        hosts.extend(host.filter(|host| host.left_at.is_none()).map(|host| {
            let language = host.reads(district);
            (host, language)
        }));
    }
    Ok(hosts)
}

fn title(app: &App, gathering: &Gathering, language: Language) -> String {
    let today = gathering.zone.today(app.now().timestamp());
    let when = language.words().date_and_range(*gathering.date, *gathering.starts, *gathering.ends, today);
    format!("{}, {when}", gathering.title)
}
