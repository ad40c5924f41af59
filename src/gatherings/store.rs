//! SQL of series and gatherings, and of who is tied to them.

mod found;
mod gatherings;
mod holding;
mod parts;
pub mod personal;
mod series;
mod ties;
pub mod timeline;
mod with_networks;

pub use found::*;
pub use gatherings::*;
pub use holding::*;
pub use parts::*;
pub use series::*;
pub use ties::*;
pub use with_networks::*;
