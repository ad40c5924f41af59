//! What stays of the demo's lunches: notes, links, a picture that is drawn here; and who brings what.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};

use super::Cast;
use crate::app::App;
use crate::files::Spool;
use crate::gatherings::Gathering;
use crate::ids::PersonId;
use crate::resources::{self, NewLink, Of};
use crate::topics::{self, State};
use crate::treats::{self, NewTreat};
use crate::web::Received;

const NOTES: &[&str] = &[
    "Three things to try next week:\n\n- one question a day on the door\n- let *them* choose the book\n- five minutes of quiet after lunch\n\n**Who joins in?** Write to each other.",
    "It took two lessons rather than one. The second time the groups were smaller, and everyone had a part.\n\n> “I did not know that I could draw a map of a story.”\n\nThe sheet is in the shared drive of the school; ask for it.",
    "Works without a single device: paper, string and a wall. What we would change: begin with the **end** of the story.",
    "We asked four classes. Most wanted more time to read and fewer questions about it.",
];

const LINKS: &[(&str, &str)] = &[
    ("A guide to story maps", "https://commons.example/story-maps"),
    ("The booking sheet for the kits", "https://commons.example/kits"),
    ("Questions that open a book", "https://commons.example/questions"),
];

/// After a lunch: notes of what was shared, a link, and now and then a photo of the wall.
pub async fn after(app: &App, gathering: &Gathering, week: usize) -> anyhow::Result<()> {
    let nobody = PersonId(uuid::Uuid::nil());
    let topics = topics::of_gathering(&mut *app.read().await?, gathering.id, nobody).await?;
    let shared: Vec<_> = topics.into_iter().filter(|on| on.topic.state == State::Shared).collect();
    let (series, host) = (gathering.series_id, gathering.created_by);
    let mut db = app.write().await?;
    let all = format!(
        "{} of us around the table, and not a cookie left. Next week somebody **please** bring the long cable.",
        ["Nine", "Eleven", "A dozen", "Ten"].get(week % 4).unwrap_or(&"Some")
    );
    resources::write_note(&mut db, app, (Of::Gathering(gathering.id), series), (host, 0), &all).await?;
    for (at, on) in shared.iter().enumerate() {
        let of = (Of::Topic(on.topic.id), series);
        if let Some(note) = NOTES.get((week + at) % NOTES.len()).filter(|_| at < 2) {
            resources::write_note(&mut db, app, of, (on.topic.person_id, 0), note).await?;
        }
        if let Some((title, address)) = LINKS.get((week + at) % LINKS.len()).filter(|_| at == 0) {
            let link = NewLink { title: (*title).to_owned(), address: (*address).to_owned() };
            resources::add_link(&mut db, app, of, on.topic.person_id, &link).await?;
        }
    }
    db.commit().await?;
    if let Some(on) = shared.first().filter(|_| week % 2 == 1) {
        photo(app, (Of::Topic(on.topic.id), series), on.topic.person_id).await?;
    }
    Ok(())
}

async fn photo(app: &App, of: (Of, Option<crate::ids::SeriesId>), by: PersonId) -> anyhow::Result<()> {
    let mut spool = Spool::begin(&app.config.data, &app.new_id::<uuid::Uuid>()?.simple().to_string()).await?;
    spool.write(&wall()?).await?;
    spool.end().await?;
    let received = Received { name: "wall.jpg".to_owned(), spool };
    let kept = resources::keep_file(app, &received, "What we wrote on the wall").await;
    let Ok(Ok(new)) = kept else { anyhow::bail!("the demo's picture cannot be kept") };
    let mut db = app.write().await?;
    resources::add_file(&mut db, app, of, by, &new).await?;
    db.commit().await?;
    Ok(())
}

/// A wall with coloured notes on it.
fn wall() -> anyhow::Result<Vec<u8>> {
    const PAPERS: [[u8; 3]; 4] = [[247, 214, 107], [153, 205, 170], [240, 164, 140], [160, 190, 226]];
    let picture = RgbImage::from_fn(640, 400, |x, y| {
        let (column, row) = (x / 128, y / 133);
        let (left, above) = (x % 128, y % 133);
        let tilt = (column + row) % 3 * 6;
        let paper = left > 12 + tilt && left < 104 + tilt && above > 16 + tilt && above < 108 + tilt;
        let line = paper
            && left > 24 + tilt
            && left < 60 + tilt + (column * 37 + row * 53) % 34
            && (above - tilt) % 18 < 4
            && above > 30 + tilt;
        match (paper, line) {
            (true, true) => Rgb([92, 80, 74]),
            (true, false) => Rgb(PAPERS.get(((column * 2 + row * 3) % 4) as usize).copied().unwrap_or([255; 3])),
            _ => Rgb([231, 224, 213]),
        }
    });
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Jpeg)?;
    Ok(bytes.into_inner())
}

/// Before a lunch: coffee is promised, cookies half, milk not yet.
pub async fn treats(app: &App, cast: &Cast, gathering: &Gathering) -> anyhow::Result<()> {
    let host = gathering.created_by;
    let mut db = app.write().await?;
    for (title, wanted, mine) in [("Coffee, two pots", 1, true), ("Cookies", 2, false), ("Oat milk", 1, false)] {
        let new = NewTreat { title: title.to_owned(), wanted, mine };
        let treat = treats::offer(&mut db, app, gathering, host, &new).await?;
        if let Some(person) = cast.ids.get(7).filter(|_| wanted > 1) {
            treats::claim(&mut db, app, treat, *person).await.map_err(super::season::told)?;
        }
    }
    db.commit().await?;
    Ok(())
}
