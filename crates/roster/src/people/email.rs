//! Whether an e-mail address can be one.

/// What is wrong with an e-mail address, if anything, to end a sentence that names it.
///
/// This is plain sanity: one @, a local part of RFC 5322's dot-atom, a host name with a
/// dot, and the lengths of RFC 5321 section 4.5.3.1. Quoted local parts, comments and
/// addresses at bare IP numbers are legal mail and nobody's work address.
pub fn email_fault(email: &str) -> Option<&'static str> {
    if email.len() > 254 {
        return Some("is longer than 254 characters");
    }
    if email.contains([' ', ',', ';', '<', '>']) {
        return Some("must be one address and nothing else");
    }
    let Some((local, host)) = email.split_once('@') else {
        return Some("has no @");
    };
    if host.contains('@') {
        return Some("has more than one @");
    }
    let atom = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte))
    };
    if local.len() > 64 || !local.split('.').all(atom) {
        return Some("is not right before the @");
    }
    let label = |part: &str| {
        !part.is_empty()
            && part.len() <= 63
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    if !host.contains('.') || !host.split('.').all(label) {
        return Some("is not right after the @");
    }
    None
}
