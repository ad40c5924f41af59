//! A value of a table as a backup keeps it: exact, and the same of both engines.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize, Serializer};

/// The types that migrations may use (`src/database/migrations.rs`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// `uuid`
    Uuid,
    /// `text`
    Text,
    /// `bigint`
    Bigint,
    /// `boolean`
    Boolean,
    /// `double precision`
    Double,
    /// `bytea`
    Bytes,
}

impl Kind {
    /// The type of this name, which both engines' catalogues give as the migration wrote it.
    pub fn named(name: &str) -> Option<Kind> {
        Some(match name.to_ascii_lowercase().as_str() {
            "uuid" => Kind::Uuid,
            "text" => Kind::Text,
            "bigint" => Kind::Bigint,
            "boolean" => Kind::Boolean,
            "double precision" => Kind::Double,
            "bytea" => Kind::Bytes,
            _ => return None,
        })
    }
}

/// A value of a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `null`
    Null,
    /// Of a `uuid` column.
    Uuid(uuid::Uuid),
    /// Of a `text` column.
    Text(String),
    /// Of a `bigint` column.
    Bigint(i64),
    /// Of a `boolean` column.
    Boolean(bool),
    /// Of a `double precision` column.
    Double(f64),
    /// Of a `bytea` column.
    Bytes(Vec<u8>),
}

impl Serialize for Value {
    /// JSON: a double as the shortest text that reads back as the same number, since JSON readers
    /// differ in how they round, and bytes in base64 (RFC 4648 section 4).
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Null => to.serialize_unit(),
            Value::Uuid(value) => to.collect_str(&value.hyphenated()),
            Value::Text(value) => to.serialize_str(value),
            Value::Bigint(value) => to.serialize_i64(*value),
            Value::Boolean(value) => to.serialize_bool(*value),
            Value::Double(value) => to.collect_str(value),
            Value::Bytes(value) => to.serialize_str(&BASE64.encode(value)),
        }
    }
}

impl Value {
    /// Reads what [`Value::serialize`] wrote; `None` when it is not of this kind.
    pub fn read(kind: Kind, json: serde_json::Value) -> Option<Value> {
        use serde_json::Value as Json;
        Some(match (kind, json) {
            (_, Json::Null) => Value::Null,
            (Kind::Uuid, Json::String(text)) => Value::Uuid(text.parse().ok()?),
            (Kind::Text, Json::String(text)) => Value::Text(text),
            (Kind::Bigint, Json::Number(number)) => Value::Bigint(number.as_i64()?),
            (Kind::Boolean, Json::Bool(value)) => Value::Boolean(value),
            (Kind::Double, Json::String(text)) => Value::Double(text.parse().ok()?),
            (Kind::Bytes, Json::String(text)) => Value::Bytes(BASE64.decode(text).ok()?),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{Kind, Value};

    #[test]
    fn every_value_reads_back_as_it_was() {
        for (kind, value) in [
            (Kind::Text, Value::Null),
            (Kind::Uuid, Value::Uuid(uuid::Uuid::max())),
            (Kind::Text, Value::Text("Où \"ça\"\n\u{2028}\0?".to_owned())),
            (Kind::Bigint, Value::Bigint(i64::MIN)),
            (Kind::Bigint, Value::Bigint(9_007_199_254_740_993)),
            (Kind::Boolean, Value::Boolean(true)),
            (Kind::Double, Value::Double(0.1 + 0.2)),
            (Kind::Double, Value::Double(5e-324)),
            (Kind::Double, Value::Double(f64::NEG_INFINITY)),
            (Kind::Bytes, Value::Bytes(vec![0, 255, 10])),
        ] {
            let line = serde_json::to_string(&value).unwrap();
            assert!(!line.contains('\n'), "one line a row: {line}");
            assert_eq!(Value::read(kind, serde_json::from_str(&line).unwrap()), Some(value));
        }
        let wrong = serde_json::Value::from(1.5);
        assert_eq!(Value::read(Kind::Bigint, wrong.clone()), None);
        assert_eq!(Value::read(Kind::Text, wrong), None);
    }
}
