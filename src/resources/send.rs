//! Sending what was kept to those who came and those who could not. One letter a person, in their
//! language; nobody gets the same content twice, unless the host wants it.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::str::FromStr;

use sha2::{Digest, Sha256};

use super::{Board, Of, Shelf, board, store};
use crate::answers::{self, Answer, addressees};
use crate::app::App;
use crate::attendance::{self, State};
use crate::database::{Connection, Writing};
use crate::gatherings::{self, Gathering};
use crate::ids::PersonId;
use crate::mail::{self, Letter};
use crate::text;
use crate::topics::{self, OnTable};
use crate::web::Language;

/// Who is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// Who came.
    Came,
    /// Who had said that they come or may come, or excused themselves, and was not there.
    CouldNot,
}

impl Group {
    /// The word in the form and the API.
    pub fn word(self) -> &'static str {
        match self {
            Group::Came => "came",
            Group::CouldNot => "could_not",
        }
    }
}

impl FromStr for Group {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        [Group::Came, Group::CouldNot].into_iter().find(|group| group.word() == word).ok_or(())
    }
}

/// What would be sent, and to whom.
#[derive(Debug)]
pub struct Preview {
    /// Who came.
    pub came: BTreeSet<PersonId>,
    /// Who could not.
    pub could_not: BTreeSet<PersonId>,
    /// Who was sent exactly this already.
    pub had: HashSet<PersonId>,
    /// Whether there is anything to send.
    pub is_empty: bool,
    board: Board,
    topics: Vec<OnTable>,
    digest: String,
}

impl Preview {
    /// The people of groups; without those who had it, unless `again`.
    pub fn people(&self, groups: &[Group], again: bool) -> Vec<PersonId> {
        let mut people = BTreeSet::new();
        for group in groups {
            people.extend(match group {
                Group::Came => &self.came,
                Group::CouldNot => &self.could_not,
            });
        }
        people.into_iter().filter(|person| again || !self.had.contains(person)).collect()
    }

    /// The content of the letter, in a language.
    pub fn body(&self, app: &App, gathering: &Gathering, language: Language) -> String {
        let mut parts = vec![self.shelf(app, None, &self.board.of(Of::Gathering(gathering.id)), language)];
        for on in &self.topics {
            let shelf = self.board.of(Of::Topic(on.topic.id));
            parts.push(self.shelf(app, Some(&on.topic.title), &shelf, language));
        }
        parts.retain(|part| !part.is_empty());
        parts.join("\n\n\n")
    }

    fn shelf(&self, app: &App, title: Option<&str>, shelf: &Shelf, language: Language) -> String {
        let mut parts = Vec::new();
        if let Some(note) = &shelf.note {
            parts.push(text::letter(&note.text));
        }
        for one in &shelf.resources {
            let address = one.address.clone().unwrap_or_else(|| format!("{}/resources/{}", app.url(), one.id));
            parts.push(format!("{}\n{address}", language.say("send-item").with("title", &one.title)));
        }
        if parts.is_empty() {
            return String::new();
        }
        if let Some(title) = title {
            parts.insert(0, title.to_uppercase());
        }
        parts.join("\n\n")
    }
}

/// Looks what would be sent, and to whom. Of those who said nothing nobody is meant.
pub async fn preview(db: &mut Connection, gathering: &Gathering) -> anyhow::Result<Preview> {
    let nobody = PersonId(uuid::Uuid::nil());
    let topics = topics::of_gathering(db, gathering.id, nobody).await?;
    let ids: Vec<_> = topics.iter().map(|on| on.topic.id).collect();
    let board = board::of_gathering(db, gathering.id, &ids).await?;
    let marks = attendance::marks_of(db, gathering.id).await?;
    let said = answers::said(db, gathering.id).await?;
    // Who is no longer invited hears no more of it.
    let invited = gatherings::people_of_gathering(db, gathering).await?;
    let may = |person: &PersonId| invited.as_ref().is_none_or(|people| people.contains(person));
    let came: BTreeSet<PersonId> =
        marks.iter().filter(|mark| mark.state == State::Came).map(|mark| mark.person_id).collect();
    let mut could_not: BTreeSet<PersonId> =
        marks.iter().filter(|mark| mark.state != State::Came).map(|mark| mark.person_id).collect();
    could_not.extend(said.iter().filter(|said| said.answer != Answer::No || said.excused).map(|said| said.person_id));
    could_not.retain(|person| !came.contains(person) && may(person));
    let came = came.into_iter().filter(may).collect();
    let digest = digest(&topics, &board, gathering);
    let sent: HashMap<PersonId, String> = store::sent(db, gathering.id).await?;
    let had = sent.into_iter().filter(|(_, was)| *was == digest).map(|(person, _)| person).collect();
    Ok(Preview { came, could_not, had, is_empty: board.is_empty(), board, topics, digest })
}

/// The SHA-256 of everything a letter tells but its language.
fn digest(topics: &[OnTable], board: &Board, gathering: &Gathering) -> String {
    let mut digest = Sha256::new();
    let mut add = |shelf: &Shelf| {
        for text in shelf.note.iter().map(|note| note.text.clone()).chain(
            shelf
                .resources
                .iter()
                .map(|one| format!("{}\n{}\n{}", one.id, one.title, one.address.as_deref().unwrap_or(""))),
        ) {
            digest.update((text.len() as u64).to_be_bytes());
            digest.update(text);
        }
    };
    add(&board.of(Of::Gathering(gathering.id)));
    topics.iter().for_each(|on| add(&board.of(Of::Topic(on.topic.id))));
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Sends it; gives how many letters go out.
pub async fn send(
    db: &mut Writing,
    app: &App,
    gathering: &Gathering,
    groups: &[Group],
    again: bool,
) -> anyhow::Result<usize> {
    // Held, so that two hosts who press at once do not both write.
    gatherings::lock(db, gathering.id).await?;
    let preview = preview(db, gathering).await?;
    let people = preview.people(groups, again);
    let mut bodies: HashMap<Language, String> = HashMap::new();
    let mut letters = 0;
    for (person, language) in addressees(db, &people).await? {
        let body = bodies.entry(language).or_insert_with(|| preview.body(app, gathering, language));
        let when = language.words().date(*gathering.date, gathering.zone.today(app.now().timestamp()));
        let key = if preview.came.contains(&person.id) { "send-mail-came" } else { "send-mail-could-not" };
        let link = format!("{}/gatherings/{}", app.url(), gathering.id);
        let letter = Letter {
            subject: language.say("send-mail-subject").with("title", &gathering.title).with("when", &when).to_string(),
            text: language
                .say(key)
                .with("name", &person.name)
                .with("title", &gathering.title)
                .with("when", &when)
                .with("body", body.as_str())
                .with("link", link)
                .to_string(),
            name: person.name,
            email: person.email,
        };
        mail::send(db, app, &letter).await?;
        store::set_sent(db, gathering.id, person.id, &preview.digest, app.now()).await?;
        letters += 1;
    }
    Ok(letters)
}
