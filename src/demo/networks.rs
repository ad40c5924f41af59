//! The two networks of the demo: one that anybody joins, and one of the teacher-librarians and their teams.

use super::{Cast, staff};
use crate::app::App;
use crate::networks::{self, Audience, Joining, Leading, NewNetwork, Role};
use crate::people;

const DESIGN: &str = "We use **design thinking** with our classes: understand, imagine, make, test, and share what did not \
work too. Three gatherings a year, a kit that travels from school to school, and an exhibit at the expo in spring.\n\n\
- You need no experience, and no 3D printer.\n- Bring a problem your students care about.";

const LIBRARY: &str = "Every school’s **learning commons** is led by a team: a teacher-librarian, a classroom teacher and an \
administrator. We visit each other, agree a goal for our school, and help each other to reach it.\n\n\
Ask to join with your team, or alone if your school has no team yet.";

/// Makes them, with their members.
pub async fn make(app: &App, cast: &Cast) -> anyhow::Result<()> {
    let of_address =
        |address: &str| cast.staff.iter().position(|one| one.email == address).and_then(|at| cast.ids.get(at)).copied();
    let (Some(host), Some(teacher)) = (of_address(staff::HOST), of_address(staff::TEACHER)) else { return Ok(()) };
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
            networks::put(&mut db, design, *person, role, app.now()).await?;
        }
        if (librarian || at % 5 == 0) && *person != host {
            let role = if librarian && at % 3 == 0 { Role::Committee } else { Role::Member };
            networks::put(&mut db, library, *person, role, app.now()).await?;
        }
    }
    db.commit().await?;
    Ok(())
}
