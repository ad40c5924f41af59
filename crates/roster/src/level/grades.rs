//! School years by number.

use super::Taught;
use crate::fold::fold;

/// “K-7”, “9 – 12”, “K to 12”, “8”.
pub(super) fn grade_range(cell: &str) -> Option<Taught> {
    let cell = cell.to_lowercase().replace(" to ", "-").replace(" à ", "-");
    let mut ends = cell.split(['-', '–', '—']).map(grade);
    let low = ends.next()??;
    let high = ends.next().map_or(Some(low), |high| high)?;
    (ends.next().is_none() && low <= high).then_some(Taught::Grades { low, high })
}

/// A grade as a number: kindergarten is 0, earlier years are -1. `None` for what is no
/// grade, see [`no_grade`] for the codes that say so on purpose.
pub(crate) fn grade(cell: &str) -> Option<i8> {
    let folded = fold(cell);
    let grade = folded.strip_prefix("grade ").or_else(|| folded.strip_prefix("gr ")).unwrap_or(&folded);
    match grade {
        "pk" | "pre k" | "prek" | "ps" | "prekindergarten" | "pre kindergarten" | "prematernelle" => Some(-1),
        "k" | "kg" | "kf" | "kh" | "tk" | "jk" | "sk" | "kindergarten" | "m" | "maternelle" => Some(0),
        _ => grade.parse().ok().filter(|number| (1..=13).contains(number)),
    }
}

/// The codes for teaching without grades: UG ungraded, AE adult education.
pub(crate) fn no_grade(cell: &str) -> bool {
    matches!(fold(cell).as_str(), "ug" | "ae" | "ungraded" | "adult education")
}
