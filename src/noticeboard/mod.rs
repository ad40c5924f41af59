//! Placeholder until its first commit.

use utoipa_axum::router::OpenApiRouter;

use crate::app::Domain;
use crate::web::Routes;

/// This domain.
pub const DOMAIN: Domain = Domain {
    name: "noticeboard",
    pages: Routes::new,
    api: OpenApiRouter::new,
    access: include_str!("access.txt"),
    jobs: Vec::new,
};
