//! The same verbs as JSON.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Serialize;
use utoipa::ToSchema;

use super::around::{self, Known, Next};
use super::{hello, invite, pages};
use crate::app::App;
use crate::ids::{GatheringId, PersonId};
use crate::web::{Answer, Input, Language, Path, Visit, json};

/// The people around the asker.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Around)]
struct Shown {
    /// Whether the asker is shown to others with their name.
    shown: bool,
    /// How many people they have met.
    met: usize,
    /// Those in a school team with the asker this year.
    team: Vec<KnownPerson>,
    /// Those they keep meeting.
    often: Vec<KnownPerson>,
    /// Those they met more than once and have not seen for eight weeks.
    not_seen: Vec<KnownPerson>,
    /// Those two steps away who would be good to meet, and are shown.
    to_meet: Vec<ToMeet>,
}

/// Somebody the asker has met.
#[derive(Debug, Serialize, ToSchema)]
struct KnownPerson {
    person: PersonId,
    name: String,
    /// At how many gatherings both were.
    met: i64,
    /// At how many of them one of the two hosted or shared a topic.
    shared: i64,
    /// In how many school teams both were; a team of each year is another.
    teams: i64,
    /// In which both are now, in words.
    reasons: Vec<String>,
    /// When they first met (RFC 3339); null where they are in a team and did not meet.
    first_at: Option<String>,
    /// When last.
    last_at: Option<String>,
    /// Where to meet next.
    next: NextGathering,
}

/// Where two could meet next.
#[derive(Debug, Serialize, ToSchema)]
struct NextGathering {
    /// A coming gathering that the asker hosts, to which they could invite the other.
    invite: Option<GatheringId>,
    /// Where there is none, the next to which both could come.
    both: Option<GatheringId>,
}

/// Somebody who would be good to meet.
#[derive(Debug, Serialize, ToSchema)]
struct ToMeet {
    person: PersonId,
    name: String,
    /// What both care about.
    interests: Vec<String>,
    /// Names of people whom both know, and who are shown.
    through: Vec<String>,
    /// How many more both know.
    others: usize,
    /// The same in words.
    reasons: Vec<String>,
    /// Where to meet next.
    next: NextGathering,
}

/// A wish to be shown.
#[derive(ToSchema)]
#[schema(as = TieWish)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct WishBody {
    /// Whether to be shown to others with one's name: `yes` or `no`.
    shown: String,
}

/// A letter.
#[derive(ToSchema)]
#[schema(as = Hello)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct HelloBody {
    /// 10 to 600 characters.
    words: String,
}

/// An invitation to a gathering.
#[derive(ToSchema)]
#[schema(as = TieInvitation)]
#[allow(dead_code, reason = "for the document; the fields are read from the input")]
pub struct InvitationBody {
    /// A coming gathering that the asker hosts.
    gathering: GatheringId,
}

fn next(next: &Next) -> NextGathering {
    NextGathering {
        invite: next.invite.as_ref().map(|gathering| gathering.id),
        both: next.both.as_ref().map(|gathering| gathering.id),
    }
}

fn known(language: Language, known: Known) -> KnownPerson {
    let met = known.sum.have_met();
    KnownPerson {
        teams: known.sum.teams,
        reasons: pages::team_reasons(language, &known),
        next: next(&known.next),
        person: known.card.id,
        name: known.card.name,
        met: known.sum.met,
        shared: known.sum.shared,
        first_at: met.then(|| known.sum.first.to_rfc3339()),
        last_at: met.then(|| known.sum.last.to_rfc3339()),
    }
}

/// The people around the asker.
#[utoipa::path(get, path = "/api/v1/ties", operation_id = "people_around", responses((status = 200, body = Shown)))]
pub async fn around(visit: Visit, State(app): State<App>) -> Answer {
    let around = around::around(&mut *app.read().await?, &visit).await?;
    let meet = around.meet.into_iter().map(|meet| ToMeet {
        reasons: pages::reasons(visit.language, &meet),
        next: next(&meet.next),
        person: meet.card.id,
        name: meet.card.name,
        interests: meet.tags,
        through: meet.through,
        others: meet.others,
    });
    let all = |some: Vec<Known>| some.into_iter().map(|one| known(visit.language, one)).collect();
    json(&Shown {
        shown: around.shown,
        met: around.met,
        to_meet: meet.collect(),
        team: all(around.mates),
        often: all(around.often),
        not_seen: all(around.long),
    })
}

/// Says whether the asker is shown to others with their name.
#[utoipa::path(put, path = "/api/v1/ties/shown", operation_id = "show_me_on_the_map", request_body = WishBody,
    responses((status = 204), (status = 422)))]
pub async fn wish(visit: Visit, State(app): State<App>, input: Input) -> Answer {
    pages::say(&visit, &app, &input).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Says hello to somebody the asker met, or who is shown.
#[utoipa::path(post, path = "/api/v1/ties/hello/{id}", operation_id = "say_hello", params(("id" = PersonId, Path)),
    request_body = HelloBody, responses((status = 204), (status = 403), (status = 404), (status = 422)))]
pub async fn hello(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>, input: Input) -> Answer {
    hello::write(&visit, &app, id, &input).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Invites somebody the asker met, or who is shown, to a coming gathering that the asker hosts.
#[utoipa::path(post, path = "/api/v1/ties/invite/{id}", operation_id = "invite_person_around", params(("id" = PersonId, Path)),
    request_body = InvitationBody, responses((status = 204), (status = 403), (status = 404), (status = 422)))]
pub async fn invite(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>, input: Input) -> Answer {
    invite::write(&visit, &app, id, &input).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
