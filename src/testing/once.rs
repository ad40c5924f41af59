//! What is posted twice counts once (ARCHITECTURE.md, `src/once`): every form that posts has a key, or
//! stands in `once.txt` with the reason why it needs none.

use std::collections::BTreeSet;

use super::locales::{files, root};

/// The forms of a template that post: their addresses, and whether they have a key.
fn forms(template: &str) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    for piece in template.split("<form").skip(1) {
        let form = piece.split("</form>").next().unwrap_or(piece);
        // What is pulled in from elsewhere (`{% endcall %}`) ends a tag as well as `>` does, but never holds `>`.
        let head = form.split_once('\n').map_or(form, |(head, _)| head);
        if !head.contains("method=\"post\"") {
            continue;
        }
        let action = head.split_once("action=\"").map(|(_, rest)| address(rest)).unwrap_or_default();
        let key = ["field::once(", "name=\"once\"", "?once="].iter().any(|key| form.contains(key));
        found.push((action, key));
    }
    found
}

/// An address up to its closing quote; quotes inside `{{ … }}` are the template's.
fn address(rest: &str) -> String {
    let mut address = String::new();
    let mut inside = 0_u8;
    for letter in rest.chars() {
        match letter {
            '{' => inside += 1,
            '}' => inside = inside.saturating_sub(1),
            '"' if inside == 0 => break,
            _ => {}
        }
        address.push(letter);
    }
    address.split_whitespace().collect()
}

#[test]
fn every_form_that_posts_counts_once_or_says_why_it_may_come_twice() {
    let mut templates = Vec::new();
    files(&root().join("src"), &["html"], &mut templates);
    let (mut without, mut keys) = (BTreeSet::new(), 0);
    for path in templates {
        let name = path.strip_prefix(root().join("src")).unwrap().display().to_string();
        for (action, key) in forms(&std::fs::read_to_string(&path).unwrap()) {
            if key {
                keys += 1;
            } else {
                without.insert(format!("{name} {action}"));
            }
        }
    }
    assert!(keys > 12, "only {keys} forms with a key were found");
    let listed: BTreeSet<String> = include_str!("once.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| {
            let mut words = line.splitn(3, ' ');
            let place = [words.next().unwrap_or_default(), words.next().unwrap_or_default()].join(" ");
            assert!(words.next().is_some_and(|why| why.trim().len() > 10), "{place}: no reason");
            place
        })
        .collect();
    let new: Vec<_> = without.difference(&listed).collect();
    assert!(
        new.is_empty(),
        "these forms post without a key. Where one creates or counts something, give it {{{{ field::once(page) }}}}; \
         where it may come twice, a line in src/testing/once.txt: {new:#?}"
    );
    let gone: Vec<_> = listed.difference(&without).collect();
    assert!(gone.is_empty(), "in src/testing/once.txt, but there are no such forms without a key: {gone:#?}");
}

#[test]
fn the_test_sees_a_form() {
    let template = "<form method=\"post\" action=\"{{ a(\"b\") }}/c\">\n{{ field::once(page) }}\n</form>\n\
                    <form method=\"get\">\n</form><form class=\"x\" method=\"post\" action=\"/d\"><button></form>";
    let found = forms(template);
    assert_eq!(found, [("{{a(\"b\")}}/c".to_owned(), true), ("/d".to_owned(), false)]);
}
