//! What is announced goes by mail, too: one letter to each member who did not say no to that, in their
//! language. It waits a moment, so that what was announced by a slip is taken down before anybody is told;
//! and nobody is told twice, whatever happens to the job or to the announcement.

use std::collections::BTreeSet;

use axum::extract::State;
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};

use super::store::telling as store;
use super::year::Announcement;
use crate::app::App;
use crate::database::Writing;
use crate::ids::{AnnouncementId, NetworkId, PersonId};
use crate::mail::{self, Letter};
use crate::networks::{self, Network, seen};
use crate::people;
use crate::web::{Answer, Failure, Input, Language, Path, Problems, Visit, go};
use crate::{jobs, schools, text};

/// The job that writes the letters.
pub const JOB: &str = "mail-announcement";

/// How long it waits, in seconds.
pub const A_MOMENT: i64 = 120;

/// How many letters are written in one transaction.
const SOME: usize = 100;

#[derive(Serialize, Deserialize)]
struct Wanted {
    announcement: AnnouncementId,
}

/// Has an announcement mailed, in a number of seconds.
pub async fn want(db: &mut Writing, app: &App, id: AnnouncementId, seconds: i64) -> anyhow::Result<()> {
    let name = format!("{JOB}-{id}");
    jobs::enqueue(db, app, JOB, &Wanted { announcement: id }, app.now().plus_seconds(seconds), Some(&name)).await
}

/// The job.
pub async fn tell(app: App, payload: String) -> anyhow::Result<()> {
    let Wanted { announcement: id } = serde_json::from_str(&payload)?;
    loop {
        let mut db = app.write().await?;
        let Some(one) = super::store::news::announcement(&mut db, id).await? else { return Ok(()) };
        let Some(network) = networks::network(&mut db, one.network_id).await? else { return Ok(()) };
        if one.removed_at.is_some() {
            return Ok(());
        }
        let mut settled: BTreeSet<PersonId> = store::told(&mut db, id).await?.into_iter().collect();
        settled.extend(store::quiet(&mut db, network.id).await?);
        settled.insert(one.written_by);
        let members = networks::member_ids(&mut db, network.id).await?;
        let waiting: Vec<PersonId> =
            members.into_iter().filter(|person| !settled.contains(person)).take(SOME).collect();
        if waiting.is_empty() {
            return Ok(());
        }
        write(&mut db, &app, (&one, &network), &waiting).await?;
        db.commit().await?;
    }
}

async fn write(
    db: &mut Writing,
    app: &App,
    (one, network): (&Announcement, &Network),
    to: &[PersonId],
) -> anyhow::Result<()> {
    let district = schools::district(db).await?.and_then(|district| Language::of_tag(&district.language));
    let who = people::person(db, one.written_by).await?.map_or_else(String::new, |who| who.name);
    // Who has left gets none, and is settled like everyone else.
    for person in to {
        store::set_told(db, one.id, *person, app.now()).await?;
    }
    for reader in people::some(db, to).await? {
        let language = reader.language.as_deref().and_then(Language::of_tag).or(district).unwrap_or_default();
        let link = format!("{}/networks/{}/news#{}", app.url(), network.id, one.id);
        let letter = Letter {
            subject: language
                .say("mail-announcement-subject")
                .with("network", &network.name)
                .with("title", &one.title)
                .to_string(),
            text: language
                .say("mail-announcement-text")
                .with("name", &reader.name)
                .with("who", &who)
                .with("network", &network.name)
                .with("title", &one.title)
                .with("text", text::letter(&one.text))
                .with("link", link)
                .to_string(),
            name: reader.name,
            email: reader.email,
        };
        mail::send(db, app, &letter).await?;
    }
    Ok(())
}

/// `POST /networks/{network}/news/mail` with `mail`, `yes` or `no`: whether the visitor gets letters.
pub async fn choose(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>, input: Input) -> Answer {
    let wants = choose_one(&visit, &app, id, &input).await?;
    let (word, back) = if wants { ("years-mail-on", "no") } else { ("years-mail-off", "yes") };
    let news = format!("/networks/{id}/news");
    let go = go(&news).done(visit.language, word);
    Ok(go.undo(visit.language, format!("{news}/mail"), &[("mail", back)]).into_response())
}

/// Keeps whether the visitor gets letters; gives what they chose.
pub async fn choose_one(visit: &Visit, app: &App, id: NetworkId, input: &Input) -> Result<bool, Failure> {
    let me = visit.me()?;
    let rights = seen(&mut *app.read().await?, Some(me), id).await?.1;
    rights.may_see_members()?;
    let mut problems = Problems::new();
    input.only(&["mail"], &mut problems);
    let wants = if input.is_json() {
        if !input.sent("mail") {
            problems.add("mail", "problem-required");
        }
        input.ticked("mail", &mut problems)
    } else {
        match input.typed("mail") {
            "yes" => true,
            "no" => false,
            _ => {
                problems.add("mail", "problem-choice");
                false
            }
        }
    };
    let wants = problems.or(wants)?;
    let mut db = app.write().await?;
    store::set_quiet(&mut db, (id, me.id), !wants, visit.now).await?;
    db.commit().await?;
    Ok(wants)
}
