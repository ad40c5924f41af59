//! SQL of topics, of who is keen, and of agendas.

mod agendas;
mod cared;
mod carries;
pub mod personal;
mod topics;

pub use agendas::*;
pub use cared::*;
pub use carries::*;
pub use topics::*;
