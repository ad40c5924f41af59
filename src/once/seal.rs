//! Values: the seal on what is kept of a form's answer.
//!
//! An answer may hold what is kept nowhere else but as a digest, such as the address at which somebody without an
//! account finds their answers. So what a form was answered is sealed with a key made of the form itself, which is not
//! kept and cannot be guessed: it holds a random number of its own. Whoever has the database has no form to open it with;
//! whoever posts the same form again has.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use chacha20poly1305::aead::{Aead as _, KeyInit as _};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use sha2::{Digest, Sha256};

/// A key to what one form was answered. ChaCha20-Poly1305 (RFC 8439) with no nonce: a key seals one text.
#[derive(Clone)]
pub struct Seal([u8; 32]);

impl std::fmt::Debug for Seal {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Seal")
    }
}

impl Seal {
    /// The seal of a form, of all that makes it what it is.
    pub fn of(parts: &[&[u8]]) -> Seal {
        let digest = Sha256::new().chain_update(b"what a form was answered\n");
        Seal(parts.iter().fold(digest, |digest, part| digest.chain_update(part)).finalize().into())
    }

    /// A text that only this seal opens.
    pub fn close(&self, text: &str) -> Option<String> {
        let sealed = self.cipher().encrypt(&Nonce::default(), text.as_bytes()).ok()?;
        Some(STANDARD_NO_PAD.encode(sealed))
    }

    /// The text that was sealed; none when it was not, or by another.
    pub fn open(&self, sealed: &str) -> Option<String> {
        let sealed = STANDARD_NO_PAD.decode(sealed).ok()?;
        String::from_utf8(self.cipher().decrypt(&Nonce::default(), sealed.as_slice()).ok()?).ok()
    }

    fn cipher(&self) -> ChaCha20Poly1305 {
        ChaCha20Poly1305::new(&self.0.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_for_the_same_form_alone() {
        let seal = Seal::of(&[b"once=1", b"&name=x"]);
        let sealed = seal.close("/welcome/kept/secret").unwrap_or_default();
        assert!(!sealed.is_empty() && !sealed.contains("secret"));
        assert_eq!(Seal::of(&[b"once=1&name=x"]).open(&sealed).as_deref(), Some("/welcome/kept/secret"));
        assert_eq!(Seal::of(&[b"once=2&name=x"]).open(&sealed), None);
        assert_eq!(seal.open("plain"), None);
    }
}
