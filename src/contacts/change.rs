//! What is done to a book.

use jiff::civil::Date;

use super::contact::{Contact, Draft, MOST};
use super::{reminder, store};
use crate::app::App;
use crate::clock::Instant;
use crate::database::{Connection, Writing};
use crate::ids::{ContactId, PersonId};
use crate::web::{Failure, Message};

/// A contact of one's own that is in the book.
///
/// # Errors
/// That there is none: also of one that is another's.
pub async fn mine(db: &mut Connection, me: PersonId, id: ContactId) -> Result<Contact, Failure> {
    let contact = store::contact(db, me, id).await?;
    contact.filter(|contact| contact.removed_at.is_none()).ok_or(Failure::NotFound)
}

/// That a book has room for more.
///
/// # Errors
/// That it has not.
pub async fn room(db: &mut Connection, me: PersonId, more: usize) -> Result<(), Failure> {
    let more = i64::try_from(more).unwrap_or(i64::MAX);
    if store::count(db, me).await?.saturating_add(more) > MOST {
        return Err(Message::new("contact-problem-full").with("most", MOST).into());
    }
    Ok(())
}

/// A new contact of a draft.
///
/// # Errors
/// When the operating system gives no randomness.
pub fn made(app: &App, draft: Draft, now: Instant) -> Result<Contact, Failure> {
    let id = app.new_id()?;
    Ok(Contact { id, draft, before: None, created_at: now, updated_at: now, removed_at: None, version: 1 })
}

/// Adds a contact to somebody's book.
///
/// # Errors
/// That the book is full.
pub async fn add(db: &mut Writing, app: &App, me: PersonId, draft: Draft) -> Result<ContactId, Failure> {
    room(db, me, 1).await?;
    let contact = made(app, draft, app.now())?;
    store::insert(db, me, None, std::slice::from_ref(&contact)).await?;
    reminder::want(db, app, contact.id, None, contact.draft.next_date).await?;
    Ok(contact.id)
}

/// Writes another draft over a contact as it was seen; what stood there can be taken back.
///
/// # Errors
/// That it has another version by now.
pub async fn save(
    db: &mut Writing,
    app: &App,
    me: PersonId,
    (contact, version): (&Contact, i64),
    draft: &Draft,
) -> Result<(), Failure> {
    let change = store::Change { version, before: Some(&contact.draft), import: None, now: app.now() };
    if !store::update(db, (me, contact.id), draft, change).await? {
        return Err(Failure::Stale(Message::new("contact-stale")));
    }
    reminder::want(db, app, contact.id, contact.draft.next_date, draft.next_date).await?;
    Ok(())
}

/// Takes the last change back.
///
/// # Errors
/// That something else was changed since, or that there is nothing to take back.
pub async fn take_back(
    db: &mut Writing,
    app: &App,
    me: PersonId,
    contact: &Contact,
    version: i64,
) -> Result<(), Failure> {
    let stale = || Failure::Stale(Message::new("contact-stale"));
    let before = contact.before.as_ref().ok_or_else(stale)?;
    let change = store::Change { version, before: None, import: None, now: app.now() };
    if !store::update(db, (me, contact.id), before, change).await? {
        return Err(stale());
    }
    reminder::want(db, app, contact.id, contact.draft.next_date, before.next_date).await?;
    Ok(())
}

/// “We were in touch today.”
///
/// # Errors
/// That the contact changed meanwhile.
pub async fn touch(db: &mut Writing, app: &App, me: PersonId, contact: &Contact, on: Date) -> Result<(), Failure> {
    let draft = Draft { touched: contact.draft.touched.max(Some(on)), ..contact.draft.clone() };
    save(db, app, me, (contact, contact.version), &draft).await
}

/// The next step is done: one was in touch, and nothing is next.
///
/// # Errors
/// That the contact changed meanwhile.
pub async fn done(db: &mut Writing, app: &App, me: PersonId, contact: &Contact, on: Date) -> Result<(), Failure> {
    let touched = contact.draft.touched.max(Some(on));
    let draft = Draft { touched, next_step: String::new(), next_date: None, ..contact.draft.clone() };
    save(db, app, me, (contact, contact.version), &draft).await
}
