//! Who may see a field.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

use crate::ids::NetworkId;
use crate::web::Language;

/// Who may see a field of a profile.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Audience {
    /// Only the person.
    Me,
    /// The members of a network that the person is in, too, for as long as both are.
    Network(NetworkId),
    /// Everyone of the district.
    #[default]
    District,
    /// Everyone, also without an account.
    Public,
}

impl Audience {
    /// In words: what the networks are called that the person is in is handed in.
    pub fn in_words(self, language: Language, networks: &[(NetworkId, String)]) -> String {
        let key = match self {
            Audience::Me => "profile-seen-me",
            Audience::District => "profile-seen-district",
            Audience::Public => "profile-seen-public",
            Audience::Network(id) => {
                return match networks.iter().find(|(known, _)| *known == id) {
                    Some((_, name)) => language.say("profile-seen-network").with("network", name).to_string(),
                    None => language.say("profile-seen-left").to_string(),
                };
            }
        };
        language.say(key).to_string()
    }

    /// As it is kept. What a newer program wrote is for nobody else.
    pub fn of_kept(word: &str) -> Audience {
        word.parse().unwrap_or(Audience::Me)
    }

    /// Whether all colleagues are in it, so that lists and pickers may show it.
    pub fn is_for_colleagues(self) -> bool {
        matches!(self, Audience::District | Audience::Public)
    }

    /// Whether it reaches an onlooker.
    pub fn reaches(self, onlooker: &Onlooker) -> bool {
        match (self, onlooker) {
            (_, Onlooker::Oneself) | (Audience::Public, _) => true,
            (_, Onlooker::Anyone) | (Audience::Me, _) => false,
            (Audience::District, Onlooker::Colleague(_)) => true,
            (Audience::Network(id), Onlooker::Colleague(shared)) => shared.contains(&id),
        }
    }
}

/// The word in the database, in forms and in the API.
impl fmt::Display for Audience {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Audience::Me => out.write_str("me"),
            Audience::Network(id) => write!(out, "network:{id}"),
            Audience::District => out.write_str("district"),
            Audience::Public => out.write_str("public"),
        }
    }
}

impl FromStr for Audience {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        match word {
            "me" => Ok(Audience::Me),
            "district" => Ok(Audience::District),
            "public" => Ok(Audience::Public),
            _ => {
                let id = word.strip_prefix("network:").ok_or(())?;
                Uuid::try_parse(id).map(|id| Audience::Network(NetworkId(id))).map_err(|_| ())
            }
        }
    }
}

impl serde::Serialize for Audience {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// In the API it is the same word.
impl utoipa::PartialSchema for Audience {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .description(Some("`me`, `district`, `public`, or `network:` and the identifier of a network one is in"))
            .pattern(Some("^(me|district|public|network:[0-9a-f-]{36})$"))
            .into()
    }
}

impl utoipa::ToSchema for Audience {
    fn name() -> std::borrow::Cow<'static, str> {
        "ProfileAudience".into()
    }
}

/// With whose eyes a profile is looked at. Whoever looks after Klatsch is a colleague like others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Onlooker {
    /// Somebody without an account.
    Anyone,
    /// Somebody of the district, with the networks that both are in now.
    Colleague(BTreeSet<NetworkId>),
    /// Whose profile it is.
    Oneself,
}

impl Onlooker {
    /// A colleague in no network with them: what every colleague sees.
    pub const COLLEAGUE: Onlooker = Onlooker::Colleague(BTreeSet::new());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_audience_reaches_as_far_as_it_says() {
        let network = |number| NetworkId(Uuid::from_u128(number));
        let all = [Audience::Me, Audience::Network(network(7)), Audience::District, Audience::Public];
        let reached = |onlooker: Onlooker| all.map(|audience| audience.reaches(&onlooker));
        assert_eq!(reached(Onlooker::Anyone), [false, false, false, true]);
        assert_eq!(reached(Onlooker::COLLEAGUE), [false, false, true, true]);
        assert_eq!(reached(Onlooker::Colleague([network(8)].into())), [false, false, true, true]);
        assert_eq!(reached(Onlooker::Colleague([network(7)].into())), [false, true, true, true]);
        assert_eq!(reached(Onlooker::Oneself), [true; 4]);
        for audience in all {
            assert_eq!(Audience::of_kept(&audience.to_string()), audience);
        }
        assert_eq!(Audience::of_kept("network:7"), Audience::Me);
    }
}
