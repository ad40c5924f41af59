//! Picking things of a kind by their words and by marks of their own, in the order of names: what a list with
//! filters needs (decision 10). The same index, so that what may not be seen is not picked either.

use finding::{Asked, Mark, Wish};
use uuid::Uuid;

use super::document::{Among, UNDATED, before_beginning, beginning};
use super::store::{self, ByName, Named, Wanted};
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
}

impl Pick {
    /// What is wished for; nothing when what was typed holds no word.
    fn wish(&self) -> Option<(Wish, Asked)> {
        let asked = Asked::read(&self.typed);
        let mut all = vec![Wish::whole(format!("k_{}", self.among.word())), Wish::whole("s_district")];
        all.extend(self.marks.iter().map(|ways| match ways.as_slice() {
            [only] => Wish::whole(only),
            some => Wish::Any(some.iter().map(Wish::whole).collect()),
        }));
        if !self.typed.trim().is_empty() {
            // The last of the wishes fits whatever fits any; two letters begin few enough names.
            let mut ways: Vec<Wish> = asked.wishes().pop().into_iter().collect();
            ways.extend(begun(&self.typed));
            if ways.is_empty() {
                return None;
            }
            all.push(Wish::Any(ways));
        }
        Some((Wish::All(all), asked))
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

/// How many things PostgreSQL looks at in their order before it gathers those that fit.
const GLANCE: i64 = 1_000;

/// How many more are read at once when many names begin alike.
const STRIDE: i64 = 500;

/// The first so many things behind the one of a number, by name. Numbers are in the order of the first ten letters;
/// those of a beginning are read together and put in the order of their whole names.
pub async fn pick(db: &mut Connection, pick: &Pick, after: Option<i64>, most: usize) -> Result<Picked> {
    let Some((has, asked)) = pick.wish() else { return Ok(Picked { ids: Vec::new(), next: None }) };
    let not = asked.without();
    let last = match after {
        Some(number) => {
            let only = Wanted {
                before: number.saturating_add(1),
                ..wanted(&has, not.as_ref(), &asked, number.saturating_sub(1))
            };
            stretch(db, &only, 1).await?.pop().map(|named| named.by_name())
        }
        None => None,
    };
    let mut behind = after.map_or(0, before_beginning);
    let mut stride = i64::try_from(most).unwrap_or(STRIDE) + 1;
    let mut found = Vec::new();
    loop {
        let some = stretch(db, &wanted(&has, not.as_ref(), &asked, behind), stride).await?;
        let ended = i64::try_from(some.len()).is_ok_and(|read| read < stride);
        behind = some.last().map_or(behind, |named| named.number);
        found.extend(some.into_iter().map(|named| (named.by_name(), named)));
        // Of the last beginning there may be more.
        let sure = if ended { i64::MAX } else { beginning(behind) };
        let fits = |name: &ByName| last.as_ref().is_none_or(|last| last < name) && name.0 < sure;
        if ended || found.iter().filter(|(name, _)| fits(name)).count() > most {
            found.retain(|(name, _)| fits(name));
            break;
        }
        stride = STRIDE;
    }
    found.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    let next = (found.len() > most).then(|| found.get(most - 1).map(|(_, named)| named.number)).flatten();
    Ok(Picked { ids: found.into_iter().take(most).map(|(_, named)| named.id).collect(), next })
}

/// The first of those that are wanted, in the order of their numbers.
async fn stretch(db: &mut Connection, wanted: &Wanted<'_>, most: i64) -> Result<Vec<Named>> {
    let (mut found, edge) = store::glance(db, wanted, GLANCE, most).await?;
    let left = most - i64::try_from(found.len()).unwrap_or(most);
    if let Some(edge) = edge.filter(|_| left > 0) {
        let far = Wanted { after: edge, ..wanted.clone() };
        found.extend(store::gather(db, &far, left).await?);
    }
    Ok(found)
}

/// How many there are in all, counted no further than `most`.
pub async fn count(db: &mut Connection, pick: &Pick, most: i64) -> Result<i64> {
    let Some((has, asked)) = pick.wish() else { return Ok(0) };
    let not = asked.without();
    store::count(db, &wanted(&has, not.as_ref(), &asked, 0), most).await
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
