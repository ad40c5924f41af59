//! A person's page: what the district says of them, and what they say of themselves, to whom they let see it.

use askama::Template;
use axum::extract::State;
use calendar::words::capitalised;

use super::directory::roles_in_words;
use super::profile::{self, Onlooker, Part, Profile};
use super::{Person, card, rights, store};
use crate::app::App;
use crate::ids::PersonId;
use crate::schools;
use crate::web::{Answer, Failure, Language, Page, Path, Query, Visit, html};

#[derive(Template)]
#[template(path = "people/pages/person.html")]
struct Shown {
    page: Page,
    person: Person,
    initials: String,
    hue: u8,
    /// Whether a photo may be seen.
    photo: bool,
    roles: String,
    school: Option<schools::School>,
    /// Whether what the district says of them is shown.
    known: bool,
    parts: Vec<Part>,
    /// To look at one's own page with the eyes of others: address, words, whether it is so now.
    tabs: Vec<(String, String, bool)>,
    /// What is shown with these eyes.
    looked: String,
    mine: bool,
    may_edit: bool,
    may_part: bool,
    since: Option<String>,
}

/// With whose eyes somebody wants to look at their own page.
fn asked(query: &Query) -> Onlooker {
    match query.0.typed("as") {
        "colleague" => Onlooker::Colleague,
        "anyone" => Onlooker::Anyone,
        _ => Onlooker::Oneself,
    }
}

/// The ways to look at one's own page, and what one sees so.
fn ways(language: Language, id: PersonId, now: Onlooker, seen: &Profile) -> (Vec<(String, String, bool)>, String) {
    let tab = |way: Onlooker, to: &str, key: &'static str| {
        (format!("/people/{id}{to}"), language.say(key).to_string(), way == now)
    };
    let tabs = vec![
        tab(Onlooker::Oneself, "", "profile-as-me"),
        tab(Onlooker::Colleague, "?as=colleague", "profile-as-colleague"),
        tab(Onlooker::Anyone, "?as=anyone", "profile-as-anyone"),
    ];
    let looked = match now {
        Onlooker::Oneself => "profile-as-me-about",
        Onlooker::Colleague => "profile-as-colleague-about",
        Onlooker::Anyone if seen.is_empty() => "profile-as-anyone-none",
        Onlooker::Anyone => "profile-as-anyone-about",
    };
    (tabs, language.say(looked).to_string())
}

/// `GET /people/{person}?as=`. Who has no account sees what somebody made public; where there is nothing, they
/// are asked to sign in, as where there is nobody.
pub async fn person(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>, query: Query) -> Answer {
    let mut db = app.read().await?;
    let stands = profile::eyes(visit.me.as_ref(), id);
    let hidden = if stands == Onlooker::Anyone { Failure::SignIn } else { Failure::NotFound };
    let Some(person) = store::person(&mut db, id).await? else { return Err(hidden) };
    let whole = profile::of(&mut db, &[&person]).await?.remove(&id).unwrap_or_default();
    if stands == Onlooker::Anyone && whole.seen_by(stands).is_empty() {
        return Err(hidden);
    }
    let own = stands == Onlooker::Oneself;
    let onlooker = if own { asked(&query) } else { stands };
    let seen = whole.seen_by(onlooker);
    let known = onlooker != Onlooker::Anyone;
    let page = Page::new(&visit, "people", person.name.clone());
    let roles = if known { store::roles(&mut db, id).await? } else { Vec::new() };
    let school = match person.school_id.filter(|_| known) {
        Some(school) => schools::school(&mut db, school).await?,
        None => None,
    };
    let (tabs, looked) = if own { ways(visit.language, id, onlooker, &seen) } else { Default::default() };
    let me = visit.me.as_ref();
    html(&Shown {
        initials: card::initials(&person.name),
        hue: card::hue(id),
        photo: seen.photo.is_some(),
        roles: capitalised(&roles_in_words(&page, &roles)),
        school,
        known,
        parts: profile::shown(visit.language, &seen, onlooker),
        tabs,
        looked,
        mine: onlooker == Onlooker::Oneself,
        may_edit: known && me.is_some_and(|me| rights::may_edit(me, id).is_ok()),
        may_part: known && me.is_some_and(|me| rights::may_part(me, id).is_ok()),
        since: person.left_at.filter(|_| known).map(|at| page.day(&at)),
        person,
        page,
    })
}
