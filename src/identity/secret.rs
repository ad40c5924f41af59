//! Secrets: 256 random bits, shown once as 43 characters of base64url; kept as SHA-256.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::clock::{Chance, NoRandomness};

/// A secret on its way to a person. It is never logged: there is no `Debug` of its text.
pub struct Secret(String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Secret")
    }
}

impl Secret {
    /// A new one.
    pub fn new(chance: Chance) -> Result<Secret, NoRandomness> {
        Ok(Secret(URL_SAFE_NO_PAD.encode(chance.bytes::<32>()?)))
    }

    /// Its text, for the one place that shows it.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What the database keeps of it.
    pub fn digest(&self) -> Vec<u8> {
        digest(&self.0)
    }
}

/// What the database would keep of a text someone sent. It is looked up by this digest, so that no
/// comparison of secrets leaks its progress in time.
pub fn digest(text: &str) -> Vec<u8> {
    Sha256::digest(text.as_bytes()).to_vec()
}
