//! A gathering of today: it has an agenda and people who come, and waits for its host to begin, so that
//! the projector, the host's phone and checking in can be tried at once.

use calendar::rule::Rule;
use calendar::zone::Zone;
use jiff::ToSpan;
use jiff::civil::{Weekday, time};

use super::Cast;
use super::life::Dice;
use super::season::{Ideas, found, new_series, propose, told};
use crate::answers::{self, Wish};
use crate::app::App;
use crate::attendance::{self, State};
use crate::clock::Instant;
use crate::gatherings::{self, NewSeries};
use crate::topics;

/// Where it is past midnight when it is late at night in the district.
const EAST: &str = "America/Toronto";

/// Makes it: three quarters of an hour that began a few minutes ago.
pub async fn today(
    app: &App,
    cast: &Cast,
    (now, zone): (Instant, &Zone),
    ideas: &mut Ideas,
    dice: &mut Dice,
) -> anyhow::Result<()> {
    let mut local = zone.local(now.timestamp());
    let mut zone = zone.clone();
    // A gathering ends on the day it begins on. Late at night there is no room for one: colleagues further east, who have
    // tomorrow already, have theirs.
    if local.time() >= time(23, 15, 0, 0) {
        zone = EAST.parse()?;
        local = zone.local(now.timestamp());
    }
    let minute = local.time().minute();
    let starts = local.time().with().minute(minute - minute % 5).second(0).subsec_nanosecond(0).build()?;
    let weekday = match local.date().weekday() {
        Weekday::Monday => "mon",
        Weekday::Tuesday => "tue",
        Weekday::Wednesday => "wed",
        Weekday::Thursday => "thu",
        Weekday::Friday => "fri",
        Weekday::Saturday => "sat",
        Weekday::Sunday => "sun",
    };
    let day = local.date();
    let rule = Rule { weekdays: weekday.parse()?, every_weeks: 1, from: day, to: day, except: Vec::new() };
    let new = NewSeries {
        title: "A quick coffee today".to_owned(),
        about: "Three quarters of an hour, the projector, and whoever is in the building.".to_owned(),
        ..new_series(cast, rule, (starts, starts.checked_add(45.minutes())?), &zone)?
    };
    let series = found(app, &new).await?;
    let gatherings = gatherings::gatherings_of(&mut *app.read().await?, series).await?;
    let Some(gathering) = gatherings.first() else { return Ok(()) };
    // Short ones: four have their turn though it begins late.
    ideas.longest = 10;
    propose(app, cast, gathering, ideas, 4, dice).await?;
    let mut db = app.write().await?;
    let coming = cast.ids.iter().skip(8).step_by(9);
    for person in coming.clone() {
        answers::say(&mut db, app, gathering.id, *person, Wish::Yes, None).await.map_err(told)?;
    }
    topics::publish_fitted(&mut db, app, gathering, gathering.created_by).await?;
    db.commit().await?;
    app.clock.set(now);
    let mut db = app.write().await?;
    for person in coming.step_by(3) {
        attendance::record(&mut db, app, gathering, *person, Some(State::Came), *person).await.map_err(told)?;
    }
    db.commit().await?;
    Ok(())
}
