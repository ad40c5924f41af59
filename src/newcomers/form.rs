//! Reading the five answers from a form or a program, and filling the form again.

use calendar::rule::Weekdays;
use circles::{Hope, Level};

use super::five::{Five, Tell};
use super::newcomer::Helped;
use crate::database::{Connection, Result};
use crate::ids::SchoolId;
use crate::schools::{self, School};
use crate::web::{Input, Message, Problems};

/// How long each text may be, in characters.
pub const LONGEST: usize = 300;

/// How long the word on what was missing may be.
pub const MISSING: usize = 600;

/// The most schools somebody names.
pub const MOST_SCHOOLS: usize = 8;

/// How many schools that could be meant are looked at, and how many of them are told.
const MOST_FOUND: usize = 100;
const MOST_TOLD: usize = 5;

/// The fields in which a school is typed by name.
pub const SCHOOL_FIELDS: [&str; 3] = ["school", "school_2", "school_3"];

/// What the form sends; a program sends `schools`, a list of identifiers, instead of the names.
const FIELDS: [&str; 9] = ["schools", "area", "changes", "days", "teaches", "levels", "interests", "hopes", "tells"];

/// Reads the answers. Every question may be left out, but not all of them.
pub async fn read(db: &mut Connection, input: &Input, problems: &mut Problems) -> Result<Five> {
    input.only(&FIELDS, problems);
    let mut schools: Vec<SchoolId> = input.choices("schools", problems);
    if schools.len() > MOST_SCHOOLS {
        problems.add("schools", Message::new("welcome-many-schools").with("most", 8_i64));
        schools.truncate(MOST_SCHOOLS);
    }
    let known = schools::names_of(db, &schools).await?;
    if schools.iter().any(|school| known.iter().all(|name| name.id != *school)) {
        problems.add("schools", "problem-choice");
    }
    for field in SCHOOL_FIELDS {
        let typed = input.line(field, 0..=LONGEST, problems);
        if typed.is_empty() {
            continue;
        }
        match &meant(db, &typed).await?[..] {
            [] => problems.add(field, Message::new("welcome-unknown-school").with("typed", typed)),
            [school] => schools.push(school.id),
            several => {
                let told = several.iter().take(MOST_TOLD).map(with_city).collect::<Vec<_>>();
                let search = schools::Search { words: typed.clone(), level: None };
                let more = if several.len() < MOST_FOUND {
                    many(several.len())
                } else {
                    schools::count_found(db, &search).await?
                };
                let message = Message::new("welcome-several-schools").with("typed", typed);
                let message = message.with("schools", told.join(" · ")).with("more", more - many(told.len()));
                problems.add(field, message);
            }
        }
    }
    schools.sort_unstable();
    schools.dedup();
    let mut days = Weekdays::NONE;
    for day in input.choices::<Weekdays>("days", problems) {
        days = day.iter().fold(days, Weekdays::with);
    }
    let five = Five {
        schools,
        area: input.line("area", 0..=LONGEST, problems),
        changes: input.ticked("changes", problems),
        days,
        teaches: input.line("teaches", 0..=LONGEST, problems),
        levels: each(input.choices::<Level>("levels", problems)),
        interests: input.text("interests", 0..=LONGEST, problems),
        hopes: each(input.choices::<Hope>("hopes", problems)),
        tells: input.choices::<Tell>("tells", problems),
    };
    let said = Five { tells: Vec::new(), ..five.clone() };
    if problems.is_empty() && said == Five::default() {
        problems.add("interests", "welcome-nothing-said");
    }
    Ok(five)
}

fn each<T: Ord>(mut of: Vec<T>) -> Vec<T> {
    of.sort_unstable();
    of.dedup();
    of
}

/// The schools that somebody may mean who types this: the one that is told from others like this, else those that are
/// called so, else those that are found by it. Of two of one name in one town, the first.
async fn meant(db: &mut Connection, typed: &str) -> Result<Vec<School>> {
    let folded = roster::fold(typed);
    let search = schools::Search { words: typed.to_owned(), level: None };
    let found = schools::search(db, &search, many(MOST_FOUND), 0).await?;
    if let Some(told) = found.iter().find(|school| roster::fold(&with_city(school)) == folded) {
        return Ok(vec![told.clone()]);
    }
    let called: Vec<School> = found.iter().filter(|school| roster::fold(&school.name) == folded).cloned().collect();
    Ok(if called.is_empty() { found } else { called })
}

fn many(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The name of a school as it is told from others of that name.
fn with_city(school: &School) -> String {
    school.city.as_ref().map_or_else(|| school.name.clone(), |city| format!("{}, {city}", school.name))
}

/// The name of a school as it is typed: with its city where another is called so too.
async fn as_typed(db: &mut Connection, school: &School) -> Result<String> {
    let alone = meant(db, &school.name).await?.len() == 1;
    Ok(if alone { school.name.clone() } else { with_city(school) })
}

/// A form with these answers.
pub async fn filled(db: &mut Connection, five: &Five) -> Result<Input> {
    let mut input = Input::filled([
        ("area", five.area.clone()),
        ("teaches", five.teaches.clone()),
        ("interests", five.interests.clone()),
    ]);
    let known = schools::some(db, &five.schools).await?;
    let mut fields = SCHOOL_FIELDS.into_iter();
    for school in &five.schools {
        let Some(school) = known.iter().find(|one| one.id == *school) else { continue };
        // More than fit in the fields are kept as they are.
        match fields.next() {
            Some(field) => input.add(field, as_typed(db, school).await?),
            None => input.add("schools", school.id.to_string()),
        }
    }
    if five.changes {
        input.add("changes", "yes");
    }
    five.days.iter().for_each(|day| input.add("days", Weekdays::code(day)));
    five.levels.iter().for_each(|level| input.add("levels", level.word()));
    five.hopes.iter().for_each(|hope| input.add("hopes", hope.word()));
    five.tells.iter().for_each(|tell| input.add("tells", tell.word()));
    Ok(input)
}

/// What somebody says a month later.
pub fn read_month(input: &Input, problems: &mut Problems) -> Option<(Helped, String)> {
    input.only(&["helped", "missing"], problems);
    let helped = input.needed_choice::<Helped>("helped", problems);
    let missing = input.text("missing", 0..=MISSING, problems);
    helped.map(|helped| (helped, missing))
}
