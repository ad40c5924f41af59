//! The two networks of the demo: one that anybody joins, and one of the teacher-librarians and their teams.

use std::collections::HashSet;

use jiff::Span;
use jiff::civil::Date;

use super::{Cast, DISTRICT, staff};
use crate::app::App;
use crate::database::Writing;
use crate::gatherings::{self, Viewer};
use crate::ids::{NetworkId, PersonId, YearId};
use crate::networks::{self, Audience, Joining, Leading, NewNetwork, Role};
use crate::resources::{self, NewLink, Of};
use crate::years::NewYear;
use crate::{people, teams, years};

const DESIGN: &str = "We use **design thinking** with our classes: understand, imagine, make, test, and share what did not \
work too. Three gatherings a year, a kit that travels from school to school, and an exhibit at the expo in spring.\n\n\
- You need no experience, and no 3D printer.\n- Bring a problem your students care about.";

const LIBRARY: &str = "Every school’s **learning commons** is led by a team: a teacher-librarian, a classroom teacher and an \
administrator. We visit each other, agree a goal for our school, and help each other to reach it.\n\n\
Ask to join with your team, or alone if your school has no team yet.";

/// Makes them, with their members.
pub async fn make(app: &App, cast: &Cast) -> anyhow::Result<Option<NetworkId>> {
    let of_address =
        |address: &str| cast.staff.iter().position(|one| one.email == address).and_then(|at| cast.ids.get(at)).copied();
    let (Some(host), Some(teacher)) = (of_address(staff::HOST), of_address(staff::TEACHER)) else { return Ok(None) };
    let new = |name: &str, about: &str, joining, leading| NewNetwork {
        name: name.to_owned(),
        about: about.to_owned(),
        joining,
        audience: Audience::Public,
        leading,
    };
    let mut db = app.write().await?;
    let design = new("Design Thinking Network", DESIGN, Joining::Open, Leading::Leads);
    let design =
        networks::make(&mut db, app, teacher, design).await.map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
    let library = new("Library Learning Commons Network", LIBRARY, Joining::Request, Leading::Chair);
    let library =
        networks::make(&mut db, app, host, library).await.map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
    for (at, (person, colleague)) in cast.ids.iter().zip(&cast.staff).enumerate() {
        if colleague.email == staff::NEWCOMER {
            continue;
        }
        let librarian = colleague.roles.contains(&people::Role::TeacherLibrarian);
        if at % 4 == 1 && *person != teacher {
            let role = if at % 16 == 1 { Role::Committee } else { Role::Member };
            networks::put(&mut db, app, design, *person, role)
                .await
                .map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
        }
        if (librarian || at % 5 == 0) && *person != host {
            let role = if librarian && at % 3 == 0 { Role::Committee } else { Role::Member };
            networks::put(&mut db, app, library, *person, role)
                .await
                .map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
        }
    }
    let today = DISTRICT.1.parse::<calendar::zone::Zone>()?.today(app.now().timestamp());
    for (network, by) in [(design, teacher), (library, host)] {
        let (first_date, last_date) = years::school_year(today);
        let steps =
            [("First gathering", 7), ("Second gathering", 19), ("Third gathering", 31), ("Expo of Awesome", 37)];
        let milestones = steps
            .map(|(step, week)| {
                (step.to_owned(), wednesday(first_date, if network == library { week } else { week + 1 }))
            })
            .to_vec();
        let title = years::title_of(first_date, last_date);
        let year =
            years::insert(&mut db, app, (network, by), NewYear { title, first_date, last_date, milestones }).await?;
        if network == library {
            teams_of(&mut db, app, cast, (network, year), by).await?;
        }
    }
    let told = (
        "The kits are back",
        "Both design kits are in the learning commons. **Write your name on the list**, and fetch one.",
    );
    years::announce(&mut db, app, (design, teacher), told).await?;
    for (network, by, address, title) in [
        (library, host, "https://handbook.example/learning-commons", "The handbook of the learning commons"),
        (library, host, "https://forms.example/visit-day", "The form for the visit day"),
        (design, teacher, "https://kits.example/list", "What is in the design kits"),
    ] {
        let link = NewLink { title: title.to_owned(), address: address.to_owned() };
        resources::add_link(&mut db, app, (Of::Network(network), None), by, &link).await?;
    }
    db.commit().await?;
    Ok(Some(library))
}

/// The Wednesday of a week of the year.
fn wednesday(first: Date, week: i64) -> Option<Date> {
    let monday = first.checked_sub(Span::new().days(i64::from(first.weekday().to_monday_zero_offset()))).ok()?;
    monday.checked_add(Span::new().weeks(week).days(2)).ok()
}

/// A team for each of the first schools, some of them incomplete.
async fn teams_of(
    db: &mut Writing,
    app: &App,
    cast: &Cast,
    (network, year): (NetworkId, YearId),
    by: PersonId,
) -> anyhow::Result<()> {
    teams::set_seats(db, network, &teams::USUAL).await?;
    let mut inside: HashSet<PersonId> = networks::member_ids(db, network).await?.into_iter().collect();
    for (at, school) in cast.schools.iter().take(8).enumerate() {
        let team =
            teams::begin(db, app, (year, *school), by).await.map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
        for (seat, role) in teams::USUAL.into_iter().enumerate() {
            // The third and the sixth school look for somebody.
            if at % 3 == 2 && seat != at % 2 {
                continue;
            }
            let here =
                cast.ids.iter().zip(&cast.staff).find(|(_, one)| one.school == Some(at) && one.roles.contains(&role));
            if let Some((person, _)) = here {
                // Who says yes to a seat is in the network from then on.
                if inside.insert(*person) {
                    let put = networks::put(db, app, network, *person, Role::Member).await;
                    put.map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
                }
                let state = teams::State::In;
                let seat =
                    teams::Seat { team_id: team, role, person_id: *person, state, set_by: by, set_at: app.now() };
                teams::seat(db, app, &seat).await?;
            }
        }
    }
    Ok(())
}

/// Makes what is for everyone in the district, and what stands alone, also the library network's.
pub async fn gather(app: &App, cast: &Cast, library: Option<NetworkId>) -> anyhow::Result<()> {
    let (Some(network), Some(host)) = (library, cast.ids.first().copied()) else { return Ok(()) };
    let viewer = Viewer { person: host, signed_in: true, steward: false };
    let mut db = app.write().await?;
    for series in gatherings::series_page(&mut db, viewer, None, 10, 0).await? {
        if series.audience == gatherings::Audience::District {
            years::add_series(&mut db, app, network, series.id, host).await?;
        }
    }
    for gathering in gatherings::hosted_by(&mut db, host, app.now(), 50).await? {
        if gathering.series_id.is_none() {
            years::add_gathering(&mut db, app, network, gathering.id, host).await?;
        }
    }
    db.commit().await?;
    Ok(())
}
