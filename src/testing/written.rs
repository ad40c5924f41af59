//! What people write leaves the house in letters, calendars and sheets, and is only words there, too.

use each_engine::each_engine;

use super::TestApp;
use crate::gatherings::{Audience, NewSeries};
use crate::people::Role;

const NAME: &str = "=cmd|'/c calc'!A0 \"Eve\" <eve@evil.example>, eve2@evil.example\r\nBcc: eve3@evil.example";
const TITLE: &str =
    "=HYPERLINK(\"http://evil.example\";1)\r\nEND:VEVENT\r\nATTENDEE:mailto:eve@evil.example\u{2028}\u{85}BEGIN:VEVENT";

#[each_engine]
async fn what_people_write_breaks_no_letter_calendar_or_sheet(app: TestApp) {
    let host = app.member("Hana Host", &[Role::TeacherLibrarian]).await;
    // Past the forms, which take no line breaks in a name: as an import or an old database might hold it.
    let eve = app.person(NAME, &[Role::Teacher]).await;
    let new = NewSeries {
        title: TITLE.to_owned(),
        about: format!("{TITLE}\r\n{TITLE}"),
        audience: Audience::Public,
        ..app.new_series(host.id())
    };
    let series = app.found(new).await;
    let gathering = app.gathering_on(series, "2026-01-14").await;

    for path in [format!("/series/{series}/calendar.ics"), format!("/gatherings/{}/calendar.ics", gathering.id)] {
        let calendar = host.get(&path).await.html;
        let lines: Vec<&str> = calendar.split("\r\n").collect();
        let begun = lines.iter().filter(|line| line.starts_with("BEGIN:VEVENT")).count();
        assert_eq!(begun, if path.contains("/series/") { 10 } else { 1 }, "{calendar}");
        assert!(!lines.iter().any(|line| line.starts_with("ATTENDEE") || line.contains(['\r', '\n', '\u{85}'])));
    }

    app.at("2026-01-14T12:10");
    let mark = [("person", eve.to_string()), ("mark", "came".to_owned())];
    let mark: Vec<(&str, &str)> = mark.iter().map(|(name, value)| (*name, value.as_str())).collect();
    host.post(&format!("/gatherings/{}/attendance", gathering.id), &mark).await.is(200);
    let sheet = host.get(&format!("/series/{series}/attendance.csv")).await.html;
    let rows = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(sheet.as_bytes()).into_records();
    let cells: Vec<String> = rows.flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect();
    assert!(cells.iter().any(|cell| cell.contains("calc")), "{sheet}");
    let formulas: Vec<_> = cells.iter().filter(|cell| cell.starts_with(['=', '+', '-', '@', '\t', '\r'])).collect();
    assert!(formulas.is_empty(), "{formulas:?}");

    let email = crate::people::person(&mut app.read().await.unwrap(), eve).await.unwrap().unwrap().email;
    app.visitor().post("/sign-in", &[("email", &email)]).await;
    crate::jobs::run_due(&app).await.unwrap();
    let mail = std::fs::read_dir(app.folder().join("mail")).unwrap();
    let letters: Vec<_> = mail
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "eml"))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .filter(|letter| letter.contains("/sign-in/"))
        .collect();
    assert_eq!(letters.len(), 1, "one letter with the link");
    let head = letters[0].split("\r\n\r\n").next().unwrap().replace("\r\n ", " ");
    let to: Vec<_> = head.lines().filter(|line| line.to_lowercase().starts_with("to:")).collect();
    assert_eq!(to.len(), 1, "{head}");
    assert!(to[0].ends_with(&format!("<{email}>")) && !to[0].contains("<eve@"), "{}", to[0]);
    assert!(!head.lines().any(|line| line.to_lowercase().starts_with("bcc")), "{head}");
}
