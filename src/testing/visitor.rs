//! A browser with a cookie jar, without JavaScript.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::{Request, header};
use tower::ServiceExt;

use super::{Page, TestApp};
use crate::ids::PersonId;

/// A browser. Clones share the cookie jar.
#[derive(Debug, Clone)]
pub struct Visitor {
    app: TestApp,
    cookies: Arc<Mutex<BTreeMap<String, String>>>,
    person: Arc<Mutex<Option<PersonId>>>,
}

impl Visitor {
    /// With an empty cookie jar.
    pub fn new(app: TestApp) -> Visitor {
        Visitor { app, cookies: Arc::default(), person: Arc::default() }
    }

    /// Who is signed in.
    pub fn id(&self) -> PersonId {
        self.person.lock().unwrap().expect("nobody is signed in here")
    }

    pub(super) fn be(&self, person: PersonId) {
        *self.person.lock().unwrap() = Some(person);
    }

    /// Keeps a `Set-Cookie`.
    pub fn keep(&self, cookie: &str) {
        let cookie = cookie::Cookie::parse(cookie.to_owned()).unwrap();
        let mut cookies = self.cookies.lock().unwrap();
        if cookie.max_age().is_some_and(|age| age.is_zero()) {
            cookies.remove(cookie.name());
        } else {
            cookies.insert(cookie.name().to_owned(), cookie.value().to_owned());
        }
    }

    /// Takes the cookies of another browser, as a thief would.
    pub fn take(&self, other: &Visitor) {
        let cookies = other.cookies.lock().unwrap().clone();
        *self.cookies.lock().unwrap() = cookies;
    }

    /// Speaks French from now on.
    pub fn in_french(self) -> Visitor {
        self.keep("klatsch-language=fr");
        self
    }

    /// Visits an address, following redirects; the page must be fine (200).
    pub async fn get(&self, path: &str) -> Page {
        let page = self.try_get(path).await;
        assert_eq!(page.status, 200, "GET {path} answered {}:\n{}", page.status, page.text());
        page
    }

    /// Visits an address, following redirects, whatever the answer.
    pub async fn try_get(&self, path: &str) -> Page {
        self.follow("GET", path, None).await
    }

    /// Sends a form, following redirects.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.follow("POST", path, Some(body)).await
    }

    /// Sends a form as the device does that kept it while the network was away, following the redirect.
    pub async fn post_with(&self, path: &str, headers: &[(&str, &str)], fields: &[(&str, &str)]) -> Page {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let mut request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let page = self.send(request.body(body.into()).unwrap()).await;
        match page.location().filter(|_| page.status == 303) {
            Some(location) => self.try_get(&location).await,
            None => page,
        }
    }

    /// Sends a form with a file (`multipart/form-data`), following redirects.
    pub async fn upload(&self, path: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> Page {
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(
                format!("--edge\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
            );
        }
        let (name, content) = file;
        body.extend(
            format!("--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n").bytes(),
        );
        body.extend(content);
        body.extend(b"\r\n--edge--\r\n");
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .header("sec-fetch-site", "same-origin");
        let mut page = self.send(request.body(body.into()).unwrap()).await;
        if let Some(location) = page.location().filter(|_| page.status == 303) {
            page = self.try_get(&location).await;
        }
        page
    }

    /// One request, not following anything.
    pub async fn once(&self, method: &str, path: &str, form: Option<String>) -> Page {
        let mut request = Request::builder().method(method).uri(path);
        if form.is_some() {
            request = request
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .header("sec-fetch-site", "same-origin");
        }
        self.send(request.body(form.map_or_else(Body::empty, Body::from)).unwrap()).await
    }

    /// Any request, with this browser's cookies, not following anything.
    pub async fn send(&self, mut request: Request<Body>) -> Page {
        let cookies: Vec<String> =
            self.cookies.lock().unwrap().iter().map(|(name, value)| format!("{name}={value}")).collect();
        let path = request.uri().to_string();
        request.headers_mut().insert(header::HOST, header::HeaderValue::from_static("klatsch.example"));
        if !cookies.is_empty() {
            request.headers_mut().insert(header::COOKIE, cookies.join("; ").parse().unwrap());
        }
        let response = self.app.router.clone().oneshot(request).await.unwrap();
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            self.keep(cookie.to_str().unwrap());
        }
        Page::read(self.clone(), &path, response).await
    }

    async fn follow(&self, method: &str, path: &str, form: Option<String>) -> Page {
        let mut page = self.once(method, path, form).await;
        for _ in 0..5 {
            let Some(location) = page.location().filter(|_| page.status == 303) else {
                return page;
            };
            page = self.once("GET", &location, None).await;
        }
        panic!("{path} redirects in a circle");
    }
}
