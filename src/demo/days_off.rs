//! A school calendar as districts of British Columbia publish theirs: statutory holidays, professional days,
//! two weeks in winter and two in spring. The dates are computed, so that the demo has them in any year.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

use crate::app::App;
use crate::district_calendar::{self, Kind, NewDay, school_year};

/// Adds this school year and the next.
pub async fn add(app: &App, today: Date) -> anyhow::Result<()> {
    let year = school_year(today);
    let days = [year_of(year)?, year_of(year + 1)?].concat();
    let mut db = app.write().await?;
    district_calendar::add(&mut db, app, &days).await?;
    db.commit().await?;
    Ok(())
}

fn year_of(year: i16) -> anyhow::Result<Vec<NewDay>> {
    let next = year + 1;
    let nth = |year: i16, month: i8, nth: i8, weekday: Weekday| -> anyhow::Result<Date> {
        Ok(date(year, month, 1).nth_weekday_of_month(nth, weekday)?)
    };
    let easter = easter(next)?;
    // The last Monday before 25 May.
    let victoria = date(next, 5, 25).nth_weekday(-1, Weekday::Monday)?;
    // The Monday of the week of Christmas, and a second week.
    let winter = date(year, 12, 26).nth_weekday(-1, Weekday::Monday)?;
    let spring = nth(next, 3, 3, Weekday::Monday)?;
    let one =
        |day: Date, name: &str, kind: Kind| NewDay { school: None, kind, first: day, last: day, name: name.to_owned() };
    let holiday = |day: Date, name: &str| one(day, name, Kind::Holiday);
    let learning = |day: Date| one(day, "Professional day", Kind::ProfessionalDay);
    let two_weeks = |monday: Date, name: &str| -> anyhow::Result<NewDay> {
        let last = monday.checked_add(11.days())?;
        Ok(NewDay { school: None, kind: Kind::Break, first: monday, last, name: name.to_owned() })
    };
    Ok(vec![
        holiday(nth(year, 9, 1, Weekday::Monday)?, "Labour Day"),
        learning(nth(year, 9, 4, Weekday::Friday)?),
        holiday(date(year, 9, 30), "National Day for Truth and Reconciliation"),
        holiday(nth(year, 10, 2, Weekday::Monday)?, "Thanksgiving"),
        learning(nth(year, 10, 4, Weekday::Friday)?),
        holiday(date(year, 11, 11), "Remembrance Day"),
        two_weeks(winter, "Winter break")?,
        learning(nth(next, 1, -1, Weekday::Friday)?),
        holiday(nth(next, 2, 3, Weekday::Monday)?, "Family Day"),
        two_weeks(spring, "Spring break")?,
        holiday(easter.checked_sub(2.days())?, "Good Friday"),
        holiday(easter.checked_add(1.day())?, "Easter Monday"),
        learning(nth(next, 5, 1, Weekday::Friday)?),
        holiday(victoria, "Victoria Day"),
    ])
}

/// Easter Sunday, by the method of Meeus, Jones and Butcher.
fn easter(year: i16) -> anyhow::Result<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Ok(Date::new(year, i8::try_from(month)?, i8::try_from(day)?)?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_days_are_where_they_belong() {
        assert_eq!(easter(2026).unwrap(), date(2026, 4, 5));
        assert_eq!(easter(2027).unwrap(), date(2027, 3, 28));
        let days = year_of(2026).unwrap();
        let on = |name: &str| days.iter().find(|day| day.name == name).map(|day| (day.first, day.last)).unwrap();
        assert_eq!(on("Labour Day").0, date(2026, 9, 7));
        assert_eq!(on("Family Day").0, date(2027, 2, 15));
        assert_eq!(on("Victoria Day").0, date(2027, 5, 24));
        assert_eq!(on("Winter break"), (date(2026, 12, 21), date(2027, 1, 1)));
        assert_eq!(on("Spring break"), (date(2027, 3, 15), date(2027, 3, 26)));
    }
}
