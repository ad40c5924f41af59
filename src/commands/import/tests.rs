//! Stories of imports, through what the command calls.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::path::PathBuf;

use each_engine::each_engine;

use super::{Manner, People, Schools, take_people, take_schools, told};
use crate::clock::Instant;
use crate::people::{self, Person, Role};
use crate::schools::{self, Imported, Level, School};
use crate::testing::TestApp;

const MANNER: Manner = Manner { dry_run: false, json: false };

fn data(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/schools").join(name)
}

fn schools_of(file: PathBuf) -> Schools {
    Schools { file, district: None, within: None, manner: MANNER }
}

async fn import(app: &TestApp, file: &str) -> Imported {
    take_schools(app, &schools_of(data(file)).read().await.unwrap(), false).await.unwrap()
}

async fn schools_here(app: &TestApp) -> Vec<School> {
    schools::all(&mut app.read().await.unwrap()).await.unwrap()
}

fn counts(done: &Imported) -> [u64; 5] {
    [done.read, done.added, done.changed, done.unchanged, done.left_out.len() as u64]
}

/// Writes a file into the story's folder.
fn write(app: &TestApp, name: &str, content: &str) -> PathBuf {
    let path = app.folder().join(name);
    std::fs::write(&path, content).unwrap();
    path
}

async fn import_text(app: &TestApp, content: &str) -> Imported {
    let list = schools_of(write(app, "schools.csv", content)).read().await.unwrap();
    take_schools(app, &list, false).await.unwrap()
}

async fn import_people(app: &TestApp, content: &str) -> Imported {
    let file = write(app, "people.csv", content);
    let list = People { file, manner: MANNER }.read().await.unwrap();
    take_people(app, &list, false).await.unwrap()
}

async fn person(app: &TestApp, email: &str) -> Person {
    people::by_email(&mut app.read().await.unwrap(), email).await.unwrap().unwrap()
}

#[each_engine]
async fn a_second_import_changes_nothing(app: TestApp) {
    assert_eq!(counts(&import(&app, "central-okanagan-schools.csv").await), [36, 36, 0, 0, 0]);
    let before = schools_here(&app).await;
    assert_eq!(before.len(), 36);
    app.clock.set(app.now().plus_days(1));
    let again = import(&app, "central-okanagan-schools.csv").await;
    assert_eq!(counts(&again), [36, 0, 0, 36, 0]);
    assert_eq!(schools_here(&app).await, before);
    assert_eq!(
        serde_json::to_string(&again).unwrap(),
        r#"{"read":36,"added":0,"changed":0,"unchanged":36,"left_out":[]}"#
    );
    assert_eq!(told(&again, false), "36 rows read: 0 added, 0 changed, 36 as they were.");
}

#[each_engine]
async fn a_list_changes_what_it_says_and_leaves_the_rest_alone(app: TestApp) {
    let done = import_text(
        &app,
        "name,level,address,city,latitude,longitude\n\
         Sample Elementary,elementary,1 Sample Road,Sample City,49.9,-119.5\n\
         Other Elementary,elementary,2 Sample Road,Sample City,49.8,-119.4\n",
    )
    .await;
    assert_eq!(counts(&done), [2, 2, 0, 0, 0]);
    let before = schools_here(&app).await;

    // The next list has no coordinates, another level, and no word of the other school.
    let list = "name,level,address,city\nSample Elementary,middle,1 Sample Road,Sample City\n";
    assert_eq!(counts(&import_text(&app, list).await), [1, 0, 1, 0, 0]);
    assert_eq!(counts(&import_text(&app, list).await), [1, 0, 0, 1, 0]);
    let after = schools_here(&app).await;
    assert_eq!(after[0], before[0], "the other school is as it was");
    let sample = &after[1];
    assert_eq!((sample.level, sample.latitude), (Some(Level::Middle), Some(49.9)));
    assert_eq!(sample.id, before[1].id);
    assert!(sample.updated_at > before[1].updated_at);
}

#[each_engine]
async fn schools_are_chosen_by_district_or_distance(app: TestApp) {
    let mut choice = schools_of(data("samples/common-core.csv"));
    choice.district = Some("beaumont unified".to_owned());
    let done = take_schools(&app, &choice.read().await.unwrap(), false).await.unwrap();
    assert_eq!(counts(&done), [14, 1, 0, 0, 0]);
    assert_eq!(schools_here(&app).await[0].name, "21st Century Learning Institute");

    choice.district = Some("Jefferson Elementary".to_owned());
    let reason = format!("{:#}", choice.read().await.unwrap_err());
    assert!(reason.starts_with("--district: 3 districts are called"), "{reason}");

    choice.district = None;
    choice.within = Some("34.4,-119.2,10".to_owned());
    let done = take_schools(&app, &choice.read().await.unwrap(), false).await.unwrap();
    assert_eq!((done.added, done.left_out.len()), (1, 1));
    assert!(done.left_out[0].reason.contains("has no coordinates"), "{done:?}");
    let names: Vec<_> = schools_here(&app).await.into_iter().map(|school| school.name).collect();
    assert_eq!(names, ["21st Century Learning Institute", "A Place to Grow"]);

    choice.within = Some("here".to_owned());
    let reason = format!("{:#}", choice.read().await.unwrap_err());
    assert!(reason.starts_with("--within: “here” is no place and distance"), "{reason}");
}

#[each_engine]
async fn accents_of_windows_1252_arrive(app: TestApp) {
    let done = import(&app, "samples/open-database-windows-1252.csv").await;
    assert_eq!(done.read, done.added + done.left_out.len() as u64);
    let schools = schools_here(&app).await;
    let school = schools.iter().find(|school| school.name.contains("Alexandre")).unwrap();
    assert_eq!(school.name, "École Alexandre-Taché");
    assert_eq!(school.level, Some(Level::Secondary));
}

#[each_engine]
async fn a_file_that_cannot_be_understood_changes_nothing(app: TestApp) {
    let file = write(&app, "odd.csv", "level\nelementary\n");
    let reason = format!("{:#}", schools_of(file).read().await.unwrap_err());
    assert!(reason.contains("There is no column for the name of the school"), "{reason}");
    let missing = app.folder().join("missing.csv");
    assert!(schools_of(missing.clone()).read().await.is_err());
    assert!(People { file: missing, manner: MANNER }.read().await.is_err());
    assert!(schools_here(&app).await.is_empty());
}

#[each_engine]
async fn a_dry_run_reports_and_does_nothing(app: TestApp) {
    let list = schools_of(data("central-okanagan-schools.csv")).read().await.unwrap();
    let done = take_schools(&app, &list, true).await.unwrap();
    assert_eq!(counts(&done), [36, 36, 0, 0, 0]);
    assert!(told(&done, true).ends_with("This was a dry run: nothing was changed."));
    assert!(schools_here(&app).await.is_empty());

    let file = write(&app, "people.csv", "name,e-mail\nMira Rowan,mira@sample.example\n");
    let list = People { file, manner: MANNER }.read().await.unwrap();
    assert_eq!(counts(&take_people(&app, &list, true).await.unwrap()), [1, 1, 0, 0, 0]);
    assert!(people::all(&mut app.read().await.unwrap()).await.unwrap().is_empty());
}

#[each_engine]
async fn what_does_not_fit_the_rules_of_the_database_undoes_the_whole_import(app: TestApp) {
    let mut list = schools_of(data("central-okanagan-schools.csv")).read().await.unwrap();
    let twice = list.rows[0].clone();
    list.rows.push(twice);
    let reason = format!("{:#}", take_schools(&app, &list, false).await.unwrap_err());
    assert!(reason.starts_with("nothing was changed: database:"), "{reason}");
    assert!(schools_here(&app).await.is_empty());
}

#[each_engine]
async fn people_find_their_school_and_keep_what_the_list_does_not_say(app: TestApp) {
    import(&app, "central-okanagan-schools.csv").await;
    let list = "name,e-mail,school,roles\n\
                Mira Rowan,Mira@Sample.example,Dr. Knox,teacher-librarian; teacher\n\
                Ash Linden,ash@sample.example,,\n";
    assert_eq!(counts(&import_people(&app, list).await), [2, 2, 0, 0, 0]);
    assert_eq!(counts(&import_people(&app, list).await), [2, 0, 0, 2, 0]);
    let mira = person(&app, "mira@sample.example").await;
    let cards = people::cards(&mut app.read().await.unwrap()).await.unwrap();
    assert_eq!(cards[1].school.as_ref().unwrap().name, "Dr Knox Middle School");
    assert_eq!(cards[1].roles, [Role::TeacherLibrarian, Role::Teacher]);
    assert_eq!((cards[0].school.as_ref(), cards[0].roles.len()), (None, 0));

    // What she wrote herself, her language and the stewardship stay.
    let mut db = app.write().await.unwrap();
    let roles = [Role::TeacherLibrarian, Role::Teacher, Role::Steward];
    people::set_roles(&mut db, mira.id, &roles).await.unwrap();
    db.commit().await.unwrap();
    let next = "name,e-mail,school,roles\nMira Rowan-Linden,mira@sample.example,,administrator\n";
    assert_eq!(counts(&import_people(&app, next).await), [1, 0, 1, 0, 0]);
    let after = person(&app, "mira@sample.example").await;
    assert_eq!((after.id, after.school_id), (mira.id, mira.school_id));
    assert_eq!(after.name, "Mira Rowan-Linden");
    let roles = people::roles(&mut app.read().await.unwrap(), mira.id).await.unwrap();
    assert_eq!(roles, [Role::Administrator, Role::Steward]);
}

#[each_engine]
async fn a_row_whose_school_cannot_be_told_is_left_out_with_the_nearest(app: TestApp) {
    let none = import_people(&app, "name,e-mail,school\nMira Rowan,mira@sample.example,Sample\n").await;
    assert_eq!(none.left_out[0].reason, "There is no school “Sample”: there are no schools yet. Import them first.");
    import_text(
        &app,
        "name,level,city\nSample Elementary,elementary,Here\nSample Middle,middle,Here\nTwin,,Here\nTwin,,There\n",
    )
    .await;
    let done = import_people(
        &app,
        "name,e-mail,school,roles\n\
         Mira Rowan,mira@sample.example,Smaple Elementary,\n\
         Ash Linden,ash@sample.example,Sample,\n\
         Sol Fern,sol@sample.example,Twin,\n\
         Ivy Lark,ivy@sample.example,Entirely Elsewhere,\n\
         Bram Quill,bram@sample.example,Sample Middle,steward\n\
         Wren Sage,wren@sample.example,Sample Middle,teacher\n",
    )
    .await;
    assert_eq!(counts(&done), [6, 1, 0, 0, 5]);
    let told: Vec<_> = done.left_out.iter().map(|left| (left.row, left.reason.as_str())).collect();
    assert_eq!(told[0], (2, "There is no school “Smaple Elementary”. The nearest is “Sample Elementary”."));
    assert_eq!(told[1], (3, "“Sample” could be “Sample Elementary”, “Sample Middle”."));
    assert_eq!(told[2], (4, "2 schools are called “Twin”."));
    assert_eq!(told[3], (5, "There is no school “Entirely Elsewhere”, nor one like it."));
    assert_eq!(told[4].0, 6, "nobody looks after Klatsch by an import");
    assert!(told[4].1.starts_with("The role “steward” is not known"), "{}", told[4].1);
}

#[each_engine]
async fn an_old_list_lets_nobody_in_again(app: TestApp) {
    let list = "name,e-mail\nMira Rowan,mira@sample.example\n";
    import_people(&app, list).await;
    let mut mira = person(&app, "mira@sample.example").await;
    let version = mira.updated_at;
    (mira.left_at, mira.updated_at) = (Some(app.now()), Instant(version.0 + 1));
    let mut db = app.write().await.unwrap();
    assert!(people::update(&mut db, &mira, version).await.unwrap());
    db.commit().await.unwrap();
    let done = import_people(&app, list).await;
    assert_eq!(counts(&done), [1, 0, 0, 0, 1]);
    assert!(done.left_out[0].reason.contains("has left the district"));
    assert!(person(&app, "mira@sample.example").await.left_at.is_some());
}
