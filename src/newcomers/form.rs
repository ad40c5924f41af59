//! Reading the five answers from a form or a program, and filling the form again.

use calendar::rule::Weekdays;
use circles::{Hope, Level};

use super::five::{Five, Tell};
use super::newcomer::Helped;
use crate::database::{Connection, Result};
use crate::ids::SchoolId;
use crate::schools;
use crate::web::{Input, Message, Problems};

/// How long each text may be, in characters.
pub const LONGEST: usize = 300;

/// How long the word on what was missing may be.
pub const MISSING: usize = 600;

/// The most schools somebody names.
pub const MOST_SCHOOLS: usize = 8;

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
        match named(db, &typed).await? {
            Some(school) => schools.push(school),
            None => problems.add(field, Message::new("welcome-unknown-school").with("typed", typed)),
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

/// The school of a name as somebody types it: the one that is called so, or the only one that is found by it.
async fn named(db: &mut Connection, typed: &str) -> Result<Option<SchoolId>> {
    let search = schools::Search { words: typed.to_owned(), level: None };
    let found = schools::search(db, &search, 20, 0).await?;
    let folded = roster::fold(typed);
    let called = found.iter().find(|school| roster::fold(&school.name) == folded);
    let only = if let [only] = &found[..] { Some(only) } else { None };
    Ok(called.or(only).map(|school| school.id))
}

/// A form with these answers.
pub async fn filled(db: &mut Connection, five: &Five) -> Result<Input> {
    let mut input = Input::filled([
        ("area", five.area.clone()),
        ("teaches", five.teaches.clone()),
        ("interests", five.interests.clone()),
    ]);
    let names = schools::names_of(db, &five.schools).await?;
    let mut fields = SCHOOL_FIELDS.into_iter();
    for school in &five.schools {
        let Some(name) = names.iter().find(|name| name.id == *school) else { continue };
        // More than fit in the fields are kept as they are.
        match fields.next() {
            Some(field) => input.add(field, name.name.clone()),
            None => input.add("schools", school.to_string()),
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
