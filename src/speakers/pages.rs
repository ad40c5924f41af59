//! The list of speakers.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::speaker::{NewSpeaker, Speaker};
use super::store::{self, Hearer};
use crate::app::App;
use crate::contacts;
use crate::database::Connection;
use crate::ids::{NetworkId, PersonId, SpeakerId};
use crate::networks::{self, Network};
use crate::people;
use crate::web::{Answer, Failure, Form, Me, Page, Problems, Query, Visit, html_with, patterns};

/// A speaker as everybody reads them.
pub struct Shown {
    /// Which one; nobody yet in a preview.
    pub id: Option<SpeakerId>,
    /// How often it was written.
    pub version: i64,
    /// What is said.
    pub said: NewSpeaker,
    /// Where the link leads.
    pub to: String,
    /// Who offered them.
    pub by: String,
    /// The network for which they are offered; empty for the district.
    pub network: String,
    /// The first who heard them: identifiers and names.
    pub heard: Vec<(PersonId, String)>,
    /// How many more did.
    pub more: i64,
    /// Whether the visitor did.
    pub mine: bool,
    /// Whether the visitor may change the offer.
    pub may_change: bool,
    /// Whether the visitor may withdraw it.
    pub may_withdraw: bool,
}

impl Shown {
    /// What would be shown of an offer of one's own.
    pub fn preview(said: &NewSpeaker, me: Option<&Me>, networks: &[Network]) -> Shown {
        let me = me.map(|me| (me.id, me.name.clone()));
        Shown {
            id: None,
            version: 1,
            to: contacts::leads_to(&said.link).unwrap_or_default(),
            said: said.clone(),
            network: named(said.network, networks),
            by: me.as_ref().map(|(_, name)| name.clone()).unwrap_or_default(),
            heard: me.into_iter().collect(),
            more: 0,
            mine: true,
            may_change: false,
            may_withdraw: false,
        }
    }

    fn of(
        speaker: &Speaker,
        me: &Me,
        heard: &[Hearer],
        (names, networks): (&HashMap<PersonId, String>, &[Network]),
    ) -> Shown {
        let said = speaker.said();
        let own = speaker.offered_by == me.id;
        Shown {
            id: Some(speaker.id),
            version: speaker.version,
            to: contacts::leads_to(&said.link).unwrap_or_default(),
            network: named(said.network, networks),
            said,
            by: names.get(&speaker.offered_by).cloned().unwrap_or_default(),
            heard: heard.iter().filter_map(|one| Some((one.person_id, names.get(&one.person_id)?.clone()))).collect(),
            more: heard.first().map_or(0, |one| one.many) - i64::try_from(heard.len()).unwrap_or(0),
            mine: heard.iter().any(|one| one.mine > 0),
            may_change: own,
            may_withdraw: own || me.steward,
        }
    }
}

/// What a network is called.
fn named(id: Option<NetworkId>, networks: &[Network]) -> String {
    let network = networks.iter().find(|network| Some(network.id) == id);
    network.map(|network| network.name.clone()).unwrap_or_default()
}

/// The speakers that words find, as somebody sees them: those of the district, of the networks they are in, and for
/// who looks after Klatsch all; their own in any case.
pub async fn found(db: &mut Connection, me: &Me, words: &str) -> Result<Vec<Shown>, Failure> {
    let networks = networks::mine(db, me.id).await?;
    let words = patterns(words);
    let most = usize::try_from(store::LISTED).unwrap_or(usize::MAX);
    let mut speakers: Vec<Speaker> = Vec::new();
    let mut last = (String::new(), SpeakerId(uuid::Uuid::nil()));
    // What is for other networks counts for nothing: there are as many as there are.
    while speakers.len() < most {
        let stretch = store::listed(db, &words, (&last.0, last.1)).await?;
        let Some(end) = stretch.last() else { break };
        last = (store::sorted(&end.name), end.id);
        let whole = stretch.len() == most;
        let seen = |one: &Speaker| {
            me.steward
                || one.offered_by == me.id
                || one.network_id.is_none_or(|id| networks.iter().any(|network| network.id == id))
        };
        speakers.extend(stretch.into_iter().filter(seen));
        if !whole {
            break;
        }
    }
    speakers.truncate(most);
    shown(db, me, &speakers, networks).await
}

/// Speakers as somebody sees them, with the networks they are in.
pub async fn shown(
    db: &mut Connection,
    me: &Me,
    speakers: &[Speaker],
    mut networks: Vec<Network>,
) -> Result<Vec<Shown>, Failure> {
    for id in speakers.iter().filter_map(|one| one.network_id) {
        if networks.iter().all(|network| network.id != id) {
            networks.extend(networks::network(db, id).await?);
        }
    }
    let ids: Vec<SpeakerId> = speakers.iter().map(|speaker| speaker.id).collect();
    let mut heard: HashMap<SpeakerId, Vec<Hearer>> = HashMap::new();
    for hearer in store::hearers(db, &ids, me.id, HEARERS).await? {
        heard.entry(hearer.speaker_id).or_default().push(hearer);
    }
    let mut people: Vec<PersonId> = speakers.iter().map(|speaker| speaker.offered_by).collect();
    people.extend(heard.values().flatten().map(|hearer| hearer.person_id));
    people.sort_unstable();
    people.dedup();
    let names: HashMap<PersonId, String> =
        people::cards_of(db, &people).await?.into_iter().map(|card| (card.id, card.name)).collect();
    let none = Vec::new();
    Ok(speakers
        .iter()
        .map(|speaker| Shown::of(speaker, me, heard.get(&speaker.id).unwrap_or(&none), (&names, networks.as_slice())))
        .collect())
}

/// Of how many who heard a speaker the names are shown.
const HEARERS: i64 = 5;

#[derive(Template)]
#[template(path = "speakers/pages/list.html")]
struct List {
    page: Page,
    form: Form,
    speakers: Vec<Shown>,
    count: String,
    /// Nobody was offered yet.
    none: bool,
}

/// `GET /speakers?q=`
pub async fn list(visit: Visit, State(app): State<App>, Query(query): Query) -> Answer {
    let me = visit.me()?;
    let mut problems = Problems::new();
    let words = query.line("q", 0..=200, &mut problems);
    let fine = problems.is_empty();
    let mut db = app.read().await?;
    let speakers = if fine { found(&mut db, me, &words).await? } else { Vec::new() };
    let page = Page::new(&visit, "people", visit.language.say("speakers-title").to_string());
    let count = i64::try_from(speakers.len()).unwrap_or_default();
    html_with(
        if fine { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY },
        &List {
            form: Form::wrong(visit.language, query, problems),
            none: words.is_empty() && speakers.is_empty() && fine,
            count: page.say("speakers-count").with("count", count).to_string(),
            speakers,
            page,
        },
    )
}
