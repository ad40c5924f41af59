//! SQL of topics, of who is keen, and of agendas.

mod agendas;
mod carries;
pub mod personal;
mod topics;

pub use agendas::*;
pub use carries::*;
pub use topics::*;
