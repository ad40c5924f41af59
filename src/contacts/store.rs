//! SQL of contacts.

pub mod find;
pub mod imports;
pub mod personal;

use jiff::civil::Date;

use super::category::Category;
use super::contact::{Contact, Draft, Kind};
use crate::clock::Instant;
use crate::database::{Connection, Result, Text, Writing};
use crate::ids::{ContactId, ContactImportId, PersonId};
use crate::{insert_all, row, rows, run};

/// A row as it is kept: lists are lines.
#[derive(Debug, sqlx::FromRow)]
pub struct Kept {
    id: ContactId,
    kind: Kind,
    name: String,
    organisation: String,
    title: String,
    emails: String,
    phones: String,
    links: String,
    met: String,
    about: String,
    notes: String,
    next_step: String,
    next_date: Option<Text<Date>>,
    touched_date: Option<Text<Date>>,
    before: Option<String>,
    created_at: Instant,
    updated_at: Instant,
    removed_at: Option<Instant>,
    version: i64,
}

impl Kept {
    fn contact(self, categories: Vec<Category>) -> Contact {
        let lines = |text: String| text.lines().map(ToOwned::to_owned).collect();
        let draft = Draft {
            kind: self.kind,
            name: self.name,
            organisation: self.organisation,
            title: self.title,
            emails: lines(self.emails),
            phones: lines(self.phones),
            links: lines(self.links),
            categories,
            met: self.met,
            about: self.about,
            notes: self.notes,
            next_step: self.next_step,
            next_date: self.next_date.map(|date| *date),
            touched: self.touched_date.map(|date| *date),
        };
        Contact {
            id: self.id,
            draft,
            before: self.before.and_then(|text| serde_json::from_str(&text).ok()),
            created_at: self.created_at,
            updated_at: self.updated_at,
            removed_at: self.removed_at,
            version: self.version,
        }
    }
}

/// A category of a contact.
#[derive(Debug, sqlx::FromRow)]
pub struct Marked {
    contact_id: ContactId,
    category: String,
}

/// The rows with their categories, which were read for the same contacts.
fn with_categories(rows: Vec<Kept>, marked: Vec<Marked>) -> Vec<Contact> {
    let mut of: std::collections::HashMap<ContactId, Vec<Category>> = std::collections::HashMap::new();
    for mark in marked {
        of.entry(mark.contact_id).or_default().extend(mark.category.parse::<Category>());
    }
    let contact = |row: Kept| {
        let categories = super::category::tidy(of.remove(&row.id).unwrap_or_default());
        row.contact(categories)
    };
    rows.into_iter().map(contact).collect()
}

/// One contact of somebody's own book, also one that was removed. There is no way to ask for one of another's.
pub async fn contact(db: &mut Connection, owner: PersonId, id: ContactId) -> Result<Option<Contact>> {
    let kept = row!(
        db,
        Kept,
        "select id, kind, name, organisation, title, emails, phones, links, met, about, notes, next_step, next_date,
                touched_date, before, created_at, updated_at, removed_at, version
         from contacts where id = $1 and owner_id = $2",
        id,
        owner
    )
    .await?;
    let Some(kept) = kept else { return Ok(None) };
    let marked =
        rows!(db, Marked, "select contact_id, category from contact_categories where contact_id = $1", id).await?;
    Ok(with_categories(vec![kept], marked).pop())
}

/// How many contacts a book holds.
pub async fn count(db: &mut Connection, owner: PersonId) -> Result<i64> {
    #[derive(sqlx::FromRow)]
    struct Count {
        many: i64,
    }
    let count =
        row!(db, Count, "select count(*) as many from contacts where owner_id = $1 and removed_at is null", owner);
    Ok(count.await?.map_or(0, |row| row.many))
}

/// Adds contacts, with what they are found by.
pub async fn insert(
    db: &mut Writing,
    owner: PersonId,
    import: Option<ContactImportId>,
    contacts: &[Contact],
) -> Result<()> {
    insert_all!(
        db,
        "insert into contacts (id, owner_id, kind, name, sorted, organisation, title, emails, phones, links, met, about,
            notes, next_step, next_date, touched_date, import_id, created_at, updated_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
        contacts,
        |contact| contact.id,
        owner,
        contact.draft.kind,
        &contact.draft.name,
        contact.draft.sorted(),
        &contact.draft.organisation,
        &contact.draft.title,
        contact.draft.emails.join("\n"),
        contact.draft.phones.join("\n"),
        contact.draft.links.join("\n"),
        &contact.draft.met,
        &contact.draft.about,
        &contact.draft.notes,
        &contact.draft.next_step,
        contact.draft.next_date.map(Text),
        contact.draft.touched.map(Text),
        import,
        contact.created_at,
        contact.updated_at,
        contact.version,
    )
    .await?;
    let all: Vec<(ContactId, &Draft)> = contacts.iter().map(|contact| (contact.id, &contact.draft)).collect();
    mark(db, owner, &all).await
}

/// Writes categories and words of contacts that have none.
async fn mark(db: &mut Writing, owner: PersonId, contacts: &[(ContactId, &Draft)]) -> Result<()> {
    let categories: Vec<(ContactId, &str)> = contacts
        .iter()
        .flat_map(|(id, draft)| draft.categories.iter().map(|category| (*id, category.word())))
        .collect();
    insert_all!(
        db,
        "insert into contact_categories (owner_id, category, contact_id) values ($1, $2, $3)",
        categories,
        |one| owner,
        one.1,
        one.0
    )
    .await?;
    let words: Vec<(ContactId, String)> =
        contacts.iter().flat_map(|(id, draft)| draft.words().into_iter().map(|word| (*id, word))).collect();
    insert_all!(
        db,
        "insert into contact_words (owner_id, word, contact_id) values ($1, $2, $3)",
        words,
        |one| owner,
        &one.1,
        one.0
    )
    .await
}

/// What stands of a change beside the draft.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// The version that was seen; another is a change nobody saw.
    pub version: i64,
    /// What stood there before, to take the change back; nothing when it was taken back.
    pub before: Option<&'a Draft>,
    /// The import that does it.
    pub import: Option<ContactImportId>,
    /// When.
    pub now: Instant,
}

/// Writes another draft of a contact; false when it has another version by now, or is no longer there.
pub async fn update(
    db: &mut Writing,
    (owner, id): (PersonId, ContactId),
    draft: &Draft,
    change: Change<'_>,
) -> Result<bool> {
    let before = change.before.and_then(|before| serde_json::to_string(before).ok());
    let changed = run!(
        db,
        "update contacts set kind = $4, name = $5, sorted = $6, organisation = $7, title = $8, emails = $9, phones = $10,
            links = $11, met = $12, about = $13, notes = $14, next_step = $15, next_date = $16, touched_date = $17,
            before = $18, import_id = $19, updated_at = $20, version = version + 1
         where id = $1 and owner_id = $2 and version = $3 and removed_at is null",
        id,
        owner,
        change.version,
        draft.kind,
        &draft.name,
        draft.sorted(),
        &draft.organisation,
        &draft.title,
        draft.emails.join("\n"),
        draft.phones.join("\n"),
        draft.links.join("\n"),
        &draft.met,
        &draft.about,
        &draft.notes,
        &draft.next_step,
        draft.next_date.map(Text),
        draft.touched.map(Text),
        before,
        change.import,
        change.now
    )
    .await?;
    if changed == 0 {
        return Ok(false);
    }
    run!(db, "delete from contact_categories where contact_id = $1", id).await?;
    run!(db, "delete from contact_words where contact_id = $1", id).await?;
    mark(db, owner, &[(id, draft)]).await?;
    Ok(true)
}

/// Takes a contact out of the book, or puts it back.
pub async fn set_removed(db: &mut Writing, owner: PersonId, id: ContactId, at: Option<Instant>) -> Result<u64> {
    run!(
        db,
        "update contacts set removed_at = $3, version = version + 1 where id = $1 and owner_id = $2",
        id,
        owner,
        at
    )
    .await
}

/// Whom to remind, of what.
#[derive(Debug, sqlx::FromRow)]
pub struct Reminded {
    /// Whose book.
    pub owner_id: PersonId,
    /// Of whom.
    pub name: String,
    /// What to do.
    pub next_step: String,
}

/// Notes that a reminder goes out; nothing when it went out, or is no longer wanted on that day.
pub async fn remind(db: &mut Writing, id: ContactId, date: Date) -> Result<Option<Reminded>> {
    row!(
        db,
        Reminded,
        "update contacts set reminded_date = $2
         where id = $1 and next_date = $2 and removed_at is null and (reminded_date is null or reminded_date <> $2)
         returning owner_id, name, next_step",
        id,
        Text(date)
    )
    .await
}

/// Deletes what was removed before a time.
pub async fn sweep(db: &mut Writing, before: Instant) -> Result<u64> {
    run!(db, "delete from contacts where removed_at is not null and removed_at < $1", before).await
}
