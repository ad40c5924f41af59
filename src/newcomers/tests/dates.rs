//! Stories of the dates of networks.

use each_engine::each_engine;

use super::{circles, tuesdays};
use crate::gatherings::{Audience, NewSeries};
use crate::people::Role;
use crate::testing::{Page, TestApp};
use crate::{networks, years};

#[each_engine]
async fn a_network_is_named_with_its_next_date_that_a_newcomer_may_come_to(app: TestApp) {
    let (_, jo) = circles(&app).await;
    let new = networks::NewNetwork {
        name: "Kiln Network".to_owned(),
        about: "Clay and glaze.".to_owned(),
        joining: networks::Joining::Open,
        audience: networks::Audience::District,
        leading: networks::Leading::Leads,
    };
    let closed = NewSeries { audience: Audience::Invited, title: "For members".to_owned(), ..tuesdays(&app, jo.id()) };
    let closed = app.found(closed).await;
    let open = app.found(NewSeries { title: "Open kiln".to_owned(), ..app.new_series(jo.id()) }).await;
    let mut db = app.write().await.unwrap();
    let network = networks::make(&mut db, &app, jo.id(), new).await.unwrap();
    years::add_series(&mut db, &app, network, closed, jo.id()).await.unwrap();
    db.commit().await.unwrap();
    let (mina, cass) =
        (app.member("Mina Member", &[Role::Teacher]).await, app.member("Cass Second", &[Role::Teacher]).await);
    let fields = [("interests", "glaze"), ("days", "wed")];
    let date = |answer: &Page| answer.attributes(".card-hue p a", "href");
    // What it does for members alone is no date for somebody who is none.
    let answer = mina.get("/welcome").await.fill("Show me where I fit in", &fields).await;
    answer.shows("Kiln Network").shows("It has no date yet").hides("For members");
    assert_eq!(date(&answer), Vec::<String>::new());
    let mut db = app.write().await.unwrap();
    years::add_series(&mut db, &app, network, open, jo.id()).await.unwrap();
    db.commit().await.unwrap();
    let answer = cass.get("/welcome").await.fill("Show me where I fit in", &fields).await;
    answer.shows("Kiln Network").hides("It has no date yet");
    let next = app.gathering_on(open, "2026-01-14").await;
    assert_eq!(date(&answer), [format!("/gatherings/{}", next.id)]);
    jo.post(&format!("/gatherings/{}/cancel", next.id), &[("note", "")]).await;
    let later = cass.get("/welcome/answer").await;
    later.shows("Kiln Network");
    assert_eq!(date(&later), Vec::<String>::new(), "called off");
    app.letters().await;
}
