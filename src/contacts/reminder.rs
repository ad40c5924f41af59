//! A letter on the day of a next step. It says whom and what, but nothing of it in its subject, which telephones
//! show to whoever looks at them; and nothing of how one met, what about, or of the notes.

use calendar::zone::{Zone, resolve_generated};
use jiff::civil::{Date, time};
use serde::{Deserialize, Serialize};

use super::store;
use crate::app::App;
use crate::database::Writing;
use crate::ids::ContactId;
use crate::jobs;
use crate::mail::{self, Letter};
use crate::people;

/// The job that sends it.
pub const JOB: &str = "contact-reminder";

/// The job that deletes what was removed thirty days ago, and files that were looked at and left.
pub const SWEEP: &str = "contacts-sweep";

/// How long what was removed is kept, in days.
const KEPT: i64 = 30;

/// Of whom to remind, and when. Nothing of what it is about is in the table of jobs.
#[derive(Debug, Serialize, Deserialize)]
struct Wanted {
    contact: ContactId,
    date: Date,
}

/// Wants a letter at seven in the morning of a day, if that is another day than before.
pub async fn want(
    db: &mut Writing,
    app: &App,
    contact: ContactId,
    before: Option<Date>,
    date: Option<Date>,
) -> anyhow::Result<()> {
    let Some(date) = date.filter(|date| Some(*date) != before) else { return Ok(()) };
    let zone: Zone = app.district().await?.zone.parse()?;
    // A day that passed before it was written down needs no letter; and no zone skips seven in the morning.
    let Some(at) =
        resolve_generated(date, time(7, 0, 0, 0), &zone).filter(|_| date >= zone.today(app.now().timestamp()))
    else {
        return Ok(());
    };
    let once = format!("{JOB} {contact} {date}");
    jobs::enqueue(db, app, JOB, &Wanted { contact, date }, at.into(), Some(&once)).await
}

/// Sends it, once, if it is still wanted on that day.
pub async fn run(app: App, payload: String) -> anyhow::Result<()> {
    let wanted: Wanted = serde_json::from_str(&payload)?;
    let mut db = app.write().await?;
    let Some(reminded) = store::remind(&mut db, wanted.contact, wanted.date).await? else { return Ok(()) };
    let Some(owner) = people::person(&mut db, reminded.owner_id).await?.filter(|owner| owner.left_at.is_none()) else {
        return Ok(());
    };
    let language = people::language_of(&mut db, &owner).await?;
    let letter = Letter {
        subject: language.say("mail-contact-subject").to_string(),
        text: language
            .say("mail-contact-text")
            .with("name", &owner.name)
            .with("contact", &reminded.name)
            .with("step", if reminded.next_step.is_empty() { "none" } else { "some" })
            .with("next", &reminded.next_step)
            .with("link", format!("{}/contacts/{}", app.url(), wanted.contact))
            .to_string(),
        name: owner.name,
        email: owner.email,
    };
    mail::send(&mut db, &app, &letter).await?;
    db.commit().await?;
    Ok(())
}

/// Deletes what was removed long ago.
pub async fn sweep(app: App) -> anyhow::Result<()> {
    let now = app.now();
    let mut db = app.write().await?;
    store::sweep(&mut db, now.plus_days(-KEPT)).await?;
    store::imports::sweep(&mut db, now.plus_days(-1)).await?;
    db.commit().await?;
    Ok(())
}
