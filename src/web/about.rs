//! The pages at the foot of every page: what this is, what happens with what people enter, licences.

use askama::Template;

use super::{Answer, Page, Visit, assets, html};

#[derive(Template)]
#[template(path = "web/about.html")]
struct About {
    page: Page,
    version: &'static str,
}

#[derive(Template)]
#[template(path = "web/privacy.html")]
struct Privacy {
    page: Page,
}

#[derive(Template)]
#[template(path = "web/licences.html")]
struct Licences {
    page: Page,
    /// The licences of what is bundled for the browser, as the bundler wrote them down.
    bundled: String,
    /// Licences, and the crates of the program that have them.
    crates: Vec<(&'static str, &'static str)>,
}

/// What `build.rs` wrote down.
const CRATES: &str = include_str!(concat!(env!("OUT_DIR"), "/crates.txt"));

#[derive(Template)]
#[template(path = "web/offline.html")]
struct Offline {
    page: Page,
}

/// `GET /offline`: what the service worker shows for a page it has not kept.
pub async fn offline(visit: Visit) -> Answer {
    html(&Offline { page: Page::new(&visit, "", visit.language.say("offline-title").to_string()) })
}

/// `GET /about`
pub async fn about(visit: Visit) -> Answer {
    let page = Page::new(&visit, "about", visit.language.say("about-title").to_string());
    html(&About { page, version: env!("CARGO_PKG_VERSION") })
}

/// `GET /privacy`
pub async fn privacy(visit: Visit) -> Answer {
    html(&Privacy { page: Page::new(&visit, "about", visit.language.say("privacy-title").to_string()) })
}

/// `GET /licences`
pub async fn licences(visit: Visit) -> Answer {
    let page = Page::new(&visit, "about", visit.language.say("licences-title").to_string());
    let crates = CRATES.lines().filter_map(|line| line.split_once('\t')).collect();
    html(&Licences { page, bundled: assets::text("licences.txt").unwrap_or_default(), crates })
}
