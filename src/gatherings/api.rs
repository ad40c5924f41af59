//! Series and gatherings as JSON: the same verbs, read by the same functions as the forms.

mod gatherings;
mod lost;
mod series;
mod shapes;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// Their routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(series::list, series::make))
        .routes(routes!(series::show, series::patch))
        .routes(routes!(series::gatherings))
        .routes(routes!(gatherings::make))
        .routes(routes!(gatherings::show, gatherings::patch))
}
