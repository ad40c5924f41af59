//! The folder letters are written to, and read from by the demo's mailbox.

use std::path::PathBuf;

use anyhow::Context;
use lettre::Message;
use lettre::message::{Mailbox, header::ContentType};

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

/// The job: writes `NAME.eml`, and `NAME.json` beside it for the mailbox page.
pub async fn deliver(app: App, payload: String) -> anyhow::Result<()> {
    let Answered { letter, reply_to } = serde_json::from_str(&payload)?;
    let to = mailbox(&letter.name, &letter.email)?;
    let from: Mailbox = app.config.mail_from.parse().context("mail_from")?;
    let mut message = Message::builder().from(from).to(to);
    if let Some((name, email)) = &reply_to {
        message = message.reply_to(mailbox(name, email)?);
    }
    let eml =
        message.subject(letter.subject.clone()).header(ContentType::TEXT_PLAIN).body(letter.text.clone())?.formatted();
    let folder = folder(&app);
    tokio::fs::create_dir_all(&folder).await?;
    let name = app.new_id::<uuid::Uuid>()?.simple().to_string();
    tokio::fs::write(folder.join(format!("{name}.eml")), eml).await?;
    // Stories read their letters the way the demo shows them.
    if app.demo || cfg!(test) {
        let delivered = Delivered { name: name.clone(), at: app.now(), letter };
        tokio::fs::write(folder.join(format!("{name}.json")), serde_json::to_vec(&delivered)?).await?;
    }
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
