//! A job: mails somebody the link that signs them in, if there is such a person.
//!
//! Whether there is one is looked up here and not while they wait: what their browser sees, and how long
//! it takes, is the same for every address.

use super::secret::Secret;
use super::{LINK_SECONDS, store};
use crate::app::App;
use crate::jobs;
use crate::mail::{self, Letter};
use crate::people;
use crate::web::Language;

/// Who would like to sign in.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
struct Wish {
    /// The address that was typed, in lower case.
    email: String,
    /// Where the link leads afterwards.
    next: String,
    /// The language the page was in.
    language: String,
}

/// Wants the link mailed.
pub async fn wish(app: &App, email: &str, next: &str, language: Language) -> anyhow::Result<()> {
    let wish = Wish { email: email.to_owned(), next: next.to_owned(), language: language.tag().to_owned() };
    let mut db = app.write().await?;
    jobs::enqueue(&mut db, app, "sign-in", &wish, app.now(), None).await?;
    db.commit().await?;
    Ok(())
}

/// Mails it.
pub async fn send(app: App, wish: String) -> anyhow::Result<()> {
    let wish: Wish = serde_json::from_str(&wish)?;
    let person = people::by_email(&mut *app.read().await?, &wish.email).await?;
    let Some(person) = person.filter(|person| person.left_at.is_none()) else {
        return Ok(());
    };
    let district = app.district().await?;
    let secret = Secret::new(app.chance)?;
    let now = app.now();
    let theirs = person.language.as_deref().and_then(Language::of_tag);
    let language = theirs.or_else(|| Language::of_tag(&wish.language)).unwrap_or_default();
    let link = format!("{}/sign-in/{}", app.url(), secret.reveal());
    let letter = Letter {
        subject: language.say("mail-sign-in-subject").with("district", &district.name).to_string(),
        text: language.say("mail-sign-in-text").with("name", &person.name).with("link", link).to_string(),
        name: person.name,
        email: person.email,
    };
    let mut db = app.write().await?;
    store::insert_link(&mut db, &secret.digest(), person.id, &wish.next, now, now.plus_seconds(LINK_SECONDS)).await?;
    mail::send(&mut db, &app, &letter).await?;
    db.commit().await?;
    Ok(())
}
