//! The document of the API says what the API does. (`cargo xtask test api` holds answers against it.)

use std::collections::BTreeMap;

use super::locales::{files, root};
use crate::app::App;

/// Two shapes of one name would silently become one in the document.
#[test]
fn every_shape_of_the_document_has_a_name_to_itself() {
    let mut found = Vec::new();
    files(&root().join("src"), &["rs"], &mut found);
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in found.iter().filter(|file| !file.ends_with("testing/document.rs")) {
        let text = std::fs::read_to_string(file).unwrap();
        for part in text.split("#[derive(").skip(1).filter(|part| part.split(")]").next().unwrap().contains("ToSchema"))
        {
            let item = part.split_inclusive(" {").next().unwrap();
            let own = item.split_once("#[schema(as = ").map(|(_, rest)| rest.split([')', ',']).next().unwrap());
            let kind = ["struct ", "enum "].iter().find_map(|kind| item.split_once(kind)).map(|(_, rest)| rest);
            let name = own.or(kind.and_then(|rest| rest.split([' ', '<', '(', ';']).next())).unwrap_or_default();
            if !name.starts_with('$') {
                names.entry(name.to_owned()).or_default().push(file.display().to_string());
            }
        }
    }
    assert!(names.len() > 20, "{names:?}");
    names.retain(|_, files| files.len() > 1);
    assert!(names.is_empty(), "shapes of the same name: {names:#?}");
}

#[test]
fn every_operation_says_how_it_fails_but_none_that_it_breaks() {
    let document = serde_json::to_value(App::document()).unwrap();
    let paths = document["paths"].as_object().unwrap();
    assert!(paths.len() > 10);
    for (path, item) in paths {
        for (method, operation) in item.as_object().unwrap() {
            let answers = operation["responses"].as_object().unwrap();
            assert!(answers.keys().any(|status| status.starts_with('2')), "{method} {path}");
            assert!(answers.contains_key("401") && !answers.contains_key("500"), "{method} {path}");
            assert_eq!(answers.contains_key("400"), operation.get("requestBody").is_some(), "{method} {path}");
            for (status, answer) in answers.iter().filter(|(status, _)| status.starts_with('4')) {
                if answer["content"].get("application/problem+json").is_none() && status == "409" {
                    continue; // what would be lost
                }
                let problem = &answer["content"]["application/problem+json"]["schema"]["$ref"];
                assert_eq!(problem, "#/components/schemas/Problem", "{method} {path} {status}");
            }
        }
    }
}
