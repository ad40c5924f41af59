#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use proptest::prelude::*;

const CENTRAL_OKANAGAN: &[u8] = include_bytes!("../../../../data/schools/central-okanagan-schools.csv");
const OPEN_DATABASE: &[u8] = include_bytes!("../../../../data/schools/samples/open-database-windows-1252.csv");
const COMMON_CORE: &[u8] = include_bytes!("../../../../data/schools/samples/common-core.csv");
const FRENCH: &[u8] = include_bytes!("../../../../data/schools/samples/named-semicolons-french.csv");

fn named<'a>(schools: &'a Schools, name: &str) -> &'a School {
    schools.rows.iter().find(|school| school.name == name).unwrap()
}

fn reasons(text: &str) -> Vec<(u64, String)> {
    let schools = read(text.as_bytes()).unwrap();
    schools.left_out.into_iter().map(|left| (left.row, left.reason)).collect()
}

#[test]
fn the_demo_district_is_read() {
    let schools = read(CENTRAL_OKANAGAN).unwrap();
    assert_eq!((schools.kind, schools.encoding), (Kind::Plain, Encoding::Utf8));
    assert_eq!((schools.read, schools.rows.len(), schools.left_out.len()), (36, 36, 0));
    let count = |level| schools.rows.iter().filter(|school| school.level == Some(level)).count();
    assert_eq!(Level::ALL.map(count), [25, 7, 4, 0]);
    let knox = named(&schools, "Dr Knox Middle School");
    assert_eq!(knox.row, 12);
    assert_eq!(knox.key, "place:dr knox middle school|kelowna|121 drysdale blvd kelowna bc v1v 2x9");
    assert_eq!(knox.address.as_deref(), Some("121 Drysdale Blvd Kelowna BC V1V 2X9"));
    assert_eq!(knox.postal_code.as_deref(), Some("V1V2X9"));
    assert_eq!((knox.latitude, knox.longitude), (Some(49.9228035), Some(-119.43495)));
}

#[test]
fn the_open_database_is_read() {
    let schools = read(OPEN_DATABASE).unwrap();
    assert_eq!((schools.kind, schools.encoding), (Kind::OpenDatabase, Encoding::Windows1252));
    assert_eq!(schools.rows[0].name, "École Alexandre-Taché");
    assert_eq!(named(&schools, "Maternelle").address, None);
    assert_eq!(named(&schools, "Centre Pontiac").level, None);
    assert_eq!(named(&schools, "de l'Anse-au-sable").level, Some(Level::Combined));
    assert_eq!(named(&schools, "Saint-Charles, secondaire de").level, Some(Level::Secondary));
    named(&schools, "Blyth Academy Mississauga Upper Campus");
    let [twice] = &schools.left_out[..] else { panic!("{:?}", schools.left_out) };
    assert_eq!(twice.row, 12);
    assert!(twice.reason.contains("of row 11"), "{}", twice.reason);
}

/// The same schools from the national file and from the district's own list are one
/// school at one level.
#[test]
fn both_canadian_lists_agree() {
    let (own, national) = (read(CENTRAL_OKANAGAN).unwrap(), read(OPEN_DATABASE).unwrap());
    let mut shared = 0;
    for school in &national.rows {
        if let Some(same) = own.rows.iter().find(|own| own.key == school.key) {
            assert_eq!(same.level, school.level, "{}", school.name);
            shared += 1;
        }
    }
    assert_eq!(shared, 5);
}

#[test]
fn the_common_core_is_read() {
    let schools = read(COMMON_CORE).unwrap();
    assert_eq!((schools.kind, schools.encoding), (Kind::CommonCore, Encoding::Utf8));
    assert_eq!((schools.read, schools.left_out.len()), (14, 0));
    let arnold = named(&schools, "A. E. Arnold Elementary");
    assert_eq!(arnold.key, "nces:061044001166");
    assert_eq!(arnold.district.as_deref(), Some("Cypress Elementary"));
    assert_eq!(arnold.postal_code.as_deref(), Some("90630"));
    assert_eq!(arnold.level, Some(Level::Elementary));
    let eastside = named(&schools, "Eastside High");
    assert_eq!((eastside.latitude, eastside.longitude), (None, None));
    assert_eq!(named(&schools, "A Place to Grow").level, None);
    assert_eq!(named(&schools, "Adult Transition Program").level, None);
    assert_eq!(named(&schools, "Academia Avance Charter").level, Some(Level::Combined));
    let nobodys = "CA Advancing Pathways for Students in Los Angeles Co";
    assert_eq!(named(&schools, nobodys).district, None);
}

#[test]
fn a_french_spreadsheet_is_read() {
    let schools = read(FRENCH).unwrap();
    assert_eq!((schools.kind, schools.rows.len()), (Kind::Plain, 4));
    let anse = &schools.rows[0];
    assert_eq!(anse.level, Some(Level::Combined));
    assert_eq!((anse.latitude, anse.longitude), (Some(49.83567285), Some(-119.4839637)));
    assert_eq!(schools.rows[2].level, Some(Level::Middle));
}

#[test]
fn each_row_that_cannot_be_used_says_why() {
    let text = "Name,City,Level,Latitude,Longitude\n\
        A,x,middle,49,-119\n\
        †,x,middle,49,-119\n\
        B,x,middle,94,-119\n\
        C,x,middle,49,-190\n\
        D,x,middle,49,\n\
        E,x,middle,,-119\n\
        F,x,middle,north,-119\n\
        G,x,middle,0,0\n\
        H,x,middle,49\n\
        I,x,midle,49,-119\n\
        a,X,,,\n\
        J,x,,,\n";
    let schools = read(text.as_bytes()).unwrap();
    let kept: Vec<&str> = schools.rows.iter().map(|school| school.name.as_str()).collect();
    assert_eq!(kept, ["A", "J"]);
    let expected = [
        (3, "no name"),
        (4, "latitude “94” is impossible"),
        (5, "longitude “-190” is impossible"),
        (6, "latitude and no longitude"),
        (7, "longitude and no latitude"),
        (8, "“north” is not a number"),
        (9, "in the ocean"),
        (10, "4 fields where the header has 5"),
        (11, "level “midle” is not known"),
        (12, "of row 2"),
    ];
    let found = reasons(text);
    assert_eq!(found.len(), expected.len());
    for ((row, reason), (expected_row, words)) in found.iter().zip(expected) {
        assert_eq!(*row, expected_row);
        assert!(reason.contains(words), "{reason}");
    }
}

#[test]
fn numbers_and_grades_are_checked() {
    let text = "NCES School ID,Low Grade*,High Grade*,School Name\n\
        60429013779,KG,12,Lost its zero\n\
        6.0429E+10,KG,12,Rounded\n\
        060429013779,KG,12,Again\n\
        060429013780,12,KG,Upside down\n\
        060429013781,KG,15,Too high\n\
        †,KG,05,No number\n";
    let schools = read(text.as_bytes()).unwrap();
    assert_eq!(schools.rows[0].key, "nces:060429013779");
    assert_eq!(schools.rows[1].key, "place:no number||");
    let found = reasons(text);
    for ((row, reason), (expected_row, words)) in found.iter().zip([
        (3, "does not have 12 digits"),
        (4, "NCES number of row 2"),
        (5, "above the highest"),
        (6, "grade “15” is not known"),
    ]) {
        assert_eq!(*row, expected_row);
        assert!(reason.contains(words), "{reason}");
    }
    assert_eq!(found.len(), 4);
}

#[test]
fn files_that_cannot_be_understood_say_what_to_do() {
    for (text, words) in [
        ("", "The file is empty"),
        ("Kelowna,West Kelowna\n1,2\n", "no column for the name of the school"),
        ("name,latitude\nA,49\n", "no column for the longitude"),
        ("name,city,City\nA,x,y\n", "“City” is there twice"),
        ("name,city\nA,\"x\n", "in row 2 is never closed"),
        ("name,e-mail,school,roles\nA,a@example.org,B,teacher\n", "import people"),
        ("PK\u{3}\u{4}", "Save it as “CSV UTF-8”"),
    ] {
        let words_found = read(text.as_bytes()).unwrap_err().to_string();
        assert!(words_found.contains(words), "{words_found}");
    }
    // A header alone is understood: there is nothing to import.
    assert_eq!(read(b"name\n").map(|schools| schools.read), Ok(0));
    // So is a list of schools with the office's address.
    assert!(read(b"name,e-mail,city\nA,a@example.org,x\n").is_ok());
}

#[test]
fn a_district_is_chosen_by_name_or_number() {
    let schools = read(COMMON_CORE).unwrap();
    let names = |chosen: Result<Schools, NotChosen>| -> Vec<String> {
        chosen.unwrap().rows.into_iter().map(|school| school.name).collect()
    };
    assert_eq!(names(schools.clone().district("cypress ÉLEMENTARY")), ["A. E. Arnold Elementary"]);
    assert_eq!(names(schools.clone().district("0618810")), ["Jefferson Elementary"]);
    let NotChosen::SeveralDistricts { districts, .. } = schools.clone().district("Jefferson elementary").unwrap_err()
    else {
        panic!("three districts share the name")
    };
    assert_eq!(districts, ["0618810 (Paicines)", "0618840 (Tracy)", "0618870 (Colma)"]);
    let unknown = schools.district("Ojay Unifed").unwrap_err();
    assert!(unknown.to_string().ends_with("Did you mean “Ojai Unified”?"), "{unknown}");
    let without = read(OPEN_DATABASE).unwrap().district("Kelowna").unwrap_err();
    assert!(without.to_string().contains("--within"), "{without}");
}

#[test]
fn a_circle_chooses_what_lies_in_it() {
    let schools = read(OPEN_DATABASE).unwrap();
    let near = schools.clone().within(49.88, -119.48, 15.0).unwrap();
    let names: Vec<&str> = near.rows.iter().map(|school| school.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "de l'Anse-au-sable",
            "Canyon Falls Middle School",
            "Dr Knox Middle School",
            "Okanagan Mission Secondary",
            "Raymer Elementary",
            "Rutland Middle School",
        ]
    );
    // The school that is there twice is in Ontario, and is nobody's trouble in Kelowna.
    assert_eq!((near.read, near.left_out.len()), (14, 0));
    assert_eq!(schools.within(44.98, -81.25, 5.0).unwrap().left_out.len(), 1);
}

#[test]
fn a_school_without_a_place_is_said_to_be_left_out() {
    let near = read(COMMON_CORE).unwrap().within(33.93, -116.97, 1.0).unwrap();
    assert_eq!(near.rows.len(), 1);
    let [left] = &near.left_out[..] else { panic!("{:?}", near.left_out) };
    assert!(left.reason.contains("“Eastside High” has no coordinates"));
    let unplaced = read(b"name\nA\n").unwrap().within(1.0, 1.0, 1.0);
    assert_eq!(unplaced, Err(NotChosen::NoPlaces { has_districts: false }));
}

#[test]
fn distances_are_those_of_the_map() {
    // One degree along a meridian is 111.2 km; Kelowna to Vancouver is about 270 km.
    let text = b"name,latitude,longitude\nNorth,50.88,-119.48\nVancouver,49.26,-123.11\nSelf,49.88,-119.48\nOver the date line,0,179.9";
    let within = |kilometres| read(text).unwrap().within(49.88, -119.48, kilometres).unwrap().rows.len();
    assert_eq!([1.0, 111.0, 112.0, 265.0, 280.0].map(within), [1, 1, 2, 2, 3]);
    assert_eq!(read(text).unwrap().within(0.0, -179.9, 25.0).unwrap().rows.len(), 1);
}

#[test]
fn circles_are_read() {
    assert_eq!(circle("49.88, -119.48,25"), Ok((49.88, -119.48, 25.0)));
    for text in ["", "49.88,-119.48", "91,0,5", "0,181,5", "0,0,0", "0,0,-1", "1,1,inf", "1,1,NaN", "a,b,c", "1,1,1,1"]
    {
        assert!(circle(text).is_err(), "{text}");
    }
    assert!(read(OPEN_DATABASE).unwrap().within(f64::NAN, 0.0, 1.0).is_err());
}

fn some_file() -> impl Strategy<Value = Vec<u8>> {
    let cell = "[ -~éÉ†–\n]{0,8}|[0-9.,-]{1,6}|KG|PK|12|0|1|middle";
    let headers = "name,city,address,latitude,longitude,isced1,isced3,low grade,high grade,level,district\n";
    let rows = prop::collection::vec(prop::collection::vec(cell, 10..13), 0..12);
    rows.prop_map(move |rows| {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(headers.as_bytes().to_vec());
        for row in rows {
            writer.write_record(row).unwrap();
        }
        writer.into_inner().unwrap()
    })
}

proptest! {
    #[test]
    fn arbitrary_bytes_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&bytes);
        let _ = read(&[b"name,latitude,longitude,isced1,district\n", &bytes[..]].concat());
    }

    #[test]
    fn every_row_is_kept_or_left_out_and_keys_are_stable(bytes in some_file()) {
        let schools = read(&bytes).unwrap();
        prop_assert_eq!(schools.read as usize, schools.rows.len() + schools.left_out.len());
        prop_assert_eq!(&schools, &read(&bytes).unwrap());
        let keys: std::collections::HashSet<&str> = schools.rows.iter().map(|school| school.key.as_str()).collect();
        prop_assert_eq!(keys.len(), schools.rows.len());
        let mut rows: Vec<u64> = schools.rows.iter().map(|school| school.row).collect();
        rows.extend(schools.left_out.iter().map(|left| left.row));
        rows.sort_unstable();
        prop_assert!(rows.windows(2).all(|pair| pair[0] < pair[1]) && rows.first() != Some(&1));
        for school in &schools.rows {
            prop_assert_eq!(school.latitude.is_some(), school.longitude.is_some());
            prop_assert!(school.latitude.is_none_or(|degrees| degrees.abs() <= 90.0));
        }
    }

    /// Case, accents and spacing are not identity; a second name is.
    #[test]
    fn keys_look_past_how_a_name_is_typed(name in "[A-Za-zéÉàç]{1,8}( [A-Za-zéÉàç]{1,8}){0,2}") {
        let typed = format!("name,city\n{name},Kelowna\n\" {} \",KELOWNA\n{name} 2,Kelowna\n", name.to_uppercase().replace(' ', "  "));
        let schools = read(typed.as_bytes()).unwrap();
        prop_assert_eq!((schools.rows.len(), schools.left_out.len()), (2, 1));
    }

    #[test]
    fn a_wider_circle_never_loses_a_school(latitude in -90.0..90.0_f64, longitude in -180.0..180.0_f64, kilometres in 1.0..20_000.0_f64) {
        let all = read(CENTRAL_OKANAGAN).unwrap();
        let inside = |kilometres| {
            let near = all.clone().within(latitude, longitude, kilometres);
            near.unwrap().rows.len()
        };
        prop_assert!(inside(kilometres) <= inside(kilometres * 1.5));
        prop_assert_eq!(inside(20_100.0), 36);
    }
}
