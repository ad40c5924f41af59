//! People outside, as the host of the demo keeps them in a private book; and two who may be asked to speak.

use jiff::ToSpan;
use jiff::civil::Date;

use super::Cast;
use super::season::told;
use crate::app::App;
use crate::contacts::{self, Draft, Kind};
use crate::ids::PersonId;
use crate::speakers::{self, NewSpeaker};

/// Somebody outside: name, position, organisation, categories, how we met, what about, notes.
type Known =
    (&'static str, &'static str, &'static str, &'static [&'static str], &'static str, &'static str, &'static str);

const PEOPLE: &[Known] = &[
    (
        "Ondine Marblethorpe",
        "Professor of education",
        "University of the Far Shore",
        &["professors", "speakers"],
        "At the spring conference, in the queue for tea.",
        "Story maps, and what becomes of them in grade 9.",
        "Likes to come by **train**. Asked for photos of our wall.",
    ),
    (
        "Barnaby Gooseberry",
        "Illustrator",
        "",
        &["speakers"],
        "He drew with grade 4 for a morning; the children still talk of it.",
        "Drawing what one has read.",
        "Brings his own ink. Needs a sink.",
    ),
    (
        "Philippa Stonecrop",
        "Trustee",
        "School board",
        &["school_board"],
        "She visited the learning commons in the fall.",
        "Opening hours at lunch, and what release time buys.",
        "",
    ),
    (
        "Tobias Larkspur",
        "Teacher-librarian",
        "Lower Meadow District",
        &["teacher_librarians"],
        "On the fediverse, over a question about kits.",
        "Booking kits without a spreadsheet.",
        "They have a sumo ring to lend.",
    ),
    (
        "Wilhelmina Snowberry",
        "Director of instruction",
        "District office",
        &["administration"],
        "She opened the first expo.",
        "Whether the table of librarians could meet in school time.",
        "",
    ),
    (
        "Eustace Pomfrey",
        "Curator",
        "Museum of Orchards",
        &["Museum people"],
        "At the fruit fair.",
        "A travelling box about apples.",
        "The box fits into a small car.",
    ),
];

const ASSOCIATION: &str = "Association of Wandering Librarians";

/// Fills the host's book, and offers two who may be asked to speak.
pub async fn add(app: &App, cast: &Cast, today: Date) -> anyhow::Result<()> {
    let Some(host) = cast.ids.first().copied() else { return Ok(()) };
    let mut db = app.write().await?;
    for (number, known) in (0_i64..).zip(PEOPLE) {
        let mut draft = draft(known);
        draft.touched = Some(today.checked_sub((number * number * 17 + 3).days())?);
        match number {
            // Of today, so that the book says what it is time for.
            0 => (draft.next_step, draft.next_date) = ("Send the photos of the wall".to_owned(), Some(today)),
            3 => {
                (draft.next_step, draft.next_date) =
                    ("Ask for the sumo ring".to_owned(), Some(today.checked_add(9.days())?))
            }
            _ => {}
        }
        contacts::add(&mut db, app, host, draft).await.map_err(told)?;
    }
    let association = Draft {
        kind: Kind::Organisation,
        name: ASSOCIATION.to_owned(),
        links: vec!["https://wandering.example".to_owned(), "@wandering@social.example".to_owned()],
        categories: ["associations"].iter().filter_map(|word| word.parse().ok()).collect(),
        about: "A day of their conference could be here.".to_owned(),
        ..Draft::default()
    };
    contacts::add(&mut db, app, host, association).await.map_err(told)?;
    speakers(&mut db, app, cast, host).await?;
    db.commit().await?;
    Ok(())
}

fn draft(known: &Known) -> Draft {
    let (name, title, organisation, categories, met, about, notes) = *known;
    let first = name.split(' ').next().unwrap_or_default().to_lowercase();
    Draft {
        name: name.to_owned(),
        title: title.to_owned(),
        organisation: organisation.to_owned(),
        emails: vec![format!("{first}@outside.example")],
        links: if first == "tobias" { vec!["@tobias@social.example".to_owned()] } else { Vec::new() },
        categories: categories.iter().filter_map(|word| word.parse().ok()).collect(),
        met: met.to_owned(),
        about: about.to_owned(),
        notes: notes.to_owned(),
        ..Draft::default()
    }
}

async fn speakers(db: &mut crate::database::Writing, app: &App, cast: &Cast, host: PersonId) -> anyhow::Result<()> {
    for (name, organisation, link, topics, fee, note) in [
        (
            "Ondine Marblethorpe",
            "University of the Far Shore",
            "https://far-shore.example/marblethorpe",
            "story maps, reading in grade 9, research with students",
            "No fee; the train",
            "She stayed for the coffee afterwards and answered everything.",
        ),
        (
            "Barnaby Gooseberry",
            "",
            "@gooseberry@social.example",
            "drawing what one has read, picture books, ink",
            "$350 for a morning",
            "Best with one class at a time, grades 3 to 6.",
        ),
    ] {
        let said = NewSpeaker {
            name: name.to_owned(),
            organisation: organisation.to_owned(),
            link: link.to_owned(),
            topics: topics.to_owned(),
            fee: fee.to_owned(),
            note: note.to_owned(),
            network: None,
        };
        let speaker = speakers::put(db, app, host, &said).await?;
        for hearer in cast.ids.iter().skip(1).step_by(9).take(3) {
            speakers::hear(db, app, speaker, *hearer).await?;
        }
    }
    Ok(())
}
