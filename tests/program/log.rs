//! No secret is ever in the log, however much is logged.

use std::path::Path;
use std::time::{Duration, Instant};

use super::house::House;

/// The text of the newest letter in the folder, its lines joined again (quoted-printable, RFC 2045
/// section 6.7).
fn letter(folder: &Path, number: usize) -> String {
    let patience = Instant::now();
    loop {
        let mut files: Vec<_> = std::fs::read_dir(folder.join("klatsch-data/mail"))
            .into_iter()
            .flatten()
            .map(|file| file.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "eml"))
            .collect();
        files.sort();
        if let Some(file) = files.get(number) {
            let text = std::fs::read_to_string(file).unwrap();
            if text.contains("/sign-in/") {
                return text.replace("=\r\n", "").replace("=3D", "=");
            }
        }
        assert!(patience.elapsed() < Duration::from_secs(20), "no letter came");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// The first 43 characters of base64url after a mark: a secret.
fn secret_after<'text>(mark: &str, text: &'text str) -> &'text str {
    let rest = text.split_once(mark).unwrap_or_else(|| panic!("no {mark} in {text}")).1;
    let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-' && letter != '_');
    let secret = &rest[..end.unwrap_or(rest.len())];
    assert_eq!(secret.len(), 43, "{secret}");
    secret
}

#[test]
fn no_secret_is_in_the_log_however_much_is_logged() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    super::init(folder);
    let mut secrets = Vec::new();
    let mut house = House::open(folder, &[("KLATSCH_LOG", "trace"), ("RUST_BACKTRACE", "1")]);
    let mut logs = String::new();
    for round in 0..2 {
        // The whole way: a link asked for, looked at, used, used again; a password; a key.
        assert_eq!(house.post("/sign-in", "", "email=wren%40sample.example&next=%2Faccount").status, 200);
        let letter = letter(folder, round);
        let link = secret_after("/sign-in/", &letter).to_owned();
        assert_eq!(house.get(&format!("/sign-in/{link}"), "").status, 200);
        let answer = house.post(&format!("/sign-in/{link}"), "", "");
        assert_eq!(answer.status, 303, "{}", answer.text);
        let session = secret_after("klatsch=", answer.header("set-cookie").unwrap()).to_owned();
        assert_eq!(house.post(&format!("/sign-in/{link}"), "", "").status, 410);
        let cookie = format!("cookie: klatsch={session}\r\n");
        assert_eq!(house.get("/account", &cookie).status, 200);
        let password = format!("correct-horse-{round}-battery");
        let old = format!("correct-horse-{}-battery", round.wrapping_sub(1) as u8);
        let answer = house.post("/account/password", &cookie, &format!("password={password}&old={old}"));
        assert_eq!(answer.status, 303, "{}", answer.text);
        let answer = house.post("/account/tokens", &cookie, "token_name=sheet&scope=write&days=9");
        let key = secret_after("<code class=\"token\">", &answer.text).to_owned();
        let bearer = format!("authorization: Bearer {key}\r\n");
        assert_eq!(house.get("/api/v1/people", &bearer).status, 200);
        // What goes wrong is logged the more readily.
        assert_eq!(house.get("/api/v1/people", &format!("authorization: Bearer {key}x\r\n")).status, 401);
        assert_eq!(
            house.post("/sign-in", "", &format!("email=wren%40sample.example&password={password}x")).status,
            422
        );
        let answer = house.post("/sign-in", "", &format!("email=wren%40sample.example&password={password}"));
        let again = secret_after("klatsch=", answer.header("set-cookie").unwrap()).to_owned();
        assert_eq!(house.post("/account/password", &cookie, &format!("old={password}&password=x")).status, 422);
        secrets.extend([link, session, password, key, again]);
        // The second round logs as JSON.
        if round == 0 {
            logs += &house.close();
            house = House::open(folder, &[("KLATSCH_LOG", "trace"), ("KLATSCH_LOG_JSON", "true")]);
        }
    }
    let key = secrets[8].clone();
    house.get(&format!("/sign-in/{key}"), &format!("cookie: klatsch={key}\r\nauthorization: Bearer {key}\r\n"));
    logs += &house.close();
    assert!(logs.contains("DEBUG") && logs.lines().count() > 100, "little was logged: {logs}");
    for secret in secrets {
        let line = logs.lines().find(|line| line.contains(&secret));
        assert_eq!(line, None, "a secret is in the log");
        let encoded = secret.replace('-', "%2D").replace('_', "%5F");
        assert!(!logs.contains(&encoded));
    }
}
