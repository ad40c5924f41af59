//! Styles, scripts, fonts: bundled by `cargo xtask` into `web/dist`, embedded in the program, named
//! by their content so that browsers may keep them forever.

use std::collections::HashMap;
use std::sync::LazyLock;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

use super::{Answer, Failure, Path, Query};

#[derive(RustEmbed)]
#[folder = "web/dist"]
struct Dist;

/// The first 12 hexadecimal digits of each asset's SHA-256.
static VERSIONS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    Dist::iter()
        .filter_map(|name| {
            let file = Dist::get(&name)?;
            let digits = file.metadata.sha256_hash().iter().take(6).map(|byte| format!("{byte:02x}")).collect();
            Some((name.into_owned(), digits))
        })
        .collect()
});

/// The address of an asset.
pub fn address(name: &str) -> String {
    match VERSIONS.get(name) {
        Some(version) => format!("/assets/{name}?v={version}"),
        None => format!("/assets/{name}"),
    }
}

/// The text of an asset.
pub fn text(name: &str) -> Option<String> {
    String::from_utf8(Dist::get(name)?.data.into_owned()).ok()
}

/// `GET /assets/{*name}`.
pub async fn serve(Path(name): Path<String>, Query(query): Query) -> Answer {
    let file = Dist::get(&name).ok_or(Failure::NotFound)?;
    // Fonts are named in the style sheet without a version: a day, then ask again.
    let keep = if VERSIONS.get(&name).is_some_and(|version| version == query.typed("v")) {
        "public, max-age=31536000, immutable"
    } else {
        "public, max-age=86400"
    };
    let kind = HeaderValue::from_str(file.metadata.mimetype()).map_err(anyhow::Error::from)?;
    let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, HeaderValue::from_static(keep))];
    let body = match file.data {
        std::borrow::Cow::Borrowed(bytes) => axum::body::Body::from(bytes),
        std::borrow::Cow::Owned(bytes) => axum::body::Body::from(bytes),
    };
    Ok((StatusCode::OK, headers, body).into_response())
}

/// `GET /service-worker.js`: at the root, so that it may look after every page; asked for anew each
/// time, so that a new program brings its own.
pub async fn service_worker() -> Answer {
    let text = text("service-worker.js").ok_or(Failure::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8")),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache")),
    ];
    Ok((StatusCode::OK, headers, text).into_response())
}

/// `GET /favicon.ico`, which browsers ask for whatever the page says.
pub async fn favicon() -> Response {
    let mut response = StatusCode::PERMANENT_REDIRECT.into_response();
    if let Ok(address) = HeaderValue::from_str(&address("favicon.svg")) {
        response.headers_mut().insert(header::LOCATION, address);
    }
    response
}
