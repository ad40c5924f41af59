//! Reading what somebody writes of a contact, and filling a form with it.

use jiff::civil::Date;

use super::category::{Category, tidy};
use super::contact::{Draft, Kind, LONGEST_NOTES, MOST_CATEGORIES, MOST_WAYS};
use crate::web::{Input, Message, Problems};

/// What a form or a program sends.
pub const FIELDS: [&str; 15] = [
    "kind",
    "name",
    "organisation",
    "title",
    "emails",
    "phones",
    "links",
    "categories",
    "own",
    "met",
    "about",
    "notes",
    "next_step",
    "next_date",
    "touched",
];

/// How long things may be, in characters.
const NAME: usize = 200;
const LINE: usize = 500;
const TEXT: usize = 2_000;

impl Draft {
    /// Reads it. `kept` is what is kept so far: dates that would be refused now may stay as they are.
    pub fn read(input: &Input, today: Date, kept: Option<&Draft>, problems: &mut Problems) -> Draft {
        let kind = input.choice("kind", problems).unwrap_or(Kind::Person);
        let next_date = input.date("next_date", problems);
        if next_date.is_some_and(|date| date < today) && next_date != kept.and_then(|kept| kept.next_date) {
            problems.add("next_date", "contact-problem-past");
        }
        let touched = input.date("touched", problems);
        if touched.is_some_and(|date| date > today) && touched != kept.and_then(|kept| kept.touched) {
            problems.add("touched", "contact-problem-future");
        }
        Draft {
            kind,
            name: input.line("name", 1..=NAME, problems),
            organisation: input.line("organisation", 0..=NAME, problems),
            title: input.line("title", 0..=NAME, problems),
            emails: emails(input, problems),
            phones: ways(input, "phones", &[',', ';', '\n'], problems),
            links: ways(input, "links", &['\n'], problems).iter().map(|link| whole(link)).collect(),
            categories: categories(input, problems),
            met: input.text("met", 0..=TEXT, problems),
            about: input.text("about", 0..=TEXT, problems),
            notes: input.text("notes", 0..=LONGEST_NOTES, problems),
            next_step: input.line("next_step", 0..=LINE, problems),
            next_date,
            touched,
        }
    }

    /// A form filled with it.
    pub fn filled(&self) -> Input {
        let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
        let mut input = Input::filled([
            ("kind", self.kind.word().to_owned()),
            ("name", self.name.clone()),
            ("organisation", self.organisation.clone()),
            ("title", self.title.clone()),
            ("emails", self.emails.join(", ")),
            ("phones", self.phones.join("; ")),
            ("links", self.links.join("\n")),
            ("met", self.met.clone()),
            ("about", self.about.clone()),
            ("notes", self.notes.clone()),
            ("next_step", self.next_step.clone()),
            ("next_date", date(self.next_date)),
            ("touched", date(self.touched)),
        ]);
        let mut own = Vec::new();
        for category in &self.categories {
            match category {
                Category::Given(given) => input.add("categories", given.word()),
                Category::Own(name) => own.push(name.as_str()),
            }
        }
        input.add("own", own.join(", "));
        input
    }

    /// What a program sends, over what is kept.
    pub fn read_over(&self, input: &Input, today: Date, problems: &mut Problems) -> Draft {
        let mut whole = self.filled();
        if input.sent("categories") {
            whole.set("own", "");
        }
        for name in FIELDS.iter().filter(|name| input.sent(name)) {
            whole.take(name, input);
        }
        // A number where a text should be is told by reading what was sent by itself.
        let mut sent = Problems::new();
        let alone = if input.sent("name") { input.clone() } else { input.clone().with("name", "x") };
        Draft::read(&alone, today, Some(self), &mut sent);
        let mut found = Problems::new();
        let draft = Draft::read(&whole, today, Some(self), &mut found);
        let all = if sent.is_empty() { found } else { sent };
        all.iter().for_each(|(field, message)| problems.add(field, message.clone()));
        draft
    }
}

/// The values of a field that may hold several, each on one line.
fn ways(input: &Input, name: &str, marks: &[char], problems: &mut Problems) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for value in input.choices::<String>(name, problems) {
        for one in value.split(marks).map(|one| one.split_whitespace().collect::<Vec<_>>().join(" ")) {
            if one.chars().count() > LINE {
                let over = i64::try_from(one.chars().count() - LINE).unwrap_or_default();
                let most = i64::try_from(LINE).unwrap_or_default();
                problems.add(name, Message::new("problem-too-long").with("most", most).with("over", over));
            } else if !one.is_empty() && !found.contains(&one) {
                found.push(one);
            }
        }
    }
    if found.len() > MOST_WAYS {
        problems.add(name, many(MOST_WAYS));
    }
    found
}

fn emails(input: &Input, problems: &mut Problems) -> Vec<String> {
    let mut emails = Vec::new();
    for email in ways(input, "emails", &[',', ';', '\n', ' '], problems) {
        let email = email.to_lowercase();
        if roster::people::email_fault(&email).is_some() {
            problems.add("emails", Message::new("contact-problem-email").with("email", email.as_str()));
        } else if !emails.contains(&email) {
            emails.push(email);
        }
    }
    emails
}

fn categories(input: &Input, problems: &mut Problems) -> Vec<Category> {
    let mut found: Vec<Category> = input.choices("categories", problems);
    for name in input.typed("own").split([',', '\n']).map(str::trim).filter(|name| !name.is_empty()) {
        match name.parse() {
            Ok(category) => found.push(category),
            Err(()) => problems.add("own", Message::new("contact-problem-category").with("name", name)),
        }
    }
    let found = tidy(found);
    if found.len() > MOST_CATEGORIES {
        problems.add("own", many(MOST_CATEGORIES));
    }
    found
}

fn many(most: usize) -> Message {
    Message::new("contact-problem-many").with("most", i64::try_from(most).unwrap_or_default())
}

/// A page somebody names without its scheme: `www.fjords.example`.
pub fn whole(link: &str) -> String {
    if link.starts_with("www.") && !link.contains(' ') { format!("https://{link}") } else { link.to_owned() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_form_says_again_what_it_was_filled_with() {
        let draft = Draft {
            kind: Kind::Organisation,
            name: "Fjord Association".into(),
            organisation: "Federation".into(),
            title: "Umbrella".into(),
            emails: vec!["a@b.example".into(), "c@d.example".into()],
            phones: vec!["+1 250 555 0142".into(), "250 555 0143 ext. 2".into()],
            links: vec!["https://www.fjords.example".into(), "@fjords@social.example".into()],
            categories: vec!["associations".parse().unwrap(), "Museum people".parse().unwrap()],
            met: "At a fair".into(),
            about: "Maps".into(),
            notes: "One\n\nTwo".into(),
            next_step: "Write".into(),
            next_date: Some(date(2026, 3, 2)),
            touched: Some(date(2026, 1, 14)),
        };
        let mut problems = Problems::new();
        assert_eq!(Draft::read(&draft.filled(), date(2026, 1, 14), None, &mut problems), draft);
        let change = Input::of_json(br#"{"title":null,"emails":["x@y.example"],"categories":["speakers"]}"#).unwrap();
        let changed = draft.read_over(&change, date(2026, 4, 1), &mut problems);
        assert!(problems.is_empty(), "a date that passed may stay");
        assert_eq!(
            (&*changed.title, &*changed.emails, changed.categories.len()),
            ("", &["x@y.example".to_owned()][..], 1)
        );
        assert_eq!(changed.phones, draft.phones);
    }

    #[test]
    fn what_is_wrong_stands_beside_its_field() {
        let typed = "name=&emails=a%40b.example%2C+nobody&next_date=2026-01-13&touched=2026-01-15&kind=thing";
        let mut problems = Problems::new();
        Draft::read(&Input::of_form(typed.as_bytes()), date(2026, 1, 14), None, &mut problems);
        let mut fields: Vec<&str> = problems.iter().map(|(field, _)| field).collect();
        fields.sort_unstable();
        assert_eq!(fields, ["emails", "kind", "name", "next_date", "touched"]);
        let mut problems = Problems::new();
        let number = Input::of_json(br#"{"name":1,"emails":[2]}"#).unwrap();
        Draft::default().read_over(&number, date(2026, 1, 14), &mut problems);
        assert_eq!(problems.iter().map(|(field, _)| field).collect::<Vec<_>>(), ["name", "emails"]);
    }
}
