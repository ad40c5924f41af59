//! Every page, as every kind of visitor, in every language, is sound HTML.

use std::collections::BTreeSet;

use scraper::{Html, Selector};

use super::{Engine, Page, World, access, tell};

fn select(css: &str) -> Selector {
    Selector::parse(css).unwrap()
}

/// What is wrong with a page.
fn faults(page: &Page, language: &str) -> Vec<String> {
    let html = Html::parse_document(&page.html);
    let mut faults: Vec<String> = html.errors.iter().map(ToString::to_string).collect();
    if page.attributes("html", "lang") != [language] {
        faults.push(format!("its language is {:?}", page.attributes("html", "lang")));
    }
    if page.count("h1") != 1 {
        faults.push(format!("{} headings of the first rank", page.count("h1")));
    }
    if page.text_of("title").starts_with('·') {
        faults.push("no title".to_owned());
    }
    let mut ids = BTreeSet::new();
    for id in page.attributes("[id]", "id") {
        if !ids.insert(id.clone()) {
            faults.push(format!("the id {id} twice"));
        }
    }
    for (css, name) in
        [("[aria-describedby]", "aria-describedby"), ("label[for]", "for"), ("[aria-labelledby]", "aria-labelledby")]
    {
        for value in page.attributes(css, name) {
            faults.extend(
                value
                    .split_whitespace()
                    .filter(|id| !ids.contains(*id))
                    .map(|id| format!("{name} names {id}, which is not there")),
            );
        }
    }
    let labelled: BTreeSet<_> = page.attributes("label[for]", "for").into_iter().collect();
    for field in html.select(&select("input:not([type=hidden]), select, textarea")) {
        let inside =
            field.ancestors().filter_map(scraper::ElementRef::wrap).any(|around| around.value().name() == "label");
        let named = field.attr("aria-label").is_some() || field.attr("id").is_some_and(|id| labelled.contains(id));
        if !inside && !named {
            faults.push(format!("a field without a label: {}", field.html()));
        }
    }
    for css in [
        "[style]",
        "script:not([src])",
        "style",
        "[onclick]",
        "a[href^='http']",
        "[src^='http']",
        "button:empty",
        "a:empty",
        "img:not([alt])",
    ] {
        if page.count(css) > 0 {
            faults.push(format!("it has {css}"));
        }
    }
    // A text that is missing shows its key: words of small letters with hyphens.
    let keys = super::locales::keys("en");
    let shown: Vec<_> = page
        .text()
        .split_whitespace()
        .filter(|word| word.contains('-') && keys.contains(*word))
        .map(ToOwned::to_owned)
        .collect();
    faults.extend(shown.into_iter().map(|key| format!("it shows the key {key}")));
    faults
}

#[test]
fn every_page_is_sound_in_both_languages() {
    tell(Engine::Sqlite, |app| async move {
        let world = World::make(&app).await;
        let mut wrong = Vec::new();
        for row in access::rows().into_iter().filter(|row| row.method == "GET" && !row.path.starts_with("/language/")) {
            let path = access::path(&row, &world);
            for visitor in [&world.anonymous, &world.member, &world.host, &world.administrator] {
                for language in ["en", "fr"] {
                    visitor.keep(&format!("klatsch-language={language}"));
                    let page = visitor.try_get(&path).await;
                    let kind = page.headers.get("content-type").map_or("", |kind| kind.to_str().unwrap());
                    if kind.starts_with("text/html") {
                        let faults = faults(&page, language);
                        wrong.extend(faults.into_iter().map(|fault| format!("{} in {language}: {fault}", row.path)));
                    }
                }
            }
        }
        wrong.sort();
        wrong.dedup();
        assert!(wrong.is_empty(), "{wrong:#?}");
    });
}
