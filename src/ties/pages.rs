//! One's own page: the people around somebody.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::around::{self, Around, Known, Meet};
use super::store;
use crate::app::App;
use crate::database::Connection;
use crate::gatherings::Gathering;
use crate::people::Card;
use crate::web::{Answer, Failure, Form, Input, Language, Page, Problems, Visit, go, html_with};

#[derive(Template)]
#[template(path = "ties/pages/show.html")]
struct Show {
    page: Page,
    form: Form,
    around: Around,
}

impl Show {
    /// What somebody is: school and roles.
    fn about(&self, card: &Card) -> String {
        let roles = card.roles.iter().map(|role| self.page.say(role.key()).to_string());
        card.school.iter().map(|school| school.name.clone()).chain(roles).collect::<Vec<_>>().join(", ")
    }

    /// What ties two, a sentence each: the team they are in, how often they met, and when last.
    fn ties(&self, known: &Known) -> Vec<String> {
        let mut ties = team_reasons(self.page.tongue(), known);
        if known.sum.met > 0 {
            let say = self.page.say("ties-met").with("times", known.sum.met);
            ties.push(say.with("day", self.page.day(&known.sum.last)).to_string());
        }
        ties
    }

    /// A gathering in words: what and when.
    fn gathering(&self, gathering: &Gathering) -> String {
        format!("{}, {}", gathering.title, self.page.words().date(*gathering.date, self.page.today))
    }

    /// Why somebody would be good to meet, a sentence each.
    fn reasons(&self, meet: &Meet) -> Vec<String> {
        reasons(self.page.tongue(), meet)
    }
}

/// In which teams somebody is with the visitor, or was, a sentence each.
pub fn team_reasons(language: Language, known: &Known) -> Vec<String> {
    let of = |(school, network): &(String, String)| {
        language.say("ties-why-team").with("school", school).with("network", network).to_string()
    };
    let mut reasons: Vec<String> = known.teams.iter().map(of).collect();
    if reasons.is_empty() && known.sum.teams > 0 {
        reasons.push(language.say("ties-why-team-once").to_string());
    }
    reasons
}

/// Why somebody would be good to meet, a sentence each.
pub fn reasons(language: Language, meet: &Meet) -> Vec<String> {
    let mut reasons = Vec::new();
    if !meet.tags.is_empty() {
        reasons.push(language.say("ties-why-tags").with("tags", language.words().list(&meet.tags)).to_string());
    }
    let others = i64::try_from(meet.others).unwrap_or(0);
    reasons.push(match (meet.through.is_empty(), others) {
        (true, _) => language.say("ties-why-somebody").with("count", others).to_string(),
        (false, 0) => language.say("ties-why-through").with("people", language.words().list(&meet.through)).to_string(),
        (false, _) => {
            let say = language.say("ties-why-through-more").with("people", meet.through.join(", "));
            say.with("count", others).to_string()
        }
    });
    reasons
}

/// `GET /ties`
pub async fn show(visit: Visit, State(app): State<App>) -> Answer {
    visit.me()?;
    let form = Form::new(visit.language, Input::default());
    shown(&mut *app.read().await?, &visit, StatusCode::OK, form).await
}

async fn shown(db: &mut Connection, visit: &Visit, status: StatusCode, form: Form) -> Answer {
    let around = around::around(db, visit).await?;
    let page = Page::new(visit, "people", visit.language.say("ties-title").to_string());
    html_with(status, &Show { page, form, around })
}

/// `POST /ties/shown`: `shown`, yes or no.
pub async fn wish(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    match say(&visit, &app, &input).await {
        Ok(shown) => {
            let key = if shown { "ties-now-shown" } else { "ties-now-hidden" };
            let back = if input.typed("back") == "/map" { "/map" } else { "/ties" };
            let other = [("shown", if shown { "no" } else { "yes" }), ("back", back)];
            let go = go(back).done(visit.language, key);
            Ok(go.undo(visit.language, "/ties/shown", &other).into_response())
        }
        Err(Failure::Invalid(problems)) => {
            let form = Form::wrong(visit.language, input, problems);
            self::shown(&mut *app.read().await?, &visit, StatusCode::UNPROCESSABLE_ENTITY, form).await
        }
        Err(failure) => Err(failure),
    }
}

/// Says whether the visitor wishes to be shown.
pub async fn say(visit: &Visit, app: &App, input: &Input) -> Result<bool, Failure> {
    let me = visit.me()?.id;
    let mut problems = Problems::new();
    input.only(&["shown", "back"], &mut problems);
    let wish = input.needed_choice::<Wish>("shown", &mut problems);
    let Some(wish) = wish.filter(|_| problems.is_empty()) else { return Err(problems.into()) };
    let mut db = app.write().await?;
    store::set_shown(&mut db, me, wish == Wish::Yes, visit.now).await?;
    db.commit().await?;
    Ok(wish == Wish::Yes)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    Yes,
    No,
}

impl std::str::FromStr for Wish {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        match word {
            "yes" => Ok(Wish::Yes),
            "no" => Ok(Wish::No),
            _ => Err(()),
        }
    }
}
