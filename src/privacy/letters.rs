//! Letters to those who look after Klatsch.

use crate::app::App;
use crate::database::Writing;
use crate::identity;
use crate::mail::{self, Letter};
use crate::people::{self, Person};

/// Tells the stewards that a person wishes to be forgotten; says how many were told.
pub async fn wish(db: &mut Writing, app: &App, who: &Person) -> anyhow::Result<usize> {
    let district = people::district_language(db).await?;
    let stewards = people::stewards(db).await?;
    // Whoever asks again and again is known to wish it.
    if !identity::may_write(db, &format!("mail-forget-subject {}", who.id), app.now()).await? {
        return Ok(stewards.len());
    }
    for steward in &stewards {
        let language = steward.reads(district);
        let letter = Letter {
            subject: language.say("mail-forget-subject").with("who", &who.name).to_string(),
            text: language
                .say("mail-forget-text")
                .with("name", &steward.name)
                .with("who", &who.name)
                .with("link", format!("{}/people/{}/erase", app.url(), who.id))
                .to_string(),
            name: steward.name.clone(),
            email: steward.email.clone(),
        };
        mail::send(db, app, &letter).await?;
    }
    Ok(stewards.len())
}
