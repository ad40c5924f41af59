//! Who may see a field.

use std::str::FromStr;

/// Who may see a field of a profile. A network will be one more: then an onlooker carries what networks they
/// belong to, and [`Audience::reaches`] looks for it there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ProfileAudience)]
pub enum Audience {
    /// Only the person.
    Me,
    /// Everyone of the district.
    #[default]
    District,
    /// Everyone, also without an account.
    Public,
}

impl Audience {
    /// All of them, the smallest first.
    pub const ALL: [Audience; 3] = [Audience::Me, Audience::District, Audience::Public];

    /// The word in the database and the API.
    pub fn word(self) -> &'static str {
        match self {
            Audience::Me => "me",
            Audience::District => "district",
            Audience::Public => "public",
        }
    }

    /// The key of its word for people.
    pub fn key(self) -> &'static str {
        match self {
            Audience::Me => "profile-seen-me",
            Audience::District => "profile-seen-district",
            Audience::Public => "profile-seen-public",
        }
    }

    /// As it is kept. What a newer program wrote is for nobody else.
    pub fn of_kept(word: &str) -> Audience {
        word.parse().unwrap_or(Audience::Me)
    }

    /// Whether it reaches an onlooker.
    pub fn reaches(self, onlooker: Onlooker) -> bool {
        match onlooker {
            Onlooker::Anyone => self == Audience::Public,
            Onlooker::Colleague => self >= Audience::District,
            Onlooker::Oneself => true,
        }
    }
}

impl FromStr for Audience {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        Audience::ALL.into_iter().find(|audience| audience.word() == word).ok_or(())
    }
}

/// With whose eyes a profile is looked at. Whoever looks after Klatsch is a colleague like others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Onlooker {
    /// Somebody without an account.
    Anyone,
    /// Somebody of the district.
    Colleague,
    /// Whose profile it is.
    Oneself,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_audience_reaches_as_far_as_it_says() {
        let reached = |onlooker| Audience::ALL.map(|audience| audience.reaches(onlooker));
        assert_eq!(reached(Onlooker::Anyone), [false, false, true]);
        assert_eq!(reached(Onlooker::Colleague), [false, true, true]);
        assert_eq!(reached(Onlooker::Oneself), [true; 3]);
        assert_eq!(Audience::of_kept("network 7"), Audience::Me);
    }
}
