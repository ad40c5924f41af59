//! SQL of looking through a book.

use jiff::civil::Date;

use super::{Kept, Marked, with_categories};
use crate::contacts::contact::Contact;
use crate::contacts::find::{Order, Search};
use crate::database::{Connection, Result, Text};
use crate::ids::{ContactId, PersonId};
use crate::{row, rows};

/// How many words somebody looks for at most.
pub const WORDS: usize = 4;

/// The words as they are bound, and the day before which one was last in touch; empty texts do not ask.
fn asked(search: &Search) -> ([String; WORDS], [i64; WORDS], String, String) {
    let mut words = search.asked().into_iter();
    let words: [String; WORDS] = std::array::from_fn(|_| words.next().unwrap_or_default());
    let lengths = std::array::from_fn(|at| {
        words.get(at).map_or(0, |word| i64::try_from(word.chars().count()).unwrap_or_default())
    });
    let since = search.before.map(|date| date.to_string()).unwrap_or_default();
    let category = search.category.as_ref().map(|category| category.word().to_owned()).unwrap_or_default();
    (words, lengths, since, category)
}

/// How many contacts a search finds.
pub async fn count(db: &mut Connection, owner: PersonId, search: &Search) -> Result<i64> {
    #[derive(sqlx::FromRow)]
    struct Count {
        many: i64,
    }
    let ([a, b, c, d], [la, lb, lc, ld], since, category) = asked(search);
    let count = row!(
        db,
        Count,
        "select count(*) as many from contacts where owner_id = $1 and removed_at is null
         and ($2 = '' or id in (select contact_id from contact_categories where owner_id = $1 and category = $2))
         and ($3 = '' or touched_date is null or touched_date < $3)
         and ($4 = '' or id in (select contact_id from contact_words where owner_id = $1 and substr(word, 1, cast($5 as integer)) = $4))
         and ($6 = '' or id in (select contact_id from contact_words where owner_id = $1 and substr(word, 1, cast($7 as integer)) = $6))
         and ($8 = '' or id in (select contact_id from contact_words where owner_id = $1 and substr(word, 1, cast($9 as integer)) = $8))
         and ($10 = '' or id in (select contact_id from contact_words where owner_id = $1 and substr(word, 1, cast($11 as integer)) = $10))",
        owner,
        category,
        since,
        a,
        la,
        b,
        lb,
        c,
        lc,
        d,
        ld
    )
    .await?;
    Ok(count.map_or(0, |count| count.many))
}

/// A page of what a search finds, in its order.
pub async fn page(
    db: &mut Connection,
    owner: PersonId,
    search: &Search,
    (many, offset): (i64, i64),
) -> Result<Vec<Contact>> {
    let ([a, b, c, d], [la, lb, lc, ld], since, category) = asked(search);
    let order = match search.order {
        Order::Name => 0_i64,
        Order::Longest => 1,
        Order::Latest => 2,
        Order::Next => 3,
    };
    // Nothing stands before every date, and after every one.
    let kept = rows!(
        db,
        Kept,
        "select id, kind, name, organisation, title, emails, phones, links, met, about, notes, next_step, next_date,
                touched_date, before, created_at, updated_at, removed_at, version
         from contacts where owner_id = $1 and removed_at is null
         and ($2 = '' or id in (select contact_id from contact_categories where owner_id = $1 and category = $2))
         and ($3 = '' or touched_date is null or touched_date < $3)
         and ($4 = '' or id in (select contact_id from contact_words where owner_id = $1 and substr(word, 1, cast($5 as integer)) = $4))
         and ($6 = '' or id in (select contact_id from contact_words where owner_id = $1 and substr(word, 1, cast($7 as integer)) = $6))
         and ($8 = '' or id in (select contact_id from contact_words where owner_id = $1 and substr(word, 1, cast($9 as integer)) = $8))
         and ($10 = '' or id in (select contact_id from contact_words where owner_id = $1 and substr(word, 1, cast($11 as integer)) = $10))
         order by case when cast($12 as bigint) = 1 then coalesce(touched_date, '') when cast($12 as bigint) = 3 then coalesce(next_date, '9999') else '' end,
                  case when cast($12 as bigint) = 2 then coalesce(touched_date, '') else '' end desc, sorted, id
         limit $13 offset $14",
        owner,
        category,
        since,
        a,
        la,
        b,
        lb,
        c,
        lc,
        d,
        ld,
        order,
        many,
        offset
    )
    .await?;
    let marked =
        rows!(db, Marked, "select contact_id, category from contact_categories where owner_id = $1", owner).await?;
    Ok(with_categories(kept, marked))
}

/// Everything in a book, by name.
pub async fn all(db: &mut Connection, owner: PersonId) -> Result<Vec<Contact>> {
    page(db, owner, &Search::default(), (i64::from(i32::MAX), 0)).await
}

/// A category that somebody is in.
#[derive(Debug, sqlx::FromRow)]
pub struct Filled {
    /// As it is kept.
    pub category: String,
}

/// The categories of a book that have anybody in them.
pub async fn categories(db: &mut Connection, owner: PersonId) -> Result<Vec<Filled>> {
    rows!(
        db,
        Filled,
        "select category
         from contact_categories join contacts on contacts.id = contact_categories.contact_id
         where contact_categories.owner_id = $1 and contacts.removed_at is null
         group by category order by category",
        owner
    )
    .await
}

/// Something to do, and with whom.
#[derive(Debug, sqlx::FromRow)]
pub struct Due {
    /// The contact.
    pub id: ContactId,
    /// Its name.
    pub name: String,
    /// What to do.
    pub next_step: String,
    /// When.
    pub next_date: Text<Date>,
}

/// What is to be done up to a day, the earliest first.
pub async fn due(db: &mut Connection, owner: PersonId, until: Date) -> Result<Vec<Due>> {
    rows!(
        db,
        Due,
        "select id, name, next_step, next_date from contacts
         where owner_id = $1 and removed_at is null and next_date <= $2
         order by next_date, sorted, id limit 20",
        owner,
        Text(until)
    )
    .await
}

/// Somebody in a book who may be meant.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Alike {
    /// The contact.
    pub id: ContactId,
    /// Its name.
    pub name: String,
    /// By what it was found: `e:` and an address, or the name without case and accents.
    pub found_by: String,
}

/// Everyone of a book, by each e-mail address and by name.
pub async fn known(db: &mut Connection, owner: PersonId) -> Result<Vec<Alike>> {
    rows!(
        db,
        Alike,
        "select contacts.id, name, word as found_by from contacts join contact_words on contact_words.contact_id = contacts.id
         where contact_words.owner_id = $1 and substr(word, 1, 2) = 'e:' and contacts.removed_at is null
         union all
         select id, name, sorted as found_by from contacts where owner_id = $1 and removed_at is null",
        owner
    )
    .await
}
