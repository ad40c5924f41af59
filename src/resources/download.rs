//! Serving files. A picture is shown, everything else is saved; nothing of a file acts in the browser,
//! and nobody gets one who may not see what it is of.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::door;
use crate::app::App;
use crate::ids::{FileId, ResourceId};
use crate::web::{Answer, Failure, Path, Visit, go};

/// Nothing may load, run or be framed, should a browser show it after all (CSP level 3).
const NOTHING: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

/// `GET /resources/{resource}`: the file; a link leads to the page it is on, since this site sends nobody away.
pub async fn whole(visit: Visit, State(app): State<App>, headers: HeaderMap, Path(id): Path<ResourceId>) -> Answer {
    let (resource, desk) = door::resource(&mut *app.read().await?, &visit, id).await?;
    let Some(file) = resource.file_id else { return Ok(go(desk.of.page()).into_response()) };
    let name = resource.name.as_deref().unwrap_or("file");
    let media = resource.media.as_deref().unwrap_or("application/octet-stream");
    serve(&app, &headers, file, media, &disposition(resource.is_picture(), name)).await
}

/// `GET /resources/{resource}/small`: the small one of a picture.
pub async fn small(visit: Visit, State(app): State<App>, headers: HeaderMap, Path(id): Path<ResourceId>) -> Answer {
    let (resource, _) = door::resource(&mut *app.read().await?, &visit, id).await?;
    let file = resource.small_id.ok_or(Failure::NotFound)?;
    serve(&app, &headers, file, "image/jpeg", "inline").await
}

/// The file, or that the browser has it already.
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

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_name_of_any_script_is_told_both_ways() {
        assert_eq!(
            disposition(false, "Été \"2026\";\r\n.pdf"),
            "attachment; filename=\"_t_ _2026____.pdf\"; filename*=UTF-8''%C3%89t%C3%A9%20%222026%22%3B%0D%0A.pdf"
        );
        assert_eq!(disposition(true, "a.png"), "inline; filename=\"a.png\"; filename*=UTF-8''a.png");
    }
}
