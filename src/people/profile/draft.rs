//! What a form, or a program, says of a profile.

use super::grade::Grade;
use super::tongue::Tongue;
use super::{Audience, Entry, Field, Kind, Profile, Tag};
use crate::ids::NetworkId;
use crate::web::{Input, Message, Problems};

/// The most links.
const MOST_LINKS: usize = 8;

/// The most languages.
const MOST_TONGUES: usize = 12;

/// What somebody says of themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// All of it, but for the photo.
    pub profile: Profile,
}

/// The names a program may send.
fn names() -> Vec<&'static str> {
    let mut names: Vec<_> = Field::ALL.iter().filter(|field| field.kind() != Kind::Picture).map(|f| f.word()).collect();
    names.extend(Field::ALL.iter().map(|field| field.audience()));
    names
}

impl Draft {
    /// Reads all of it from a form, in which a box that is not ticked is not sent. Beside what there is now stand
    /// the networks the person is in.
    pub fn read(input: &Input, now: (&Profile, &[NetworkId]), problems: &mut Problems) -> Draft {
        Draft::of(input, now, false, problems)
    }

    /// Reads what a program sends; the rest stays as it is `now`.
    pub fn change(input: &Input, now: (&Profile, &[NetworkId]), problems: &mut Problems) -> Draft {
        input.only(&names(), problems);
        Draft::of(input, now, true, problems)
    }

    fn of(input: &Input, (now, networks): (&Profile, &[NetworkId]), partly: bool, problems: &mut Problems) -> Draft {
        let mut profile = now.clone();
        for field in Field::ALL {
            let entry = profile.fields.entry(field).or_default();
            if !partly || input.sent(field.word()) {
                said(input, field, entry, problems);
            }
            if input.sent(field.audience()) {
                let audience = input.needed_choice(field.audience(), problems).unwrap_or_default();
                // A network one has left stays where it was chosen; it shows the field to nobody.
                if matches!(audience, Audience::Network(id) if !networks.contains(&id)) && audience != entry.audience {
                    problems.add(field.audience(), "profile-problem-network");
                }
                entry.audience = audience;
            }
        }
        Draft { profile }
    }
}

/// Reads one field.
fn said(input: &Input, field: Field, entry: &mut Entry, problems: &mut Problems) {
    let name = field.word();
    let fixed = |key: &str| Tag { key: key.to_owned(), label: key.to_owned() };
    match field.kind() {
        Kind::Picture => {}
        Kind::Words(most) if field == Field::Links => {
            entry.words = links(&input.text(name, 0..=most, problems), problems);
        }
        Kind::Words(most) if field == Field::Pronouns => entry.words = input.line(name, 0..=most, problems),
        Kind::Words(most) => entry.words = input.text(name, 0..=most, problems),
        Kind::Tags => {
            // A program's list that is none of texts is told so.
            let _: Vec<String> = input.choices(name, problems);
            entry.tags = Tag::read(name, &input.list(name), problems);
        }
        Kind::List if field == Field::Grades => {
            let chosen: Vec<Grade> = input.choices(name, problems);
            let chosen = super::grade::GRADES.into_iter().filter(|word| chosen.iter().any(|one| one.word() == *word));
            entry.tags = chosen.map(fixed).collect();
        }
        Kind::List => {
            let mut chosen: Vec<Tongue> = input.choices(name, problems);
            let mut known = Vec::new();
            chosen.retain(|one| {
                !known.contains(one) && {
                    known.push(*one);
                    true
                }
            });
            if chosen.len() > MOST_TONGUES {
                let most = i64::try_from(MOST_TONGUES).unwrap_or(0);
                problems.add(name, Message::new("profile-tongues-many").with("most", most));
            }
            entry.tags = chosen.into_iter().map(|one| fixed(one.code())).collect();
        }
    }
}

/// Links, one a line: an address, and perhaps what it is called.
fn links(text: &str, problems: &mut Problems) -> String {
    let mut lines = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match link(line) {
            Some((address, label)) => lines.push(format!("{address} {label}").trim().to_owned()),
            None => {
                let line: String = line.chars().take(60).collect();
                problems.add("links", Message::new("profile-link-odd").with("line", line));
            }
        }
    }
    if lines.len() > MOST_LINKS {
        let most = i64::try_from(MOST_LINKS).unwrap_or(0);
        problems.add("links", Message::new("profile-links-many").with("most", most));
    }
    // What is wrong stays as it was typed.
    if problems.about("links").is_some() { text.to_owned() } else { lines.join("\n") }
}

/// The address in a line, wherever in it, and the words around it.
pub fn link(line: &str) -> Option<(String, String)> {
    let is_address = |word: &&str| word.contains("://") || (word.contains('.') && !word.ends_with('.'));
    let word = line.split_whitespace().find(is_address)?;
    let address = if word.contains("://") { word.to_owned() } else { format!("https://{word}") };
    let url = url::Url::parse(&address).ok()?;
    let fine = matches!(url.scheme(), "https" | "http") && url.has_host() && url.username().is_empty();
    let label = line.split_whitespace().filter(|other| *other != word).collect::<Vec<_>>().join(" ");
    fine.then_some((address, label))
}

/// The form of a profile as it is.
pub fn filled(profile: &Profile, version: i64) -> Input {
    let mut input = Input::filled([("version", version.to_string())]);
    for field in Field::ALL {
        input.add(field.audience(), profile.audience(field).to_string());
        match field.kind() {
            Kind::Words(_) => input.add(field.word(), profile.words(field)),
            Kind::Tags => input.add(field.word(), Tag::line(profile.tags(field))),
            Kind::List => profile.tags(field).iter().for_each(|tag| input.add(field.word(), tag.key.as_str())),
            Kind::Picture => {}
        }
    }
    input
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_form_says_all_and_a_program_what_it_sends() {
        let mut problems = Problems::new();
        let form = Input::of_form(
            b"ask=Kits&skills=Makey+Makey,%23podcasts&grades=7&grades=k&languages=fr&audience_skills=public&links=Blog+wren.example/blog",
        );
        let first = Draft::read(&form, (&Profile::default(), &[]), &mut problems).profile;
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(first.words(Field::Links), "https://wren.example/blog Blog");
        assert_eq!(first.tags(Field::Grades).iter().map(|tag| &*tag.key).collect::<Vec<_>>(), ["k", "7"]);
        assert_eq!(first.audience(Field::Skills), Audience::Public);
        let json = Input::of_json(br#"{"skills":["Drama"],"audience_ask":"me","links":null}"#).unwrap();
        let second = Draft::change(&json, (&first, &[]), &mut problems).profile;
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!((second.words(Field::Ask), second.audience(Field::Ask)), ("Kits", Audience::Me));
        assert_eq!(Tag::line(second.tags(Field::Skills)), "Drama");
        assert_eq!((second.words(Field::Links), second.tags(Field::Grades).len()), ("", 2));
        // The form of a profile says the same again.
        assert_eq!(Draft::read(&filled(&first, 1), (&Profile::default(), &[]), &mut problems).profile, first);
    }

    #[test]
    fn what_is_wrong_is_said_of_its_field() {
        for (sent, field, key) in [
            (&b"grades=13"[..], "grades", "problem-choice"),
            (b"languages=tlh", "languages", "problem-choice"),
            (b"audience_ask=king", "audience_ask", "problem-choice"),
            (b"audience_ask=", "audience_ask", "problem-required"),
            (b"audience_ask=network:7", "audience_ask", "problem-choice"),
            (b"audience_ask=network:00000000-0000-0000-0000-000000000007", "audience_ask", "profile-problem-network"),
            (b"links=javascript:alert(1)", "links", "profile-link-odd"),
            (b"links=ftp://a.example", "links", "profile-link-odd"),
        ] {
            let mut problems = Problems::new();
            Draft::read(&Input::of_form(sent), (&Profile::default(), &[]), &mut problems);
            assert_eq!(problems.about(field).map(|message| message.key), Some(key));
        }
        let mut problems = Problems::new();
        let json = Input::of_json(br#"{"skills":[7],"ask":["a"]}"#).unwrap();
        Draft::read(&json, (&Profile::default(), &[]), &mut problems);
        assert!(problems.about("skills").is_some() && problems.about("ask").is_some());
    }

    #[test]
    fn a_link_is_found_in_its_line() {
        assert_eq!(link("My blog: https://a.example/b").unwrap().1, "My blog:");
        assert_eq!(link("a.example").unwrap(), ("https://a.example".to_owned(), String::new()));
        assert!(link("no link here.").is_none());
        assert!(link("https://user:secret@a.example").is_none());
    }
}
