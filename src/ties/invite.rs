//! The next gathering: whoever hosts one invites somebody to it with one press; everybody else sees the next to
//! which both could come.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::State;
use axum::response::IntoResponse;

use super::{hello, store};
use crate::app::App;
use crate::database::Connection;
use crate::gatherings::{self, Audience, Gathering, Viewer};
use crate::ids::{GatheringId, PersonId};
use crate::mail::{self, Letter};
use crate::people::{self, Person};
use crate::web::{Answer, Failure, Input, Language, Message, Path, Problems, Visit, go};
use crate::{answers, schools};

/// How many coming gatherings that somebody hosts are offered.
const HOSTED: i64 = 12;
/// Of so many of them it is asked whom one need not invite any more.
const ASKED: usize = 4;
/// How many coming gatherings are looked through for one to which two could come, and how many days ahead.
const LOOKED_AT: i64 = 12;
const AHEAD: i64 = 60;
/// The most invitations of a person in a day.
const A_DAY: usize = 20;

/// The coming gatherings a visitor hosts, in time.
pub async fn hosted(db: &mut Connection, visit: &Visit) -> Result<Vec<Gathering>, Failure> {
    let mut hosted = gatherings::hosted_by(db, visit.me()?.id, visit.now, HOSTED).await?;
    hosted.retain(|gathering| is_coming(gathering, visit));
    Ok(hosted)
}

fn is_coming(gathering: &Gathering, visit: &Visit) -> bool {
    !gathering.is_cancelled() && gathering.starts_at > visit.now
}

/// These, to choose from.
pub fn choices(gatherings: &[Gathering], visit: &Visit) -> Vec<(String, String)> {
    gatherings.iter().map(|one| (one.id.to_string(), in_words(visit.language, one, visit))).collect()
}

/// A gathering in words: what and when.
pub fn in_words(language: Language, gathering: &Gathering, visit: &Visit) -> String {
    format!("{}, {}", gathering.title, language.words().date(*gathering.date, visit.today))
}

/// What is to come that a visitor could meet somebody at.
#[derive(Debug, Default)]
pub struct Coming {
    /// What the visitor hosts, each with those who need no invitation: they answered, or got one.
    hosted: Vec<(Gathering, BTreeSet<PersonId>)>,
    /// What they may come to, each with those whom it is for; none is everyone.
    open: Vec<(Gathering, Option<Vec<PersonId>>)>,
}

impl Coming {
    /// What is to come for the visitor.
    pub async fn of(db: &mut Connection, visit: &Visit) -> Result<Coming, Failure> {
        let mut coming = Coming::default();
        for gathering in hosted(db, visit).await? {
            let letters = store::invited(db, gathering.id).await?;
            // Of a series the next date is enough, and one letter, whatever its date.
            let series = gathering.series_id;
            let known = coming.hosted.iter_mut().find(|(one, _)| series.is_some() && one.series_id == series);
            if let Some((_, known)) = known {
                known.extend(letters);
            } else if coming.hosted.len() < ASKED {
                let mut known: BTreeSet<PersonId> = letters.into_iter().collect();
                known.extend(answers::said(db, gathering.id).await?.into_iter().map(|said| said.person_id));
                known.extend(gatherings::gathering_hosts(db, &gathering).await?);
                coming.hosted.push((gathering, known));
            }
        }
        // Whoever looks after Klatsch sees all of them, and could not come to all.
        let viewer = Viewer { steward: false, ..Viewer::of(visit) };
        let open = gatherings::between(db, viewer, visit.now, visit.now.plus_days(AHEAD), LOOKED_AT).await?;
        for gathering in open.into_iter().filter(|gathering| is_coming(gathering, visit)) {
            let people = gatherings::people_of_gathering(db, &gathering).await?;
            coming.open.push((gathering, people));
        }
        Ok(coming)
    }

    /// The next gathering of the visitor's to which somebody could be invited.
    pub fn invite(&self, person: PersonId) -> Option<&Gathering> {
        self.hosted.iter().find(|(_, known)| !known.contains(&person)).map(|(gathering, _)| gathering)
    }

    /// The next gathering to which somebody may come, and the visitor, too.
    pub fn both(&self, person: PersonId) -> Option<&Gathering> {
        let fits = |people: &Option<Vec<PersonId>>| people.as_ref().is_none_or(|people| people.contains(&person));
        self.open.iter().find(|(_, people)| fits(people)).map(|(gathering, _)| gathering)
    }
}

/// `POST /ties/invite/{person}`: `gathering`.
pub async fn invite(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>, input: Input) -> Answer {
    match write(&visit, &app, id, &input).await {
        Ok((to, gathering)) => {
            let message = Message::new("ties-invited").with("name", to.name).with("gathering", gathering.title);
            Ok(go("/ties").done(visit.language, message).into_response())
        }
        Err(Failure::Invalid(problems)) => hello::again(&visit, &app, id, input, problems).await,
        Err(failure) => Err(failure),
    }
}

/// Invites somebody to a gathering that the visitor hosts: where it is for invited people, they are one, and in any
/// case they get a letter.
pub async fn write(visit: &Visit, app: &App, id: PersonId, input: &Input) -> Result<(Person, Gathering), Failure> {
    let me = visit.me()?.id;
    let mut db = app.write().await?;
    let to = hello::reader(&mut db, visit, id).await?;
    let mut problems = Problems::new();
    input.only(&["gathering"], &mut problems);
    let chosen = input.needed_choice::<GatheringId>("gathering", &mut problems);
    let mut of: BTreeMap<GatheringId, Gathering> =
        hosted(&mut db, visit).await?.into_iter().map(|gathering| (gathering.id, gathering)).collect();
    if let Some(chosen) = chosen {
        let sent = store::greetings_since(&mut db, me, visit.now.plus_days(-1)).await?;
        if !of.contains_key(&chosen) {
            problems.add("gathering", "map-invite-not-yours");
        } else if store::invited(&mut db, chosen).await?.contains(&id) {
            problems.add("gathering", Message::new("ties-invite-again").with("name", to.name.clone()));
        } else if answers::mine(&mut db, chosen, id).await?.is_some() {
            problems.add("gathering", Message::new("ties-invite-answered").with("name", to.name.clone()));
        } else if sent.iter().filter(|sent| sent.gathering_id.is_some()).count() >= A_DAY {
            problems.add("gathering", Message::new("ties-invite-many").with("most", i64::try_from(A_DAY).unwrap_or(0)));
        }
    }
    let Some(gathering) = problems.or(chosen)?.and_then(|chosen| of.remove(&chosen)) else {
        return Err(Failure::NotFound);
    };
    if gathering.audience == Audience::Invited {
        match gathering.series_id {
            Some(series) => gatherings::invite_to_series(&mut db, series, id, visit.now).await?,
            None => gatherings::invite_to_gathering(&mut db, gathering.id, id, visit.now).await?,
        }
    }
    let from = people::person(&mut db, me).await?.ok_or(Failure::NotFound)?;
    let district = schools::district(&mut db).await?.and_then(|district| Language::of_tag(&district.language));
    let language = to.language.as_deref().and_then(Language::of_tag).or(district).unwrap_or_default();
    let today = gathering.zone.today(visit.now.timestamp());
    let when = language.words().date_and_range(*gathering.date, *gathering.starts, *gathering.ends, today);
    let text = language.say("mail-invite-text").with("name", &to.name).with("who", &from.name);
    let letter = Letter {
        name: to.name.clone(),
        email: to.email.clone(),
        subject: language
            .say("mail-invite-subject")
            .with("who", &from.name)
            .with("gathering", &gathering.title)
            .to_string(),
        text: text
            .with("gathering", format!("{}, {when}", gathering.title))
            .with("link", format!("{}/gatherings/{}", app.url(), gathering.id))
            .to_string(),
    };
    store::insert_greeting(&mut db, app.new_id()?, (me, id), ("", Some(gathering.id)), visit.now).await?;
    mail::send_from(&mut db, app, &letter, (&from.name, &from.email)).await?;
    db.commit().await?;
    Ok((to, gathering))
}
