//! How much is kept of a set: what unpacks to gigabytes must not fill the memory.

use crate::notes::{At, Notes};
use crate::table::Row;
use crate::words;

/// How many bytes may be kept of the files of a kind: what more than a million people take.
const MOST: usize = 256 << 20;
/// What keeping something takes beside its texts.
const EACH: usize = 96;
/// The longest text that is kept as it is; no identifier of the standard and no address is longer.
const LONGEST: usize = 256;

/// A text that is kept: what is longer is wrong, and stays too long to be taken for right.
pub fn short(text: &str) -> &str {
    text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text)
}

/// The room that is left.
#[derive(Debug)]
pub struct Room {
    left: usize,
    told: bool,
}

impl Default for Room {
    fn default() -> Room {
        Room { left: MOST, told: false }
    }
}

impl Room {
    /// Takes room for texts of so many bytes; where there is none, says so once.
    pub fn take(&mut self, bytes: usize, at: At<'_>, notes: &mut Notes) -> bool {
        match self.left.checked_sub(bytes.saturating_add(EACH)) {
            Some(left) => {
                self.left = left;
                return true;
            }
            None if self.told => {}
            None => {
                self.told = true;
                let most = MOST >> 20;
                notes.error(
                    at,
                    words!(
                        "Schools and staff are more than {most} MB from this row on; no district has as many.",
                        "Les écoles et le personnel dépassent {most} Mo à partir de cette ligne ; aucun district n’en a autant."
                    ),
                );
            }
        }
        false
    }

    /// Takes room for what is kept of a row.
    pub fn take_in(&mut self, row: &Row<'_>, notes: &mut Notes) -> bool {
        let kept = ["name", "givenName", "familyName", "email", "primaryOrgSourcedId", "userSourcedId", "orgSourcedId"];
        let bytes: usize = kept.iter().map(|column| row.get(column).len().min(LONGEST * 4)).sum();
        self.take(bytes + row.id.len().min(LONGEST), row.at("sourcedId"), notes)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn what_does_not_fit_is_refused_and_told_once() {
        let (mut room, mut notes) = (Room::default(), Notes::default());
        let taken = (0..2_000_000).filter(|_| room.take(1_000, At::file("users.csv"), &mut notes)).count();
        assert!((200_000..300_000).contains(&taken), "{taken}");
        let errors = notes.errors.all();
        assert_eq!(errors.len(), 1, "{errors:?}");
        assert!(errors[0].problem.en.contains("256 MB"), "{errors:?}");
    }

    #[test]
    fn what_is_kept_of_a_text_is_short() {
        assert_eq!(short("w@sample.example"), "w@sample.example");
        let long = "é".repeat(1_000);
        assert!(short(&long).len() <= LONGEST && long.starts_with(short(&long)));
    }
}
