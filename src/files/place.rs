//! Where files are kept, as the settings say.

use std::fmt;
use std::path::{Path, PathBuf};

/// Where files are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Where {
    /// A folder.
    Folder(PathBuf),
    /// A bucket of an S3-compatible store.
    S3 {
        /// The bucket.
        bucket: String,
        /// What every name begins with; may be empty.
        prefix: String,
        /// The store's address; `None` is Amazon's of the region.
        endpoint: Option<String>,
        /// The region.
        region: String,
        /// The access key's id; `None` asks the machine's role.
        key: Option<String>,
        /// Its secret.
        secret: Option<Secret>,
    },
}

/// A text that no log and no debug output shows.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Of a text.
    pub fn new(text: impl Into<String>) -> Secret {
        Secret(text.into())
    }

    /// The text, for whoever must have it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("(secret)")
    }
}

impl Where {
    /// Reads a folder, `s3://bucket/prefix`, or nothing (then `files` in the data folder). `setting`
    /// gives the value of `s3_endpoint`, `s3_region`, `s3_key` and `s3_secret`.
    ///
    /// # Errors
    /// A sentence that says what is missing.
    pub fn read<'a>(
        place: Option<&str>,
        data: &Path,
        setting: impl Fn(&str) -> Option<&'a str>,
    ) -> Result<Where, String> {
        let Some(place) = place else {
            return Ok(Where::Folder(data.join("files")));
        };
        let Some(rest) = place.strip_prefix("s3://") else {
            if place.contains("://") {
                return Err(format!("files is a folder or begins with s3://, not \"{place}\""));
            }
            return Ok(Where::Folder(PathBuf::from(place)));
        };
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        if bucket.is_empty() {
            return Err("files names a bucket, as s3://bucket/prefix".to_owned());
        }
        let endpoint = setting("s3_endpoint").map(|endpoint| endpoint.trim_end_matches('/').to_owned());
        if let Some(endpoint) = &endpoint
            && !endpoint.starts_with("https://")
            && !endpoint.starts_with("http://")
        {
            return Err(format!("s3_endpoint begins with https:// or http://, not \"{endpoint}\""));
        }
        let (key, secret) = (setting("s3_key"), setting("s3_secret"));
        if key.is_some() != secret.is_some() {
            return Err("s3_key and s3_secret go together".to_owned());
        }
        Ok(Where::S3 {
            bucket: bucket.to_owned(),
            prefix: prefix.trim_matches('/').to_owned(),
            endpoint,
            region: setting("s3_region").unwrap_or("us-east-1").to_owned(),
            key: key.map(ToOwned::to_owned),
            secret: secret.map(Secret::new),
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(place: Option<&str>, settings: &[(&'static str, &'static str)]) -> Result<Where, String> {
        let settings = settings.to_vec();
        Where::read(place, Path::new("data"), |key| {
            settings.iter().find(|(name, _)| *name == key).map(|(_, value)| *value)
        })
    }

    #[test]
    fn files_are_in_the_data_folder_unless_said_otherwise() {
        assert_eq!(read(None, &[]).unwrap(), Where::Folder("data/files".into()));
        assert_eq!(read(Some("/srv/files"), &[]).unwrap(), Where::Folder("/srv/files".into()));
    }

    #[test]
    fn a_bucket_needs_its_keys_together_and_shows_no_secret() {
        let pair = [("s3_key", "who"), ("s3_secret", "hush"), ("s3_endpoint", "http://127.0.0.1:9/")];
        let place = read(Some("s3://klatsch/a/b/"), &pair).unwrap();
        assert!(!format!("{place:?}").contains("hush"));
        let Where::S3 { bucket, prefix, endpoint, region, .. } = place else { unreachable!() };
        assert_eq!((&*bucket, &*prefix, &*region), ("klatsch", "a/b", "us-east-1"));
        assert_eq!(endpoint.unwrap(), "http://127.0.0.1:9");
        assert!(read(Some("s3://klatsch"), &[("s3_key", "who")]).unwrap_err().contains("go together"));
        assert!(read(Some("s3:///a"), &[]).unwrap_err().contains("bucket"));
        assert!(read(Some("ftp://a"), &[]).unwrap_err().contains("s3://"));
    }
}
