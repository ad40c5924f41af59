//! SECURITY.md says how each promise is shown; what it names is there.

use super::locales::{files, root};

#[test]
fn what_the_page_on_security_names_exists() {
    let page = std::fs::read_to_string(root().join("SECURITY.md")).unwrap();
    let mut sources = Vec::new();
    for folder in ["src", "crates", "tests/program"] {
        files(&root().join(folder), &["rs"], &mut sources);
    }
    let sources: String = sources.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    let promises = page.split("## What is promised").nth(1).unwrap().split("\n## ").next().unwrap();
    let mut tests = 0;
    for row in promises.lines().filter(|line| line.starts_with("| ")).skip(1) {
        let shown = row.trim_end_matches(" |").rsplit(" | ").next().unwrap();
        let named: Vec<&str> = shown.split('`').skip(1).step_by(2).collect();
        assert!(!named.is_empty(), "nothing shows: {row}");
        for name in named {
            let there = match name {
                command if command.starts_with("cargo xtask") => true,
                file if file.contains('/') => root().join(file).is_file(),
                file if file.ends_with(".mjs") => root().join("tests/journeys").join(file).is_file(),
                test => sources.contains(&format!("fn {test}(")),
            };
            assert!(there, "SECURITY.md names {name}, which is not there");
            tests += 1;
        }
    }
    assert!(tests > 25, "{tests}");
}
