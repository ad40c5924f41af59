//! The agenda as JSON in, JSON out: what `klatsch plan agenda` does between its file and its print.

use std::fmt::Write as _;

use serde_path_to_error::Segment;

use super::{FitError, Request, fit};

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
    /// The text is not a request.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The request has no agenda.
    #[error(transparent)]
    Fit(#[from] FitError),
}

/// Where a text stops being a request, and what was expected there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{message}", place(pointer))]
pub struct ReadError {
    /// JSON pointer (RFC 6901) to the value that is wrong or lacks something; empty for the whole
    /// text, or where it is not JSON at all.
    pub pointer: String,
    /// What is wrong and what was expected, ending in the line and column.
    pub message: String,
}

/// Answers a request written in JSON with its agenda in JSON, on one line without a line end.
///
/// # Errors
/// Everything that is wrong with the request, in one sentence for the person who wrote it.
pub fn answer(json: &str) -> Result<String, AnswerError> {
    let agenda = fit(&read(json)?)?;
    Ok(serde_json::to_string(&agenda)
        .map_err(|error| ReadError { pointer: String::new(), message: error.to_string() })?)
}

/// Reads a request written in JSON. A byte order mark before it is skipped.
///
/// # Errors
/// See [`ReadError`]. What can only be seen in the whole, such as an id used twice, is left to
/// [`fit`].
pub fn read(json: &str) -> Result<Request, ReadError> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let request = serde_path_to_error::deserialize(&mut deserializer)
        .map_err(|error| ReadError { pointer: pointer(error.path()), message: error.into_inner().to_string() })?;
    match deserializer.end() {
        Ok(()) => Ok(request),
        Err(error) => Err(ReadError { pointer: String::new(), message: error.to_string() }),
    }
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    let mut pointer = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => {
                let _ = write!(pointer, "/{index}");
            }
            Segment::Map { key } => {
                let _ = write!(pointer, "/{}", key.replace('~', "~0").replace('/', "~1"));
            }
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    pointer
}

fn place(pointer: &str) -> String {
    if pointer.is_empty() {
        return String::new();
    }
    format!("at {pointer}: ")
}
