//! Uploads in a bucket: the program, told so by its settings, and a server that speaks the protocol.
//! `cargo xtask test` starts one and says where in `KLATSCH_TEST_S3`; it has a bucket `klatsch`.

use std::path::Path;

use super::api;
use super::house::House;

/// How `cargo xtask test` knows what needs the server.
#[test]
fn on_s3_an_upload_is_kept_shown_removed_backed_up_and_checked() {
    let server =
        std::env::var("KLATSCH_TEST_S3").unwrap_or_else(|_| panic!("KLATSCH_TEST_S3: `cargo xtask test` sets it up"));
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    settings(folder, &server, "first");
    super::init(folder);
    let key = api::key(folder);
    let house = House::open(folder, &[]);
    let gathering = api::gathering(&house, &key, "district");
    let public = api::gathering(&house, &key, "public");

    // A picture is drawn anew, with a small one beside it.
    let answer = api::upload(&house, &key, &public, "cup.png", &picture());
    assert_eq!(answer.status, 201, "{}", answer.text);
    let picture = api::body(&answer)["id"].as_str().unwrap().to_owned();
    // Larger than one part of a multipart upload.
    let text = "What was said, at length. ".repeat(250_000);
    let answer = api::upload(&house, &key, &gathering, "minutes.txt", text.as_bytes());
    assert_eq!(answer.status, 201, "{}", answer.text);
    let minutes = api::body(&answer)["id"].as_str().unwrap().to_owned();
    assert!(!folder.join("klatsch-data/files").exists(), "nothing of it is in the data folder");

    // A page is for browsers, which have no key.
    let small = house.get(&format!("/resources/{picture}/small"), "");
    assert_eq!((small.status, small.header("content-type")), (200, Some("image/jpeg")), "{}", small.text);
    let content = api::get(&house, &key, &format!("/api/v1/resources/{minutes}/content"));
    assert!(content.status == 200 && content.text.ends_with(&text));
    assert_eq!(content.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(content.header("content-security-policy"), Some("default-src 'none'; sandbox; frame-ancestors 'none'"));
    assert!(content.header("content-disposition").unwrap().starts_with("attachment; filename=\"minutes.txt\""));
    let stranger = house.get(&format!("/api/v1/resources/{minutes}/content"), "");
    assert!(stranger.status != 200 && !stranger.text.contains("at length"), "{}", stranger.status);

    super::works(folder, &["check", "--deep"]);
    super::works(folder, &["backup", "whole.backup"]);
    let removed = house.send(&format!(
        "DELETE /api/v1/resources/{picture} HTTP/1.1\r\nhost: klatsch\r\nconnection: close\r\nauthorization: Bearer {key}\r\n\r\n"
    ));
    assert_eq!(removed.status, 204, "{}", removed.text);
    // Who may put it back sees it still; nobody else does.
    assert_eq!(house.get(&format!("/resources/{picture}/small"), "").status, 404);
    house.close();

    // Into another place of the same store.
    let other = tempfile::tempdir().unwrap();
    let other = other.path();
    settings(other, &server, "second");
    super::works(other, &["restore", folder.join("whole.backup").to_str().unwrap()]);
    super::works(other, &["check", "--deep"]);
    let house = House::open(other, &[]);
    assert_eq!(house.get(&format!("/resources/{picture}/small"), "").status, 200);
    assert!(api::get(&house, &key, &format!("/api/v1/resources/{minutes}/content")).text.ends_with(&text));
    house.close();

    // A store that is not there is told by its check, and named.
    settings(other, "http://127.0.0.1:9", "second");
    let check = super::klatsch(other, &["check"]);
    assert_eq!(check.status.code(), Some(1), "{}", super::out(&check));
}

fn settings(folder: &Path, server: &str, prefix: &str) {
    let prefix = format!("{prefix}-{}", std::process::id());
    let text = format!(
        "files = \"s3://klatsch/{prefix}\"\ns3_endpoint = \"{server}\"\ns3_key = \"story\"\ns3_secret = \"a long secret\"\n"
    );
    std::fs::write(folder.join("klatsch.toml"), text).unwrap();
}

/// A picture of 600 by 400 pixels.
fn picture() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let drawn = image::RgbImage::from_fn(600, 400, |x, y| image::Rgb([(x % 256) as u8, (y % 256) as u8, 90]));
    drawn.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}
