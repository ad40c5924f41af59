//! Files to save: their names, and how they are taken.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::Answer;
use crate::app::App;
use crate::ids::FileId;

/// Nothing may load, run or be framed, should a browser show it after all (CSP level 3).
const NOTHING: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

/// A file to save, which nobody else gets from a cache.
pub fn download(name: &str, kind: &'static str, content: Vec<u8>) -> Answer {
    let way = HeaderValue::from_str(&disposition(false, &file_name(name))).map_err(anyhow::Error::from)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CONTENT_DISPOSITION, way),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache")),
    ];
    Ok((headers, content).into_response())
}

/// A stored file, or that the browser has it already. Whether the visitor may have it was asked before.
pub async fn serve(app: &App, headers: &HeaderMap, file: FileId, media: &str, disposition: &str) -> Answer {
    // An object never changes: its name is its version (RFC 9110 section 8.8.3).
    let tag = format!("\"{}\"", file.0.simple());
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut response: Response = if known.split(',').any(|one| one.trim().trim_start_matches("W/") == tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let content = app.files.get(file).await.map_err(anyhow::Error::from)?;
        let mut response = Body::from_stream(content.pieces).into_response();
        response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(content.length));
        response
    };
    let answer = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_TYPE, media),
        (header::CONTENT_DISPOSITION, disposition),
        (header::ETAG, &tag),
        // Asked for each time: who may no longer see it does not find it in a cache.
        (header::CACHE_CONTROL, "private, no-cache"),
        (header::CONTENT_SECURITY_POLICY, NOTHING),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (HeaderName::from_static("x-download-options"), "noopen"),
    ] {
        answer.insert(name, HeaderValue::from_str(value).map_err(anyhow::Error::from)?);
    }
    Ok(response)
}

/// How a file is taken (RFC 6266), with a name of any script (RFC 8187).
pub fn disposition(shown: bool, name: &str) -> String {
    let way = if shown { "inline" } else { "attachment" };
    let plain: String = name
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() || "-_. ".contains(letter) { letter } else { '_' })
        .collect();
    let mut coded = String::new();
    for byte in name.bytes() {
        // attr-char of RFC 8187 section 3.2.1
        if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
            coded.push(char::from(byte));
        } else {
            coded.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("{way}; filename=\"{plain}\"; filename*=UTF-8''{coded}")
}

/// A name that every system can save under: without folders, signs that some refuse and a dot at its
/// beginning; its ending stays, at most 100 characters stand before it.
pub fn file_name(name: &str) -> String {
    let kept: String = name
        .chars()
        .map(|letter| if letter.is_control() || "/\\<>:\"|?*".contains(letter) { ' ' } else { letter })
        .collect();
    let kept = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    let kept = kept.trim_start_matches(['.', ' ']);
    let (stem, ending) = match kept.rsplit_once('.') {
        Some((stem, ending)) if ending.len() <= 8 && !ending.contains(' ') => (stem, Some(ending)),
        _ => (kept, None),
    };
    let stem: String = stem.chars().take(100).collect();
    let stem = if stem.trim().is_empty() { "klatsch" } else { stem.trim() };
    ending.map_or_else(|| stem.to_owned(), |ending| format!("{stem}.{ending}"))
}

#[cfg(test)]
mod tests {
    use super::{disposition, file_name};

    #[test]
    fn a_name_of_any_script_is_told_both_ways() {
        assert_eq!(
            disposition(false, "Été \"2026\";\r\n.pdf"),
            "attachment; filename=\"_t_ _2026____.pdf\"; filename*=UTF-8''%C3%89t%C3%A9%20%222026%22%3B%0D%0A.pdf"
        );
        assert_eq!(disposition(true, "a.png"), "inline; filename=\"a.png\"; filename*=UTF-8''a.png");
    }

    #[test]
    fn a_file_can_be_saved_under_its_name_anywhere() {
        assert_eq!(file_name("Réseau: design/pensée.csv"), "Réseau design pensée.csv");
        assert_eq!(file_name("../../.profile"), "profile");
        assert_eq!(file_name("a\r\nb.xlsx"), "a b.xlsx");
        assert_eq!(file_name(".csv"), "csv");
        assert_eq!(file_name("/"), "klatsch");
        assert_eq!(file_name(&format!("{}.csv", "é".repeat(300))).chars().count(), 104);
    }
}
