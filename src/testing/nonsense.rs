//! No request, however odd, gives a 500.

use super::{Engine, Visitor, World, access, tell};

/// Paths, queries and bodies that something somewhere is sure to send.
const ODD: [&str; 16] = [
    "",
    "x",
    "%00",
    "%FF%FE",
    "-1",
    "99999999999999999999",
    "1e9",
    "2026-02-30",
    "0000-00-00",
    "' or 1=1 --",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "🎈",
    "true",
    "00000000-0000-0000-0000-000000000000",
    "a%0D%0Ab",
];

/// A small generator; the same nonsense every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn odd(&mut self) -> &'static str {
        ODD[self.roll(ODD.len())]
    }
}

/// The names of all fields that any handler reads.
fn fields() -> Vec<String> {
    let mut found = Vec::new();
    super::locales::files(&super::locales::root().join("src"), &["rs"], &mut found);
    let mut names = std::collections::BTreeSet::new();
    for file in found {
        let text = std::fs::read_to_string(file).unwrap();
        for call in [
            ".line(\"",
            ".text(\"",
            "number(\"",
            "choice::<",
            "choices::<",
            ".typed(\"",
            ".ticked(\"",
            "choice(\"",
            ".list(\"",
        ] {
            for part in text.split(call).skip(1) {
                let name =
                    part.trim_start_matches(|letter| letter != '"' && call.ends_with('<')).trim_start_matches('"');
                let name: String =
                    name.chars().take_while(|letter| letter.is_ascii_lowercase() || *letter == '_').collect();
                if !name.is_empty() {
                    names.insert(name);
                }
            }
        }
    }
    names.into_iter().collect()
}

async fn try_one(visitor: &Visitor, method: &str, path: &str, body: Option<String>) -> Option<String> {
    let told = format!("{method} {path} with {body:?}");
    let page = visitor.once(method, path, body).await;
    (page.status >= 500).then(|| format!("{told}: {}", page.status))
}

#[test]
fn no_request_however_odd_gives_a_500() {
    tell(Engine::Postgres, |app| async move {
        let world = World::make(&app).await;
        let fields = fields();
        assert!(fields.len() > 10, "{fields:?}");
        let mut dice = Dice(7);
        let mut wrong = Vec::new();
        let visitors = [&world.anonymous, &world.member, &world.host, &world.administrator];
        for row in access::rows() {
            let good = access::path(&row, &world);
            for _ in 0..6 {
                let visitor = visitors[dice.roll(visitors.len())];
                // A path with one part made odd, or the right one with an odd query.
                let mut path = good.clone();
                if row.path.contains('{') && dice.roll(3) == 0 {
                    let odd = url::form_urlencoded::byte_serialize(dice.odd().as_bytes()).collect::<String>();
                    path = row
                        .path
                        .split('/')
                        .map(|part| if part.starts_with('{') { odd.as_str() } else { part })
                        .collect::<Vec<_>>()
                        .join("/");
                }
                let mut form = url::form_urlencoded::Serializer::new(String::new());
                for _ in 0..12 {
                    form.append_pair(&fields[dice.roll(fields.len())], dice.odd());
                }
                let form = form.finish();
                let body = match row.method.as_str() {
                    "GET" => {
                        path = format!(
                            "{path}?{form}&page={}&m={}",
                            dice.odd().replace(['<', '>', ' ', '\'', '🎈'], "+"),
                            "2026-13"
                        );
                        None
                    }
                    _ => Some(form),
                };
                wrong.extend(try_one(visitor, &row.method, &path, body).await);
            }
            // The same for programs: JSON of all shapes.
            if row.path.starts_with("/api/") && row.method != "GET" {
                let program = app.program(world.administrator.id()).await;
                for _ in 0..12 {
                    let mut object = serde_json::Map::new();
                    for _ in 0..6 {
                        let name = fields[dice.roll(fields.len())].clone();
                        let value = match dice.roll(7) {
                            0 => serde_json::Value::Null,
                            1 => true.into(),
                            2 => i64::MAX.into(),
                            3 => (-1.5).into(),
                            4 => serde_json::json!([dice.odd(), 1, null]),
                            5 => serde_json::json!({"a": dice.odd()}),
                            _ => dice.odd().into(),
                        };
                        object.insert(name, value);
                    }
                    let answer = program.send(&row.method, &good, Some(object.clone().into())).await;
                    if answer.status >= 500 {
                        wrong.push(format!("{} {good} with {object:?}: {}", row.method, answer.body));
                    }
                }
                for text in ["", "{", "[]", "null", "\"\\ud800\"", "{\"a\":1e999}", "{\"title\":\"\\u0000\"}"] {
                    let answer = program.send_text(&row.method, &good, Some(text.to_owned())).await;
                    if answer.status >= 500 {
                        wrong.push(format!("{} {good} with {text}: {}", row.method, answer.body));
                    }
                }
            }
        }
        crate::jobs::run_due(&app).await.unwrap();
        assert!(wrong.is_empty(), "{wrong:#?}");
    });
}
