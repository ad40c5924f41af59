//! Forgetting a person: every domain in one transaction, so that nobody is forgotten by half.

use crate::app::{App, DOMAINS};
use crate::database::Writing;
use crate::people::{self, Person};
use crate::personal::{Deed, Erasing};
use crate::schools;
use crate::web::Language;

/// Forgets a person, and says what was done to which table. Whoever drops the transaction instead of
/// committing it has learnt what would be done, exactly.
///
/// # Errors
/// When the database fails; then nothing is changed.
pub async fn erase(db: &mut Writing, app: &App, person: &Person) -> anyhow::Result<Vec<Deed>> {
    let district = schools::district(db).await?;
    let language = district.and_then(|district| Language::of_tag(&district.language)).unwrap_or_default();
    let who = Erasing {
        app: app.clone(),
        person: person.id,
        stand_in: app.new_id()?,
        name: person.name.clone(),
        email: person.email.clone(),
        nameless: language.say("person-nameless").to_string(),
        at: app.now(),
    };
    people::insert_stand_in(db, who.stand_in, who.person, &who.nameless, who.at).await?;
    let mut deeds = Vec::new();
    for domain in DOMAINS {
        deeds.extend((domain.personal.erase)(db, &who).await?);
    }
    people::remove(db, who.person).await?;
    Ok(deeds)
}
