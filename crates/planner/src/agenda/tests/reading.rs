use super::*;

const LUNCH: &str = r#"{"minutes":40,"topics":[
  {"id":"a","minutes":10,"hear":3,"share":1,"carried":0,"by":"p1","pin":"in"},
  {"id":"b","minutes":30,"hear":8,"share":0,"carried":1,"by":"p2","pin":null},
  {"id":"c","minutes":20,"by":"p2","pin":"out"},
  {"id":"d","minutes":10,"hear":2,"by":"p2"}]}"#;

#[test]
fn an_answer_is_the_agenda_as_json() {
    assert_eq!(
        answer(LUNCH).unwrap(),
        concat!(
            r#"{"chosen":["b","a"],"points":32,"minutes":40,"left_out":["#,
            r#"{"id":"c","why":"The host pinned it out."},"#,
            r#"{"id":"d","why":"The best agenda that includes it earns 18 points less: it pushes out b."}]}"#
        )
    );
    assert_eq!(answer(&format!("\u{feff}{LUNCH}\n")), answer(LUNCH));
}

#[test]
fn what_is_absent_is_nothing() {
    let request = read(LUNCH).unwrap();
    assert_eq!(request.topics[2], topic("c", "p2", 20, 0).pinned(Pin::Out));
    assert_eq!(request.topics[3], topic("d", "p2", 10, 2));
}

#[test]
fn what_cannot_be_read_is_said_with_its_place_and_what_was_expected() {
    for (json, expected) in [
        ("", "EOF while parsing a value at line 1 column 0"),
        ("{\"minutes\":40,\n\"topics\":[}", "at /topics/0: expected value at line 2 column 11"),
        (r#"{"minutes":40}"#, "missing field `topics` at line 1 column 14"),
        (r#"{"minutes":40,"topics":[]} x"#, "trailing characters at line 1 column 28"),
        (r#"40"#, "invalid type: integer `40`, expected an object with `minutes` and `topics` at line 1 column 2"),
        (
            r#"{"minutes":40,"topics":["a"]}"#,
            "at /topics/0: invalid type: string \"a\", expected a topic: an object with `id`, `minutes` and `by` at line 1 column 27",
        ),
        (
            r#"{"minutes":"long","topics":[]}"#,
            "at /minutes: invalid type: string \"long\", expected a whole number from 0 to 4294967295 at line 1 column 17",
        ),
        (
            r#"{"minutes":40,"topics":[{"id":"a","minutes":10,"by":"p"},{"id":"b","minutes":-5,"by":"p"}]}"#,
            "at /topics/1/minutes: invalid value: integer `-5`, expected a whole number from 0 to 4294967295 at line 1 column 79",
        ),
        (
            r#"{"minutes":40,"topics":[{"id":"a","minutes":7.5,"by":"p"}]}"#,
            "at /topics/0/minutes: invalid type: floating point `7.5`, expected a whole number from 0 to 4294967295 at line 1 column 47",
        ),
        (
            r#"{"minutes":40,"topics":[{"id":"a","minutes":5,"hear":4294967296,"by":"p"}]}"#,
            "at /topics/0/hear: invalid value: integer `4294967296`, expected a whole number from 0 to 4294967295 at line 1 column 63",
        ),
        (
            r#"{"minutes":40,"topics":[{"id":"a","minutes":10}]}"#,
            "at /topics/0: missing field `by` at line 1 column 47",
        ),
        (
            r#"{"minutes":40,"topics":[{"id":"a","minutes":10,"by":"p","pin":"maybe"}]}"#,
            "at /topics/0/pin: unknown variant `maybe`, expected `in` or `out` at line 1 column 69",
        ),
        (
            r#"{"minutes":40,"topics":[{"id":"a","minutes":10,"by":"p","shares":1}]}"#,
            "at /topics/0/shares: unknown field `shares`, expected one of `id`, `minutes`, `hear`, `share`, `carried`, `by`, `pin` at line 1 column 64",
        ),
    ] {
        assert_eq!(answer(json).unwrap_err().to_string(), expected, "{json}");
    }
}

#[test]
fn what_can_be_read_but_not_fitted_is_said_too() {
    let json = r#"{"minutes":5,"topics":[{"id":"a","minutes":10,"by":"p","pin":"in"}]}"#;
    assert_eq!(
        answer(json).unwrap_err().to_string(),
        "the topics pinned in do not fit together: a take 10 minutes, the box has 5"
    );
}
