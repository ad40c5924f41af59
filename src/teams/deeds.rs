//! What is done to a team.

use super::store;
use super::team::{REMINDED_AFTER_DAYS, Seat, State, Team, completer, missing};
use crate::app::App;
use crate::database::{Connection, Writing};
use crate::ids::{NetworkId, PersonId, SchoolId, TeamId, YearId};
use crate::mail::{self, Letter};
use crate::networks::{self, Network, Rights};
use crate::people::{self, Role};
use crate::web::{Failure, Language, Message, Problems, Visit};
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

    /// May a person name who is to sit where? Who leads the network, who is in the team, and who began it.
    ///
    /// # Errors
    /// Why not.
    pub fn may_complete(&self, person: PersonId) -> Result<(), Failure> {
        let own = self.is_in(person) || (self.team.created_by == person && self.rights.role().is_some());
        self.may_change()?;
        if own || self.rights.may_lead().is_ok() { Ok(()) } else { Err(Failure::refused("teams-refused-complete")) }
    }

    /// The seats nobody is in.
    pub fn missing(&self) -> Vec<Role> {
        missing(&self.seats, &self.taken)
    }
}

/// A team that the visitor may see: the members of its network, and whoever is asked to sit in it.
pub async fn open(db: &mut Connection, visit: &Visit, id: TeamId) -> Result<Whole, Failure> {
    let me = visit.me()?;
    let team = store::team(db, id).await?.ok_or(Failure::NotFound)?;
    let year = years::year(db, team.year_id).await?.ok_or(Failure::NotFound)?;
    let network = networks::network(db, year.network_id).await?.ok_or(Failure::NotFound)?;
    let rights = networks::rights(db, &network, Some(me)).await?;
    let taken = store::taken(db, id).await?;
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
    Ok(store::of_school(db, year, school).await?.map_or(team.id, |team| team.id))
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
    store::sit(db, &seat).await?;
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
        store::accept(db, whole.team.id, person, app.now()).await?;
        networks::put(db, app, whole.network.id, person, networks::Role::Member).await?;
    } else {
        store::stand_up(db, whole.team.id, seat.role).await?;
    }
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
    let who = people::person(db, about).await?.map_or_else(String::new, |who| who.name);
    let school = schools::school(db, whole.team.school_id).await?.map_or_else(String::new, |school| school.name);
    let district = schools::district(db).await?.and_then(|district| Language::of_tag(&district.language));
    let language = reader.language.as_deref().and_then(Language::of_tag).or(district).unwrap_or_default();
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
    for team in store::unreminded(&mut *app.read().await?, before).await? {
        // A transaction for each: people write meanwhile.
        let mut db = app.write().await?;
        let Some(year) = years::year(&mut db, team.year_id).await? else { continue };
        let Some(network) = networks::network(&mut db, year.network_id).await? else { continue };
        if year.archived_at.is_some() || network.closed_at.is_some() {
            continue;
        }
        let rights = networks::rights(&mut db, &network, None).await?;
        let (seats, taken) = (store::seats(&mut db, network.id).await?, store::taken(&mut db, team.id).await?);
        let whole = Whole { team, year, network, rights, seats, taken };
        remind(&mut db, &app, &whole).await.map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
        db.commit().await?;
    }
    Ok(())
}
