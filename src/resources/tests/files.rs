//! Adding photos and files.

use std::io::Cursor;

use each_engine::each_engine;
use image::{GenericImageView, ImageReader};

use super::lunch;
use crate::gatherings::{Audience, NewSeries};
use crate::people::Role;
use crate::testing::{TestApp, World, photo, picture};

fn opened(bytes: &[u8]) -> image::DynamicImage {
    ImageReader::new(Cursor::new(bytes)).with_guessed_format().unwrap().decode().unwrap()
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[each_engine]
async fn a_photo_loses_where_it_was_taken_and_stands_upright(app: TestApp) {
    let lunch = lunch(&app).await;
    let taken = photo(1200, 800);
    assert!(
        holds(&taken, b"Exif") && holds(&taken, b"Sample Maker"),
        "the photo of this story tells where it was taken"
    );
    let page = lunch
        .mina
        .upload(&format!("/topics/{}/files", lunch.topic), &[("caption", "The wall")], ("IMG_1.JPG", &taken))
        .await;
    page.is(200).shows("The file is there.").shows("The wall");
    let href = page.attributes(".kept-picture", "href")[0].clone();
    let whole = lunch.mina.get(&href).await;
    assert_eq!(whole.headers["content-type"], "image/jpeg");
    assert_eq!(whole.headers["content-disposition"], "inline; filename=\"IMG_1.jpg\"; filename*=UTF-8''IMG_1.jpg");
    assert_eq!(whole.headers["content-security-policy"], "default-src 'none'; sandbox; frame-ancestors 'none'");
    assert_eq!(whole.headers["x-content-type-options"], "nosniff");
    assert!(!holds(&whole.bytes, b"Exif") && !holds(&whole.bytes, b"Sample Maker"), "told where it was taken");
    // Orientation 6: what was at the left is above. Red was above, so it is at the right now.
    let drawn = opened(&whole.bytes);
    assert_eq!(drawn.dimensions(), (800, 1200));
    assert!(drawn.get_pixel(780, 600)[0] > 150 && drawn.get_pixel(20, 600)[2] > 150, "turned the wrong way");
    let small = lunch.mina.get(&format!("{href}/small")).await;
    assert_eq!(opened(&small.bytes).dimensions(), (320, 480));
    assert!(small.bytes.len() < 40_000 && !holds(&small.bytes, b"Exif"));
    assert_eq!(page.attributes(".kept-picture img", "width"), ["320"]);
    // Only what was drawn anew is kept.
    assert_eq!(app.files.list().await.unwrap().len(), 2);
    assert_eq!(std::fs::read_dir(app.folder().join("arriving")).unwrap().count(), 0);
}

#[each_engine]
async fn other_files_are_saved_rather_than_shown(app: TestApp) {
    let lunch = lunch(&app).await;
    let to = format!("/gatherings/{}/files", lunch.gathering.id);
    let page = lunch.host.upload(&to, &[], ("Plan d’été.pdf", b"%PDF-1.7\nplan")).await;
    page.is(200).shows("Plan d’été").shows("PDF, 1 kB");
    let href = page.attributes(".kept-link", "href")[0].clone();
    let file = lunch.mina.get(&href).await;
    assert_eq!(&file.bytes[..], b"%PDF-1.7\nplan");
    assert_eq!(file.headers["content-type"], "application/pdf");
    let disposition = file.headers["content-disposition"].to_str().unwrap();
    assert_eq!(
        disposition,
        "attachment; filename=\"Plan d__t_.pdf\"; filename*=UTF-8''Plan%20d%E2%80%99%C3%A9t%C3%A9.pdf"
    );
    lunch.mina.try_get(&format!("{href}/small")).await.is(404);
}

#[each_engine]
async fn a_file_that_lies_or_acts_is_refused_with_a_word(app: TestApp) {
    let lunch = lunch(&app).await;
    let to = format!("/topics/{}/files", lunch.topic);
    let cut = &photo(40, 30)[..300];
    for (name, content, told) in [
        ("holiday.jpg", &b"%PDF-1.7"[..], "ends in .jpg, but it holds something else (.pdf)"),
        ("plan.pdf", &picture(), "ends in .pdf, but it holds something else (.png)"),
        ("page.html", b"<!doctype html><script>x</script>", "no kind of file that can be kept here"),
        ("page.txt", b"<html><script>x</script>", "no kind of file that can be kept here"),
        ("cup.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>", "no kind of file that can be kept here"),
        ("notes.exe", b"Just words", "ends in .exe, but it holds something else (.txt)"),
        ("tool.exe", b"MZ\x90\x00\x03\x00\x00\x00", "no kind of file that can be kept here"),
        ("broken.jpg", cut, "This picture cannot be read"),
        ("empty.txt", b"", "Choose a file first."),
    ] {
        let page = lunch.mina.upload(&to, &[("caption", "Look at this")], (name, content)).await;
        page.is(422).shows(told);
        assert_eq!(page.value("caption"), "Look at this", "{name}");
    }
    assert!(app.files.list().await.unwrap().is_empty());
    // A picture with a page behind it is drawn anew, without the page.
    let polyglot = [picture(), b"<script>alert(1)</script>".to_vec()].concat();
    let page = lunch.mina.upload(&to, &[], ("cup.png", &polyglot)).await;
    let kept = lunch.mina.get(&page.attributes(".kept-picture", "href")[0]).await;
    assert!(!holds(&kept.bytes, b"script"));
}

#[each_engine]
async fn a_picture_of_too_many_pixels_is_not_opened(app: TestApp) {
    let lunch = lunch(&app).await;
    // A PNG that says it is 20000 by 20000: its head, with the right checksum.
    let mut bomb = picture();
    bomb.splice(16..24, [0, 0, 0x4e, 0x20, 0, 0, 0x4e, 0x20]);
    let sum = crc(&bomb[12..29]);
    bomb.splice(29..33, sum.to_be_bytes());
    let page = lunch.mina.upload(&format!("/topics/{}/files", lunch.topic), &[], ("bomb.png", &bomb)).await;
    page.is(422).shows("more than 50 million pixels");
}

/// The checksum of PNG (section D).
fn crc(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
        }
    }
    !sum
}

#[each_engine]
async fn a_file_that_is_too_large_is_told_politely(app: TestApp) {
    let lunch = lunch(&app).await;
    let large = [b"%PDF-1.7".to_vec(), vec![b' '; 25_000_000]].concat();
    let page =
        lunch.mina.upload(&format!("/topics/{}/files", lunch.topic), &[("caption", "Big")], ("big.pdf", &large)).await;
    page.is(422).shows("This file is larger than 25 MB.");
    assert_eq!(page.value("caption"), "Big");
    let fits =
        lunch.mina.upload(&format!("/topics/{}/files", lunch.topic), &[], ("big.pdf", &large[..9_000_000])).await;
    let whole = lunch.mina.get(&fits.attributes(".kept-link", "href")[0]).await;
    assert_eq!(whole.bytes.len(), 9_000_000);
}

#[each_engine]
async fn a_stranger_finds_no_file_and_nobody_finds_one_that_was_removed(app: TestApp) {
    let world = World::make(&app).await;
    let file = format!("/resources/{}", world.names["resource"]);
    world.stranger.try_get(&file).await.is(404);
    world.stranger.try_get(&format!("{file}/small")).await.is(404);
    let other = app.program(world.stranger.id()).await;
    other.get(&format!("/api/v1{file}/content")).await.is(404);
    let api = app.program(world.member.id()).await;
    api.get(&format!("/api/v1{file}/content")).await.is(200);
    let again = world.host.get(&file).await;
    assert_eq!(again.headers["cache-control"], "private, no-cache", "asked for each time");
    world.member.post(&format!("{file}/remove"), &[]).await.shows("Removed.");
    let mut new = app.new_series(world.host.id());
    new = NewSeries { audience: Audience::Public, ..new };
    let series = app.found(new).await;
    let gathering = app.gathering_on(series, "2026-01-21").await;
    let page = world.host.upload(&format!("/gatherings/{}/files", gathering.id), &[], ("wall.png", &picture())).await;
    let public = page.attributes(".kept-picture", "href")[0].clone();
    app.visitor().get(&public).await;
    world.host.post(&format!("{public}/remove"), &[]).await;
    app.visitor().try_get(&public).await.is(404);
    // A month later it is gone for good, and a day after that its objects too.
    app.at("2026-03-20T12:00");
    crate::resources::sweep::sweep((*app).clone()).await.unwrap();
    app.sign_in(world.host.id()).await.try_get(&public).await.is(404);
    let mut db = app.read().await.unwrap();
    assert!(crate::files::all(&mut db).await.unwrap().is_empty());
}

#[each_engine]
async fn a_program_adds_a_file_too(app: TestApp) {
    let lunch = lunch(&app).await;
    let nobody = app.member("Sam Reader", &[Role::Teacher]).await;
    let refused = nobody.upload(&format!("/topics/{}/files", lunch.topic), &[], ("a.png", &picture())).await;
    refused.is(403);
    for of in [format!("topics/{}", lunch.topic), format!("gatherings/{}", lunch.gathering.id)] {
        let added = lunch.host.upload(&format!("/api/v1/{of}/files"), &[("caption", "A")], ("a.png", &picture())).await;
        added.is(201);
        let body: serde_json::Value = serde_json::from_str(&added.html).unwrap();
        assert_eq!(
            (&body["title"], &body["media"], &body["name"]),
            (&"A".into(), &"image/png".into(), &"a.png".into())
        );
    }
}
