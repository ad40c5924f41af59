//! Settings: from `klatsch.toml`, then `KLATSCH_*` of the environment, then the command line.
//!
//! The table [`SETTINGS`] is the one list of them: an unknown key is refused with the nearest known
//! one, and the settings reference (`klatsch settings`, `docs/settings.md`) is printed from it.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use crate::database::Where;
use crate::files;

/// One setting, as the reference shows it.
#[derive(Debug)]
pub struct Setting {
    /// Its key in `klatsch.toml`; in the environment `KLATSCH_` and the key in capitals.
    pub key: &'static str,
    /// What holds when it is not set.
    pub default: &'static str,
    /// What it does, in one or two sentences.
    pub about: &'static str,
}

/// Every setting there is.
pub const SETTINGS: &[Setting] = &[
    Setting { key: "data", default: "klatsch-data", about: "The data folder: database, uploads, mail not yet sent." },
    Setting {
        key: "database",
        default: "klatsch.sqlite in the data folder",
        about: "postgres://… for a PostgreSQL database, sqlite:PATH for a SQLite file elsewhere.",
    },
    Setting {
        key: "files",
        default: "files in the data folder",
        about: "Where uploads are kept: a folder, or s3://BUCKET/PREFIX for an S3-compatible store.",
    },
    Setting {
        key: "s3_endpoint",
        default: "Amazon's of the region",
        about: "The address of the S3-compatible store, as https://s3.example.org.",
    },
    Setting { key: "s3_region", default: "us-east-1", about: "The region of the bucket." },
    Setting {
        key: "s3_key",
        default: "the machine's role",
        about: "The id of the access key for the bucket; s3_secret goes with it.",
    },
    Setting {
        key: "s3_secret",
        default: "the machine's role",
        about: "The secret of the access key; better in the environment than in the file.",
    },
    Setting { key: "upload_mb", default: "25", about: "The largest file people may upload, in megabytes, 1 to 1000." },
    Setting {
        key: "leave_share",
        default: "10",
        about: "Of a hundred people that OneRoster sets brought, how many may leave by one set without being allowed to, 0 to 100.",
    },
    Setting {
        key: "listen",
        default: "127.0.0.1:8080",
        about: "Address and port to serve on; port 0 takes a free one.",
    },
    Setting {
        key: "url",
        default: "http:// and the listen address",
        about: "The address people type, used in mail. When it begins with https://, cookies are sent over HTTPS only.",
    },
    Setting {
        key: "trust_proxy",
        default: "false",
        about: "true when a proxy in front sets X-Forwarded-For; limits on sign-in attempts then count the visitor, not the proxy.",
    },
    Setting { key: "mail_from", default: "klatsch@localhost", about: "The sender of mail." },
    Setting { key: "log", default: "klatsch=info,warn", about: "What is logged, as for RUST_LOG." },
    Setting { key: "log_json", default: "false", about: "true logs one JSON object a line." },
];

/// The settings of a run, read and checked.
#[derive(Debug, Clone)]
pub struct Config {
    /// The data folder.
    pub data: PathBuf,
    /// Where the database is.
    pub database: Where,
    /// Where uploads are kept.
    pub files: files::Where,
    /// The largest upload, in bytes.
    pub largest_upload: u64,
    /// Of a hundred people that OneRoster sets brought, how many may leave by one set.
    pub leave_share: u64,
    /// Where to serve.
    pub listen: SocketAddr,
    /// The address people type, without a slash at the end; `None` follows `listen`.
    pub url: Option<String>,
    /// Whether `X-Forwarded-For` is believed.
    pub trust_proxy: bool,
    /// The sender of mail.
    pub mail_from: String,
    /// Filter of the log.
    pub log: String,
    /// Whether the log is JSON.
    pub log_json: bool,
}

impl Config {
    /// These settings with the port that was really taken.
    #[must_use]
    pub fn listening_on(mut self, address: SocketAddr) -> Config {
        self.listen = address;
        self
    }
}

/// Settings by key, before they are checked. Later layers overwrite earlier ones.
#[derive(Debug, Default, Clone)]
pub struct Layers(BTreeMap<&'static str, String>);

/// A setting that cannot be used, in words that say what to do.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct BadSetting(String);

impl Layers {
    /// Adds a file. With `named`, it must be there; else a missing file is no file.
    pub fn file(&mut self, path: &Path, named: bool) -> Result<(), BadSetting> {
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && !named => return Ok(()),
            Err(error) => return Err(BadSetting(format!("{}: {error}", path.display()))),
        };
        let table: toml::Table =
            toml::from_str(&text).map_err(|error| BadSetting(format!("{}: {error}", path.display())))?;
        for (key, value) in table {
            let value = match value {
                toml::Value::String(text) => text,
                toml::Value::Boolean(yes) => yes.to_string(),
                toml::Value::Integer(number) => number.to_string(),
                _ => {
                    return Err(BadSetting(format!("{}: {key} must be a text, true or false", path.display())));
                }
            };
            self.set(&key, value, &path.display().to_string())?;
        }
        Ok(())
    }

    /// Adds the `KLATSCH_*` variables. Those of the tests (`KLATSCH_TEST_…`, `KLATSCH_NO_…`,
    /// `KLATSCH_QUERY_LOG`, `KLATSCH_CONFIG`) and the passphrase of a backup are not settings.
    pub fn environment(&mut self, variables: impl Iterator<Item = (String, String)>) -> Result<(), BadSetting> {
        for (name, value) in variables {
            let Some(key) = name.strip_prefix("KLATSCH_") else {
                continue;
            };
            if key.starts_with("TEST_")
                || key.starts_with("NO_")
                || matches!(key, "QUERY_LOG" | "CONFIG" | "PASSPHRASE")
            {
                continue;
            }
            self.set(&key.to_lowercase(), value, &name)?;
        }
        Ok(())
    }

    /// Sets one key; `origin` is named when the key is unknown.
    pub fn set(&mut self, key: &str, value: String, origin: &str) -> Result<(), BadSetting> {
        match SETTINGS.iter().find(|setting| setting.key == key) {
            Some(setting) => {
                self.0.insert(setting.key, value);
                Ok(())
            }
            None => {
                let nearest = SETTINGS
                    .iter()
                    .max_by(|a, b| strsim::jaro_winkler(a.key, key).total_cmp(&strsim::jaro_winkler(b.key, key)))
                    .map_or("data", |setting| setting.key);
                Err(BadSetting(format!("{origin}: there is no setting \"{key}\". Did you mean \"{nearest}\"?")))
            }
        }
    }

    /// Checks every value.
    pub fn check(&self) -> Result<Config, BadSetting> {
        let text = |key: &str| self.0.get(key).map(|value| value.trim()).filter(|value| !value.is_empty());
        let flag = |key: &str| match text(key) {
            None | Some("false" | "0" | "no") => Ok(false),
            Some("true" | "1" | "yes") => Ok(true),
            Some(other) => Err(BadSetting(format!("{key} is true or false, not \"{other}\""))),
        };
        let data = PathBuf::from(text("data").unwrap_or("klatsch-data"));
        let listen = text("listen").unwrap_or("127.0.0.1:8080");
        let url = match text("url") {
            None => None,
            Some(url) if url.starts_with("https://") || url.starts_with("http://") => {
                Some(url.trim_end_matches('/').to_owned())
            }
            Some(url) => {
                return Err(BadSetting(format!("url begins with https:// or http://, not \"{url}\"")));
            }
        };
        Ok(Config {
            database: Where::read(text("database"), &data).map_err(|why| BadSetting(format!("database: {why}")))?,
            files: files::Where::read(text("files"), &data, text).map_err(BadSetting)?,
            largest_upload: match text("upload_mb").unwrap_or("25").parse::<u64>() {
                Ok(megabytes @ 1..=1000) => megabytes * 1_000_000,
                _ => return Err(BadSetting("upload_mb is a whole number from 1 to 1000".to_owned())),
            },
            leave_share: match text("leave_share").unwrap_or("10").parse::<u64>() {
                Ok(share @ 0..=100) => share,
                _ => return Err(BadSetting("leave_share is a whole number from 0 to 100".to_owned())),
            },
            data,
            listen: listen.parse().map_err(|_| {
                BadSetting(format!("listen is an address and a port as 127.0.0.1:8080, not \"{listen}\""))
            })?,
            url,
            trust_proxy: flag("trust_proxy")?,
            mail_from: text("mail_from").unwrap_or("klatsch@localhost").to_owned(),
            log: text("log").unwrap_or("klatsch=info,warn").to_owned(),
            log_json: flag("log_json")?,
        })
    }
}

/// The settings reference as Markdown, printed from [`SETTINGS`].
pub fn reference() -> String {
    let mut page = String::from(
        "# Settings\n\nIn `klatsch.toml` by key, in the environment by name; the command line wins over the environment, \
         the environment over the file. An unknown key is refused.\n\n| key | environment | default | what it does |\n|---|---|---|---|\n",
    );
    for setting in SETTINGS {
        page.push_str(&format!(
            "| `{}` | `KLATSCH_{}` | {} | {} |\n",
            setting.key,
            setting.key.to_uppercase(),
            setting.default,
            setting.about
        ));
    }
    page
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn nothing_set_serves_sqlite_on_this_machine_only() {
        let config = Layers::default().check().unwrap();
        assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
        assert_eq!(config.database, Where::File("klatsch-data/klatsch.sqlite".into()));
    }

    #[test]
    fn an_unknown_key_is_refused_with_the_nearest_known_one() {
        let refused = Layers::default().set("databse", "x".into(), "klatsch.toml").unwrap_err().to_string();
        assert_eq!(refused, "klatsch.toml: there is no setting \"databse\". Did you mean \"database\"?");
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("klatsch.toml");
        std::fs::write(&file, "listen = \"127.0.0.1:1\"\nmail_from = \"a@b.example\"\n").unwrap();
        let mut layers = Layers::default();
        layers.file(&file, true).unwrap();
        layers
            .environment(
                [("KLATSCH_LISTEN".to_owned(), "127.0.0.1:2".to_owned()), ("HOME".into(), "/".into())].into_iter(),
            )
            .unwrap();
        let config = layers.check().unwrap();
        assert_eq!((config.listen.port(), config.mail_from.as_str()), (2, "a@b.example"));
    }

    #[test]
    fn a_wrong_value_says_what_is_expected() {
        let mut layers = Layers::default();
        layers.set("listen", "everywhere".into(), "--listen").unwrap();
        assert!(layers.check().unwrap_err().to_string().starts_with("listen is an address and a port"));
    }

    #[test]
    fn the_reference_in_docs_is_the_one_the_code_prints() {
        assert_eq!(include_str!("../docs/settings.md"), reference());
    }
}
