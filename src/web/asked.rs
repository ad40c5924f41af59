//! What a request's headers ask for, read alike wherever it matters.

use axum::http::{HeaderMap, header};
use cookie::Cookie;

use super::Language;

/// A cookie's value.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(Cookie::split_parse)
        .filter_map(Result::ok)
        .find(|cookie| cookie.name() == name)
        .map(|cookie| cookie.value().to_owned())
}

/// The language of the answer: chosen in this browser, else the person's own, else the browser's,
/// else the district's.
pub fn language(headers: &HeaderMap, own: Option<&str>, district: &str) -> Language {
    cookie(headers, "klatsch-language")
        .and_then(|tag| Language::of_tag(&tag))
        .or_else(|| own.and_then(Language::of_tag))
        .or_else(|| headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok().and_then(Language::accepted))
        .or_else(|| Language::of_tag(district))
        .unwrap_or_default()
}
