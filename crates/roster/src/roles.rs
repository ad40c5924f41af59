//! The words for what people do in a school, in English and French.

mod words;

use crate::fold::{fold, nearest};
use words::WORDS;

/// What a person does in the district.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Runs a library learning commons.
    TeacherLibrarian,
    /// Teaches a class or a subject.
    Teacher,
    /// Stands in for teachers.
    TeacherOnCall,
    /// Principal, vice-principal.
    Administrator,
    /// Works with students or in the office without teaching.
    SupportStaff,
    /// Works for the district, not for one school.
    DistrictStaff,
    /// Anything else, said on purpose.
    Other,
}

impl Role {
    /// All roles, in the order in which they are shown.
    pub const ALL: [Role; 7] = [
        Role::TeacherLibrarian,
        Role::Teacher,
        Role::TeacherOnCall,
        Role::Administrator,
        Role::SupportStaff,
        Role::DistrictStaff,
        Role::Other,
    ];

    /// The role as files and the interface for programs write it; a file may use it too.
    pub fn word(self) -> &'static str {
        match self {
            Role::TeacherLibrarian => "teacher-librarian",
            Role::Teacher => "teacher",
            Role::TeacherOnCall => "teacher on call",
            Role::Administrator => "administrator",
            Role::SupportStaff => "support staff",
            Role::DistrictStaff => "district staff",
            Role::Other => "other",
        }
    }
}

/// The roles in a cell, separated by `;`, `,`, `/` or `|`, each once.
///
/// A word that is not known refuses the cell rather than vanish: a role decides who is
/// invited and who is counted.
pub(crate) fn roles(cell: &str) -> Result<Vec<Role>, String> {
    let mut roles = Vec::new();
    for word in cell.split([';', ',', '/', '|']) {
        let folded = plain(word);
        if folded.is_empty() {
            continue;
        }
        let role = role(&folded).ok_or_else(|| unknown(word.trim(), &folded))?;
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    Ok(roles)
}

fn role(folded: &str) -> Option<Role> {
    let known = WORDS.iter().find(|(_, words)| words.contains(&folded)).map(|(role, _)| *role);
    // “Grade 4 teacher”, “enseignante de musique”: whoever is named by what they teach.
    let teaches = || {
        folded.ends_with(" teacher")
            || ["enseignant de ", "enseignante de ", "professeur de ", "professeure de "]
                .iter()
                .any(|start| folded.starts_with(start))
    };
    known.or_else(|| teaches().then_some(Role::Teacher))
}

/// Folded, and without the second ending of inclusive French: “enseignant(e)s” and
/// “enseignant·e” are “enseignant”.
fn plain(word: &str) -> String {
    let folded = fold(word);
    let words: Vec<&str> =
        folded.split(' ').filter(|word| !matches!(*word, "e" | "s" | "es" | "trice" | "iere" | "ere")).collect();
    words.join(" ")
}

fn unknown(word: &str, folded: &str) -> String {
    if matches!(folded, "student" | "students" | "pupil" | "learner" | "eleve" | "eleves" | "etudiant" | "etudiante") {
        return "Students have no account in Klatsch.".to_owned();
    }
    let words = WORDS.iter().flat_map(|(_, words)| words.iter().copied());
    match nearest(folded, words) {
        Some(nearest) => format!("The role “{word}” is not known; the nearest is “{nearest}”."),
        None => format!("The role “{word}” is not known; “other” is allowed."),
    }
}

#[cfg(test)]
mod tests;
