//! The App: settings, database, clock, and the one list of domains.

use std::sync::{Arc, PoisonError, RwLock};

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use futures_util::future::BoxFuture;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;

use crate::clock::{Chance, Clock, Instant, NoRandomness};
use crate::config::Config;
use crate::database::{self, Database, Reading, Writing};
use crate::files::{self, Files};
use crate::personal::Personal;
use crate::schools::District;
use crate::web::{self, Routes};
use crate::{
    answers, attendance, check_in, contacts, district_calendar, gatherings, identity, insights, jobs, mail, networks,
    newcomers, noticeboard, once, people, privacy, projector, records, reports, resources, rostering, schools, search,
    speakers, teams, ties, topics, treats, years,
};

/// What a domain gives to the house.
#[derive(Debug)]
pub struct Domain {
    /// Its folder.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests that keep the rules"))]
    pub name: &'static str,
    /// Its pages.
    pub pages: fn() -> Routes,
    /// The same verbs as JSON.
    pub api: fn() -> OpenApiRouter<App>,
    /// What each kind of visitor may expect of each route (`access.txt`).
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the tests that keep the rules"))]
    pub access: &'static str,
    /// Its jobs.
    pub jobs: fn() -> Vec<jobs::Kind>,
    /// What it keeps about a person, and how it forgets them.
    pub personal: Personal,
}

/// Every domain, and the shared rooms that have pages.
pub const DOMAINS: &[Domain] = &[
    Domain {
        name: "web",
        pages: web::routes,
        api: OpenApiRouter::new,
        access: web::ACCESS,
        jobs: Vec::new,
        personal: Personal::NONE,
    },
    identity::DOMAIN,
    schools::DOMAIN,
    people::DOMAIN,
    rostering::DOMAIN,
    district_calendar::DOMAIN,
    networks::DOMAIN,
    gatherings::DOMAIN,
    answers::DOMAIN,
    topics::DOMAIN,
    attendance::DOMAIN,
    resources::DOMAIN,
    treats::DOMAIN,
    years::DOMAIN,
    teams::DOMAIN,
    check_in::DOMAIN,
    projector::DOMAIN,
    records::DOMAIN,
    insights::DOMAIN,
    reports::DOMAIN,
    newcomers::DOMAIN,
    ties::DOMAIN,
    contacts::DOMAIN,
    speakers::DOMAIN,
    noticeboard::DOMAIN,
    search::DOMAIN,
    privacy::DOMAIN,
    jobs::DOMAIN,
    files::DOMAIN,
    mail::DOMAIN,
    once::DOMAIN,
];

/// Who is asked what people have in the gatherings of a series, before a changed rule takes any of them away.
pub const HANDS: &[gatherings::Hand] = &[
    |db, series| Box::pin(answers::hands(db, series)),
    |db, series| Box::pin(topics::hands(db, series)),
    |db, series| Box::pin(resources::hands(db, series)),
    |db, series| Box::pin(treats::hands(db, series)),
];

/// What makes a new series or gathering a network's.
pub const BELONGING: gatherings::Belonging = |db, app, what, by| years::belong(db, app, what, by);

/// Who invites the members of its networks to a series or gathering that is for invited people from now on.
pub const NARROWED: gatherings::Narrowed = |db, app, what| years::narrowed(db, app, what);

/// Who is told that the ledger of a gathering changed: who came, what was shared.
pub const CHANGED: &[gatherings::Changed] =
    &[|db, app, gathering| Box::pin(ties::changed(db, app, ties::Source::Gathering(gathering)))];

/// Who is told that others are in a school team than before.
pub const TEAM_CHANGED: &[teams::Changed] =
    &[|db, app, team| Box::pin(ties::changed(db, app, ties::Source::Team(team)))];

/// What is brought up to what changed whenever the worker has nothing else to do.
pub const CATCH_UP: &[jobs::CatchUp] = &[|app| Box::pin(ties::catch_up(app)), |app| Box::pin(ties::draw(app))];

/// What follows when a person leaves the district, and when they are back: all that signs them in ends, and they are in
/// no network until they return.
pub const LEAVING: &[people::Leaving] = &[
    |db, _, person, gone| Box::pin(async move { if gone { Ok(identity::end_all(db, person).await?) } else { Ok(()) } }),
    |db, app, person, gone| Box::pin(networks::parted(db, app, person, gone)),
];

/// What stands on the page of a school beside its people.
pub const AT_SCHOOL: &[people::AtSchool] = &[
    |db, visit, school| Box::pin(teams::at_school(db, visit, school)),
    |db, visit, school| Box::pin(noticeboard::at_school(db, visit, school)),
];

/// Who is told when a school has another name or level, so that what is found by it is found anew.
pub const SCHOOL_CHANGED: &[schools::Changed] = &[|db, school| Box::pin(people::put_school(db, school))];

/// What the house promises of its rows beyond what the engines enforce: each is a look through a domain's
/// tables for what may not be, and answers with a sentence of it. `klatsch check` asks them all.
pub const PROMISES: &[Promise] =
    &[|db| Box::pin(answers::broken(db)), |db| Box::pin(attendance::broken(db)), |db| Box::pin(topics::broken(db))];

/// One look through the tables of a domain.
pub type Promise = for<'db> fn(&'db mut database::Connection) -> BoxFuture<'db, database::Result<Vec<String>>>;
/// Who says to what gatherings and series a person is tied, and so what else they may find.
pub const TIES: &[search::Ties] =
    &[|db, person| Box::pin(gatherings::ties(db, person)), |db, person| Box::pin(networks::ties(db, person))];

/// Whose things can be found.
pub const SOURCES: &[search::Source] = &[
    gatherings::FOUND_SERIES,
    gatherings::FOUND,
    topics::FOUND,
    resources::FOUND_NOTES,
    resources::FOUND_LINKS,
    resources::FOUND_FILES,
    people::FOUND,
    networks::FOUND,
];

/// What is found where a topic is found.
pub const WITH_TOPICS: &[topics::Follow] = &[|db, topic, found| Box::pin(resources::follow(db, topic, found))];

/// What stands on the page of a network beside what its own domain knows.
pub const BESIDE_NETWORK: &[networks::Beside] = &[
    |db, visit, network, rights| years::beside_network(db, visit, network, rights),
    |db, visit, network, rights| teams::beside_network(db, visit, network, rights),
    |db, visit, network, rights| Box::pin(resources::beside_network(db, visit, network, rights)),
];

/// What else happens when somebody comes into a network or leaves it.
pub const WITH_MEMBERS: &[networks::Following] = &[
    |db, app, network, person, inside| years::follow(db, app, network, person, inside),
    |db, _, _, person, _| Box::pin(people::moved(db, person)),
];

/// In which networks a person is, and with whom: what they show to the members of one.
pub const NETWORKS_OF: people::NetworksOf = |db, person| Box::pin(networks::names_of(db, person));
/// In which of a person's networks others are.
pub const SHARED_NETWORKS: people::SharedNetworks = |db, person, others| Box::pin(networks::shared(db, person, others));

/// What else begins with the year after one.
pub const NEXT_YEAR: &[years::NextYear] = &[|db, app, years, by| Box::pin(teams::take_over(db, app, years, by))];

/// What stands on the page of a topic beside what its own domain knows.
pub const BESIDE_TOPIC: topics::Beside =
    |db, visit, on, rights| Box::pin(resources::beside_topic(db, visit, on, rights));

/// The running program; cheap to clone.
#[derive(Debug, Clone)]
pub struct App(Arc<Parts>);

/// What the program is made of.
#[derive(Debug)]
pub struct Parts {
    /// The settings.
    pub config: Config,
    /// The district's database.
    pub database: Database,
    /// What people uploaded.
    pub files: Files,
    /// The clock.
    pub clock: Clock,
    /// Randomness.
    pub chance: Chance,
    /// Whether this is the demo: a mailbox page, persona links, a banner.
    pub demo: bool,
    /// What was written so far, as a number.
    pub changes: database::Changes,
    /// Pages without anyone in them, kept until something is written.
    pub kept: web::kept::Kept,
    /// What kept the database from working last.
    pub trouble: database::LastTrouble,
    /// Wakes the worker when a job was enqueued.
    pub jobs: tokio::sync::Notify,
    /// The screens that are connected to this process.
    pub watch: projector::Watch,
    district: RwLock<Option<Arc<District>>>,
}

impl std::ops::Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl App {
    /// Puts the parts together.
    pub fn new(config: Config, database: Database, files: Files, clock: Clock, demo: bool) -> App {
        App(Arc::new(Parts {
            config,
            database,
            files,
            clock,
            chance: Chance,
            demo,
            changes: database::Changes::default(),
            kept: web::kept::Kept::default(),
            trouble: database::LastTrouble::default(),
            jobs: tokio::sync::Notify::new(),
            watch: projector::Watch::new(),
            district: RwLock::new(None),
        }))
    }

    /// A connection to read with.
    pub async fn read(&self) -> database::Result<Reading> {
        self.database.read().await
    }

    /// A transaction to write in. It holds the key of the post under way, if that has one, so that
    /// what is written in it is written once ([`once`]).
    pub async fn write(&self) -> database::Result<Writing> {
        let mut db = self.database.write().await?.counted(&self.changes);
        once::claim(&mut db, self.now()).await?;
        Ok(db)
    }

    /// Now.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// A new identifier.
    ///
    /// # Errors
    /// When the operating system gives no randomness.
    pub fn new_id<T: From<uuid::Uuid>>(&self) -> Result<T, NoRandomness> {
        Ok(self.chance.uuid(self.now())?.into())
    }

    /// The district, read once and kept; before `klatsch init` a nameless one in UTC.
    pub async fn district(&self) -> database::Result<Arc<District>> {
        if let Some(district) = self.district.read().unwrap_or_else(PoisonError::into_inner).clone() {
            return Ok(district);
        }
        let mut db = self.read().await?;
        let Some(district) = schools::district(&mut db).await? else {
            return Ok(Arc::new(District::nameless()));
        };
        let district = Arc::new(district);
        *self.district.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&district));
        Ok(district)
    }

    /// The district as far as it was read; asks nobody.
    pub fn kept_district(&self) -> Arc<District> {
        let kept = self.district.read().unwrap_or_else(PoisonError::into_inner).clone();
        kept.unwrap_or_else(|| Arc::new(District::nameless()))
    }

    /// The address people type, without a slash at the end.
    pub fn url(&self) -> String {
        self.config.url.clone().unwrap_or_else(|| format!("http://{}", self.config.listen))
    }

    /// Whether cookies may only travel over HTTPS.
    pub fn is_secure(&self) -> bool {
        self.config.url.as_ref().is_some_and(|url| url.starts_with("https://"))
    }

    /// All routes of all domains.
    pub fn routes() -> Routes {
        let (api, document) = api().split_for_parts();
        DOMAINS.iter().fold(Routes::new().api(api, &document), |routes, domain| routes.merge((domain.pages)()))
    }

    /// The document of the API (OpenAPI 3.1).
    pub fn document() -> utoipa::openapi::OpenApi {
        web::with_failures(api().split_for_parts().1)
    }

    /// All of it, ready to serve. The order of the layers is from the inside out: a post counts once,
    /// cross-site posts are refused, a stopped handler is caught, failures become pages, the visitor is
    /// recognised, public pages are kept.
    pub fn router(&self) -> Router {
        Self::routes()
            .into_router()
            .route("/healthz", axum::routing::get(health))
            .route("/api/v1/openapi.json", axum::routing::get(openapi))
            .fallback(async || web::Failure::NotFound)
            .method_not_allowed_fallback(async || axum::http::StatusCode::METHOD_NOT_ALLOWED)
            .layer(from_fn_with_state(self.clone(), once::once))
            .layer(CsrfLayer::new())
            .layer(CatchPanicLayer::new())
            .layer(from_fn(web::patience))
            .layer(from_fn_with_state(self.clone(), web::frame))
            .layer(from_fn_with_state(self.clone(), identity::recognise))
            .layer(CompressionLayer::new())
            .layer(from_fn_with_state(self.clone(), web::kept::keep))
            .with_state(self.clone())
    }
}

fn api() -> OpenApiRouter<App> {
    #[derive(OpenApi)]
    #[openapi(info(
        title = "Klatsch",
        description = "The professional learning network of a school district. \
                       Send `Authorization: Bearer TOKEN`; errors are RFC 9457 problem details.",
    ))]
    struct Document;
    DOMAINS.iter().fold(OpenApiRouter::with_openapi(Document::openapi()), |router, domain| router.merge((domain.api)()))
}

/// `GET /healthz`: whether the database answers, and takes writing again if it did not.
async fn health(axum::extract::State(app): axum::extract::State<App>) -> axum::response::Response {
    use axum::response::IntoResponse;
    let words = match database::state(&app.database).await {
        Ok(state) if state.waiting > 0 => "not migrated",
        Ok(_) => match app.trouble.still(&app.database).await {
            None => return "ok\n".into_response(),
            Some(trouble) => trouble.words(),
        },
        Err(error) => error.trouble().unwrap_or(database::Trouble::Gone).words(),
    };
    (axum::http::StatusCode::SERVICE_UNAVAILABLE, format!("{words}\n")).into_response()
}

async fn openapi() -> web::Answer {
    web::json(&App::document())
}
