//! Value: what a browser is, read from what it called itself (`User-Agent`, RFC 9110, section 10.1.5).
//!
//! Only so much that a person recognises their own: "Safari, iPhone". Browsers call themselves by
//! each other's names, so the more particular name comes first.

const NAMES: [(&str, &str); 7] = [
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrom", "Chrome"),
    ("Safari/", "Safari"),
];

const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "Chromebook"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
];

/// Name and system, as far as they are known; else the first words it said.
pub fn told(said: &str) -> String {
    let known =
        |names: &[(&str, &'static str)]| names.iter().find(|(mark, _)| said.contains(mark)).map(|(_, name)| *name);
    match (known(&NAMES), known(&SYSTEMS)) {
        (Some(name), Some(system)) => format!("{name}, {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => said.chars().take(40).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn a_browser_is_told_in_words() {
        let chrome =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
        assert_eq!(told(chrome), "Chrome, Linux");
        assert_eq!(told(&format!("{chrome} Edg/140.0")), "Edge, Linux");
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1";
        assert_eq!(told(phone), "Safari, iPhone");
        assert_eq!(told("Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0"), "Firefox, Windows");
        assert_eq!(told("curl/8.0"), "curl/8.0");
    }
}
