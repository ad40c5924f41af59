//! A person's page: what the district says of them, and what they say of themselves, to whom they let see it.

use askama::Template;
use axum::extract::State;
use calendar::words::capitalised;

use super::directory::roles_in_words;
use super::profile::{self, Audience, Onlooker, Part, Profile};
use super::{Person, card, rights, store};
use crate::app::{App, NETWORKS_OF};
use crate::ids::{NetworkId, PersonId};
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
fn asked(query: &Query, networks: &[(NetworkId, String)]) -> Onlooker {
    match query.0.typed("as") {
        "colleague" => Onlooker::COLLEAGUE,
        "anyone" => Onlooker::Anyone,
        other => match Audience::of_kept(other) {
            Audience::Network(id) if networks.iter().any(|(known, _)| *known == id) => Onlooker::Colleague([id].into()),
            _ => Onlooker::Oneself,
        },
    }
}

/// The ways to look at one's own page, and what one sees so: also as the members of each network to which something
/// is shown.
fn ways(
    language: Language,
    id: PersonId,
    now: &Onlooker,
    (seen, networks): (&Profile, &[(NetworkId, String)]),
) -> (Vec<(String, String, bool)>, String) {
    let tab = |way: &Onlooker, to: &str, key: &'static str| {
        (format!("/people/{id}{to}"), language.say(key).to_string(), way == now)
    };
    let mut tabs = vec![
        tab(&Onlooker::Oneself, "", "profile-as-me"),
        tab(&Onlooker::COLLEAGUE, "?as=colleague", "profile-as-colleague"),
    ];
    let mut looked = language.say(match now {
        Onlooker::Oneself => "profile-as-me-about",
        Onlooker::Colleague(_) => "profile-as-colleague-about",
        Onlooker::Anyone if seen.is_empty() => "profile-as-anyone-none",
        Onlooker::Anyone => "profile-as-anyone-about",
    });
    for (network, name) in networks {
        let way = Onlooker::Colleague([*network].into());
        if way == *now {
            looked = language.say("profile-as-network-about").with("network", name);
        }
        let words = language.say("profile-as-network").with("network", name).to_string();
        tabs.push((format!("/people/{id}?as={}", Audience::Network(*network)), words, way == *now));
    }
    tabs.push(tab(&Onlooker::Anyone, "?as=anyone", "profile-as-anyone"));
    (tabs, looked.to_string())
}

/// `GET /people/{person}?as=`. Who has no account sees what somebody made public; where there is nothing, they
/// are asked to sign in, as where there is nobody.
pub async fn person(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>, query: Query) -> Answer {
    let mut db = app.read().await?;
    let stands = profile::eyes(&mut db, visit.me.as_ref(), id).await?;
    let hidden = if stands == Onlooker::Anyone { Failure::SignIn } else { Failure::NotFound };
    let Some(person) = store::person(&mut db, id).await? else { return Err(hidden) };
    let whole = profile::of(&mut db, &[&person]).await?.remove(&id).unwrap_or_default();
    if stands == Onlooker::Anyone && whole.seen_by(&stands).is_empty() {
        return Err(hidden);
    }
    let own = stands == Onlooker::Oneself;
    let mut networks = if own { NETWORKS_OF(&mut db, id).await? } else { Vec::new() };
    let onlooker = if own { asked(&query, &networks) } else { stands };
    let seen = whole.seen_by(&onlooker);
    let parts = profile::shown(visit.language, &seen, &onlooker, &networks);
    let known = onlooker != Onlooker::Anyone;
    let page = Page::new(&visit, "people", person.name.clone());
    let roles = if known { store::roles(&mut db, id).await? } else { Vec::new() };
    let school = match person.school_id.filter(|_| known) {
        Some(school) => schools::school(&mut db, school).await?,
        None => None,
    };
    let told = whole.networks();
    networks.retain(|(network, _)| told.contains(network));
    let ways = own.then(|| ways(visit.language, id, &onlooker, (&seen, &networks)));
    let (tabs, looked) = ways.unwrap_or_default();
    let me = visit.me.as_ref();
    html(&Shown {
        initials: card::initials(&person.name),
        hue: card::hue(id),
        photo: seen.photo.is_some(),
        roles: capitalised(&roles_in_words(&page, &roles)),
        school,
        known,
        parts,
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
