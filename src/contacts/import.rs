//! Taking over a file: read whole or not at all, looked at, and taken over in one transaction.

use std::collections::{BTreeMap, HashMap};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::contact::{Contact, Draft};
use super::store::find::Alike;
use super::{cards, change, reminder, sheet, store};
use crate::app::App;
use crate::database::Writing;
use crate::ids::{ContactId, ContactImportId, PersonId};
use crate::web::{Failure, Message};

/// What was read of a file, as it waits to be looked at.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Read {
    /// Whether it is one of cards; else it is a table.
    pub cards: bool,
    /// Each with its line or row.
    pub contacts: Vec<(usize, Draft)>,
    /// What no contact has room for: properties of cards and how often, or columns.
    pub left_out: BTreeMap<String, usize>,
    /// The columns that were read.
    pub columns: Vec<String>,
    /// Lists of cards, which are no contacts.
    pub groups: usize,
    /// Those who stood in the file twice, with the same name and address.
    pub twice: usize,
    /// Addresses, numbers, links and categories that somebody has beyond those a contact has room for.
    #[serde(default)]
    pub beyond: usize,
}

/// Reads a file of cards or a table.
///
/// # Errors
/// Everything that is wrong, with line or row.
pub fn read(bytes: &[u8], name: &str) -> Result<Read, Vec<Message>> {
    let start = String::from_utf8_lossy(bytes.get(..64).unwrap_or(bytes)).replace('\0', "").to_ascii_uppercase();
    let cards = start.contains("BEGIN:VCARD") || name.to_ascii_lowercase().ends_with(".vcf");
    let mut read = if cards { of_cards(bytes)? } else { of_table(bytes)? };
    if read.contacts.is_empty() {
        return Err(vec![Message::new("contacts-file-empty")]);
    }
    once_each(&mut read);
    Ok(read)
}

fn of_cards(bytes: &[u8]) -> Result<Read, Vec<Message>> {
    let file = vcard::read(bytes).map_err(|faults| faults.iter().map(said).collect::<Vec<_>>())?;
    let mut read = Read { cards: true, left_out: file.left_out, ..Read::default() };
    let mut wrong = Vec::new();
    for (line, card) in file.cards {
        if card.kind == vcard::Kind::Group {
            read.groups += 1;
            continue;
        }
        let name: String = card.name.chars().take(60).collect();
        match cards::draft(card) {
            Ok((draft, beyond)) => {
                read.contacts.push((line, draft));
                read.beyond += beyond;
            }
            Err(field) => {
                let line = i64::try_from(line).unwrap_or_default();
                wrong.push(
                    Message::new("contacts-card-field").with("line", line).with("name", name).with("field", field),
                );
            }
        }
    }
    wrong.truncate(vcard::MOST_FAULTS);
    if wrong.is_empty() { Ok(read) } else { Err(wrong) }
}

fn of_table(bytes: &[u8]) -> Result<Read, Vec<Message>> {
    let table = sheet::read(bytes)?;
    let left_out = table.unread.into_iter().map(|column| (column, 1)).collect();
    Ok(Read { contacts: table.rows, left_out, columns: table.read, beyond: table.beyond, ..Read::default() })
}

/// A fault in words.
fn said(fault: &vcard::Fault) -> Message {
    let most = match &fault.reason {
        vcard::Reason::TooLong { most, .. } => *most,
        vcard::Reason::TooManyValues(_) => vcard::MOST_VALUES,
        _ => vcard::MOST_CARDS,
    };
    Message::new("contacts-card-fault")
        .with("line", i64::try_from(fault.line).unwrap_or_default())
        .with("reason", fault.reason.key())
        .with("word", fault.reason.word())
        .with("most", i64::try_from(most).unwrap_or_default())
}

/// Puts those together that stand in a file twice: with the same name and an address in common.
fn once_each(read: &mut Read) {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut kept: Vec<(usize, Draft)> = Vec::new();
    for (line, draft) in std::mem::take(&mut read.contacts) {
        let name = draft.sorted();
        let keys: Vec<String> = draft.emails.iter().map(|email| format!("{name} {email}")).collect();
        let place = keys.iter().find_map(|key| places.get(key)).copied();
        let place = match place.and_then(|place| kept.get_mut(place).map(|(_, first)| (place, first))) {
            Some((place, first)) => {
                *first = first.merged(&draft);
                read.twice += 1;
                place
            }
            None => {
                kept.push((line, draft));
                kept.len() - 1
            }
        };
        places.extend(keys.into_iter().map(|key| (key, place)));
    }
    read.contacts = kept;
}

/// What to do with somebody who may be in the book already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Add what is new to the one that is there.
    Merge,
    /// Add another.
    Add,
    /// Leave them out.
    Leave,
}

impl Way {
    /// All of them.
    pub const ALL: [Way; 3] = [Way::Merge, Way::Add, Way::Leave];

    /// The word in forms.
    pub fn word(self) -> &'static str {
        match self {
            Way::Merge => "merge",
            Way::Add => "add",
            Way::Leave => "leave",
        }
    }
}

impl FromStr for Way {
    type Err = ();
    fn from_str(word: &str) -> Result<Way, ()> {
        Way::ALL.into_iter().find(|way| way.word() == word).ok_or(())
    }
}

/// Somebody of a file who may be in the book already.
#[derive(Debug, Clone)]
pub struct Double {
    /// Which of the file, from 0.
    pub place: usize,
    /// Who in the book.
    pub id: ContactId,
    /// Their name there.
    pub name: String,
    /// Whether an address is the same; else the name is.
    pub by_email: bool,
}

/// Who of a file may be in the book already.
pub fn doubles(contacts: &[(usize, Draft)], known: Vec<Alike>) -> Vec<Double> {
    let mut by: HashMap<String, Alike> = HashMap::new();
    for alike in known {
        by.entry(alike.found_by.clone()).or_insert(alike);
    }
    let double = |(place, (_, draft)): (usize, &(usize, Draft))| {
        let email = draft.emails.iter().find_map(|email| by.get(&format!("e:{email}")));
        let (alike, by_email) = email.map(|alike| (alike, true)).or_else(|| Some((by.get(&draft.sorted())?, false)))?;
        Some(Double { place, id: alike.id, name: alike.name.clone(), by_email })
    };
    contacts.iter().enumerate().filter_map(double).collect()
}

/// What came of it.
#[derive(Debug, Default, Clone, Copy)]
pub struct Taken {
    /// Contacts that are new.
    pub added: i64,
    /// Contacts that were there and say more now.
    pub merged: i64,
}

/// Takes over what was read, once. `way` says what to do with those who may be there.
///
/// # Errors
/// That it was taken over already, or that the book is full.
pub async fn take(
    db: &mut Writing,
    app: &App,
    me: PersonId,
    (id, read): (ContactImportId, &Read),
    way: impl Fn(&Double) -> Way,
) -> Result<Taken, Failure> {
    if !store::imports::take(db, id, app.now()).await? {
        return Err(Failure::Stale(Message::new("contacts-import-taken")));
    }
    let known = store::find::known(db, me).await?;
    let doubles: HashMap<usize, Double> =
        doubles(&read.contacts, known).into_iter().map(|double| (double.place, double)).collect();
    let now = app.now();
    // Of several that go into one contact, what stood there before the first is what an undo brings back.
    let mut first: HashMap<ContactId, Draft> = HashMap::new();
    let (mut fresh, mut taken): (Vec<Contact>, Taken) = (Vec::new(), Taken::default());
    for (place, (_, draft)) in read.contacts.iter().enumerate() {
        let double = doubles.get(&place);
        match (double.map(&way), double) {
            (Some(Way::Leave), _) => {}
            (Some(Way::Merge), Some(double)) => {
                let contact = change::mine(db, me, double.id).await?;
                let merged = contact.draft.merged(draft);
                if merged != contact.draft {
                    let again = first.contains_key(&contact.id);
                    let before = first.entry(contact.id).or_insert_with(|| contact.draft.clone());
                    let change =
                        store::Change { version: contact.version, before: Some(before), import: Some(id), now };
                    if !store::update(db, (me, contact.id), &merged, change).await? {
                        return Err(Failure::Stale(Message::new("contact-stale")));
                    }
                    reminder::want(db, app, contact.id, contact.draft.next_date, merged.next_date).await?;
                    taken.merged += i64::from(!again);
                }
            }
            _ => fresh.push(change::made(app, draft.clone(), now)?),
        }
    }
    change::room(db, me, fresh.len()).await?;
    store::insert(db, me, Some(id), &fresh).await?;
    for contact in &fresh {
        reminder::want(db, app, contact.id, None, contact.draft.next_date).await?;
    }
    taken.added = i64::try_from(fresh.len()).unwrap_or(i64::MAX);
    Ok(taken)
}

/// Takes an import back: who was new is removed, who was there says what they said before. What was changed
/// since stays.
///
/// # Errors
/// When the database fails.
pub async fn take_back(db: &mut Writing, app: &App, me: PersonId, id: ContactImportId) -> Result<(), Failure> {
    for written in store::imports::written(db, me, id).await? {
        if written.version == 1 {
            store::set_removed(db, me, written.id, Some(app.now())).await?;
        } else {
            let contact = change::mine(db, me, written.id).await?;
            if contact.before.is_some() {
                change::take_back(db, app, me, &contact, contact.version).await?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn who_stands_in_a_file_twice_is_one_and_who_shares_an_address_is_not() {
        let text = "Name,E-mail,Notes\nOndine Maybury,o@a.example,One\nONDINE MAYBURY,o@a.example,Two\nFern Hill,o@a.example,\n";
        let read = read(text.as_bytes(), "book.csv").unwrap();
        assert_eq!((read.contacts.len(), read.twice), (2, 1));
        assert_eq!(read.contacts.first().unwrap().1.notes, "One\n\nTwo");
    }
}
