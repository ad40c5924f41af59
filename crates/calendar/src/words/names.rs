use jiff::civil::{Date, Weekday};

use super::Language;

pub(super) fn weekday(language: Language, weekday: Weekday) -> &'static str {
    match language {
        Language::English => match weekday {
            Weekday::Monday => "Monday",
            Weekday::Tuesday => "Tuesday",
            Weekday::Wednesday => "Wednesday",
            Weekday::Thursday => "Thursday",
            Weekday::Friday => "Friday",
            Weekday::Saturday => "Saturday",
            Weekday::Sunday => "Sunday",
        },
        Language::French => match weekday {
            Weekday::Monday => "lundi",
            Weekday::Tuesday => "mardi",
            Weekday::Wednesday => "mercredi",
            Weekday::Thursday => "jeudi",
            Weekday::Friday => "vendredi",
            Weekday::Saturday => "samedi",
            Weekday::Sunday => "dimanche",
        },
    }
}

pub(super) fn weekday_short(language: Language, weekday: Weekday) -> &'static str {
    match language {
        Language::English => match weekday {
            Weekday::Monday => "Mon",
            Weekday::Tuesday => "Tue",
            Weekday::Wednesday => "Wed",
            Weekday::Thursday => "Thu",
            Weekday::Friday => "Fri",
            Weekday::Saturday => "Sat",
            Weekday::Sunday => "Sun",
        },
        Language::French => match weekday {
            Weekday::Monday => "lun.",
            Weekday::Tuesday => "mar.",
            Weekday::Wednesday => "mer.",
            Weekday::Thursday => "jeu.",
            Weekday::Friday => "ven.",
            Weekday::Saturday => "sam.",
            Weekday::Sunday => "dim.",
        },
    }
}

/// The months' names, and as people shorten them; French puts no point where
/// nothing is cut off.
const MONTHS: [[&str; 4]; 12] = [
    ["January", "Jan", "janvier", "janv."],
    ["February", "Feb", "février", "févr."],
    ["March", "Mar", "mars", "mars"],
    ["April", "Apr", "avril", "avr."],
    ["May", "May", "mai", "mai"],
    ["June", "Jun", "juin", "juin"],
    ["July", "Jul", "juillet", "juill."],
    ["August", "Aug", "août", "août"],
    ["September", "Sep", "septembre", "sept."],
    ["October", "Oct", "octobre", "oct."],
    ["November", "Nov", "novembre", "nov."],
    ["December", "Dec", "décembre", "déc."],
];

/// The month of a name in either language, whole or shortened, in small letters and without its point.
pub(crate) fn month_of(name: &str) -> Option<i8> {
    let same = |known: &str| known.trim_end_matches('.').to_lowercase() == name;
    let also = |month: usize| {
        matches!(
            (month, name),
            (1, "fev" | "fevr" | "fevrier" | "fév")
                | (3, "avril")
                | (6, "juil" | "jul")
                | (7, "aout")
                | (8, "sept" | "sep")
                | (11, "dec" | "decembre")
        )
    };
    let place =
        MONTHS.iter().enumerate().position(|(month, names)| names.iter().any(|known| same(known)) || also(month));
    place.and_then(|place| i8::try_from(place + 1).ok())
}

fn month_names(date: Date) -> [&'static str; 4] {
    let place = usize::from(date.month().unsigned_abs()).saturating_sub(1);
    MONTHS.get(place).copied().unwrap_or_default()
}

pub(super) fn month(language: Language, date: Date) -> &'static str {
    let [english, _, french, _] = month_names(date);
    match language {
        Language::English => english,
        Language::French => french,
    }
}

pub(super) fn month_short(language: Language, date: Date) -> &'static str {
    let [_, english, _, french] = month_names(date);
    match language {
        Language::English => english,
        Language::French => french,
    }
}
