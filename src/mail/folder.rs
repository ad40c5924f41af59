//! The folder letters are written to, and read from by the demo's mailbox.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use anyhow::Context;
use lettre::Message;
use lettre::message::{Mailbox, header::ContentType};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Answered, Letter};
use crate::app::App;
use crate::clock::Instant;

/// A letter in the folder.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Delivered {
    /// File name without its ending; sorts by time.
    pub name: String,
    /// When it was delivered.
    pub at: Instant,
    /// The letter.
    pub letter: Letter,
}

fn folder(app: &App) -> PathBuf {
    app.config.data.join("mail")
}

/// No form takes a line end in a name, but a list may bring one, and a header is one line.
fn mailbox(name: &str, email: &str) -> anyhow::Result<Mailbox> {
    let name: String = name.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    Ok(Mailbox::new(Some(name), email.parse().context("the address")?))
}

/// The job: writes `NAME.eml`, and `NAME.json` beside it for the mailbox page. Done twice, it leaves one letter.
pub async fn deliver(app: App, payload: String) -> anyhow::Result<()> {
    let Answered { id, letter, reply_to } = serde_json::from_str(&payload)?;
    let id = id.unwrap_or_else(|| print(&payload));
    let to = mailbox(&letter.name, &letter.email)?;
    let from: Mailbox = app.config.mail_from.parse().context("mail_from")?;
    let name = id.simple().to_string();
    let mut message = Message::builder()
        .message_id(Some(format!("<{name}@{}>", from.email.domain())))
        .date(written(id).unwrap_or_else(|| since_1970(app.now().0.unsigned_abs())))
        .from(from)
        .to(to);
    if let Some((name, email)) = &reply_to {
        message = message.reply_to(mailbox(name, email)?);
    }
    let eml =
        message.subject(letter.subject.clone()).header(ContentType::TEXT_PLAIN).body(letter.text.clone())?.formatted();
    let folder = folder(&app);
    tokio::fs::create_dir_all(&folder).await?;
    put(&folder, &format!("{name}.eml"), &eml).await?;
    // Stories read their letters the way the demo shows them.
    if app.demo || cfg!(test) {
        let delivered = Delivered { name: name.clone(), at: app.now(), letter };
        put(&folder, &format!("{name}.json"), &serde_json::to_vec(&delivered)?).await?;
    }
    Ok(())
}

/// What a letter is known by that was written without an identity: what it says, and to whom.
fn print(payload: &str) -> Uuid {
    let digest = Sha256::digest(payload.as_bytes());
    Uuid::from_bytes(std::array::from_fn(|place| digest.get(place).copied().unwrap_or_default()))
}

/// When a letter was written, which its identity says.
fn written(id: Uuid) -> Option<SystemTime> {
    let (seconds, nanos) = id.get_timestamp()?.to_unix();
    Some(since_1970(seconds.saturating_mul(1_000_000).saturating_add(u64::from(nanos / 1_000))))
}

fn since_1970(microseconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH.checked_add(Duration::from_micros(microseconds)).unwrap_or(SystemTime::UNIX_EPOCH)
}

/// Puts a file there whole or not at all: whoever looks into the folder meanwhile finds no half of a letter.
async fn put(folder: &Path, name: &str, content: &[u8]) -> anyhow::Result<()> {
    let part = folder.join(format!(".{name}.part"));
    tokio::fs::write(&part, content).await?;
    tokio::fs::rename(&part, folder.join(name)).await?;
    Ok(())
}

/// The letters in the folder, newest first (demo only, where they are kept readable).
pub async fn delivered(app: &App) -> anyhow::Result<Vec<Delivered>> {
    let mut letters = Vec::new();
    let mut files = match tokio::fs::read_dir(folder(app)).await {
        Ok(files) => files,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(letters),
        Err(error) => return Err(error.into()),
    };
    while let Some(file) = files.next_entry().await? {
        if file.path().extension().is_some_and(|ending| ending == "json") {
            let delivered: Delivered = serde_json::from_slice(&tokio::fs::read(file.path()).await?)?;
            letters.push(delivered);
        }
    }
    letters.sort_by(|a, b| (b.at, &b.name).cmp(&(a.at, &a.name)));
    Ok(letters)
}
