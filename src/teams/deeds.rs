//! What is done to a team.

use std::collections::BTreeSet;

use super::store;
use super::team::{REMINDED_AFTER_DAYS, Seat, State, Team, completer, missing};
use super::together;
use crate::app::App;
use crate::database::{Connection, Writing};
use crate::identity;
use crate::ids::{NetworkId, PersonId, SchoolId, TeamId, YearId};
use crate::mail::{self, Letter};
use crate::networks::{self, Network, Rights};
use crate::people::{self, Role};
use crate::web::{Failure, Message, Problems, Visit};
use crate::{schools, years};

/// A team with everything that is needed to look at it or change it.
#[derive(Debug)]
pub struct Whole {
    /// The team.
    pub team: Team,
    /// The year it is in.
    pub year: years::Year,
    /// The network.
    pub network: Network,
    /// What the visitor may do in the network.
    pub rights: Rights,
    /// The seats of the network's teams.
    pub seats: Vec<Role>,
    /// Who sits where.
    pub taken: Vec<Seat>,
}

impl Whole {
    /// Whether a person sits in it, or was asked to.
    pub fn sits(&self, person: PersonId) -> bool {
        self.taken.iter().any(|seat| seat.person_id == person)
    }

    /// Whether a person is in it.
    pub fn is_in(&self, person: PersonId) -> bool {
        self.taken.iter().any(|seat| seat.person_id == person && seat.state == State::In)
    }

    /// May anything of it change? In a year that was put away it is there to be read.
    ///
    /// # Errors
    /// That the year was put away.
    pub fn may_change(&self) -> Result<(), Failure> {
        if self.year.archived_at.is_some() { Err(Failure::refused("teams-refused-archived")) } else { Ok(()) }
    }

    /// May a person name who is to sit where? Who leads the network, who is in the team, and who began it, as long
    /// as they are in the network.
    ///
    /// # Errors
    /// Why not.
    pub fn may_complete(&self, person: PersonId) -> Result<(), Failure> {
        let own = (self.is_in(person) || self.team.created_by == person) && self.rights.role().is_some();
        if own || self.rights.may_lead().is_ok() {
            self.is_under_way()
        } else {
            Err(Failure::refused("teams-refused-complete"))
        }
    }

    /// May anybody still come into it? Not into one that was taken out or put away, nor into a closed network.
    ///
    /// # Errors
    /// Why not.
    pub fn is_under_way(&self) -> Result<(), Failure> {
        self.may_change()?;
        if self.team.removed_at.is_some() {
            Err(Failure::refused("teams-is-out"))
        } else if self.network.closed_at.is_some() {
            Err(Failure::refused("networks-refused-closed"))
        } else {
            Ok(())
        }
    }

    /// The seats nobody is in.
    pub fn missing(&self) -> Vec<Role> {
        missing(&self.seats, &self.taken)
    }
}

/// Who sits where in a network's teams, without those who have left the network, and without those who were asked and
/// have left the district: their seat is kept in case they come back, and meanwhile nobody sits there.
pub async fn present(db: &mut Connection, network: NetworkId, taken: Vec<Seat>) -> Result<Vec<Seat>, Failure> {
    let members: BTreeSet<PersonId> = networks::member_ids(db, network).await?.into_iter().collect();
    let asked = taken.iter().filter(|seat| seat.state == State::Asked).map(|seat| seat.person_id);
    let asked: Vec<PersonId> = asked.collect::<BTreeSet<_>>().into_iter().collect();
    let asked: BTreeSet<PersonId> = people::some(db, &asked).await?.into_iter().map(|person| person.id).collect();
    let there = |seat: &Seat| (if seat.state == State::Asked { &asked } else { &members }).contains(&seat.person_id);
    Ok(taken.into_iter().filter(there).collect())
}

/// A team that the visitor may see: the members of its network, and whoever is asked to sit in it.
pub async fn open(db: &mut Connection, visit: &Visit, id: TeamId) -> Result<Whole, Failure> {
    let me = visit.me()?;
    let team = store::team(db, id).await?.ok_or(Failure::NotFound)?;
    let year = years::year(db, team.year_id).await?.ok_or(Failure::NotFound)?;
    let network = networks::network(db, year.network_id).await?.ok_or(Failure::NotFound)?;
    let rights = networks::rights(db, &network, Some(me)).await?;
    let taken = store::taken(db, id).await?;
    let taken = present(db, network.id, taken).await?;
    let asked = taken.iter().any(|seat| seat.person_id == me.id);
    if !asked {
        rights.may_see_members()?;
    }
    let seats = store::seats(db, network.id).await?;
    Ok(Whole { team, year, network, rights, seats, taken })
}

/// The year of a network that teams are of: the latest that is under way.
pub async fn year_of(db: &mut Connection, network: NetworkId) -> Result<Option<years::Year>, Failure> {
    Ok(years::of_network(db, network).await?.into_iter().find(|year| year.archived_at.is_none()))
}

/// Begins the team of a school; one that was there is found.
pub async fn begin(
    db: &mut Writing,
    app: &App,
    (year, school): (YearId, SchoolId),
    by: PersonId,
) -> Result<TeamId, Failure> {
    let team = Team {
        id: app.new_id()?,
        year_id: year,
        school_id: school,
        confirmed: true,
        created_by: by,
        created_at: app.now(),
        reminded_at: None,
        removed_at: None,
    };
    store::insert(db, &team).await?;
    let id = store::of_school(db, year, school).await?.map_or(team.id, |team| team.id);
    // One that had been taken out is in again, with everyone in it.
    together::tell(db, app, id).await?;
    Ok(id)
}

/// Puts somebody on a seat.
pub async fn seat(db: &mut Writing, app: &App, seat: &Seat) -> anyhow::Result<()> {
    store::sit(db, seat).await?;
    together::tell(db, app, seat.team_id).await
}

/// Names who is to sit on a seat: who names themselves is in, others are asked.
pub async fn name(
    db: &mut Writing,
    app: &App,
    whole: &Whole,
    (role, person): (Role, PersonId),
    by: PersonId,
) -> Result<State, Failure> {
    if !whole.seats.contains(&role) {
        return Err(Problems::one("role", "problem-choice").into());
    }
    if let Some(other) = whole.taken.iter().find(|seat| seat.person_id == person && seat.role != role) {
        let word = Message::new("teams-problem-sits");
        return if other.state == State::In {
            Err(Problems::one("person", word).into())
        } else {
            Err(Problems::one("person", "teams-problem-asked").into())
        };
    }
    // Who was asked is not asked again.
    let known = whole.taken.iter().find(|seat| seat.person_id == person && seat.role == role);
    if let Some(seat) = known
        && (seat.state == State::In || person != by)
    {
        return Ok(seat.state);
    }
    let state = if person == by { State::In } else { State::Asked };
    let seat = Seat { team_id: whole.team.id, role, person_id: person, state, set_by: by, set_at: app.now() };
    self::seat(db, app, &seat).await?;
    if state == State::In {
        networks::put(db, app, whole.network.id, person, networks::Role::Member).await?;
    } else {
        write(db, app, whole, (person, by), ("mail-team-asked-subject", "mail-team-asked-text"), role).await?;
    }
    Ok(state)
}

/// The person who was asked says yes or no.
pub async fn answer(db: &mut Writing, app: &App, whole: &Whole, person: PersonId, yes: bool) -> Result<(), Failure> {
    let Some(seat) = whole.taken.iter().find(|seat| seat.person_id == person && seat.state == State::Asked) else {
        return Err(Failure::Stale(Message::new("teams-answered")));
    };
    if yes {
        whole.is_under_way()?;
        // Somebody else may have been named for the seat meanwhile: then nobody waits for this word.
        if store::accept(db, whole.team.id, person, app.now()).await? == 0 {
            return Err(Failure::Stale(Message::new("teams-answered")));
        }
        networks::put(db, app, whole.network.id, person, networks::Role::Member).await?;
    } else {
        store::stand_up(db, whole.team.id, seat.role).await?;
    }
    whole.tell(db, app).await?;
    let keys = if yes {
        ("mail-team-yes-subject", "mail-team-yes-text")
    } else {
        ("mail-team-no-subject", "mail-team-no-text")
    };
    write(db, app, whole, (seat.set_by, person), keys, seat.role).await?;
    Ok(())
}

/// Reminds the one who can complete a team; nobody where nothing is missing.
pub async fn remind(db: &mut Writing, app: &App, whole: &Whole) -> Result<Option<PersonId>, Failure> {
    let missing = whole.missing();
    let Some(first) = missing.first().copied() else { return Ok(None) };
    let to = completer(&whole.team, &whole.taken);
    store::reminded(db, whole.team.id, app.now()).await?;
    let keys = ("mail-team-missing-subject", "mail-team-missing-text");
    write(db, app, whole, (to, to), keys, first).await?;
    Ok(Some(to))
}

async fn write(
    db: &mut Writing,
    app: &App,
    whole: &Whole,
    (to, about): (PersonId, PersonId),
    (subject, text): (&'static str, &'static str),
    role: Role,
) -> Result<(), Failure> {
    let Some(reader) = people::person(db, to).await?.filter(|reader| reader.left_at.is_none()) else { return Ok(()) };
    // What is said again and again they find in Klatsch.
    if !identity::may_write(db, &format!("{subject} {} {about} {to}", whole.team.id), app.now()).await? {
        return Ok(());
    }
    let who = people::person(db, about).await?.map_or_else(String::new, |who| who.name);
    let school = schools::school(db, whole.team.school_id).await?.map_or_else(String::new, |school| school.name);
    let language = people::language_of(db, &reader).await?;
    let word = |role: &Role| language.say(role.key()).to_string();
    let missing = language.words().list(&whole.missing().iter().map(word).collect::<Vec<_>>());
    let letter = Letter {
        subject: language
            .say(subject)
            .with("who", &who)
            .with("school", &school)
            .with("network", &whole.network.name)
            .to_string(),
        text: language
            .say(text)
            .with("name", &reader.name)
            .with("who", who)
            .with("school", school)
            .with("network", &whole.network.name)
            .with("role", word(&role))
            .with("missing", missing)
            .with("link", format!("{}/teams/{}", app.url(), whole.team.id))
            .to_string(),
        name: reader.name,
        email: reader.email,
    };
    mail::send(db, app, &letter).await?;
    Ok(())
}

/// The daily job: an incomplete team is reminded once by itself, two weeks after it was begun.
pub async fn remind_all(app: App) -> anyhow::Result<()> {
    let before = app.now().plus_days(-REMINDED_AFTER_DAYS);
    let mut after = None;
    loop {
        let teams = store::unreminded(&mut *app.read().await?, before, after, STRETCH).await?;
        let Some(last) = teams.last() else { return Ok(()) };
        after = Some((last.created_at, last.id));
        remind_some(&app, teams).await?;
    }
}

/// How many teams the daily job looks at at once.
const STRETCH: i64 = 100;

async fn remind_some(app: &App, teams: Vec<Team>) -> anyhow::Result<()> {
    for team in teams {
        // A transaction for each: people write meanwhile.
        let mut db = app.write().await?;
        let Some(year) = years::year(&mut db, team.year_id).await? else { continue };
        let Some(network) = networks::network(&mut db, year.network_id).await? else { continue };
        if year.archived_at.is_some() || network.closed_at.is_some() {
            continue;
        }
        let rights = networks::rights(&mut db, &network, None).await?;
        let (seats, taken) = (store::seats(&mut db, network.id).await?, store::taken(&mut db, team.id).await?);
        let taken = present(&mut db, network.id, taken).await.map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
        let whole = Whole { team, year, network, rights, seats, taken };
        remind(&mut db, app, &whole).await.map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
        db.commit().await?;
    }
    Ok(())
}
