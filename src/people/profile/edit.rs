//! Writing one's profile. Nobody else does, not even who looks after Klatsch.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

use super::{Audience, Draft, Field, Kind, Profile, filled, grade, suggest, tongue};
use crate::app::{App, NETWORKS_OF};
use crate::clock::Instant;
use crate::database::{Connection, Result as Kept, Writing};
use crate::ids::{NetworkId, PersonId};
use crate::people::store::profile::{FieldRow, TagRow};
use crate::people::{Person, rights, store};
use crate::web::{Answer, Failure, Form, Input, Language, Page, Path, Problems, Visit, go, html_with};

/// How many languages are offered before the rest is unfolded: those of the house.
const FIRST_TONGUES: usize = 2;

/// What can be chosen: values with their words.
type Choices = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "people/pages/profile.html")]
struct Edit {
    page: Page,
    form: Form,
    person: Person,
    place: [(String, String); 2],
    /// Whether they have a photo.
    photo: bool,
    audiences: Choices,
    /// The same, and before them that each field keeps its own.
    same: Choices,
    grades: Choices,
    /// Languages: those of the house and those that are ticked, and the rest.
    tongues: (Choices, Choices),
    /// What others say, by field in the order of [`Field::tagged`].
    others: Vec<String>,
}

impl Edit {
    /// What others say in a field, as a hint.
    fn others(&self, field: &str) -> String {
        let place = Field::tagged().position(|known| known.word() == field);
        place.and_then(|place| self.others.get(place).cloned()).unwrap_or_default()
    }

    /// Whether something is wrong with one of these fields, or with who sees it, so that it must be seen.
    fn open(&self, fields: &str) -> bool {
        self.form.problems().iter().any(|(name, _)| {
            let field = name.strip_prefix("audience_").unwrap_or(name);
            fields.split(' ').any(|one| one == field)
        })
    }

    /// Whether one of these fields says something.
    fn filled(&self, fields: &str) -> bool {
        fields.split(' ').any(|field| !self.form.value(field).is_empty())
    }
}

/// A form in which one choice of who sees it is for every field.
fn same_for_all(input: &Input) -> Input {
    let all = input.typed("audience_all").to_owned();
    match all.is_empty() {
        true => input.clone(),
        false => Field::ALL.into_iter().fold(input.clone(), |input, field| input.with(field.audience(), all.clone())),
    }
}

async fn page(
    visit: &Visit,
    db: &mut Connection,
    status: StatusCode,
    (form, photo): (Form, bool),
    person: Person,
) -> Answer {
    let language = visit.language;
    let page = Page::new(visit, "people", language.say("profile-title").to_string());
    let audiences = audiences(db, language, person.id, &form).await?;
    let mut first = tongue::choices(language);
    let mut rest = first.split_off(FIRST_TONGUES);
    let (ticked, other): (Vec<_>, Vec<_>) = rest.drain(..).partition(|(code, _)| form.has("languages", code));
    first.extend(ticked);
    let mut others = Vec::new();
    for field in Field::tagged() {
        let labels = suggest::labels(db, field).await?;
        let words = page.say("profile-others").with("tags", labels.join(", "));
        others.push(if labels.is_empty() { String::new() } else { words.to_string() });
    }
    html_with(
        status,
        &Edit {
            same: [(String::new(), page.say("profile-all-none").to_string())]
                .into_iter()
                .chain(audiences.clone())
                .collect(),
            audiences,
            grades: grade::choices(language),
            tongues: (first, other),
            others,
            place: [
                ("/people".to_owned(), page.say("nav-people").to_string()),
                (format!("/people/{}", person.id), person.name.clone()),
            ],
            form,
            photo,
            person,
            page,
        },
    )
}

/// Who may see a field, to choose from: the person alone, each network they are in, colleagues, everyone. A network
/// they left stays where it was chosen, for whoever leaves the choice as it is.
async fn audiences(db: &mut Connection, language: Language, person: PersonId, form: &Form) -> Result<Choices, Failure> {
    let networks = NETWORKS_OF(db, person).await?;
    let mut all = vec![Audience::Me];
    all.extend(networks.iter().map(|(id, _)| Audience::Network(*id)));
    for field in Field::ALL {
        let chosen = Audience::of_kept(form.value(field.audience()));
        if matches!(chosen, Audience::Network(_)) && !all.contains(&chosen) {
            all.push(chosen);
        }
    }
    all.extend([Audience::District, Audience::Public]);
    Ok(all.into_iter().map(|one| (one.to_string(), one.in_words(language, &networks))).collect())
}

/// A person with their profile, if it is the visitor's own.
pub async fn own(db: &mut Connection, visit: &Visit, id: PersonId) -> Result<(Person, Profile), Failure> {
    let me = visit.me()?;
    let person = store::person(db, id).await?.ok_or(Failure::NotFound)?;
    rights::may_write_profile(me, id)?;
    let profile = super::of(db, &[&person]).await?.remove(&id).unwrap_or_default();
    Ok((person, profile))
}

/// The networks a person is in.
pub async fn networks(db: &mut Connection, person: PersonId) -> Kept<Vec<NetworkId>> {
    Ok(NETWORKS_OF(db, person).await?.into_iter().map(|(id, _)| id).collect())
}

/// `GET /people/{person}/profile`
pub async fn form(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>) -> Answer {
    let mut db = app.read().await?;
    let (person, profile) = own(&mut db, &visit, id).await?;
    let form = Form::new(visit.language, filled(&profile, person.updated_at.0));
    page(&visit, &mut db, StatusCode::OK, (form, profile.photo.is_some()), person).await
}

/// `POST /people/{person}/profile`
pub async fn save(visit: Visit, State(app): State<App>, Path(id): Path<PersonId>, input: Input) -> Answer {
    let mut db = app.write().await?;
    let (person, profile) = own(&mut db, &visit, id).await?;
    let mut problems = Problems::new();
    let input = same_for_all(&input);
    let draft = Draft::read(&input, (&profile, &networks(&mut db, id).await?), &mut problems);
    let version = Instant(input.needed_number("version", 0..=i64::MAX, &mut problems));
    let photo = profile.photo.is_some();
    let (status, form) = if !problems.is_empty() {
        (StatusCode::UNPROCESSABLE_ENTITY, Form::wrong(visit.language, input, problems))
    } else if keep(&mut db, &app, (&person, version), (&profile, &draft)).await? {
        db.commit().await?;
        return Ok(go(format!("/people/{id}")).done(visit.language, "profile-saved").into_response());
    } else {
        // What was typed, to be saved over what there is now by somebody who was told.
        let input = input.with("version", person.updated_at.0.to_string());
        (StatusCode::CONFLICT, Form::wrong(visit.language, input, Problems::one("", "profile-stale")))
    };
    drop(db);
    page(&visit, &mut *app.read().await?, status, (form, photo), person).await
}

/// Keeps what somebody says of themselves, if their row is still of the version they looked at.
pub async fn keep(
    db: &mut Writing,
    app: &App,
    (person, version): (&Person, Instant),
    (before, draft): (&Profile, &Draft),
) -> Kept<bool> {
    let after = &draft.profile;
    let hidden = !after.audience(Field::Ask).is_for_colleagues();
    let fresh = Person {
        ask_me_about: if hidden { String::new() } else { after.words(Field::Ask).to_owned() },
        updated_at: app.now().after(person.updated_at),
        ..person.clone()
    };
    // The row first: of two who save the same version at once, one waits here and is told.
    if !store::hold(db, person.id, version, fresh.updated_at).await? {
        return Ok(false);
    }
    write(db, person.id, after).await?;
    suggest::recount(db, before, after).await?;
    store::update(db, &fresh, fresh.updated_at).await
}

/// Writes the rows of a profile.
async fn write(db: &mut Writing, person: PersonId, profile: &Profile) -> Kept<()> {
    let (mut fields, mut tags) = (Vec::new(), Vec::new());
    for (field, entry) in &profile.fields {
        let kept = match field {
            Field::Ask if entry.audience.is_for_colleagues() => "",
            _ => entry.words.as_str(),
        };
        if !kept.is_empty() || entry.audience != Audience::default() {
            fields.push(FieldRow {
                person_id: person,
                field: field.word().to_owned(),
                audience: entry.audience.to_string(),
                words: kept.to_owned(),
            });
        }
        let lists = matches!(field.kind(), Kind::Tags | Kind::List);
        tags.extend((0..).zip(&entry.tags).filter(|_| lists).map(|(place, tag)| TagRow {
            person_id: person,
            field: field.word().to_owned(),
            tag: tag.key.clone(),
            label: tag.label.clone(),
            place,
        }));
    }
    store::profile::set_fields(db, person, &fields).await?;
    store::profile::set_tags(db, person, &tags).await
}

/// Lets a person say of themselves what a form of these fields says, as in the demonstration district.
///
/// # Errors
/// When a field is wrong, there is nobody, or the database refuses.
pub async fn say(db: &mut Writing, app: &App, id: PersonId, form: &Input) -> anyhow::Result<()> {
    let person = store::person(db, id).await?.ok_or_else(|| anyhow::anyhow!("there is nobody to say that"))?;
    let before = super::of(db, &[&person]).await?.remove(&id).unwrap_or_default();
    let mut problems = Problems::new();
    let draft = Draft::read(form, (&before, &networks(db, id).await?), &mut problems);
    anyhow::ensure!(problems.is_empty(), "{problems:?}");
    anyhow::ensure!(keep(db, app, (&person, person.updated_at), (&before, &draft)).await?, "somebody else wrote");
    Ok(())
}
