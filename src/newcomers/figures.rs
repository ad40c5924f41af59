//! Did it help? Counts of a year, for stewards. What fewer than five said is not told, and of three counts none is
//! told where one of them would be of one to four people: the others would give it away.

use axum::extract::State;

use super::buddies;
use super::newcomer::{Helped, Newcomer};
use super::store;
use crate::app::App;
use crate::clock::Instant;
use crate::database::{Connection, Result};
use crate::web::{Answer, Cell, Sheet, SheetKind, Visit};

/// Below how many people nothing is told.
const FEWEST: i64 = 5;

/// How many newcomers of a year are counted, who answered last; of more it is said that there are.
const COUNTED: i64 = 1_000;

/// The counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// Whether more answered within the year than are counted here.
    pub more: bool,
    /// How many answered.
    pub answered: i64,
    /// Of how many a host was told.
    pub introduced: i64,
    /// How many came to a circle they were told of.
    pub came: i64,
    /// How many said whether it helped.
    pub said: i64,
    /// How many said yes, somewhat, no; none where too few said so.
    pub helped: Option<[i64; 3]>,
    /// What was missing, in their words and without their names; none where too few wrote anything.
    pub missing: Vec<String>,
}

impl Figures {
    fn of(newcomers: &[Newcomer], came: usize) -> Figures {
        let many = |which: &dyn Fn(&&Newcomer) -> bool| {
            i64::try_from(newcomers.iter().filter(which).count()).unwrap_or(i64::MAX)
        };
        let helped = Helped::ALL.map(|helped| many(&|newcomer| newcomer.helped == Some(helped)));
        let said = many(&|newcomer| newcomer.said_at.is_some());
        let mut missing: Vec<String> =
            newcomers.iter().map(|newcomer| newcomer.missing.clone()).filter(|missing| !missing.is_empty()).collect();
        // Not in the order in which they answered, which the list beside it has.
        missing.sort_unstable();
        Figures {
            more: false,
            answered: many(&|_| true),
            introduced: many(&|newcomer| newcomer.introduced_at.is_some()),
            came: i64::try_from(came).unwrap_or(i64::MAX),
            said,
            helped: helped
                .iter()
                .all(|count| *count == 0 || *count >= FEWEST)
                .then_some(helped)
                .filter(|_| said >= FEWEST),
            // Counted are those who wrote, not those who said how it was: one would be known by what they wrote.
            missing: if i64::try_from(missing.len()).unwrap_or(i64::MAX) >= FEWEST { missing } else { Vec::new() },
        }
    }
}

impl Figures {
    /// What the number of those who answered is called: all of a year, or the last of them.
    pub fn answered_key(&self) -> &'static str {
        if self.more { "newcomers-figure-answered-last" } else { "newcomers-figure-answered" }
    }
}

/// Of those who answered within a year.
pub async fn of_year(db: &mut Connection, now: Instant) -> Result<Figures> {
    of_last(db, now, COUNTED).await
}

/// Of the last so many of them.
pub async fn of_last(db: &mut Connection, now: Instant, most: i64) -> Result<Figures> {
    let mut newcomers = store::since(db, now.plus_days(-366), most + 1).await?;
    let more = i64::try_from(newcomers.len()).unwrap_or(i64::MAX) > most;
    newcomers.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    let came = buddies::came(db, &newcomers).await?;
    Ok(Figures { more, ..Figures::of(&newcomers, came.len()) })
}

async fn sheet(visit: &Visit, app: &App, kind: SheetKind) -> Answer {
    visit.steward()?;
    let figures = of_year(&mut *app.read().await?, visit.now).await?;
    let say = |key: &'static str| visit.language.say(key).to_string();
    let header = [say("newcomers-column-what"), say("newcomers-column-number")];
    let mut sheet = Sheet::begin(kind, "klatsch-newcomers", &header)?;
    for (key, number) in [
        (figures.answered_key(), figures.answered),
        ("newcomers-figure-introduced", figures.introduced),
        ("newcomers-figure-came", figures.came),
        ("newcomers-figure-said", figures.said),
    ] {
        sheet.row([Cell::from(say(key)), Cell::from(number)])?;
    }
    for (place, helped) in Helped::ALL.into_iter().enumerate() {
        let number = figures.helped.and_then(|helped| helped.get(place).copied());
        let cell = number.map_or_else(|| Cell::Text(say("newcomers-hidden")), Cell::from);
        sheet.row([Cell::from(say(helped.key())), cell])?;
    }
    sheet.give().await
}

/// `GET /newcomers/all/newcomers.csv`
pub async fn csv(visit: Visit, State(app): State<App>) -> Answer {
    sheet(&visit, &app, SheetKind::Csv).await
}

/// `GET /newcomers/all/newcomers.xlsx`
pub async fn xlsx(visit: Visit, State(app): State<App>) -> Answer {
    sheet(&visit, &app, SheetKind::Xlsx).await
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::ids::NewcomerId;
    use crate::newcomers::Five;

    fn said(helped: Helped, missing: &str) -> Newcomer {
        let five = Five { area: "here".to_owned(), ..Five::default() };
        let mut newcomer = Newcomer::new(NewcomerId(uuid::Uuid::nil()), &five, Instant(0));
        newcomer.helped = Some(helped);
        newcomer.missing = missing.to_owned();
        newcomer.said_at = Some(Instant(1));
        newcomer
    }

    #[test]
    fn what_fewer_than_five_said_is_not_told_and_cannot_be_taken_from_the_whole() {
        let yes = |many: usize| vec![said(Helped::Yes, "More dates"); many];
        assert_eq!(Figures::of(&yes(4), 0).helped, None);
        assert!(Figures::of(&yes(4), 0).missing.is_empty());
        assert_eq!(Figures::of(&yes(5), 0).helped, Some([5, 0, 0]));
        assert_eq!(Figures::of(&yes(5), 0).missing.len(), 5);
        let one_wrote = [vec![said(Helped::Yes, ""); 9], vec![said(Helped::Yes, "Someone to talk to")]].concat();
        assert!(Figures::of(&one_wrote, 0).missing.is_empty(), "what one of ten wrote is known to be theirs");
        let one_no = [yes(9), vec![said(Helped::No, "")]].concat();
        assert_eq!((Figures::of(&one_no, 0).helped, Figures::of(&one_no, 0).said), (None, 10));
    }
}
