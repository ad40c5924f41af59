//! A book as a table, and a table as a book: CSV with the names of its columns in English or French, as this
//! house writes it and as other address books do.

use jiff::civil::Date;

use super::cards::{fits, within};
use super::category::{Category, tidy};
use super::contact::{Draft, Kind, MOST_CATEGORIES, MOST_WAYS};
use super::draft::whole;
use crate::web::{Cell, Language, Message};

/// What a column is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// A person or an organisation.
    Kind,
    /// The whole name.
    Name,
    /// Given names.
    Given,
    /// Family names.
    Family,
    /// Where they belong.
    Organisation,
    /// What they do there.
    Title,
    /// E-mail addresses.
    Emails,
    /// Telephone numbers.
    Phones,
    /// Links and handles.
    Links,
    /// Categories.
    Categories,
    /// How we met.
    Met,
    /// What about.
    About,
    /// Notes.
    Notes,
    /// What is next.
    NextStep,
    /// When.
    NextDate,
    /// When last in touch.
    Touched,
}

/// The columns that this house writes, in their order, with the keys of their names.
pub const WRITTEN: [(Column, &str); 14] = [
    (Column::Name, "field-name"),
    (Column::Organisation, "contact-organisation"),
    (Column::Title, "contact-position"),
    (Column::Emails, "field-email"),
    (Column::Phones, "contact-phones"),
    (Column::Links, "contact-links"),
    (Column::Categories, "contact-category"),
    (Column::Met, "contact-met"),
    (Column::About, "contact-about"),
    (Column::NextStep, "contact-next"),
    (Column::NextDate, "contact-next-date"),
    (Column::Touched, "contact-last"),
    (Column::Kind, "contact-kind"),
    (Column::Notes, "contact-notes"),
];

/// What other address books call their columns, folded: Google, Outlook, Thunderbird, and what people type.
const CALLED: &[(Column, &[&str])] = &[
    (Column::Name, &["name", "full name", "display name", "nom complet", "nom affiche", "nom"]),
    (Column::Given, &["first name", "given name", "prenom"]),
    (Column::Family, &["last name", "family name", "surname", "nom de famille"]),
    (
        Column::Organisation,
        &[
            "organization",
            "organisation",
            "organization name",
            "company",
            "school",
            "entreprise",
            "societe",
            "ecole",
            "organisme",
        ],
    ),
    (Column::Title, &["job title", "title", "organization title", "position", "role", "fonction", "titre", "poste"]),
    (
        Column::Emails,
        &[
            "email",
            "e-mail",
            "e-mail address",
            "email address",
            "primary email",
            "secondary email",
            "e-mail 2 address",
            "e-mail 3 address",
            "e-mail 1 - value",
            "e-mail 2 - value",
            "e-mail 3 - value",
            "courriel",
            "adresse courriel",
            "adresse electronique",
            "adresse de courriel",
            "adresse de messagerie",
        ],
    ),
    (
        Column::Phones,
        &[
            "phone",
            "telephone",
            "mobile",
            "mobile phone",
            "mobile number",
            "business phone",
            "home phone",
            "work phone",
            "cell",
            "cell phone",
            "primary phone",
            "phone 1 - value",
            "phone 2 - value",
            "phone 3 - value",
            "cellulaire",
            "telephone mobile",
            "telephone (bureau)",
        ],
    ),
    (
        Column::Links,
        &[
            "link",
            "links",
            "website",
            "web page",
            "web page 1",
            "website 1 - value",
            "url",
            "handle",
            "handles",
            "mastodon",
            "fediverse",
            "lien",
            "liens",
            "site web",
            "page web",
        ],
    ),
    (
        Column::Categories,
        &["category", "categories", "labels", "group membership", "categorie", "libelles", "etiquettes"],
    ),
    (Column::Met, &["how we met", "met", "rencontre"]),
    (Column::About, &["about", "what about", "sujet", "a propos"]),
    (Column::Notes, &["notes", "note", "comments", "remarques", "commentaires"]),
    (Column::NextStep, &["next step", "prochaine etape"]),
    (Column::NextDate, &["next date", "reminder", "rappel"]),
    (Column::Touched, &["last touch", "last contact", "last in touch", "dernier contact"]),
    (Column::Kind, &["kind", "type", "genre"]),
];

/// What a header means.
pub fn meant(header: &str) -> Option<Column> {
    let folded = roster::fold(header.trim());
    let own = WRITTEN
        .iter()
        .find(|(_, key)| Language::ALL.iter().any(|language| roster::fold(&language.say(*key).to_string()) == folded));
    own.map(|(column, _)| *column).or_else(|| {
        CALLED
            .iter()
            .find(|(_, names)| names.iter().any(|name| roster::fold(name) == folded))
            .map(|(column, _)| *column)
    })
}

/// A row of the book.
pub fn row(draft: &Draft, language: Language) -> Vec<Cell> {
    WRITTEN.iter().map(|(column, _)| cell(draft, *column, language)).collect()
}

fn cell(draft: &Draft, column: Column, language: Language) -> Cell {
    let list = |values: &[String]| Cell::from(values.join("; "));
    match column {
        Column::Kind => Cell::from(language.say(draft.kind.key()).to_string()),
        Column::Name | Column::Given | Column::Family => Cell::from(draft.name.as_str()),
        Column::Organisation => Cell::from(draft.organisation.as_str()),
        Column::Title => Cell::from(draft.title.as_str()),
        Column::Emails => list(&draft.emails),
        Column::Phones => list(&draft.phones),
        Column::Links => list(&draft.links),
        Column::Categories => {
            Cell::from(draft.categories.iter().map(|one| one.name(language)).collect::<Vec<_>>().join("; "))
        }
        Column::Met => Cell::from(draft.met.as_str()),
        Column::About => Cell::from(draft.about.as_str()),
        Column::Notes => Cell::from(draft.notes.as_str()),
        Column::NextStep => Cell::from(draft.next_step.as_str()),
        Column::NextDate => Cell::from(draft.next_date),
        Column::Touched => Cell::from(draft.touched),
    }
}

/// What a table holds.
#[derive(Debug, Default)]
pub struct Table {
    /// Its contacts, each with the row that a spreadsheet shows.
    pub rows: Vec<(usize, Draft)>,
    /// Columns that were read: as they are called.
    pub read: Vec<String>,
    /// Columns that no contact has room for.
    pub unread: Vec<String>,
    /// Addresses, numbers, links and categories that somebody has beyond those a contact has room for.
    pub beyond: usize,
}

/// The most things that are told to be wrong.
const MOST_TOLD: usize = 50;

/// Reads a table.
///
/// # Errors
/// Everything that is wrong, with its row.
pub fn read(bytes: &[u8]) -> Result<Table, Vec<Message>> {
    let (text, _) = roster::text::decode(bytes).map_err(|error| {
        vec![match error {
            roster::Unreadable::Damaged { line } => {
                Message::new("contacts-file-damaged").with("line", i64::try_from(line).unwrap_or_default())
            }
            _ => Message::new("contacts-file-unknown"),
        }]
    })?;
    let head = text.lines().next().unwrap_or_default();
    let many = |mark: char| head.matches(mark).count();
    let mark = [(many(','), b','), (many(';'), b';'), (many('\t'), b'\t')].into_iter().max_by_key(|(many, _)| *many);
    let delimiter = mark.map_or(b',', |(_, mark)| mark);
    let mut reader = csv::ReaderBuilder::new().flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let headers = reader.headers().cloned().unwrap_or_default();
    let columns: Vec<Option<Column>> = headers.iter().map(meant).collect();
    let mut table = Table::default();
    for (header, column) in headers.iter().zip(&columns).filter(|(header, _)| !header.trim().is_empty()) {
        let told: String = header.trim().chars().take(60).collect();
        if column.is_some() { table.read.push(told) } else { table.unread.push(told) }
    }
    let named = |wanted: &[Column]| columns.iter().flatten().any(|column| wanted.contains(column));
    if !named(&[Column::Name, Column::Given, Column::Family, Column::Organisation]) {
        return Err(vec![Message::new("contacts-file-no-name").with("found", table.unread.join(", "))]);
    }
    let mut wrong = Vec::new();
    // What is counted is rows, as a spreadsheet does: a cell may hold line breaks, and blank lines are rows.
    let (mut number, mut record) = (1, csv::StringRecord::new());
    loop {
        let before = reader.position().line();
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(_) => {
                wrong.push(told("contacts-row-broken", number + 1, ""));
                break;
            }
        }
        let within = record.iter().flat_map(str::bytes).filter(|byte| *byte == b'\n').count();
        let lines = usize::try_from(reader.position().line().saturating_sub(before)).unwrap_or(1);
        number += lines.saturating_sub(within).max(1);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if record.len() != headers.len() {
            wrong.push(told("contacts-row-fields", number, &record.len().to_string()));
        } else {
            match one(&columns, &record) {
                Ok((draft, beyond)) => {
                    table.rows.push((number, draft));
                    table.beyond += beyond;
                }
                Err((key, given)) => wrong.push(told(key, number, &given)),
            }
        }
        if wrong.len() >= MOST_TOLD || table.rows.len() > vcard::MOST_CARDS {
            break;
        }
    }
    if table.rows.len() > vcard::MOST_CARDS {
        let most = i64::try_from(vcard::MOST_CARDS).unwrap_or_default();
        wrong.push(Message::new("contacts-file-many").with("most", most));
    }
    if wrong.is_empty() && table.rows.is_empty() {
        wrong.push(Message::new("contacts-file-empty"));
    }
    if wrong.is_empty() { Ok(table) } else { Err(wrong) }
}

fn told(key: &'static str, row: usize, given: &str) -> Message {
    let given: String = given.chars().take(60).collect();
    Message::new(key).with("row", i64::try_from(row).unwrap_or_default()).with("given", given)
}

type Wrong = (&'static str, String);

fn one(columns: &[Option<Column>], record: &csv::StringRecord) -> Result<(Draft, usize), Wrong> {
    let mut draft = Draft::default();
    let (mut given, mut family) = (String::new(), String::new());
    let mut categories: Vec<Category> = Vec::new();
    for (column, cell) in columns.iter().zip(record) {
        let Some(column) = column else { continue };
        let cell = plain(cell);
        if cell.is_empty() {
            continue;
        }
        let line = || cell.split_whitespace().collect::<Vec<_>>().join(" ");
        let add = |values: &mut Vec<String>, marks: &[char]| {
            // Google joins what it has several of by three colons.
            for value in cell.replace(":::", ";").split(marks).map(str::trim).filter(|value| !value.is_empty()) {
                let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
                if !values.contains(&value) {
                    values.push(value);
                }
            }
        };
        match column {
            Column::Kind => {
                let named = |kind: &Kind| {
                    let names = Language::ALL.map(|language| roster::fold(&language.say(kind.key()).to_string()));
                    kind.word() == cell || names.contains(&roster::fold(&cell))
                };
                draft.kind = Kind::ALL.into_iter().find(named).unwrap_or_default();
            }
            Column::Name => draft.name = line(),
            Column::Given => given = line(),
            Column::Family => family = line(),
            Column::Organisation => draft.organisation = line(),
            Column::Title => draft.title = line(),
            Column::Emails => add(&mut draft.emails, &[';', ',', ' ', '\n']),
            Column::Phones => add(&mut draft.phones, &[';', ',', '\n']),
            Column::Links => add(&mut draft.links, &[';', '\n']),
            Column::Categories => {
                for name in cell.replace(":::", ";").split([';', ',', '\n']) {
                    // Google stars what it exports, and puts everyone into one list.
                    let name = name.trim().trim_start_matches("* ");
                    if !name.is_empty() && !name.eq_ignore_ascii_case("mycontacts") {
                        categories.push(name.parse().map_err(|()| ("contacts-row-category", name.to_owned()))?);
                    }
                }
            }
            Column::Met => draft.met = cell,
            Column::About => draft.about = cell,
            Column::Notes => draft.notes = cell,
            Column::NextStep => draft.next_step = line(),
            Column::NextDate => draft.next_date = Some(date(&cell)?),
            Column::Touched => draft.touched = Some(date(&cell)?),
        }
    }
    if draft.name.is_empty() {
        draft.name = [given, family].join(" ").trim().to_owned();
    }
    if draft.name.is_empty() && !draft.organisation.is_empty() {
        draft.kind = Kind::Organisation;
        draft.name = std::mem::take(&mut draft.organisation);
    }
    if draft.name.is_empty() {
        return Err(("contacts-row-no-name", String::new()));
    }
    for email in &mut draft.emails {
        *email = email.to_lowercase();
        if roster::people::email_fault(email).is_some() {
            return Err(("contacts-row-email", email.clone()));
        }
    }
    draft.links = draft.links.iter().map(|link| whole(link)).collect();
    draft.categories = tidy(categories);
    let mut beyond = within(&mut draft.categories, MOST_CATEGORIES);
    for ways in [&mut draft.emails, &mut draft.phones, &mut draft.links] {
        beyond += within(ways, MOST_WAYS);
    }
    match fits(&draft) {
        Some(field) => Err(("contacts-row-long", field.to_owned())),
        None => Ok((draft, beyond)),
    }
}

fn date(cell: &str) -> Result<Date, Wrong> {
    calendar::times::parse_date(cell).map_err(|_| ("contacts-row-date", cell.to_owned()))
}

/// A cell without what this house put before it, so that no spreadsheet took it for a formula.
fn plain(cell: &str) -> String {
    let cell = cell.trim();
    let bare = cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r', '|', '%']));
    let text = bare.unwrap_or(cell).replace("\r\n", "\n").replace('\r', "\n");
    text.chars()
        .filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t'))
        .collect::<String>()
        .trim()
        .to_owned()
}
#[cfg(test)]
mod tests;
