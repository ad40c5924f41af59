//! Two at once: whatever their order, what must hold holds afterwards.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use each_engine::each_engine;
use futures_util::future::{join, join_all};

use super::{TestApp, Visitor};
use crate::networks::{self, Joining, Leading, NewNetwork};
use crate::people::{self, Role};

/// What each of two stewards does to the other.
const DEEDS: [&str; 3] = ["part", "erase", "edit"];

async fn form(app: &TestApp, deed: &str, of: &Visitor, name: &str) -> String {
    let person = people::person(&mut *app.read().await.unwrap(), of.id()).await.unwrap().unwrap();
    let (version, address) = (person.updated_at.0, person.email.replace('@', "%40"));
    match deed {
        "erase" => format!("name={}", name.replace(' ', "+")),
        "edit" => format!("name={}&email={address}&roles=teacher&version={version}", name.replace(' ', "+")),
        _ => String::new(),
    }
}

#[each_engine]
async fn of_two_stewards_who_put_each_other_down_at_once_one_stays(app: TestApp) {
    for (round, deed) in (0..).zip(DEEDS.into_iter().cycle().take(9)) {
        let names = ["Ash", "Sol"].map(|name| format!("{name}{round} Steward"));
        let (ash, sol) = (app.member(&names[0], &[Role::Steward]).await, app.member(&names[1], &[Role::Steward]).await);
        let forms = (form(&app, deed, &sol, &names[1]).await, form(&app, deed, &ash, &names[0]).await);
        let (to_sol, to_ash) = (format!("/people/{}/{deed}", sol.id()), format!("/people/{}/{deed}", ash.id()));
        let (one, other) =
            join(ash.once("POST", &to_sol, Some(forms.0)), sol.once("POST", &to_ash, Some(forms.1))).await;
        let stewards = people::stewards(&mut *app.read().await.unwrap()).await.unwrap();
        let left: Vec<&str> = stewards.iter().map(|person| person.name.as_str()).collect();
        assert_eq!(left.len(), 1, "{deed}: {} and {}, {left:?} left", one.status, other.status);
        // The next round begins with nobody else.
        let mut db = app.write().await.unwrap();
        people::set_roles(&mut db, stewards[0].id, &[Role::Teacher]).await.unwrap();
        db.commit().await.unwrap();
    }
    crate::jobs::run_due(&app).await.unwrap();
}

#[each_engine]
async fn of_two_leads_who_go_at_once_one_stays(app: TestApp) {
    let lena = app.member("Lena Lead", &[Role::TeacherLibrarian]).await;
    let lou = app.member("Lou Lead", &[Role::Teacher]).await;
    let mina = app.member("Mina Member", &[Role::Teacher]).await;
    let new = NewNetwork {
        name: "Sample Network".to_owned(),
        about: String::new(),
        joining: Joining::Open,
        audience: networks::Audience::District,
        leading: Leading::Leads,
    };
    let mut db = app.write().await.unwrap();
    let id = networks::make(&mut db, &app, lena.id(), new).await.unwrap();
    networks::put(&mut db, &app, id, lou.id(), networks::Role::Member).await.unwrap();
    db.commit().await.unwrap();
    let base = format!("/networks/{id}");
    lena.post(&format!("{base}/members/{}", lou.id()), &[("role", "lead")]).await;
    let leave = format!("{base}/leave");
    let (one, other) =
        join(lena.once("POST", &leave, Some(String::new())), lou.once("POST", &leave, Some(String::new()))).await;
    let mut answers = [one.status, other.status];
    answers.sort_unstable();
    assert_eq!(answers, [303, 403]);
    // Who joins many times at once is in once.
    let join = format!("{base}/join");
    join_all((0..6).map(|_| mina.once("POST", &join, Some(String::new())))).await;
    let members = networks::member_ids(&mut *app.read().await.unwrap(), id).await.unwrap();
    assert_eq!(members.len(), 2, "{members:?}");
    let program = app.program(mina.id()).await;
    assert_eq!(program.get(&format!("/api/v1{base}")).await.is(200).at("/members"), 2);
    crate::jobs::run_due(&app).await.unwrap();
}
