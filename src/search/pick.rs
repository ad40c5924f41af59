//! Picking things of a kind by their words and by marks of their own, in the order of names: what a list with
//! filters needs (decision 10). The same index, so that what may not be seen is not picked either.

use finding::{Asked, Mark, Wish};
use uuid::Uuid;

use super::document::{Among, UNDATED, before_beginning, end_of_beginning};
use super::store::{self, Last, Wanted};
use crate::database::{Connection, Result};

/// What to pick.
#[derive(Debug, Clone)]
pub struct Pick {
    /// Among what.
    pub among: Among,
    /// Words, as typed; of none everything.
    pub typed: String,
    /// Marks that a thing must have: of each of these, one.
    pub marks: Vec<Vec<String>>,
}

/// What was picked.
#[derive(Debug)]
pub struct Picked {
    /// The things, the first names first.
    pub ids: Vec<Uuid>,
    /// The number behind which the next ones are; `None` when there are no more.
    pub next: Option<i64>,
    /// How many there are in all, counted no further than was asked for.
    pub number: i64,
}

impl Pick {
    /// What is wished for, and how one thing of the kind is told from another; nothing when what was typed holds no word.
    fn wish(&self) -> Option<Picking> {
        let asked = Asked::read(&self.typed);
        let marks = self.marks.iter().map(|ways| match ways.as_slice() {
            [only] => Wish::whole(only),
            some => Wish::Any(some.iter().map(Wish::whole).collect()),
        });
        let mut told: Vec<Wish> = marks.collect();
        if !self.typed.trim().is_empty() {
            // The last of the wishes fits whatever fits any; two letters begin few enough names.
            let mut ways: Vec<Wish> = asked.wishes().pop().into_iter().collect();
            ways.extend(begun(&self.typed));
            if ways.is_empty() {
                return None;
            }
            told.push(Wish::Any(ways));
        }
        let mut all = vec![Wish::whole(format!("k_{}", self.among.word())), Wish::whole("s_district")];
        all.extend(told.iter().cloned());
        Some(Picking { has: Wish::All(all), told: Wish::All(told), asked })
    }
}

/// What is wished for, as it is asked.
struct Picking {
    has: Wish,
    /// The part of it that not all of a kind have.
    told: Wish,
    asked: Asked,
}

/// When PostgreSQL looks among the nearest first.
#[derive(Debug, Clone, Copy)]
pub struct Walk {
    /// Of what it guesses so many documents to have, the first lie near, as a rule.
    pub common: i64,
    /// How many documents it looks at.
    pub walked: i64,
}

impl Default for Walk {
    fn default() -> Walk {
        Walk { common: 4_000, walked: 2_000 }
    }
}

/// A single word of two letters as the beginning of a name.
fn begun(typed: &str) -> Option<Wish> {
    let word = roster::fold(typed);
    (word.chars().count() == 2 && word.chars().all(char::is_alphanumeric))
        .then(|| Wish::Has(Mark::Begins(format!("t_w_{word}"))))
}

fn wanted<'a>(has: &'a Wish, not: Option<&'a Wish>, asked: &'a Asked, after: i64) -> Wanted<'a> {
    Wanted {
        has,
        not,
        phrases: asked.phrases(),
        without_phrases: asked.without_phrases(),
        after: after.max(UNDATED - 1),
        before: i64::MAX,
        descending: false,
    }
}

/// The first so many things behind the one of a number, by name, and how many there are in all, counted no further than
/// `counted`. Numbers are in the order of the first ten letters; those of a beginning are put in the order of their
/// whole names by the database, so that only a page is read.
pub async fn pick(db: &mut Connection, pick: &Pick, after: Option<i64>, most: usize, counted: i64) -> Result<Picked> {
    pick_so(db, pick, after, (most, counted), Walk::default()).await
}

/// The same, gone about in a certain way.
pub async fn pick_so(
    db: &mut Connection,
    pick: &Pick,
    after: Option<i64>,
    (most, counted): (usize, i64),
    walk: Walk,
) -> Result<Picked> {
    let Some(Picking { has, told, asked }) = pick.wish() else {
        return Ok(Picked { ids: Vec::new(), next: None, number: 0 });
    };
    let not = asked.without();
    let from = |number| wanted(&has, not.as_ref(), &asked, number);
    // One more than fit, to know whether there is a next page.
    let all = i64::try_from(most).unwrap_or(i64::MAX - 1) + 1;
    let mut found = Vec::new();
    let mut behind = 0;
    if let Some(number) = after {
        let last = store::last(db, number).await?.unwrap_or_default();
        behind = end_of_beginning(number);
        let alike = Wanted { before: behind.saturating_add(1), ..from(before_beginning(number)) };
        found = store::by_name(db, &alike, &last, all).await?;
    }
    // The planner takes what all of a kind have for independent of the rest, so it is not asked about that.
    let common = match &told {
        Wish::All(none) if none.is_empty() => true,
        told => store::estimate(db, told).await?.is_some_and(|number| number >= walk.common),
    };
    let near = store::near(db, &from(0), behind, (all, counted), common.then_some(walk.walked)).await?;
    let left = all - i64::try_from(found.len()).unwrap_or(all);
    if left > 0 {
        let last = near.edge.map_or(i64::MAX, end_of_beginning);
        found.extend(match near.few {
            Some(mut few) => {
                few.retain(|number| *number <= last);
                store::few_by_name(db, &few, left).await?
            }
            None => {
                let rest = Wanted { before: last.saturating_add(1), ..from(behind) };
                store::by_name(db, &rest, &Last::default(), left).await?
            }
        });
    }
    let next = (found.len() > most).then(|| found.get(most - 1).map(|named| named.number)).flatten();
    Ok(Picked { ids: found.into_iter().take(most).map(|named| named.id).collect(), next, number: near.number })
}

/// The mark of something a list can be filtered by: a word of the index that no text makes. `of` keeps marks of
/// different filters apart; `what` may be any text.
pub fn mark(of: char, what: &str) -> String {
    use sha2::{Digest, Sha256};
    let digest = Sha256::digest(what.as_bytes());
    let hex: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("f_{of}{hex}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_of_letters_that_both_engines_keep() {
        let mark = mark('t', "L’école «en forêt»");
        assert!(
            mark.starts_with("f_t")
                && mark.len() == 19
                && mark.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        );
        assert_ne!(mark, super::mark('o', "L’école «en forêt»"));
    }

    #[test]
    fn two_letters_begin_a_name_and_signs_begin_nothing() {
        assert!(begun("Él").is_some() && begun("é").is_none() && begun("a b").is_none());
        let pick = |typed: &str| Pick { among: Among::People, typed: typed.to_owned(), marks: Vec::new() };
        assert!(pick("%%").wish().is_none());
        assert!(pick(" ").wish().is_some());
    }
}
