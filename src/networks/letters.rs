//! Letters about who joins and who leads, each in the language of its reader.

use super::Network;
use crate::app::App;
use crate::database::Writing;
use crate::identity;
use crate::ids::PersonId;
use crate::mail::{self, Letter};
use crate::people;

/// What a letter is about: the keys of its subject and its text.
pub type Keys = (&'static str, &'static str);

/// Somebody asks to join.
pub const ASKED: Keys = ("mail-network-asked-subject", "mail-network-asked-text");
/// Who asked is in.
pub const ADMITTED: Keys = ("mail-network-admitted-subject", "mail-network-admitted-text");
/// Who asked is not taken in.
pub const REFUSED: Keys = ("mail-network-refused-subject", "mail-network-refused-text");
/// Somebody is invited.
pub const INVITED: Keys = ("mail-network-invited-subject", "mail-network-invited-text");
/// Somebody is asked to take over.
pub const OFFERED: Keys = ("mail-network-offered-subject", "mail-network-offered-text");
/// They did: to the one who gave.
pub const GIVEN: Keys = ("mail-network-given-subject", "mail-network-given-text");
/// They did: to the one who took.
pub const TAKEN: Keys = ("mail-network-taken-subject", "mail-network-taken-text");
/// They did not.
pub const NOT_TAKEN: Keys = ("mail-network-not-taken-subject", "mail-network-not-taken-text");

/// Writes to somebody about a network and somebody else; nothing to who has left. `word` is what that other
/// wrote, which may be nothing; `path` is where to go, below the network.
pub async fn write(
    db: &mut Writing,
    app: &App,
    network: &Network,
    (to, about): (PersonId, PersonId),
    (keys, word, path): (Keys, &str, &str),
) -> anyhow::Result<()> {
    let Some(reader) = people::person(db, to).await?.filter(|reader| reader.left_at.is_none()) else { return Ok(()) };
    // What is said again and again they find in Klatsch.
    if !identity::may_write(db, &format!("{} {} {about} {to}", keys.0, network.id), app.now()).await? {
        return Ok(());
    }
    let who = people::person(db, about).await?.map_or_else(String::new, |who| who.name);
    let language = people::language_of(db, &reader).await?;
    let word =
        if word.is_empty() { String::new() } else { language.say("mail-network-word").with("word", word).to_string() };
    let text = language
        .say(keys.1)
        .with("name", &reader.name)
        .with("who", &who)
        .with("network", &network.name)
        .with("word", word)
        .with("link", format!("{}/networks/{}{path}", app.url(), network.id))
        .to_string();
    let letter = Letter {
        subject: language.say(keys.0).with("who", who).with("network", &network.name).to_string(),
        // A paragraph that holds nothing leaves no hole.
        text: text.replace("\n\n\n\n", "\n\n"),
        name: reader.name,
        email: reader.email,
    };
    mail::send(db, app, &letter).await
}
