//! The list of networks, and the page of one.

use std::collections::{BTreeSet, HashMap};

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::member::{Kind, Role};
use super::offered::asker;
use super::rights::Door;
use super::succession::may_hand_over;
use super::{Leading, Network, Rights, seen, store};
use crate::app::{App, BESIDE_NETWORK};
use crate::database::{Connection, Result};
use crate::ids::{NetworkId, PersonId};
use crate::people::{self, Card};
use crate::text::{self, Html};
use crate::web::{Answer, Failure, Form, Input, Page, Path, Problems, Query, Stretch, Visit, address, html, html_with};

/// How many networks a page of the list has, besides the visitor's own.
const PAGE: i64 = 50;
/// How many letters of what a network is about a list shows.
const SNIPPET: usize = 160;

/// A network in a list.
pub struct Row {
    href: String,
    name: String,
    initials: String,
    hue: u8,
    about: String,
    note: String,
    /// How the visitor stands to it: the kind of state and its words; nothing for most.
    state: Option<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "networks/pages/list.html")]
struct List {
    page: Page,
    mine: Vec<Row>,
    others: Vec<Row>,
    /// Which of the others these are, in words, and the pages before and after; empty where there is none.
    place: String,
    before: String,
    after: String,
}

/// The place of a page below a network's own.
pub fn place(page: &Page, network: &Network) -> Vec<(String, String)> {
    vec![
        ("/networks".to_owned(), page.say("nav-networks").to_string()),
        (format!("/networks/{}", network.id), network.name.clone()),
    ]
}

/// The tone of a network, 1 to 6; it stays when the name changes.
pub fn hue(network: NetworkId) -> u8 {
    people::hue(PersonId(network.0))
}

/// The names of people, as far as they have not left.
pub async fn names(db: &mut Connection, people: impl IntoIterator<Item = PersonId>) -> Result<HashMap<PersonId, Card>> {
    let people: BTreeSet<PersonId> = people.into_iter().collect();
    let cards = people::cards_of(db, &people.into_iter().collect::<Vec<_>>()).await?;
    Ok(cards.into_iter().map(|card| (card.id, card)).collect())
}

/// `GET /networks?page=`: mine first, then all others one may know of, in pages.
pub async fn list(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    let mut problems = Problems::new();
    let stretch = Stretch::read(&query, PAGE, &mut problems);
    let stretch = problems.or(stretch)?;
    let mut db = app.read().await?;
    let page = Page::new(&visit, "networks", visit.language.say("networks-title").to_string());
    let asker = asker(&visit);
    let me = asker.0;
    // One more says whether there are more.
    let mut others = store::others(&mut db, asker, PAGE + 1, stretch.offset()).await?;
    let size = usize::try_from(PAGE).unwrap_or(0);
    let more = others.len() > size;
    others.truncate(size);
    let place = page
        .say("networks-where")
        .with("first", stretch.first(others.len()))
        .with("last", stretch.last(others.len()))
        .to_string();
    let link = |number: Option<i64>| {
        number.map_or_else(String::new, |number| address("/networks", &[("page", &number.to_string())]))
    };
    let (before, after) = (link(stretch.before()), link(more.then_some(stretch.number + 1)));
    let mut networks = if stretch.number == 1 { store::mine(&mut db, me).await? } else { Vec::new() };
    let own = networks.len();
    networks.extend(others);
    let roles: HashMap<NetworkId, Role> = store::members::of_person(&mut db, me).await?.into_iter().collect();
    let calls = store::calls::of_person(&mut db, me).await?;
    // Names of people are for people with an account.
    let leads = if visit.me.is_some() { store::members::all_leads(&mut db).await? } else { Vec::new() };
    let shown: BTreeSet<NetworkId> = networks.iter().map(|network| network.id).collect();
    let leads: Vec<_> = leads.into_iter().filter(|(network, _)| shown.contains(network)).collect();
    let names = names(&mut db, leads.iter().map(|lead| lead.1)).await?;
    let rows = networks.into_iter().map(|network| {
        let led: Vec<String> = leads
            .iter()
            .filter(|lead| lead.0 == network.id)
            .filter_map(|lead| names.get(&lead.1).map(|card| card.name.clone()))
            .collect();
        let call = |kind| calls.iter().any(|call| call.network_id == network.id && call.kind == kind);
        let state = if network.closed_at.is_some() {
            Some(("off", "networks-state-closed"))
        } else if call(Kind::Handover) {
            Some(("open", "networks-state-handover"))
        } else if let Some(role) = roles.get(&network.id) {
            Some(("yes", role.key(network.leading)))
        } else if call(Kind::Invitation) {
            Some(("open", "networks-state-invited"))
        } else if call(Kind::Request) {
            Some(("maybe", "networks-state-asked"))
        } else {
            None
        };
        Row {
            href: format!("/networks/{}", network.id),
            initials: people::initials(&network.name),
            hue: hue(network.id),
            about: short(&text::plain(&network.about)),
            note: note(&page, &network, &led),
            state: state.map(|(kind, key)| (kind, calendar::words::capitalised(&page.say(key).to_string()))),
            name: network.name,
        }
    });
    let mut mine: Vec<Row> = rows.collect();
    let others = mine.split_off(own);
    html(&List { page, mine, others, place, before, after })
}

/// "23 members, led by Wren Rowan. Open to everyone."
fn note(page: &Page, network: &Network, leads: &[String]) -> String {
    let members = page.say("networks-members-count").with("count", network.members).to_string();
    let joining = page.say(network.joining.key()).to_string();
    if leads.is_empty() {
        return format!("{members} · {joining}");
    }
    let led = page.say("networks-led-by").with("people", page.words().list(leads));
    format!("{members} · {led} · {joining}")
}

fn short(text: &str) -> String {
    if text.chars().count() <= SNIPPET {
        return text.to_owned();
    }
    let cut: String = text.chars().take(SNIPPET).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut.get(..end).unwrap_or(&cut).trim_end_matches([',', '.', ' ']))
}

/// Somebody who waits for an answer, or was asked.
pub struct Waiting {
    person: PersonId,
    name: String,
    initials: String,
    hue: u8,
    note: String,
    word: String,
}

#[derive(Template)]
#[template(path = "networks/pages/show.html")]
struct Show {
    page: Page,
    /// What is written with a request.
    form: Form,
    about: Html,
    audience: String,
    joining: String,
    /// What the visitor does in it; nothing for who is not in it.
    role: Option<String>,
    /// Whom to ask: name and address of a page.
    leads: Vec<Card>,
    /// Over the names of those who lead it, in words.
    leading: String,
    /// Whether the visitor may join, and how.
    door: Option<Door>,
    why_not: Option<String>,
    asked: bool,
    invited: Option<Waiting>,
    handover: bool,
    may_lead: bool,
    may_admit: bool,
    may_hand_over: bool,
    may_see_members: bool,
    requests: Vec<Waiting>,
    invitations: Vec<Waiting>,
    /// What other domains show here.
    parts: Vec<Html>,
    network: Network,
}

/// `GET /networks/{network}`
pub async fn show(visit: Visit, State(app): State<App>, Path(id): Path<NetworkId>) -> Answer {
    let form = Form::new(visit.language, Input::default());
    whole(&visit, &app, id, (StatusCode::OK, form)).await
}

/// The page of a network, with what somebody who asks to join has written.
pub async fn whole(visit: &Visit, app: &App, id: NetworkId, (status, form): (StatusCode, Form)) -> Answer {
    let mut db = app.read().await?;
    let (network, rights) = seen(&mut db, visit.me.as_ref(), id).await?;
    let page = Page::new(visit, "networks", network.name.clone());
    let may_admit = rights.may_admit().is_ok();
    let calls = if may_admit { store::calls::of_network(&mut db, id).await? } else { Vec::new() };
    let leads = if visit.me.is_some() { store::members::leads(&mut db, id).await? } else { Vec::new() };
    let named = calls.iter().flat_map(|call| [call.person_id, call.made_by]).chain(leads.iter().copied());
    let invitation = rights.call(Kind::Invitation).cloned();
    let names = names(&mut db, named.chain(invitation.iter().map(|call| call.made_by))).await?;
    let waiting = |call: &super::member::Call, of: PersonId| Waiting {
        person: of,
        name: names.get(&of).map(|card| card.name.clone()).unwrap_or_default(),
        initials: names.get(&of).map(Card::initials).unwrap_or_default(),
        hue: people::hue(of),
        note: page.say("networks-since").with("date", page.day(&call.made_at)).to_string(),
        word: call.word.clone(),
    };
    let of_kind =
        |kind| calls.iter().filter(move |call| call.kind == kind).map(|call| waiting(call, call.person_id)).collect();
    let door = door(&rights);
    let mut parts = Vec::new();
    for beside in BESIDE_NETWORK {
        parts.push(beside(&mut db, visit, &network, &rights).await?);
    }
    let show = Show {
        form,
        about: text::markdown(&network.about),
        audience: page.say(network.audience.key()).to_string(),
        joining: page.say(network.joining.key()).to_string(),
        role: rights.role().map(|role| page.say(role.key(network.leading)).to_string()),
        leads: leads.iter().filter_map(|id| names.get(id).cloned()).collect(),
        leading: match network.leading {
            Leading::Leads => page.say("networks-led").to_string(),
            Leading::Chair => page.say("networks-chaired").to_string(),
        },
        why_not: door.err().map(|key| page.say(key).to_string()),
        door: door.ok(),
        asked: rights.call(Kind::Request).is_some(),
        invited: invitation.as_ref().map(|call| waiting(call, call.made_by)),
        handover: rights.call(Kind::Handover).is_some(),
        may_lead: rights.may_lead().is_ok(),
        may_admit,
        may_hand_over: may_hand_over(&rights).is_ok(),
        may_see_members: rights.may_see_members().is_ok(),
        requests: of_kind(Kind::Request),
        invitations: of_kind(Kind::Invitation),
        parts,
        network,
        page,
    };
    html_with(status, &show)
}

/// How somebody gets in, or the key of the reason why not.
fn door(rights: &Rights) -> std::result::Result<Door, &'static str> {
    rights.may_join().map_err(|failure| match failure {
        Failure::Refused(reason) => reason.key,
        _ => "failure-not-found",
    })
}
