//! Routes that remember themselves, so that the access table can be held against all of them.

use axum::Router;
use axum::handler::Handler;
use axum::routing;

use crate::app::App;

/// The pages of a domain.
#[derive(Debug, Default)]
pub struct Routes {
    router: Router<App>,
    list: Vec<(&'static str, String)>,
}

impl Routes {
    /// None yet.
    pub fn new() -> Routes {
        Routes::default()
    }

    /// Answers GET (and HEAD).
    #[must_use]
    pub fn get<H: Handler<T, App>, T: 'static>(mut self, path: &'static str, handler: H) -> Routes {
        self.router = self.router.route(path, routing::get(handler));
        self.list.push(("GET", path.to_owned()));
        self
    }

    /// Answers POST.
    #[must_use]
    pub fn post<H: Handler<T, App>, T: 'static>(mut self, path: &'static str, handler: H) -> Routes {
        self.router = self.router.route(path, routing::post(handler));
        self.list.push(("POST", path.to_owned()));
        self
    }

    /// Adds the routes of another.
    #[must_use]
    pub fn merge(mut self, other: Routes) -> Routes {
        self.router = self.router.merge(other.router);
        self.list.extend(other.list);
        self
    }

    /// Adds an API with its document; its routes are those the document lists.
    #[must_use]
    pub fn api(mut self, router: Router<App>, document: &utoipa::openapi::OpenApi) -> Routes {
        for (path, item) in &document.paths.paths {
            for (method, operation) in [
                ("GET", &item.get),
                ("POST", &item.post),
                ("PUT", &item.put),
                ("PATCH", &item.patch),
                ("DELETE", &item.delete),
            ] {
                if operation.is_some() {
                    self.list.push((method, path.clone()));
                }
            }
        }
        self.router = self.router.merge(router);
        self
    }

    /// Method and path of each.
    #[cfg(test)]
    pub fn list(&self) -> &[(&'static str, String)] {
        &self.list
    }

    /// As axum serves them.
    pub fn into_router(self) -> Router<App> {
        self.router
    }
}
