//! Values: the code of a minute, and seals on what a page hands back.
//!
//! Both are HMAC-SHA-256 (RFC 2104) under a secret of the gathering. The code is made of it as RFC 4226
//! section 5.3 makes one of SHA-1: the last four bits say where 31 bits are taken, of which the last six
//! decimal digits are the code.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::clock::Instant;

/// How long a code is shown, in seconds.
pub const SHOWN: i64 = 60;

/// The code of a gathering, as the projector shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// Six digits.
    pub digits: String,
    /// When another takes its place.
    pub until: Instant,
}

impl Code {
    /// The code in two groups, as people read it out: `482 913`.
    pub fn grouped(&self) -> String {
        let (first, second) = self.digits.split_at_checked(3).unwrap_or((&self.digits, ""));
        format!("{first}\u{a0}{second}")
    }
}

/// The minutes since 1970 that a code stands for.
fn window(now: Instant) -> i64 {
    now.0.div_euclid(SHOWN * 1_000_000)
}

/// The code of this minute.
pub fn of(secret: &[u8], now: Instant) -> Code {
    let window = window(now);
    Code { digits: digits(secret, window), until: Instant((window + 1).saturating_mul(SHOWN * 1_000_000)) }
}

/// Whether these six digits are the code of this minute or of the one before, compared in constant time.
pub fn is_good(secret: &[u8], typed: &str, now: Instant) -> bool {
    let window = window(now);
    let same = |window| digits(secret, window).as_bytes().ct_eq(typed.as_bytes());
    bool::from(same(window) | same(window - 1))
}

/// What was typed, without the gaps people type: `482 913` is `482913`; `None` when it can be no code.
pub fn read(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect();
    (digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

fn digits(secret: &[u8], window: i64) -> String {
    let mac = mac(secret, b"code", &window.to_be_bytes());
    let at = usize::from(mac.last().copied().unwrap_or_default() & 15);
    let taken = mac.iter().skip(at).take(4).fold(0_u32, |number, byte| (number << 8) | u32::from(*byte));
    format!("{:06}", (taken & 0x7fff_ffff) % 1_000_000)
}

fn mac(secret: &[u8], purpose: &[u8], about: &[u8]) -> Vec<u8> {
    // A key of any length will do (RFC 2104 section 2), so this cannot fail.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else { return Vec::new() };
    mac.update(purpose);
    mac.update(&[0]);
    mac.update(about);
    mac.finalize().into_bytes().to_vec()
}

/// A seal on a text: whoever brings both had the text from us.
pub fn seal(secret: &[u8], purpose: &'static str, about: &str) -> String {
    mac(secret, purpose.as_bytes(), about.as_bytes()).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a seal is ours, compared in constant time.
pub fn is_sealed(secret: &[u8], purpose: &'static str, about: &str, seal_: &str) -> bool {
    seal(secret, purpose, about).as_bytes().ct_eq(seal_.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const NOON: Instant = Instant(1_768_420_800_000_000);

    #[test]
    fn a_code_is_good_for_its_minute_and_the_next() {
        let secret = [7; 32];
        let code = of(&secret, NOON.plus_seconds(59));
        assert_eq!(code.until, NOON.plus_seconds(60));
        for (seconds, good) in [(-1, false), (0, true), (59, true), (60, true), (119, true), (120, false)] {
            assert_eq!(is_good(&secret, &code.digits, NOON.plus_seconds(seconds)), good, "after {seconds} seconds");
        }
        assert!(!is_good(&[8; 32], &code.digits, NOON), "of another gathering");
        assert!(!is_good(&secret, "", NOON));
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        assert_eq!(read(" 482 913 ").unwrap(), "482913");
        assert_eq!(read("482-913\u{a0}").unwrap(), "482913");
        for typed in ["48291", "4829130", "48291a", "", "４８２９１３"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn codes_do_not_repeat_each_other() {
        let codes: std::collections::BTreeSet<_> = (0..1000).map(|window| digits(&[7; 32], window)).collect();
        assert!(codes.len() > 990, "{}", codes.len());
        assert!(codes.iter().all(|code| code.len() == 6));
    }

    #[test]
    fn a_seal_is_for_one_purpose_and_one_text() {
        let seal = seal(&[7; 32], "pass", "a");
        assert!(is_sealed(&[7; 32], "pass", "a", &seal));
        for (secret, purpose, about) in [([8; 32], "pass", "a"), ([7; 32], "undo", "a"), ([7; 32], "pass", "b")] {
            assert!(!is_sealed(&secret, purpose, about, &seal));
        }
    }
}
