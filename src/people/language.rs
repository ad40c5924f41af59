//! The language a person reads in: their own, else the district's.

use super::Person;
use crate::database::{Connection, Result};
use crate::schools;
use crate::web::Language;

impl Person {
    /// The language they read in, where the district's is known: for letters to many.
    pub fn reads(&self, district: Language) -> Language {
        self.language.as_deref().and_then(Language::of_tag).unwrap_or(district)
    }
}

/// The language of who has not chosen one.
pub async fn district_language(db: &mut Connection) -> Result<Language> {
    let district = schools::district(db).await?;
    Ok(district.and_then(|district| Language::of_tag(&district.language)).unwrap_or_default())
}

/// The language somebody reads in.
pub async fn language_of(db: &mut Connection, person: &Person) -> Result<Language> {
    Ok(person.reads(district_language(db).await?))
}
