//! What the roles of the standard become here.

use std::str::FromStr;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::super::difference::Becomes;
use super::super::{becomes, store};
use crate::app::App;
use crate::people::Role;
use crate::web::{Answer, Form, Input, Page, Problems, Visit, go, html_with};

#[derive(Template)]
#[template(path = "rostering/pages/roles.html")]
struct Roles {
    page: Page,
    form: Form,
    /// The role there, and its word.
    sources: Vec<(String, String)>,
    choices: Vec<(String, String)>,
}

/// The word that says: whoever holds it has no account.
const NOBODY: &str = "none";

/// The roles of staff there, and `librarian`, which a column `metadata.…` may call somebody.
pub fn sources() -> Vec<&'static str> {
    let staff = oneroster::Role::ALL.into_iter().filter(|role| role.is_staff()).map(oneroster::Role::word);
    staff.chain(["librarian"]).collect()
}

/// The word for a role there.
pub fn word(page: &Page, source: &str) -> String {
    let key = match source {
        "administrator" => "roster-role-administrator",
        "aide" => "roster-role-aide",
        "counselor" => "roster-role-counselor",
        "districtAdministrator" => "roster-role-district-administrator",
        "guardian" => "roster-role-guardian",
        "parent" => "roster-role-parent",
        "principal" => "roster-role-principal",
        "proctor" => "roster-role-proctor",
        "relative" => "roster-role-relative",
        "siteAdministrator" => "roster-role-site-administrator",
        "student" => "roster-role-student",
        "systemAdministrator" => "roster-role-system-administrator",
        "teacher" => "roster-role-teacher",
        _ => "roster-role-librarian",
    };
    page.say(key).to_string()
}

/// What a role becomes, or nobody.
struct Choice(Option<Role>);

impl FromStr for Choice {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        match word {
            NOBODY => Ok(Choice(None)),
            // Nobody comes to look after Klatsch by an import.
            word => word.parse().ok().filter(|role| *role != Role::Steward).map(|role| Choice(Some(role))).ok_or(()),
        }
    }
}

/// Reads what each role becomes.
///
/// # Errors
/// Which are missing or none.
pub fn read(input: &Input) -> Result<Vec<Becomes>, Problems> {
    let mut problems = Problems::new();
    let mut becomes = Vec::new();
    for source in sources() {
        if let Some(Choice(role)) = input.needed_choice(source, &mut problems) {
            becomes.push(Becomes { source: source.to_owned(), role });
        }
    }
    problems.or(becomes)
}

fn show(visit: &Visit, form: Form) -> Answer {
    let status = if form.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = Page::new(visit, "admin", visit.language.say("roster-roles").to_string());
    let mut choices = vec![(NOBODY.to_owned(), page.say("roster-role-nobody").to_string())];
    let roles = Role::ALL.into_iter().filter(|role| *role != Role::Steward);
    choices.extend(roles.map(|role| (role.word().to_owned(), page.say(role.key()).to_string())));
    let sources = sources().into_iter().map(|source| (source.to_owned(), word(&page, source))).collect();
    html_with(status, &Roles { page, form, sources, choices })
}

/// `GET /admin/rostering/roles`
pub async fn edit(visit: Visit, State(app): State<App>) -> Answer {
    visit.steward()?;
    let becomes = becomes::becomes(&mut *app.read().await?).await?;
    let values =
        becomes.iter().map(|becomes| (becomes.source.as_str(), becomes.role.map_or(NOBODY, Role::word).to_owned()));
    show(&visit, Form::new(visit.language, Input::filled(values)))
}

/// `POST /admin/rostering/roles`
pub async fn save(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    visit.steward()?;
    match read(&input) {
        Err(problems) => show(&visit, Form::wrong(visit.language, input, problems)),
        Ok(becomes) => {
            let mut db = app.write().await?;
            let before = becomes::becomes(&mut db).await?;
            store::set_becomes(&mut db, &becomes).await?;
            db.commit().await?;
            let undo: Vec<(&str, &str)> = before
                .iter()
                .map(|becomes| (becomes.source.as_str(), becomes.role.map_or(NOBODY, Role::word)))
                .collect();
            Ok(go("/admin/rostering/roles")
                .done(visit.language, "roster-roles-saved")
                .undo(visit.language, "/admin/rostering/roles", &undo)
                .into_response())
        }
    }
}
