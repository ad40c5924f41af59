//! What the last page did, told on the next: a short-lived cookie, and perhaps a way to undo.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use super::{Language, Message};

/// The name of the cookie.
pub const COOKIE: &str = "klatsch-flash";

/// One sentence, and perhaps an undo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// `done` or `problem`.
    pub kind: String,
    /// The sentence, in the language of the page that said it.
    pub text: String,
    /// A form that takes it back.
    pub undo: Option<Undo>,
}

/// A form with one button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undo {
    /// Where it posts to.
    pub action: String,
    /// The button's word.
    pub label: String,
    /// What it posts.
    pub fields: Vec<(String, String)>,
}

impl Flash {
    /// Reads the cookie's value; anything odd is no flash. A cookie may be set from a neighbouring name of
    /// the same domain, so what its button does is looked at: it posts here and nowhere else.
    pub fn of_cookie(value: &str) -> Option<Flash> {
        let flash: Flash = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(value).ok()?).ok()?;
        let known = matches!(flash.kind.as_str(), "done" | "problem");
        (known && flash.undo.as_ref().is_none_or(|undo| here(&undo.action))).then_some(flash)
    }

    /// The flash that an answer sets.
    pub fn of_answer(headers: &HeaderMap) -> Option<Flash> {
        let cookies = headers.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut values = cookies.filter_map(|cookie| cookie.strip_prefix(COOKIE)?.strip_prefix('=')?.split(';').next());
        values.find_map(Flash::of_cookie)
    }

    /// The cookie that says it on the next page.
    pub fn cookie(&self) -> Option<HeaderValue> {
        let value = URL_SAFE_NO_PAD.encode(serde_json::to_vec(self).unwrap_or_default());
        HeaderValue::from_str(&format!("{COOKIE}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=60")).ok()
    }
}

/// An answer that sends the browser elsewhere (303), perhaps with a word about what was done.
#[derive(Debug)]
pub struct Go {
    path: String,
    flash: Option<Flash>,
}

/// Sends the browser to a path of this site.
pub fn go(path: impl Into<String>) -> Go {
    Go { path: path.into(), flash: None }
}

impl Go {
    /// Says what was done.
    #[must_use]
    pub fn done(mut self, language: Language, message: impl Into<Message>) -> Go {
        self.flash = Some(Flash { kind: "done".to_owned(), text: language.tell(&message.into()), undo: None });
        self
    }

    /// Says what did not go.
    #[must_use]
    pub fn problem(mut self, language: Language, message: impl Into<Message>) -> Go {
        self.flash = Some(Flash { kind: "problem".to_owned(), text: language.tell(&message.into()), undo: None });
        self
    }

    /// Offers to take it back: a button that posts `fields` to `action`.
    #[must_use]
    pub fn undo(mut self, language: Language, action: impl Into<String>, fields: &[(&str, &str)]) -> Go {
        if let Some(flash) = &mut self.flash {
            flash.undo = Some(Undo {
                action: action.into(),
                label: language.say("undo").to_string(),
                fields: fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            });
        }
        self
    }
}

impl IntoResponse for Go {
    fn into_response(self) -> Response {
        // Only paths of this site: `//elsewhere.example` and `\` tricks lead home instead.
        let path = if here(&self.path) { self.path.as_str() } else { "/" };
        let mut response = StatusCode::SEE_OTHER.into_response();
        let location = HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/"));
        response.headers_mut().insert(header::LOCATION, location);
        if let Some(cookie) = self.flash.and_then(|flash| flash.cookie()) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }
}

/// Whether a path is one of this site, so that a link cannot send people away after signing in. Browsers
/// read `\` as `/`, and leave out tabs and line ends wherever they stand (WHATWG URL, section 4.4): a slash,
/// a tab and a slash are two slashes.
pub fn here(path: &str) -> bool {
    let plain = path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    plain && path.starts_with('/') && !path.starts_with("//")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_cookie_cannot_make_a_button_that_leads_away() {
        let told = |action: &str| {
            let flash = serde_json::json!({"kind": "done", "text": "Done.", "undo": {"action": action, "label": "Undo", "fields": []}});
            Flash::of_cookie(&URL_SAFE_NO_PAD.encode(flash.to_string()))
        };
        assert_eq!(told("/series").unwrap().text, "Done.");
        for away in ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""] {
            assert_eq!(told(away), None, "{away}");
        }
    }

    #[test]
    fn only_paths_of_this_site_are_followed() {
        assert!(super::here("/series/1?x=2"));
        for away in [
            "https://a.example",
            "//a.example",
            "/\\a.example",
            "a",
            "",
            "/a\nb",
            "/\t/a.example",
            "/ /a.example",
            "/é",
        ] {
            assert!(!super::here(away), "{away}");
        }
    }
}
