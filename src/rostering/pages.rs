//! Sets from the web: sent, looked at, taken over; and what roles become.

mod roles;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse;

use super::report::{Line, Shown};
use super::upload::{self, Import};
use super::{difference::Changes, store};
use crate::app::App;
use crate::ids::RosterImportId;
use crate::web::{Answer, Failure, Form, Input, Language, Message, Page, Path, Problems, Upload, Visit, go, html_with};

pub use roles::{edit, read as read_roles, save, sources};

/// How many imports are listed.
const LISTED: i64 = 20;

#[derive(Template)]
#[template(path = "rostering/pages/list.html")]
struct List {
    page: Page,
    form: Form,
    most: u64,
    imports: Vec<Import>,
}

#[derive(Template)]
#[template(path = "rostering/pages/import.html")]
struct One {
    page: Page,
    form: Form,
    import: Import,
    shown: Shown,
    /// What of whom, in numbers.
    changes: Vec<(String, Changes)>,
    skipped: Vec<(String, u64)>,
    /// What is done to whom, by name.
    who: Vec<(String, Vec<String>)>,
    problems: Vec<(String, Vec<Told>)>,
    /// Whether more would leave than may without being allowed to.
    many: bool,
}

/// A problem in the language of the page.
struct Told {
    place: String,
    words: String,
}

impl Told {
    fn of(page: &Page, line: &Line) -> Told {
        let mut place = line.file.clone();
        if let Some(row) = line.row {
            place = page.say("roster-place-row").with("file", place).with("row", row.to_string()).to_string();
        }
        if let Some(column) = &line.column {
            place = format!("{place}, {column}");
        }
        let words = if page.tongue() == Language::French { &line.fr } else { &line.en };
        Told { place, words: words.clone() }
    }
}

async fn list_page(visit: &Visit, app: &App, (input, problems): (Input, Problems)) -> Answer {
    let imports = store::imports::latest(&mut *app.read().await?, LISTED).await?;
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = Page::new(visit, "admin", visit.language.say("roster-title").to_string());
    let form = Form::wrong(visit.language, input, problems);
    html_with(status, &List { page, form, most: app.config.largest_upload / 1_000_000, imports })
}

/// `GET /admin/rostering`
pub async fn list(visit: Visit, State(app): State<App>) -> Answer {
    visit.steward()?;
    list_page(&visit, &app, (Input::default(), Problems::new())).await
}

/// `POST /admin/rostering`
pub async fn send(visit: Visit, State(app): State<App>, request: Request) -> Answer {
    let me = visit.steward()?.id;
    let mut upload = Upload::read(&app, request).await?;
    match upload.file {
        Some(received) if upload.problems.is_empty() => {
            let import = upload::begin(&app, me, &received).await?;
            Ok(go(format!("/admin/rostering/imports/{}", import.id)).into_response())
        }
        _ => {
            if upload.problems.is_empty() {
                upload.problems.add("file", "roster-problem-file");
            }
            list_page(&visit, &app, (upload.input, upload.problems)).await
        }
    }
}

/// One import, or that there is none.
pub async fn found(app: &App, id: RosterImportId) -> Result<Import, Failure> {
    store::imports::one(&mut *app.read().await?, id).await?.ok_or(Failure::NotFound)
}

/// `GET /admin/rostering/imports/{import}`: while something is under way, the page comes again by itself, also
/// without a script (`Refresh`).
pub async fn one(visit: Visit, State(app): State<App>, Path(id): Path<RosterImportId>) -> Answer {
    visit.steward()?;
    let import = found(&app, id).await?;
    let busy = import.state.is_busy();
    let share = Input::filled([("leave_share", import.leave_share.to_string())]);
    let mut response = import_page(&visit, import, (share, Problems::new()))?;
    if busy {
        response.headers_mut().insert(header::REFRESH, HeaderValue::from_static("2"));
    }
    Ok(response)
}

fn import_page(visit: &Visit, import: Import, (input, problems): (Input, Problems)) -> Answer {
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = Page::new(visit, "admin", import.name.clone());
    let shown = import.shown();
    let say = |key: &'static str| page.say(key).to_string();
    let kinds = [("roster-new-schools", &shown.who.schools), ("roster-new-people", &shown.who.add)];
    let kinds = kinds.into_iter().chain([("roster-changed", &shown.who.change), ("roster-leaving", &shown.who.leave)]);
    let who = kinds.filter(|(_, names)| !names.is_empty()).map(|(key, names)| (say(key), names.clone())).collect();
    let told = |lines: &[Line]| lines.iter().map(|line| Told::of(&page, line)).collect::<Vec<_>>();
    let problem_lists = [("roster-errors", &shown.errors), ("roster-warnings", &shown.warnings)];
    html_with(
        status,
        &One {
            changes: vec![(say("roster-of-schools"), shown.of.schools), (say("roster-of-people"), shown.of.people)],
            skipped: shown.skipped.iter().map(|(role, number)| (roles::word(&page, role), *number)).collect(),
            who,
            problems: problem_lists
                .into_iter()
                .filter(|(_, lines)| !lines.is_empty())
                .map(|(key, lines)| (say(key), told(lines)))
                .collect(),
            many: shown.exceeds(import.leave_share) || !problems.is_empty(),
            form: Form::wrong(visit.language, input, problems),
            shown,
            import,
            page,
        },
    )
}

/// How many may leave, as somebody says it; as it is set where nothing is said.
///
/// # Errors
/// What is wrong, and that more would leave.
pub fn share(input: &Input, import: &Import) -> Result<i64, Problems> {
    let mut problems = Problems::new();
    let share = input.number("leave_share", 0..=100, &mut problems).unwrap_or(import.leave_share);
    let shown = import.shown();
    if problems.is_empty() && shown.exceeds(share) {
        let leave = i64::try_from(shown.of.people.leave).unwrap_or(i64::MAX);
        let present = i64::try_from(shown.present).unwrap_or(i64::MAX);
        problems.add("leave_share", Message::new("roster-problem-share").with("leave", leave).with("present", present));
    }
    problems.or(share)
}

/// `POST /admin/rostering/imports/{import}/take`
pub async fn take(visit: Visit, State(app): State<App>, Path(id): Path<RosterImportId>, input: Input) -> Answer {
    visit.steward()?;
    let import = found(&app, id).await?;
    match share(&input, &import) {
        Err(problems) => import_page(&visit, import, (input, problems)),
        Ok(share) => {
            if !upload::take(&app, &import, share).await? {
                return Err(Failure::Stale(Message::new("roster-not-now")));
            }
            Ok(go(format!("/admin/rostering/imports/{id}")).into_response())
        }
    }
}

/// `POST /admin/rostering/imports/{import}/drop`
pub async fn discard(visit: Visit, State(app): State<App>, Path(id): Path<RosterImportId>) -> Answer {
    visit.steward()?;
    let import = found(&app, id).await?;
    if !upload::discard(&app, &import).await? {
        return Err(Failure::Stale(Message::new("roster-not-now")));
    }
    Ok(go("/admin/rostering").done(visit.language, "roster-dropped").into_response())
}
