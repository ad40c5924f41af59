//! A form with a file (`multipart/form-data`, RFC 7578). The file goes to the disk as it comes; a
//! handler reads the form after it has looked whether the visitor may, so that nobody else can fill the
//! disk.

use std::time::Duration;

use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::{Failure, Input, Message, Problems, input};
use crate::app::App;
use crate::files::Spool;

/// What was sent.
#[derive(Debug)]
pub struct Upload {
    /// The fields that are no file.
    pub input: Input,
    /// The first file, if there is one.
    pub file: Option<Received>,
    /// What is wrong with it.
    pub problems: Problems,
}

/// A file that was sent.
#[derive(Debug)]
pub struct Received {
    /// Its name, without folders.
    pub name: String,
    /// What it holds.
    pub spool: Spool,
}

/// How much of a file that is too large is still read, as a multiple of the limit: a browser listens
/// only once it has spoken.
const PATIENCE: u64 = 8;

impl Upload {
    /// Reads a form; one without a file may also come url-encoded, as from a script.
    ///
    /// # Errors
    /// When it cannot be read, or is larger than anyone should send.
    pub async fn read(app: &App, mut request: Request) -> Result<Upload, Failure> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if !kind.trim_start().to_ascii_lowercase().starts_with("multipart/form-data") {
            let input = Input::from_request(request, &()).await?;
            return Ok(Upload { input, file: None, problems: Problems::new() });
        }
        // The limits of this house are below.
        DefaultBodyLimit::disable().apply(&mut request);
        let mut form = Multipart::from_request(request, &()).await.map_err(|error| malformed(&error))?;
        let mut upload = Upload { input: Input::default(), file: None, problems: Problems::new() };
        let mut room = input::LARGEST_BODY;
        let mut fields = 0;
        while let Some(mut field) = form.next_field().await.map_err(|error| malformed(&error))? {
            fields += 1;
            let name = field.name().unwrap_or_default().to_owned();
            if fields > 100 || name.len() > 200 {
                return Err(Failure::TooLarge);
            }
            let Some(file_name) = field.file_name().map(bare) else {
                let mut text = Vec::new();
                while let Some(piece) = field.chunk().await.map_err(|error| malformed(&error))? {
                    room = room.checked_sub(piece.len()).ok_or(Failure::TooLarge)?;
                    text.extend(piece);
                }
                upload.input.add(&name, String::from_utf8_lossy(&text));
                continue;
            };
            let id = app.new_id::<uuid::Uuid>()?;
            let mut spool = Spool::begin(&app.config.data, &id.simple().to_string()).await.map_err(disk)?;
            let mut length = 0_u64;
            while let Some(piece) = field.chunk().await.map_err(|error| malformed(&error))? {
                length += piece.len() as u64;
                if length > app.config.largest_upload.saturating_mul(PATIENCE) {
                    return Err(Failure::TooLarge);
                }
                if length <= app.config.largest_upload {
                    spool.write(&piece).await.map_err(disk)?;
                }
            }
            spool.end().await.map_err(disk)?;
            if length > app.config.largest_upload {
                let most = i64::try_from(app.config.largest_upload / 1_000_000).unwrap_or(i64::MAX);
                upload.problems.add(&name, Message::new("upload-problem-large").with("most", most));
            } else if length > 0 && upload.file.is_none() {
                upload.file = Some(Received { name: file_name, spool });
            }
        }
        Ok(upload)
    }
}

/// How long an answer may take: half a minute, and a quarter of an hour where a file comes over a slow line.
pub async fn patience(request: Request, next: Next) -> Response {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let seconds = if kind.starts_with("multipart/form-data") { 900 } else { 30 };
    match tokio::time::timeout(Duration::from_secs(seconds), next.run(request)).await {
        Ok(response) => response,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// A name without folders and without what no name needs; at most 120 characters.
pub fn bare(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = name.chars().filter(|letter| !letter.is_control() && !"<>:\"|?*".contains(*letter)).collect();
    let name = name.trim().trim_start_matches('.');
    let over = name.chars().count().saturating_sub(120);
    // Its end says what it is; what was in its middle may not begin it with a dot.
    name.chars().skip(over).collect::<String>().trim_start_matches(['.', ' ']).to_owned()
}

fn malformed(error: &(dyn std::error::Error + 'static)) -> Failure {
    match input::unread(error) {
        Failure::Malformed(_) => Failure::Malformed(error.to_string()),
        failure => failure,
    }
}

fn disk(error: std::io::Error) -> Failure {
    anyhow::Error::from(error).context("an upload could not be written").into()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_name_has_no_folders_and_no_tricks() {
        assert_eq!(super::bare("C:\\fakepath\\..\\Photo of <b>.JPG"), "Photo of b.JPG");
        assert_eq!(super::bare("../../.profile"), "profile");
        assert_eq!(super::bare(&"é".repeat(500)).chars().count(), 120);
    }
}
