use std::collections::HashSet;

use jiff::tz::TimeZoneDatabase;

use super::Zone;
use crate::words::Language;

/// An entry of the database that stands for "not set up", not for a place.
pub(super) const PLACEHOLDER: &str = "Factory";

/// Zones of Canada and the United States that people know by a name: the zone,
/// the name in English and in French, the city in English and in French. Canada
/// first, each from west to east.
const NAMED: &[(&str, [&str; 2], [&str; 2])] = &[
    ("America/Vancouver", PACIFIC, ["Vancouver"; 2]),
    ("America/Whitehorse", ["Yukon Time", "heure du Yukon"], ["Whitehorse"; 2]),
    ("America/Dawson_Creek", MOUNTAIN, ["Dawson Creek"; 2]),
    ("America/Fort_Nelson", MOUNTAIN, ["Fort Nelson"; 2]),
    ("America/Creston", MOUNTAIN, ["Creston"; 2]),
    ("America/Edmonton", MOUNTAIN, ["Edmonton"; 2]),
    ("America/Yellowknife", MOUNTAIN, ["Yellowknife"; 2]),
    ("America/Inuvik", MOUNTAIN, ["Inuvik"; 2]),
    ("America/Cambridge_Bay", MOUNTAIN, ["Cambridge Bay"; 2]),
    ("America/Regina", CENTRAL, ["Regina"; 2]),
    ("America/Swift_Current", CENTRAL, ["Swift Current"; 2]),
    ("America/Winnipeg", CENTRAL, ["Winnipeg"; 2]),
    ("America/Rankin_Inlet", CENTRAL, ["Rankin Inlet"; 2]),
    ("America/Atikokan", EASTERN, ["Atikokan"; 2]),
    ("America/Toronto", EASTERN, ["Toronto"; 2]),
    ("America/Montreal", EASTERN, ["Montréal"; 2]),
    ("America/Iqaluit", EASTERN, ["Iqaluit"; 2]),
    ("America/Moncton", ATLANTIC, ["Moncton"; 2]),
    ("America/Halifax", ATLANTIC, ["Halifax"; 2]),
    ("America/Glace_Bay", ATLANTIC, ["Glace Bay"; 2]),
    ("America/Goose_Bay", ATLANTIC, ["Goose Bay"; 2]),
    ("America/Blanc-Sablon", ATLANTIC, ["Blanc-Sablon"; 2]),
    ("America/St_Johns", ["Newfoundland Time", "heure de Terre-Neuve"], ["St. John’s", "Saint-Jean"]),
    ("Pacific/Honolulu", ["Hawaii Time", "heure d’Hawaï"], ["Honolulu"; 2]),
    ("America/Adak", ["Hawaii–Aleutian Time", "heure d’Hawaï et des Aléoutiennes"], ["Adak"; 2]),
    ("America/Anchorage", ["Alaska Time", "heure de l’Alaska"], ["Anchorage"; 2]),
    ("America/Los_Angeles", PACIFIC, ["Los Angeles"; 2]),
    ("America/Phoenix", MOUNTAIN, ["Phoenix"; 2]),
    ("America/Boise", MOUNTAIN, ["Boise"; 2]),
    ("America/Denver", MOUNTAIN, ["Denver"; 2]),
    ("America/Chicago", CENTRAL, ["Chicago"; 2]),
    ("America/Indiana/Indianapolis", EASTERN, ["Indianapolis"; 2]),
    ("America/Detroit", EASTERN, ["Detroit"; 2]),
    ("America/New_York", EASTERN, ["New York"; 2]),
    ("America/Puerto_Rico", ATLANTIC, ["Puerto Rico", "Porto Rico"]),
];

const PACIFIC: [&str; 2] = ["Pacific Time", "heure du Pacifique"];
const MOUNTAIN: [&str; 2] = ["Mountain Time", "heure des Rocheuses"];
const CENTRAL: [&str; 2] = ["Central Time", "heure du Centre"];
const EASTERN: [&str; 2] = ["Eastern Time", "heure de l’Est"];
const ATLANTIC: [&str; 2] = ["Atlantic Time", "heure de l’Atlantique"];

/// A zone to choose in a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The IANA name, the value of the field.
    pub name: String,
    /// What the person reads, as [`Zone::label`].
    pub label: String,
}

/// The zones for a form, in two groups; none is in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// The known zones of Canada, then of the United States, from west to east.
    pub near: Vec<Choice>,
    /// All others by their IANA names.
    pub others: Vec<Choice>,
}

/// All time zones, for a form.
pub fn choices(language: Language) -> Choices {
    let choice = |name: &str| Choice { name: name.to_owned(), label: label(name, language) };
    let near: HashSet<&str> = NAMED.iter().map(|(name, ..)| *name).collect();
    let mut others: Vec<Choice> = TimeZoneDatabase::bundled()
        .available()
        .map(|name| name.as_str().to_owned())
        .filter(|name| name != PLACEHOLDER && !near.contains(name.as_str()))
        .map(|name| choice(&name))
        .collect();
    others.sort_by(|a, b| a.name.cmp(&b.name));
    Choices { near: NAMED.iter().map(|(name, ..)| choice(name)).collect(), others }
}

impl Zone {
    /// The zone as people say it: `Pacific Time (Vancouver)`, `heure de l’Est
    /// (Toronto)`; one without such a name by its place: `Buenos Aires
    /// (America, Argentina)`.
    pub fn label(&self, language: Language) -> String {
        label(&self.name, language)
    }
}

fn label(name: &str, language: Language) -> String {
    let named = NAMED.iter().find(|(known, ..)| *known == name);
    if let Some((_, [english, french], [city, ville])) = named {
        return match language {
            Language::English => format!("{english} ({city})"),
            Language::French => format!("{french} ({ville})"),
        };
    }
    match name.rsplit_once('/') {
        Some((area, place)) if !name.starts_with("Etc/") => {
            format!("{} ({})", place.replace('_', " "), area.replace('/', ", ").replace('_', " "))
        }
        _ => name.to_owned(),
    }
}
