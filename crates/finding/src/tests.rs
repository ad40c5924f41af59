#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::{Asked, Field, Mark, Wish, marks, plain};

fn holds(wish: &Wish, bag: &BTreeSet<String>) -> bool {
    match wish {
        Wish::Has(Mark::Whole(mark)) => bag.contains(mark),
        Wish::Has(Mark::Begins(mark)) => bag.iter().any(|one| one.starts_with(mark)),
        Wish::Any(wishes) => wishes.iter().any(|wish| holds(wish, bag)),
        Wish::All(wishes) => wishes.iter().all(|wish| holds(wish, bag)),
    }
}

/// In which wish a text is found, if it is.
fn found_at(asked: &str, title: &str, body: &str) -> Option<usize> {
    let asked = Asked::read(asked);
    let fields = [Field::Title(title), Field::Body(body)];
    let bag = marks(&fields);
    let plain = plain(&fields);
    if asked.without().is_some_and(|without| holds(&without, &bag))
        || !asked.phrases().iter().all(|phrase| plain.contains(phrase))
        || asked.without_phrases().iter().any(|phrase| plain.contains(phrase))
    {
        return None;
    }
    let wishes = asked.wishes();
    let at = wishes.iter().position(|wish| holds(wish, &bag));
    assert_eq!(at.is_some(), wishes.last().is_some_and(|last| holds(last, &bag)), "the last fits whatever fits any");
    at
}

fn finds(asked: &str, text: &str) -> bool {
    found_at(asked, "", text).is_some_and(|at| at < 2)
}

#[test]
fn one_and_many_accents_and_case_are_the_same() {
    for (asked, text) in [
        ("portfolio", "Digital portfolios"),
        ("portfolios", "A portfolio"),
        ("PORTFOLIO", "portfolio"),
        ("Montréal", "montreal"),
        ("montreal", "Une visite à Montréal"),
        ("story", "stories"),
        ("libraries", "the library"),
        ("teaching", "we teach"),
        ("présentée", "une leçon présentée"),
        ("presentees", "les leçons présentées"),
        ("présentation", "présentations"),
        ("enseignantes", "enseignante"),
        ("bibliothèques", "la bibliothèque"),
        ("bibliotheque", "les bibliothèques"),
        ("journaux", "journal"),
        ("coeur", "au cœur de la classe"),
        ("cœur", "au coeur"),
        ("ecole", "l'école"),
        ("l'école", "notre ecole"),
        ("l’ecole", "L’École"),
        ("école", "cent écoles"),
        ("d'histoire", "histoire"),
        ("teachers", "the teacher's guide"),
        ("teacher's", "for teachers"),
        ("St Marys", "St. Mary's"),
        ("obrien", "O'Brien"),
        ("brien", "O’Brien"),
        ("o'brien", "OBrien"),
        ("dont", "don't"),
        ("aujourd’hui", "aujourd'hui"),
        ("coteaching", "co-teaching"),
        ("co-teaching", "co teaching"),
        ("co-teach", "coteaching"),
        ("e-portfolio", "eportfolios"),
        ("portfolio", "e-portfolio"),
        ("grade 7", "Gr. 7"),
        ("gr 7", "Grade 7"),
        ("gr7", "grade 7"),
        ("Grade 7", "Gr7"),
        ("7th grade", "grade 7"),
        ("7e", "7e année"),
        ("e\u{301}cole", "école"),
        ("Łucja", "lucja"),
        ("Ωmega", "ωmega"),
        ("学校", "学校"),
        ("the lunch", "lunch"),
        ("le dîner", "diner"),
    ] {
        assert!(
            finds(asked, text),
            "{asked:?} does not find {text:?}: {:?} in {:?}",
            Asked::read(asked).wishes(),
            marks(&[Field::Body(text)])
        );
    }
}

#[test]
fn other_words_are_not_found() {
    for (asked, text) in [
        ("art", "a part of it"),
        ("port", "portfolio"),
        ("parent", "apparent"),
        ("grade 8", "Grade 7"),
        ("7", "17"),
        ("school lunch", "school"),
        ("école", "éclair"),
        ("host", "ghost"),
        ("coffee -tea", "coffee and tea"),
        ("coffee -\"green tea\"", "coffee, or green tea"),
        ("\"student portfolio\"", "portfolio of a student"),
        ("\"portfolio\"", "portfolios"),
    ] {
        assert!(!finds(asked, text), "{asked:?} finds {text:?}");
    }
}

#[test]
fn a_phrase_is_found_word_by_word() {
    assert!(finds("\"student portfolio\"", "Each student portfolio is read."));
    assert!(finds("« coin lecture »", "le coin-lecture"));
    assert!(finds("\"open quote", "an open quote"));
    assert_eq!(found_at("\"one two\"", "one", "two"), None, "it does not go on from the title into the text");
    assert!(finds("coffee -\"green tea\"", "coffee and tea, green"));
}

#[test]
fn what_is_typed_in_part_is_found_after_what_is_whole() {
    assert_eq!(found_at("portf", "Portfolios", ""), Some(2));
    assert_eq!(found_at("portf", "Lunch", "Portfolios"), Some(3));
    assert_eq!(found_at("digital conversati", "", "digital conversations"), Some(3));
    assert_eq!(found_at("portfolios", "Portfolio", ""), Some(0));
    assert_eq!(found_at("portfolios", "", "Portfolio"), Some(1));
    assert_eq!(found_at("\"portf\"", "Portfolios", ""), None);
    assert_eq!(found_at("po", "Portfolios", ""), None, "two letters begin too many words");
}

#[test]
fn nothing_to_look_for_is_said_to_be_nothing() {
    for asked in ["", "  ", "-", "\"\"", "-word", "!?", "\"", "''", "--", "((", "*", "\u{301}"] {
        assert!(Asked::read(asked).is_empty(), "{asked:?}: {:?}", Asked::read(asked));
        assert!(Asked::read(asked).wishes().is_empty());
    }
    assert!(!Asked::read("the").is_empty(), "the only word is looked for");
    assert!(finds("the", "the"));
}

#[test]
fn a_snippet_shows_where() {
    let said = |asked: &str, text: &str, most| -> String {
        let pieces = Asked::read(asked).snippet(text, most);
        pieces.iter().map(|piece| if piece.marked { format!("[{}]", piece.text) } else { piece.text.clone() }).collect()
    };
    assert_eq!(said("portfolio", "Digital portfolios,\n all of them", 100), "Digital [portfolios], all of them");
    assert_eq!(said("ecole", "À l'école", 100), "À [l'école]");
    assert_eq!(said("portf", "<b>Portfolio</b>", 100), "<b>[Portfolio]</b>");
    assert_eq!(said("coffee", "Nothing of it", 100), "Nothing of it");
    let long = format!("{} A portfolio here. {}", "word ".repeat(50), "more ".repeat(50));
    let snippet = said("portfolio", &long, 60);
    assert!(
        snippet.starts_with("… word") && snippet.contains("A [portfolio] here.") && snippet.ends_with(" …"),
        "{snippet}"
    );
    assert!(snippet.chars().count() < 75, "{snippet}");
}

proptest! {
    #[test]
    fn a_text_is_found_by_each_of_its_words(text in "[a-zà-ÿœ0-9'’ -]{1,60}") {
        for word in text.split(' ').filter(|word| !Asked::read(word).is_empty()) {
            prop_assert!(finds(word, &text), "{:?} in {:?}", word, text);
        }
    }

    #[test]
    fn whatever_is_typed_can_be_asked_and_shown(asked in any::<String>(), text in any::<String>(), most in 0..80_usize) {
        let asked = Asked::read(&asked);
        asked.without();
        let pieces = asked.snippet(&text, most);
        let whole: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let shown: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        prop_assert!(whole.contains(shown.trim_start_matches("… ").trim_end_matches(" …")));
        for mark in marks(&[Field::Title(&text)]) {
            prop_assert!(mark.chars().all(|letter| letter.is_alphanumeric() || letter == '_'), "{:?}", mark);
            prop_assert!(mark.len() <= 200);
        }
    }
}
