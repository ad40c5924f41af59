//! What the index of words is asked, in a text for each engine.
//!
//! SQLite's full-text table intersects lists of numbers in their order and stops when there is enough.
//! PostgreSQL has two ways: it walks the documents in order and looks what words they have, which is short
//! when many fit; or its inverted index gathers those that fit, which is short when few do. Its planner
//! takes words for independent of each other and is wrong by a thousand times, so the way is told.

use finding::Wish;

/// Which documents are wanted.
#[derive(Debug, Clone)]
pub struct Wanted<'a> {
    /// The marks they have.
    pub has: &'a Wish,
    /// The marks they have not.
    pub not: Option<&'a Wish>,
    /// What their plain text holds; of more than two phrases the first two count.
    pub phrases: &'a [String],
    /// What it does not hold; of more than one phrase the first counts.
    pub without_phrases: &'a [String],
    /// After this number,
    pub after: i64,
    /// before this,
    pub before: i64,
    /// the greatest first.
    pub descending: bool,
}

/// What `search_words` is asked for; `{number}` and `{match}` are the engine's words for it.
macro_rules! wanted {
    ($number:literal, $match:literal) => {
        concat!(
            "select ",
            $number,
            " as number from search_words
             where ",
            $match,
            " and ",
            $number,
            " > $2 and ",
            $number,
            " < $3
               and ((cast($4 as text) is null and cast($6 as text) is null)
                    or exists (select 1 from search_documents p where p.number = search_words.",
            $number,
            "
                               and (cast($4 as text) is null or p.plain like $4)
                               and (cast($5 as text) is null or p.plain like $5)
                               and (cast($6 as text) is null or p.plain not like $6)))"
        )
    };
}
pub(super) const SQLITE: &str = wanted!("rowid", "search_words match $1");
pub(super) const POSTGRES: &str = wanted!("number", "{conditions}");
/// The same of very many numbers: of all, of all that have no time, of all that is over. To gather those from the index
/// of numbers takes longer than to look at the numbers of what the index of words gathers; only what is coming is little.
pub(super) const POSTGRES_ALL: &str = wanted!("number + 0", "{conditions}");

/// How many values every text has; conditions on the words follow where there are more than the first, then what
/// else a text asks for.
pub(super) const VALUES: usize = 7;

/// Which way PostgreSQL goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// By the inverted index.
    Gathering,
    /// As its planner likes, but it is not asked which words begin so: of how many documents they are its planner does not
    /// know, and its inverted index gathers all before it walks a few.
    Glancing,
    /// From document to document.
    Walking,
}

/// A text of PostgreSQL with its conditions on the words: the first is the first value, the others follow `values`. No
/// index is asked whether something is true.
pub(super) fn with_conditions(text: &str, conditions: &[String], values: usize, way: Way) -> String {
    let condition = |(at, condition): (usize, &String)| {
        let words = format!("words @@ cast(${} as tsquery)", if at == 0 { 1 } else { values + at });
        match way {
            Way::Walking => format!("({words}) is true"),
            Way::Glancing if condition.contains(":*") => format!("({words}) is true"),
            Way::Glancing | Way::Gathering => words,
        }
    };
    text.replace("{conditions}", &conditions.iter().enumerate().map(condition).collect::<Vec<_>>().join(" and "))
}

/// A query with its values.
macro_rules! asked {
    ($query:expr, $wishes:expr, $wanted:expr, $most:expr) => {{
        let phrase = |at: usize| $wanted.phrases.get(at).map(|phrase| format!("%{phrase}%"));
        let without = $wanted.without_phrases.first().map(|phrase| format!("%{phrase}%"));
        let mut wishes = $wishes.into_iter();
        let query = $query
            .bind(wishes.next())
            .bind($wanted.after)
            .bind($wanted.before)
            .bind(phrase(0))
            .bind(phrase(1))
            .bind(without)
            .bind($most);
        wishes.fold(query, |query, wish| query.bind(wish))
    }};
}

/// The same on SQLite, which has one condition and one plan.
macro_rules! asked_sqlite {
    ($query:ident::<$($kind:ty),+>, $text:expr, $wanted:expr, $most:expr) => {{
        let wish = [fts5_but_not($wanted.has, $wanted.not)];
        asked!(sqlx::$query::<$($kind),+>(sqlx::AssertSqlSafe($text)), wish, $wanted, $most)
    }};
}

/// The same on PostgreSQL, which plans anew for each search, and goes one [`Way`].
macro_rules! asked_postgres {
    ($query:ident::<$($kind:ty),+>, $text:expr, $wanted:expr, $most:expr, $way:ident) => {{
        let conditions = tsqueries($wanted.has, $wanted.not);
        let text = with_conditions(&$text, &conditions, VALUES, Way::$way);
        asked!(sqlx::$query::<$($kind),+>(sqlx::AssertSqlSafe(text)), conditions, $wanted, $most).persistent(false)
    }};
}

pub(super) use {asked, asked_postgres, asked_sqlite};
