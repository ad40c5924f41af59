//! Tables of cases (`cases.txt`), and what holds of any.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod told;

use proptest::prelude::*;

use self::told::{Table, answers, circle, said};
use super::*;

#[test]
fn every_case_of_the_tables() {
    let table = Table::read(include_str!("tests/cases.txt"));
    assert!(table.cases.len() >= 25, "{} cases", table.cases.len());
    let wrong: Vec<String> = table
        .cases
        .iter()
        .filter_map(|case| {
            let got = said(&suggest(&case.answers, &case.circles));
            (got != case.gives).then(|| {
                format!(
                    "{}\n  expected {}\n  got      {}",
                    case.name,
                    case.gives.join("\n           "),
                    got.join("\n           ")
                )
            })
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

#[test]
fn reasons_are_read_again_as_they_were_kept() {
    let table = Table::read(include_str!("tests/cases.txt"));
    let reasons: Vec<Reason> = table
        .cases
        .iter()
        .flat_map(|case| suggest(&case.answers, &case.circles).circles)
        .flat_map(|suggestion| suggestion.reasons)
        .collect();
    let words: std::collections::BTreeSet<&str> = reasons.iter().map(Reason::word).collect();
    assert_eq!(words.len(), 13, "every reason is given somewhere in the tables: {words:?}");
}

fn any_circle() -> impl Strategy<Value = Circle> {
    let kinds = prop_oneof![Just("series"), Just("network")];
    let titles = prop_oneof![Just("Coffee"), Just("Inquiry"), Just("Robots"), Just("Coffee and robots")];
    let dates = prop_oneof![Just(""), Just("2026-01-14"), Just("2026-01-13,2026-01-20"), Just("2026-01-16!")];
    (kinds, titles, dates, 0..4_u8, any::<bool>(), 0..30_u32).prop_map(|(kind, title, dates, host, afar, usual)| {
        circle(&format!(
            "c{host}{usual} kind={kind} title=\"{title}\" dates={dates} hosts=h{host} usual={usual}{}",
            if afar { " afar" } else { "" }
        ))
    })
}

proptest! {
    #[test]
    fn the_order_of_the_circles_decides_nothing(
        circles in prop::collection::vec(any_circle(), 0..8), turn in 0..8_usize, days in 0..4_usize
    ) {
        let mut named: Vec<Circle> = Vec::new();
        for (place, circle) in circles.into_iter().enumerate() {
            named.push(Circle { key: format!("{place}"), ..circle });
        }
        let days = ["", "wed", "tue,fri", "mon"][days];
        let answers = answers(&format!("days={days} interests=\"robots inquiry\" hopes=meet"));
        let advice = suggest(&answers, &named);
        let mut turned = named.clone();
        turned.rotate_left(if named.is_empty() { 0 } else { turn % named.len() });
        prop_assert_eq!(&suggest(&answers, &turned), &advice);
        turned.reverse();
        prop_assert_eq!(&suggest(&answers, &turned), &advice);
        prop_assert!(advice.circles.len() <= MOST);
        prop_assert_eq!(advice.circles.is_empty(), !advice.lacks.is_empty());
        for suggestion in &advice.circles {
            prop_assert!(!suggestion.reasons.is_empty());
            prop_assert!(suggestion.points >= 2);
            let circle = named.iter().find(|circle| circle.key == suggestion.key).unwrap();
            prop_assert!(suggestion.next.as_ref().is_none_or(|next| circle.meetings.contains(next) && !next.full));
        }
        // Two of a kind only where no other kind suits.
        if let [one, two] = &advice.circles[..] && one.kind == two.kind {
            let other: Vec<Circle> = named.into_iter().filter(|circle| circle.kind != one.kind).collect();
            prop_assert!(suggest(&answers, &other).circles.is_empty());
        }
    }

    #[test]
    fn whatever_is_typed_is_an_answer(interests in any::<String>(), teaches in any::<String>(), area in any::<String>()) {
        let typed = Answers { interests, teaches, area, ..Answers::default() };
        let circles = [circle("c kind=series title=Coffee dates=2026-01-14 school=alder@Maple hosts=h")];
        prop_assert_eq!(suggest(&typed, &circles), suggest(&typed, &circles));
    }
}
