//! Letters about newcomers, each in the language of its reader.

use super::named::Named;
use super::newcomer::Newcomer;
use super::{say, store};
use crate::app::App;
use crate::database::Writing;
use crate::identity;
use crate::ids::PersonId;
use crate::mail::{self, Letter};
use crate::people::{self, Person};
use crate::web::Say;

async fn send(db: &mut Writing, app: &App, to: &Person, subject: Say, text: Say) -> anyhow::Result<()> {
    let letter = Letter {
        name: to.name.clone(),
        email: to.email.clone(),
        subject: subject.to_string(),
        text: text.with("name", &to.name).to_string(),
    };
    mail::send(db, app, &letter).await
}

/// Tells a host that they were named to somebody new, and what that one lets them know.
pub async fn tell_host(
    db: &mut Writing,
    app: &App,
    (who, newcomer): (&Person, &Newcomer),
    (host, circle): (PersonId, &Named),
) -> anyhow::Result<()> {
    let Some(host) = people::person(db, host).await?.filter(|host| host.left_at.is_none()) else { return Ok(()) };
    // Who changes their days back and forth is introduced, and not a nuisance.
    if !identity::may_write(db, &format!("newcomer {} {}", newcomer.id, host.id), app.now()).await? {
        return Ok(());
    }
    let language = people::language_of(db, &host).await?;
    let told = say::told(db, language, &newcomer.five()).await?;
    let told = if told.is_empty() {
        language.say("newcomers-told-nothing").to_string()
    } else {
        told.iter().map(|(what, said)| format!("{what}: {said}")).collect::<Vec<_>>().join("\n")
    };
    let circle = say::circle(db, app, language, circle).await?;
    let subject = language.say("mail-newcomer-subject").with("who", &who.name);
    let text = language
        .say("mail-newcomer-text")
        .with("who", &who.name)
        .with("circle", circle.map(|circle| circle.line()).unwrap_or_default())
        .with("told", told)
        .with("link", format!("{}/newcomers/{}", app.url(), newcomer.id));
    send(db, app, &host, subject, text).await
}

/// A host's greeting.
pub async fn greeting(
    db: &mut Writing,
    app: &App,
    newcomer: &Newcomer,
    host: PersonId,
    words: &str,
) -> anyhow::Result<()> {
    let Some(host) = people::person(db, host).await? else { return Ok(()) };
    let who = match newcomer.person_id {
        Some(person) => people::person(db, person).await?,
        None => None,
    };
    let Some(who) = who.filter(|who| who.left_at.is_none()) else { return Ok(()) };
    let language = people::language_of(db, &who).await?;
    let subject = language.say("mail-greeting-subject").with("host", &host.name);
    let text = language
        .say("mail-greeting-text")
        .with("host", &host.name)
        .with("words", words)
        .with("email", &host.email)
        .with("link", format!("{}/welcome/answer", app.url()));
    send(db, app, &who, subject, text).await
}

/// Tells the stewards that nothing fits somebody.
pub async fn nothing_fits(db: &mut Writing, app: &App, who: &Person) -> anyhow::Result<()> {
    for steward in people::stewards(db).await? {
        let language = people::language_of(db, &steward).await?;
        let subject = language.say("mail-nothing-fits-subject").with("who", &who.name);
        let text = language
            .say("mail-nothing-fits-text")
            .with("who", &who.name)
            .with("link", format!("{}/newcomers/all", app.url()));
        send(db, app, &steward, subject, text).await?;
    }
    Ok(())
}

/// Tells the stewards that somebody asks for an account.
pub async fn wants_account(db: &mut Writing, app: &App, name: &str) -> anyhow::Result<()> {
    for steward in people::stewards(db).await? {
        let language = people::language_of(db, &steward).await?;
        let subject = language.say("mail-wants-subject").with("who", name);
        let text =
            language.say("mail-wants-text").with("who", name).with("link", format!("{}/newcomers/all", app.url()));
        send(db, app, &steward, subject, text).await?;
    }
    Ok(())
}

/// Tells somebody that they have an account now.
pub async fn admitted(db: &mut Writing, app: &App, who: &Person) -> anyhow::Result<()> {
    let language = people::language_of(db, who).await?;
    let subject = language.say("mail-admitted-subject");
    let text = language
        .say("mail-admitted-text")
        .with("email", &who.email)
        .with("link", format!("{}/sign-in?next=/welcome/answer", app.url()));
    send(db, app, who, subject, text).await
}

/// Tells both that they have been brought together, or that it is over.
pub async fn buddies(
    db: &mut Writing,
    app: &App,
    newcomer: &Newcomer,
    buddy: PersonId,
    begins: bool,
) -> anyhow::Result<()> {
    let Some(person) = newcomer.person_id else { return Ok(()) };
    if !identity::may_write(db, &format!("buddy {} {buddy} {begins}", newcomer.id), app.now()).await? {
        return Ok(());
    }
    let both = people::some(db, &[person, buddy]).await?;
    let name = |id: PersonId| both.iter().find(|person| person.id == id).map(|person| (&person.name, &person.email));
    for reader in &both {
        let mine = reader.id == buddy;
        let Some((other, email)) = name(if mine { person } else { buddy }) else { continue };
        let language = people::language_of(db, reader).await?;
        let (subject, text) = match (begins, mine) {
            (true, true) => ("mail-buddy-subject", "mail-buddy-text"),
            (true, false) => ("mail-buddy-yours-subject", "mail-buddy-yours-text"),
            (false, _) => ("mail-buddy-over-subject", "mail-buddy-over-text"),
        };
        let link = if mine { format!("/newcomers/{}", newcomer.id) } else { "/welcome/answer".to_owned() };
        let subject = language.say(subject).with("other", other);
        let text =
            language.say(text).with("other", other).with("email", email).with("link", format!("{}{link}", app.url()));
        send(db, app, reader, subject, text).await?;
    }
    Ok(())
}

/// Asks those who were introduced a month ago whether it helped; a job of every day, a bounded number at a time until
/// all are asked.
pub async fn ask_whether_it_helped(app: App) -> anyhow::Result<()> {
    let mut db = app.write().await?;
    store::sweep(&mut db, app.now()).await?;
    db.commit().await?;
    while ask_some(&app).await? {}
    Ok(())
}

/// Asks some of them; says whether there may be more.
async fn ask_some(app: &App) -> anyhow::Result<bool> {
    const AT_ONCE: i64 = 100;
    let now = app.now();
    let mut db = app.write().await?;
    let some = store::to_ask(&mut db, now.plus_days(-super::newcomer::MONTH_DAYS), AT_ONCE).await?;
    let more = !some.is_empty();
    for newcomer in some {
        // Two workers of a day ask once.
        if store::asked(&mut db, newcomer.id, now).await? == 0 {
            continue;
        }
        let Some(person) = newcomer.person_id else { continue };
        let Some(who) = people::person(&mut db, person).await?.filter(|who| who.left_at.is_none()) else { continue };
        let language = people::language_of(&mut db, &who).await?;
        let subject = language.say("mail-month-subject");
        let text = language.say("mail-month-text").with("link", format!("{}/welcome/month", app.url()));
        send(&mut db, app, &who, subject, text).await?;
    }
    db.commit().await?;
    Ok(more)
}
