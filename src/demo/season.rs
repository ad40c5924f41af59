//! The season: a weekly lunch half over, a quieter table every other week, and one evening for everyone.

use calendar::rule::{Except, Rule};
use calendar::zone::Zone;
use jiff::civil::{Date, Time, Weekday, time};
use jiff::{Span, ToSpan};

use super::life::Dice;
use super::today::today;
use super::topics::{IDEAS, Idea};
use super::{Cast, keep};
use crate::answers::{self, Wish};
use crate::app::App;
use crate::attendance::{self, State};
use crate::clock::Instant;
use crate::gatherings::{self, Audience, Gathering, NewSeries, Place};
use crate::ids::{PersonId, SeriesId};
use crate::jobs;
use crate::people::Role;
use crate::records;
use crate::topics::{self, Proposal};

/// Lives through everything from two months ago to `now`.
pub async fn live(app: &App, cast: &Cast, now: Instant) -> anyhow::Result<()> {
    let zone: Zone = super::DISTRICT.1.parse()?;
    let date = zone.today(now.timestamp());
    let mut dice = Dice::new(2026);
    let lunch = lunch(app, cast, date, &zone).await?;
    answer_the_season(app, cast, lunch, &mut dice).await?;
    let table = table(app, cast, date, &zone).await?;
    evening(app, cast, date, &zone).await?;
    let mut ideas = Ideas { next: 0, longest: 15 };
    let mut week = 0;
    for series in [lunch, table] {
        let gatherings = gatherings::gatherings_of(&mut *app.read().await?, series).await?;
        let mut coming = 0;
        for gathering in gatherings {
            let weekly = series == lunch;
            if gathering.is_over(now) {
                propose(app, cast, &gathering, &mut ideas, if weekly { 4 } else { 2 }, &mut dice).await?;
                meet(app, cast, &gathering, weekly, &mut dice).await?;
                if weekly {
                    keep::after(app, &gathering, week).await?;
                    week += 1;
                }
                // Letters go out when they are written, so that the mailbox tells them in order.
                jobs::run_due(app).await?;
            } else if coming < 2 {
                // The next one has a full table and no agenda yet: that is the host's to fit.
                let many = match (weekly, coming) {
                    (true, 0) => 6,
                    (true, _) | (false, 0) => 2,
                    (false, _) => 1,
                };
                let at = gathering.starts_at.plus_days(-6).min(now.plus_seconds(-3600));
                app.clock.set(at);
                propose(app, cast, &gathering, &mut ideas, many, &mut dice).await?;
                if weekly && coming == 0 {
                    keep::treats(app, cast, &gathering).await?;
                }
                coming += 1;
            }
        }
    }
    today(app, cast, (now, &zone), &mut ideas, &mut dice).await?;
    app.clock.set(now);
    contested(app, cast, lunch).await
}

/// At the last lunch but one a teacher sat at the back and was not seen; the host is asked to look again.
async fn contested(app: &App, cast: &Cast, lunch: SeriesId) -> anyhow::Result<()> {
    let teacher = cast.staff.iter().position(|one| one.email == super::staff::TEACHER);
    let (Some(teacher), Some(host)) = (teacher.and_then(|place| cast.ids.get(place)), cast.ids.first()) else {
        return Ok(());
    };
    let now = app.now();
    let gatherings = gatherings::gatherings_of(&mut *app.read().await?, lunch).await?;
    let held: Vec<_> = gatherings.iter().filter(|gathering| gathering.is_held(now)).collect();
    let Some(gathering) = held.iter().rev().nth(1) else { return Ok(()) };
    app.clock.set(gathering.ends_at.plus_seconds(-120));
    let mut db = app.write().await?;
    attendance::record(&mut db, app, gathering, *teacher, Some(State::Absent), *host).await.map_err(told)?;
    db.commit().await?;
    app.clock.set(now.plus_seconds(-7200));
    let why = "I came in late from supervision and sat at the back, by the graphic novels.";
    let mut db = app.write().await?;
    records::contest(&mut db, app, gathering, *teacher, (records::Claim::Came, why)).await.map_err(told)?;
    db.commit().await?;
    app.clock.set(now);
    Ok(())
}

fn monday(date: Date) -> anyhow::Result<Date> {
    Ok(date
        .nth_weekday(-1, Weekday::Monday)
        .map(|before| if date.weekday() == Weekday::Monday { date } else { before })?)
}

fn days(date: Date, span: Span) -> anyhow::Result<Date> {
    Ok(date.checked_add(span)?)
}

/// Wednesdays at lunch, five weeks back and seven ahead, at the host's school.
async fn lunch(app: &App, cast: &Cast, today: Date, zone: &Zone) -> anyhow::Result<SeriesId> {
    let week = monday(today)?;
    let rule = Rule {
        weekdays: "wed".parse()?,
        every_weeks: 1,
        from: days(week, -5.weeks())?,
        to: days(week, 8.weeks())?,
        except: vec![Except { date: days(week, (3 * 7 + 2).days())?, reason: "Professional day".to_owned() }],
    };
    let new = NewSeries {
        title: "Coffee, Curriculum & Conversation".to_owned(),
        about: "Once a week at lunch the learning commons is open and the coffee is on. Bring a lesson you tried, a tool, a \
                book, a question. Come when you can."
            .to_owned(),
        ..new_series(cast, rule, (time(12, 5, 0, 0), time(12, 45, 0, 0)), zone)?
    };
    found(app, &new).await
}

/// Every other Thursday after school, for the teacher-librarians, around one table of ten.
async fn table(app: &App, cast: &Cast, today: Date, zone: &Zone) -> anyhow::Result<SeriesId> {
    let week = monday(today)?;
    let rule = Rule {
        weekdays: "thu".parse()?,
        every_weeks: 2,
        from: days(week, -6.weeks())?,
        to: days(week, 8.weeks())?,
        except: Vec::new(),
    };
    let librarians: Vec<_> = with_role(cast, Role::TeacherLibrarian);
    let new = NewSeries {
        title: "The teacher-librarians’ table".to_owned(),
        about: "Ten chairs, one pot of tea, and what nobody else in the school can help with.".to_owned(),
        audience: Audience::Invited,
        capacity: Some(10),
        invited: librarians.clone(),
        ..new_series(cast, rule, (time(15, 30, 0, 0), time(16, 30, 0, 0)), zone)?
    };
    let series = found(app, &new).await?;
    let mut db = app.write().await?;
    for person in librarians.iter().take(13) {
        answers::say_series(&mut db, app, series, *person, Wish::Yes).await.map_err(told)?;
    }
    db.commit().await?;
    Ok(series)
}

/// One evening that the public may come to.
async fn evening(app: &App, cast: &Cast, today: Date, zone: &Zone) -> anyhow::Result<()> {
    let day = days(monday(today)?, (2 * 7 + 3).days())?;
    let rule = Rule { weekdays: "thu".parse()?, every_weeks: 1, from: day, to: day, except: Vec::new() };
    let new = NewSeries {
        title: "An evening in the learning commons".to_owned(),
        about: "A storyteller, soup, and students who show what they are working on. Families are welcome.".to_owned(),
        audience: Audience::Public,
        ..new_series(cast, rule, (time(18, 30, 0, 0), time(20, 0, 0, 0)), zone)?
    };
    found(app, &new).await?;
    Ok(())
}

pub(super) fn new_series(cast: &Cast, rule: Rule, hours: (Time, Time), zone: &Zone) -> anyhow::Result<NewSeries> {
    let host = cast.ids.first().copied().ok_or_else(|| anyhow::anyhow!("the demo has nobody"))?;
    Ok(NewSeries {
        title: String::new(),
        about: String::new(),
        rule,
        follows_calendar: true,
        starts: hours.0,
        ends: hours.1,
        zone: zone.clone(),
        place: Place { school: cast.schools.first().copied(), room: "Library learning commons".to_owned(), link: None },
        audience: Audience::District,
        capacity: None,
        welcome_minutes: 3,
        close_minutes: 2,
        hosts: vec![host],
        invited: Vec::new(),
    })
}

pub(super) async fn found(app: &App, new: &NewSeries) -> anyhow::Result<SeriesId> {
    let host = new.hosts.first().copied().ok_or_else(|| anyhow::anyhow!("a series without a host"))?;
    let mut db = app.write().await?;
    let id = gatherings::found(&mut db, app, host, new).await?;
    db.commit().await?;
    Ok(id)
}

fn with_role(cast: &Cast, role: Role) -> Vec<PersonId> {
    let found = cast.staff.iter().zip(&cast.ids).filter(|(colleague, _)| colleague.roles.contains(&role));
    found.map(|(_, id)| *id).collect()
}

/// A third of the district says yes to the season, some say maybe. The newcomer has not heard of it.
async fn answer_the_season(app: &App, cast: &Cast, series: SeriesId, dice: &mut Dice) -> anyhow::Result<()> {
    let mut db = app.write().await?;
    for (index, person) in cast.ids.iter().enumerate() {
        let wish = match dice.roll(100) {
            _ if index == 2 || index == 3 => continue,
            0..32 => Wish::Yes,
            32..42 => Wish::Maybe,
            42..46 => Wish::No,
            _ => continue,
        };
        answers::say_series(&mut db, app, series, *person, wish).await.map_err(told)?;
    }
    db.commit().await?;
    Ok(())
}

/// The verbs answer with what a page would show; the demo only needs to stop.
pub fn told(failure: crate::web::Failure) -> anyhow::Error {
    anyhow::anyhow!("{}", failure.sentence(crate::web::Language::English))
}

/// Hands the ideas out, one after the other.
pub(super) struct Ideas {
    next: usize,
    /// Longer ones, in minutes, are passed over.
    pub(super) longest: i64,
}

impl Ideas {
    fn take(&mut self) -> Option<&'static Idea> {
        let ahead = IDEAS.iter().cycle().skip(self.next % IDEAS.len()).take(IDEAS.len());
        let (passed, idea) = ahead.enumerate().find(|(_, idea)| idea.minutes <= self.longest)?;
        self.next += passed + 1;
        Some(idea)
    }
}

/// Before a gathering: topics, who is keen, an excuse or two, and the agenda.
pub(super) async fn propose(
    app: &App,
    cast: &Cast,
    gathering: &Gathering,
    ideas: &mut Ideas,
    many: usize,
    dice: &mut Dice,
) -> anyhow::Result<()> {
    let before = gathering.starts_at.plus_days(-3);
    if before < app.now() || app.now() < gathering.starts_at.plus_days(-7) {
        app.clock.set(before.min(app.now().max(before)));
    }
    let mut db = app.write().await?;
    for _ in 0..many {
        let Some(idea) = ideas.take() else { continue };
        let by = cast.ids.get(dice.roll(cast.ids.len())).copied().unwrap_or(gathering.created_by);
        let tags: Vec<_> = idea.tags.split(", ").collect();
        let proposal = Proposal {
            title: idea.title.to_owned(),
            about: idea.about.to_owned(),
            tags: topics::Tags::of(&tags),
            minutes: idea.minutes,
        };
        let topic = topics::propose(&mut db, app, gathering, by, &proposal).await?;
        for _ in 0..dice.roll(9) {
            let who = cast.ids.get(dice.roll(cast.ids.len())).copied().unwrap_or(by);
            if who != by {
                topics::say_keen(&mut db, topic, who, Some(true), Some(dice.is(15)), app.now()).await?;
            }
        }
    }
    db.commit().await?;
    Ok(())
}

/// The gathering itself: excuses, the agenda, who came, guests, and what was carried over.
async fn meet(app: &App, cast: &Cast, gathering: &Gathering, weekly: bool, dice: &mut Dice) -> anyhow::Result<()> {
    let host = gathering.created_by;
    app.clock.set(gathering.starts_at.plus_days(-1));
    let mut db = app.write().await?;
    let said = answers::said(&mut db, gathering.id).await?;
    for said in &said {
        if dice.is(8) {
            answers::say(&mut db, app, gathering.id, said.person_id, Wish::No, Some("Parent conferences"))
                .await
                .map_err(told)?;
        }
    }
    topics::publish_fitted(&mut db, app, gathering, host).await?;
    db.commit().await?;
    app.clock.set(gathering.ends_at.plus_seconds(-300));
    let mut db = app.write().await?;
    for said in answers::said(&mut db, gathering.id).await? {
        let state = match said.answer {
            answers::Answer::Yes if dice.is(78) => Some(State::Came),
            answers::Answer::Yes => Some(State::Absent),
            answers::Answer::Maybe if dice.is(40) => Some(State::Came),
            answers::Answer::No if said.excuse.is_some() => Some(State::Excused),
            _ => None,
        };
        if state.is_some() {
            attendance::record(&mut db, app, gathering, said.person_id, state, host).await.map_err(told)?;
        }
    }
    if weekly {
        for _ in 0..dice.roll(6) {
            let who = cast.ids.get(4 + dice.roll(cast.ids.len().saturating_sub(4))).copied().unwrap_or(host);
            if answers::mine(&mut db, gathering.id, who).await?.is_none() {
                attendance::record(&mut db, app, gathering, who, Some(State::Came), host).await.map_err(told)?;
            }
        }
        let guests = i64::try_from(dice.roll(5)).unwrap_or(0);
        attendance::record_guests(&mut db, app, gathering, guests, host).await.map_err(told)?;
    }
    db.commit().await?;
    app.clock.set(gathering.ends_at.plus_seconds(3600));
    let mut db = app.write().await?;
    topics::settle(&mut db, app, gathering, &std::collections::HashMap::new()).await?;
    db.commit().await?;
    Ok(())
}
