//! Stories of sets that are taken over.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use each_engine::each_engine;

use super::import::{find, take as take_over};
use super::{Report, Wish, import};
use crate::people::{self, Person, Role};
use crate::testing::TestApp;

pub const ORGS: &str = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n\
    d,,,Sample District,district,,\ns1,,,Sample Elementary,school,1,d\ns2,,,Sample Middle,school,2,d\n";
const MANIFEST: &str =
    "propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\nfile.orgs,bulk\nfile.users,bulk\n";

/// A user of 1.1: identifier, given name, role, school.
type Row<'a> = (&'a str, &'a str, &'a str, &'a str);

const MIRA: Row<'_> = ("t1", "Mira", "teacher", "s1");
const ASH: Row<'_> = ("t2", "Ash", "administrator", "s2");
const SOL: Row<'_> = ("t3", "Sol", "aide", "s2");
const IVY: Row<'_> = ("k1", "Ivy", "student", "s1");

fn users(rows: &[Row<'_>]) -> String {
    let header = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,\
                  middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n";
    let rows = rows.iter().map(|(id, name, role, org)| {
        format!("{id},,,true,{org},{role},{id},,{name},Sample,,,{id}@sample.example,,,,,\n")
    });
    format!("{header}{}", rows.collect::<String>())
}

/// Reads a set of these users from a folder of the story.
fn set(app: &TestApp, rows: &[Row<'_>]) -> oneroster::Set {
    let folder = app.folder().join("set");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("manifest.csv"), MANIFEST).unwrap();
    std::fs::write(folder.join("orgs.csv"), ORGS).unwrap();
    std::fs::write(folder.join("users.csv"), users(rows)).unwrap();
    oneroster::read(&folder)
}

async fn take(app: &TestApp, rows: &[Row<'_>], dry_run: bool, leave_share: u64) -> Report {
    import(app, set(app, rows), Wish { dry_run, leave_share }).await.unwrap()
}

async fn person(app: &TestApp, email: &str) -> Option<Person> {
    people::by_email(&mut app.read().await.unwrap(), email).await.unwrap()
}

fn counts(report: &Report) -> [u64; 4] {
    let people = report.of.people;
    [people.add, people.change, people.leave, people.unchanged]
}

#[each_engine]
async fn a_set_is_shown_taken_and_taken_again(app: TestApp) {
    let all = [MIRA, ASH, SOL, IVY];
    let shown = take(&app, &all, true, 10).await;
    assert_eq!((counts(&shown), shown.changes.add), ([3, 0, 0, 0], 5));
    assert_eq!(shown.who.add, ["Mira Sample", "Ash Sample", "Sol Sample"]);
    assert!(person(&app, "t1@sample.example").await.is_none(), "a dry run changes nothing");

    let done = take(&app, &all, false, 10).await;
    assert_eq!((done.schools, done.staff, done.skipped["student"]), (2, 3, 1));
    assert_eq!(counts(&done), [3, 0, 0, 0]);
    let mira = person(&app, "t1@sample.example").await.unwrap();
    assert_eq!(people::roles(&mut app.read().await.unwrap(), mira.id).await.unwrap(), [Role::Teacher]);
    assert!(person(&app, "k1@sample.example").await.is_none(), "nothing is kept of a student");
    let steward = app.steward().await;
    steward.get("/people").await.shows("Mira Sample").shows("classroom teacher · Sample Elementary");
    steward.get("/search?q=Mira").await.shows("Mira Sample");

    let again = take(&app, &all, false, 10).await;
    assert_eq!(counts(&again), [0, 0, 0, 3]);
    let changes = serde_json::to_value(&again).unwrap()["changes"].to_string();
    assert_eq!(changes, r#"{"add":0,"change":0,"leave":0,"unchanged":5}"#);
}

#[each_engine]
async fn whoever_leaves_keeps_their_history_and_loses_their_access(app: TestApp) {
    take(&app, &[MIRA, ASH, SOL], false, 10).await;
    let mira = person(&app, "t1@sample.example").await.unwrap();
    let visitor = app.sign_in(mira.id).await;
    visitor.get("/people").await.shows("Ash Sample");

    let refused = take(&app, &[ASH, SOL, IVY], false, 10).await;
    assert!(!refused.is_right(), "one of three is more than 10 %");
    assert!(refused.errors[0].problem.en.contains("1 of 3 people would leave"));
    visitor.get("/people").await.shows("Mira Sample");

    let done = take(&app, &[ASH, SOL, IVY], false, 34).await;
    assert_eq!(counts(&done), [0, 0, 1, 2]);
    assert_eq!(done.who.leave, ["Mira Sample"]);
    // What signed her in has ended.
    visitor.try_get("/people").await.hides("Ash Sample");
    let steward = app.steward().await;
    steward.get("/people").await.hides("Mira Sample");
    steward.get(&format!("/people/{}", mira.id)).await.shows("Mira Sample");

    let back = take(&app, &[MIRA, ASH, SOL], false, 10).await;
    assert_eq!(counts(&back), [0, 1, 0, 2]);
    assert!(person(&app, "t1@sample.example").await.unwrap().left_at.is_none());
}

#[each_engine]
async fn whoever_saves_while_a_set_is_taken_is_compared_anew(app: TestApp) {
    take(&app, &[MIRA, ASH, SOL], false, 10).await;
    let wish = Wish { dry_run: false, leave_share: 100 };
    let fewer = set(&app, &[("t2", "Ashley", "administrator", "s2"), SOL]);
    let difference = find(&mut app.read().await.unwrap(), &app, &fewer, wish).await.unwrap();
    let mira = person(&app, "t1@sample.example").await.unwrap();
    let saved = Person { updated_at: mira.updated_at.plus_days(1), ask_me_about: "maps".to_owned(), ..mira.clone() };
    let mut db = app.write().await.unwrap();
    assert!(people::update(&mut db, &saved, mira.updated_at).await.unwrap());
    db.commit().await.unwrap();

    let mut db = app.write().await.unwrap();
    assert!(take_over(&mut db, &app, difference).await.unwrap_err().to_string().contains("tried again"));
    drop(db);
    assert!(person(&app, "t2@sample.example").await.unwrap().name == "Ash Sample", "all of it or nothing");
    // Tried again, she leaves: nothing says that she was let back in by hand.
    let again = import(&app, fewer, wish).await.unwrap();
    assert_eq!(counts(&again), [0, 1, 1, 1]);
    let mira = person(&app, "t1@sample.example").await.unwrap();
    assert!(mira.left_at.is_some());
    assert_eq!(mira.ask_me_about, "maps");
}

#[each_engine]
async fn a_set_goes_with_whoever_is_erased_and_named_in_it(app: TestApp) {
    take(&app, &[MIRA, ASH, SOL], false, 10).await;
    let mira = person(&app, "t1@sample.example").await.unwrap();
    let stella = app.steward().await;
    let page = stella.upload("/admin/rostering", &[], ("set.zip", &archive(&[ASH, SOL, IVY]))).await;
    let path = page.link("Look now");
    crate::jobs::run_due(&app).await.unwrap();
    stella.get(&path).await.shows("Mira Sample");
    let kept = || async { crate::files::all(&mut app.read().await.unwrap()).await.unwrap().len() };
    assert_eq!(kept().await, 1);
    let page = stella.get(&format!("/people/{}/erase", mira.id)).await;
    page.fill("Erase for good", &[("name", "Mira Sample")]).await.shows("They are erased.");
    stella.try_get(&path).await.is(404);
    assert_eq!(kept().await, 0, "the set, which has students in it, is swept");
}

#[each_engine]
async fn what_changes_there_changes_here(app: TestApp) {
    take(&app, &[MIRA, ASH], false, 10).await;
    let changed = take(&app, &[("t1", "Mirabelle", "aide", "s2"), ASH], false, 10).await;
    assert_eq!(counts(&changed), [0, 1, 0, 1]);
    let mira = person(&app, "t1@sample.example").await.unwrap();
    assert_eq!(mira.name, "Mirabelle Sample");
    assert_eq!(people::roles(&mut app.read().await.unwrap(), mira.id).await.unwrap(), [Role::SupportStaff]);
    let steward = app.steward().await;
    steward.get("/people").await.shows("Mirabelle Sample").shows("Sample Middle");
}

#[each_engine]
async fn a_set_with_an_error_changes_nothing(app: TestApp) {
    let refused = take(&app, &[MIRA, ("t1", "Twin", "teacher", "s1")], false, 10).await;
    let error = &refused.errors[0];
    assert_eq!((error.file.as_str(), error.row, error.column.as_deref()), ("users.csv", Some(3), Some("sourcedId")));
    assert!(person(&app, "t1@sample.example").await.is_none());
    let json = serde_json::to_value(&refused).unwrap();
    assert_eq!(json["errors"][0]["problem"], "The sourcedId “t1” is there twice.");
    assert_eq!(json["version"], "1.1");
}

/// The same set as an archive.
fn archive(rows: &[Row<'_>]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in [("manifest.csv", MANIFEST), ("orgs.csv", ORGS), ("users.csv", &users(rows))] {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut archive, content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[each_engine]
async fn a_set_is_sent_from_the_web_looked_at_and_taken(app: TestApp) {
    let stella = app.steward().await;
    stella.get("/admin/rostering").await.shows("Nothing was sent yet");
    let page = stella.upload("/admin/rostering", &[], ("set.zip", &archive(&[MIRA, ASH, SOL, IVY]))).await;
    page.is(200).shows("Being looked at").shows("comes again by itself");
    let path = page.link("Look now");
    crate::jobs::run_due(&app).await.unwrap();
    let page = stella.get(&path).await;
    page.shows("OneRoster 1.1: 2 schools, 3 of the staff").shows("1 students").shows("Mira Sample").shows("New people");
    assert!(person(&app, "t1@sample.example").await.is_none(), "nothing changes before somebody says so");
    page.submit("Take it over").await.shows("Being taken over");
    crate::jobs::run_due(&app).await.unwrap();
    stella.get(&path).await.shows("Taken over").hides("Mira Sample").hides("Take it over");
    assert!(person(&app, "t1@sample.example").await.is_some());
    assert!(app.files.list().await.unwrap().is_empty(), "the set, which has students in it, is gone");
    stella.get("/admin/rostering").await.shows("set.zip").shows("Taken over");
    stella.try_get(&format!("{path}x")).await.is(404);
}

#[each_engine]
async fn more_leave_only_when_somebody_allows_it(app: TestApp) {
    take(&app, &[MIRA, ASH, SOL], false, 10).await;
    let stella = app.steward().await;
    let page = stella.upload("/admin/rostering", &[], ("set.zip", &archive(&[ASH, SOL]))).await;
    let path = page.link("Look now");
    crate::jobs::run_due(&app).await.unwrap();
    let page = stella.get(&path).await;
    page.shows("1 of 3 people would leave. If that is right").shows("Who leaves");
    let page = page.submit("Take it over").await;
    page.is(422).shows("1 of 3 people would leave, which is more than this");
    page.fill("Take it over", &[("leave_share", "34")]).await.shows("Being taken over");
    crate::jobs::run_due(&app).await.unwrap();
    stella.get(&path).await.shows("Taken over");
    assert!(person(&app, "t1@sample.example").await.unwrap().left_at.is_some());
}

#[each_engine]
async fn what_is_no_set_is_refused_in_the_language_of_whoever_sent_it(app: TestApp) {
    let stella = app.steward().await.in_french();
    let page = stella.upload("/admin/rostering", &[], ("liste.zip", b"no archive")).await;
    let path = page.link("Regarder maintenant");
    crate::jobs::run_due(&app).await.unwrap();
    stella.get(&path).await.shows("Refusé").shows("Ce n’est pas une archive ZIP").hides("Ne pas importer");
    stella.upload("/admin/rostering", &[], ("empty.zip", b"")).await.is(422).shows("Veuillez choisir un .zip");

    let page = stella.upload("/admin/rostering", &[], ("set.zip", &archive(&[MIRA]))).await;
    let path = page.link("Regarder maintenant");
    crate::jobs::run_due(&app).await.unwrap();
    stella.get(&path).await.submit("Ne pas importer").await.shows("Le fichier a été supprimé");
    stella.get(&path).await.shows("Non importé").hides("Mira");
    assert!(app.files.list().await.unwrap().is_empty());
}

#[each_engine]
async fn a_set_that_nobody_takes_is_forgotten(app: TestApp) {
    let stella = app.steward().await;
    let page = stella.upload("/admin/rostering", &[], ("set.zip", &archive(&[MIRA]))).await;
    let path = page.link("Look now");
    crate::jobs::run_due(&app).await.unwrap();
    let forget = || async {
        let kind = crate::rostering::upload::jobs().into_iter().find(|kind| kind.daily).unwrap();
        (kind.run)((*app).clone(), String::new()).await.unwrap();
    };
    forget().await;
    stella.get(&path).await.shows("Mira Sample");
    app.clock.set(app.now().plus_days(3));
    let stella = app.sign_in(stella.id()).await;
    forget().await;
    stella.get(&path).await.shows("Not taken over").hides("Mira Sample");
    assert!(app.files.list().await.unwrap().is_empty());
    app.clock.set(app.now().plus_days(100));
    let stella = app.sign_in(stella.id()).await;
    forget().await;
    stella.try_get(&path).await.is(404);
}

#[each_engine]
async fn the_district_says_what_roles_become(app: TestApp) {
    let stella = app.steward().await;
    let page = stella.get("/admin/rostering/roles").await;
    assert_eq!((page.value("teacher").as_str(), page.value("proctor").as_str()), ("teacher", "none"));
    let page = page.fill("Save", &[("aide", "none"), ("teacher", "teacher_on_call")]).await;
    page.shows("It counts from the next file on");
    let done = take(&app, &[MIRA, ASH, SOL], false, 10).await;
    assert_eq!((done.staff, counts(&done)), (3, [2, 0, 0, 0]));
    let mira = person(&app, "t1@sample.example").await.unwrap();
    assert_eq!(people::roles(&mut app.read().await.unwrap(), mira.id).await.unwrap(), [Role::TeacherOnCall]);
    assert!(person(&app, "t3@sample.example").await.is_none(), "an aide has no account now");
    stella.post("/admin/rostering/roles", &[("teacher", "steward")]).await.is(422);
}

#[each_engine]
async fn programs_send_sets_too(app: TestApp) {
    let stella = app.steward().await;
    let program = app.program(stella.id()).await;
    let roles = "/api/v1/rostering/roles";
    let mut becomes = program.get(roles).await.is(200).at("").clone();
    assert_eq!(becomes["teacher"], "teacher");
    becomes["proctor"] = "other".into();
    program.send("PUT", roles, Some(becomes.clone())).await.is(204);
    assert_eq!(program.get(roles).await.at("/proctor"), "other");
    becomes["proctor"] = "steward".into();
    assert_eq!(program.send("PUT", roles, Some(becomes)).await.is(422).wrong_fields(), ["/proctor"]);
    let page = stella.upload("/admin/rostering", &[], ("set.zip", &archive(&[MIRA, IVY]))).await;
    let path = format!("/api/v1/rostering/imports/{}", page.link("Look now").rsplit('/').next().unwrap());
    assert_eq!(program.get(&path).await.at("/state"), "waiting");
    crate::jobs::run_due(&app).await.unwrap();
    let import = program.get(&path).await;
    assert_eq!((import.at("/state").as_str(), import.at("/people_changes/add").as_u64()), (Some("looked"), Some(1)));
    let take = format!("{path}/take");
    let nothing = serde_json::json!({});
    assert_eq!(program.send("POST", &take, Some(nothing.clone())).await.is(202).at("/state"), "taking");
    program.send("POST", &take, Some(nothing)).await.is(409);
    crate::jobs::run_due(&app).await.unwrap();
    assert_eq!(program.get(&path).await.at("/state"), "done");
    program.send("DELETE", &path, None).await.is(204);
}
