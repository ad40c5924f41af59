//! What the compiler's friends say.

use anyhow::Result;

use crate::programs::{cargo, find, succeed};

/// `cargo fmt`, without changing anything.
pub fn format() -> Result<()> {
    succeed(cargo()?.args(["fmt", "--all", "--check"]))
}

/// Clippy on everything, tests too; a warning is an error.
pub fn clippy() -> Result<()> {
    succeed(cargo()?.args(["clippy", "--workspace", "--all-targets", "--quiet", "--", "--deny", "warnings"]))
}

/// Licences and banned crates, where cargo-deny is installed; building it takes longer than
/// everything else here, so it is not installed for the sake of this.
pub fn deny() -> Result<()> {
    if find(&["cargo-deny"]).is_none() {
        eprintln!("cargo-deny is not installed, so licences and bans were not looked at (cargo install cargo-deny)");
        return Ok(());
    }
    succeed(cargo()?.args(["deny", "check", "licenses", "bans", "sources"]))
}
