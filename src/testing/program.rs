//! A program that speaks to the JSON API with a token.

use axum::body::Body;
use axum::http::{Request, header};
use serde_json::Value;
use tower::ServiceExt;

use super::TestApp;

/// A program.
#[derive(Debug, Clone)]
pub struct Program {
    app: TestApp,
    token: Option<String>,
}

/// An answer of the API.
#[derive(Debug)]
pub struct Json {
    /// The HTTP status.
    pub status: u16,
    /// The media type.
    pub kind: String,
    /// The body; null when it is empty.
    pub body: Value,
}

impl Program {
    /// With a token or none.
    pub fn new(app: TestApp, token: Option<String>) -> Program {
        Program { app, token }
    }

    /// The same program, asking another app.
    pub(super) fn at(&self, app: &TestApp) -> Program {
        Program { app: app.clone(), token: self.token.clone() }
    }

    /// `GET`
    pub async fn get(&self, path: &str) -> Json {
        self.send("GET", path, None).await
    }

    /// A request with a JSON body.
    pub async fn send(&self, method: &str, path: &str, body: Option<Value>) -> Json {
        self.send_text(method, path, body.map(|body| body.to_string())).await
    }

    /// A request with a JSON body and headers of its own.
    pub async fn send_with(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Option<Value>) -> Json {
        self.request(method, path, headers, body.map(|body| body.to_string())).await
    }

    /// A request with a body that claims to be JSON.
    pub async fn send_text(&self, method: &str, path: &str, body: Option<String>) -> Json {
        self.request(method, path, &[], body).await
    }

    async fn request(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Option<String>) -> Json {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "klatsch.example");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(token) = &self.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        if body.is_some() {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        let request = request.body(body.map_or_else(Body::empty, Body::from)).unwrap();
        let response = self.app.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, 32 * 1024 * 1024).await.unwrap();
        let kind = parts.headers.get(header::CONTENT_TYPE).map_or("", |kind| kind.to_str().unwrap()).to_owned();
        let body = if bytes.is_empty() {
            Value::Null
        } else {
            serde_json::from_slice(&bytes)
                .unwrap_or_else(|_| Value::String(String::from_utf8_lossy(&bytes).into_owned()))
        };
        Json { status: parts.status.as_u16(), kind, body }
    }
}

impl Json {
    /// The status is this.
    #[track_caller]
    pub fn is(&self, status: u16) -> &Json {
        assert_eq!(self.status, status, "{}", self.body);
        self
    }

    /// The value at a JSON pointer.
    #[track_caller]
    pub fn at(&self, pointer: &str) -> &Value {
        self.body.pointer(pointer).unwrap_or_else(|| panic!("nothing at {pointer} in {}", self.body))
    }

    /// The pointers a problem names.
    pub fn wrong_fields(&self) -> Vec<String> {
        let errors = self.body["errors"].as_array().cloned().unwrap_or_default();
        errors.iter().map(|error| error["pointer"].as_str().unwrap().to_owned()).collect()
    }
}
