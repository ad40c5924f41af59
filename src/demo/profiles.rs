//! What the people of the demo say of themselves: most of them something, some in French, some only to colleagues,
//! and some nothing at all.

use super::Cast;
use crate::app::App;
use crate::ids::NetworkId;
use crate::web::Input;
use crate::{networks, people};

/// What somebody says: skills, subjects, grades, tools, shares, learns, about.
type Says = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

const ENGLISH: [Says; 8] = [
    (
        "Digital portfolios, Podcasting",
        "Language arts",
        "4 5 6",
        "Green screen, Tablets",
        "Portfolio rubric",
        "Stop motion",
        "I keep the kettle warm and the green screen tidy.",
    ),
    (
        "Outdoor learning, Inquiry",
        "Science",
        "k 1 2 3",
        "Rain gear, Hand lenses",
        "Pond kit to lend",
        "Digital portfolios",
        "My best classroom has no walls and too many worms.",
    ),
    (
        "Scratch, Micro:bits",
        "Applied design, Mathematics",
        "6 7 8",
        "Micro:bits, 3D printer",
        "Robot mats",
        "Podcasting",
        "Ask me why the printer is out of order.",
    ),
    (
        "Assessment without grades",
        "Social studies",
        "8 9 10",
        "Sticky notes",
        "Conference templates",
        "Restorative circles",
        "Twenty years in, still changing my mind.",
    ),
    (
        "Graphic novels, Book clubs",
        "English, Drama",
        "9 10 11 12",
        "Projector",
        "Graphic novel kits",
        "Design thinking",
        "I read the last page first.",
    ),
    (
        "Design thinking, Makerspace",
        "Art, Technology",
        "5 6 7 8",
        "Makey Makey, Cardboard saws",
        "Cardboard challenge",
        "Local history",
        "If it can be taped, it can be taught.",
    ),
    (
        "Local history, Maps",
        "Social studies",
        "4 5 7",
        "Old atlases",
        "Walking tour of the old cannery",
        "Scratch",
        "I collect wrong maps.",
    ),
    (
        "Reading buddies, Storytelling",
        "Language arts, Music",
        "k 1 2",
        "Ukuleles, Puppets",
        "Puppet theatre to lend",
        "Outdoor learning",
        "There is always one more story.",
    ),
];

const FRENCH: [Says; 4] = [
    (
        "Balados, Théâtre",
        "Français, Art dramatique",
        "4 5 6",
        "Micros, Écran vert",
        "Scénarios de balado",
        "Robotique",
        "J’aime les histoires qui finissent mal et les classes qui finissent bien.",
    ),
    (
        "Albums jeunesse, Conte",
        "Français langue seconde",
        "k 1 2 3",
        "Marionnettes",
        "Valise d’albums à prêter",
        "Pensée design",
        "Un album par jour, au moins.",
    ),
    (
        "Évaluation sans notes, Portfolios",
        "Sciences humaines",
        "8 9 10",
        "Tableaux blancs",
        "Grilles d’autoévaluation",
        "Podcasting",
        "Je change d’idée une fois par trimestre.",
    ),
    (
        "Robotique, Pensée design",
        "Sciences, Mathématiques",
        "6 7 8",
        "Micro:bits, Imprimante 3D",
        "Tapis de robots",
        "École en plein air",
        "Si ça bouge, c’est réussi.",
    ),
];

/// Languages besides the ones of the house, going round.
const TONGUES: [&str; 6] = ["pa", "uk", "oka", "tl", "es", "ase"];

/// Lets two in three say something; some of those in the library network what they want to learn to its members alone.
pub async fn say(app: &App, cast: &Cast, library: Option<NetworkId>) -> anyhow::Result<()> {
    let mut db = app.write().await?;
    let within = match library {
        Some(id) => networks::member_ids(&mut db, id).await?,
        None => Vec::new(),
    };
    for (index, (person, colleague)) in cast.ids.iter().zip(&cast.staff).enumerate() {
        if index % 3 == 2 {
            continue;
        }
        let french = index % 5 == 3;
        let list: &[Says] = if french { &FRENCH } else { &ENGLISH };
        let Some((skills, subjects, grades, tools, shares, learns, about)) = list.iter().cycle().nth(index % 24) else {
            continue;
        };
        let mut form = Input::filled([
            ("ask", colleague.ask.to_owned()),
            ("skills", (*skills).to_owned()),
            ("subjects", (*subjects).to_owned()),
            ("tools", (*tools).to_owned()),
            ("shares", (*shares).to_owned()),
            ("learns", (*learns).to_owned()),
            ("about", (*about).to_owned()),
        ]);
        grades.split(' ').for_each(|grade| form.add("grades", grade));
        form.add("languages", "en");
        if french || index % 4 == 0 {
            form.add("languages", "fr");
        }
        if index % 7 == 1 {
            form.add("languages", TONGUES.iter().copied().cycle().nth(index % 6).unwrap_or("es"));
        }
        // The host is a public person; one in ten keeps what they want to learn to themselves.
        if index == 0 {
            form.add("audience_skills", "public");
            form.add("audience_about", "public");
            form.add("links", "https://commons.demo.example/blog Notes from the commons");
        }
        if index % 10 == 4 {
            form.add("audience_learns", "me");
        } else if let Some(id) = library.filter(|_| index % 6 == 0 && within.contains(person)) {
            form.add("audience_learns", format!("network:{id}"));
        }
        people::say(&mut db, app, *person, &form).await?;
    }
    db.commit().await?;
    Ok(())
}
