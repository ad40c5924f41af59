//! A program that speaks to a house by its API.

use std::path::Path;

use serde_json::Value;

use super::house::{Answer, House};

/// A key that may write, of the administrator that `init` makes.
pub fn key(folder: &Path) -> String {
    let key =
        super::works(folder, &["token", "create", "--email", "wren@sample.example", "--name", "sheet", "--write"]);
    key.trim().to_owned()
}

fn headers(key: &str) -> String {
    format!("authorization: Bearer {key}\r\n")
}

/// The JSON of an answer.
pub fn body(answer: &Answer) -> Value {
    let (_, body) = answer.text.split_once("\r\n\r\n").unwrap();
    serde_json::from_str(body).unwrap_or_else(|_| panic!("no JSON: {}", answer.text))
}

pub fn get(house: &House, key: &str, path: &str) -> Answer {
    house.get(path, &headers(key))
}

/// Posts JSON.
pub fn post(house: &House, key: &str, path: &str, json: &Value) -> Answer {
    let (json, head) = (json.to_string(), headers(key));
    let length = json.len();
    house.send(&format!(
        "POST {path} HTTP/1.1\r\nhost: klatsch\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n{head}\r\n{json}"
    ))
}

/// A gathering tomorrow, which is open for topics and files: `public`, or of the `district`.
pub fn gathering(house: &House, key: &str, audience: &str) -> String {
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    let now = jiff::Timestamp::from_second(i64::try_from(seconds).unwrap()).unwrap();
    let date = jiff::tz::Offset::UTC.to_datetime(now).date().tomorrow().unwrap().to_string();
    let json =
        serde_json::json!({"title": "Coffee", "date": date, "starts": "12:05", "ends": "12:45", "audience": audience});
    let answer = post(house, key, "/api/v1/gatherings", &json);
    assert_eq!(answer.status, 201, "{}", answer.text);
    body(&answer)["id"].as_str().unwrap().to_owned()
}

/// Uploads a file to a gathering.
pub fn upload(house: &House, key: &str, gathering: &str, name: &str, content: &[u8]) -> Answer {
    let mut form =
        format!("--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n").into_bytes();
    form.extend_from_slice(content);
    form.extend_from_slice(b"\r\n--edge--\r\n");
    let (length, head) = (form.len(), headers(key));
    let mut request = format!(
        "POST /api/v1/gatherings/{gathering}/files HTTP/1.1\r\nhost: klatsch\r\nconnection: close\r\ncontent-type: multipart/form-data; boundary=edge\r\ncontent-length: {length}\r\n{head}\r\n"
    )
    .into_bytes();
    request.extend_from_slice(&form);
    house.send_bytes(&request)
}
