//! What keeps a database from working that is nobody's mistake and passes: a full disk, one that takes no
//! writing, a server that is away, too much at once. The two engines say it in their own numbers.

use std::io::{self, ErrorKind};

/// A trouble that passes, and what it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// There is no room left on the disk.
    Full,
    /// The disk, or the server, takes no writing.
    ReadOnly,
    /// The database cannot be reached.
    Gone,
    /// Others are at it, for longer than anybody waits.
    Busy,
}

impl Trouble {
    /// Of anything that failed: what is looked for stands somewhere in the chain of its causes.
    pub fn of(error: &anyhow::Error) -> Option<Trouble> {
        error.chain().find_map(|cause| {
            if let Some(error) = cause.downcast_ref::<super::Error>() {
                return error.trouble();
            }
            cause
                .downcast_ref::<sqlx::Error>()
                .and_then(of_sqlx)
                .or_else(|| cause.downcast_ref::<io::Error>().and_then(of_disk))
        })
    }

    /// After how many seconds to try again.
    pub fn patience(self) -> u32 {
        match self {
            Trouble::Full | Trouble::ReadOnly => 60,
            Trouble::Gone => 10,
            Trouble::Busy => 5,
        }
    }

    /// For the log and `/healthz`.
    pub fn words(self) -> &'static str {
        match self {
            Trouble::Full => "the disk is full: nothing can be written",
            Trouble::ReadOnly => "the disk or the database takes no writing",
            Trouble::Gone => "the database does not answer",
            Trouble::Busy => "the database is too busy",
        }
    }
}

pub(super) fn of_sqlx(error: &sqlx::Error) -> Option<Trouble> {
    match error {
        sqlx::Error::PoolTimedOut => Some(Trouble::Busy),
        sqlx::Error::PoolClosed | sqlx::Error::Tls(_) => Some(Trouble::Gone),
        sqlx::Error::Io(error) => of_disk(error).or(Some(Trouble::Gone)),
        sqlx::Error::Database(error) => {
            let code = error.code()?;
            if error.try_downcast_ref::<sqlx::postgres::PgDatabaseError>().is_some() {
                of_postgres(&code)
            } else {
                of_sqlite(code.parse().ok()?)
            }
        }
        _ => None,
    }
}

/// What a disk says, and a network file system.
pub(super) fn of_disk(error: &io::Error) -> Option<Trouble> {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Some(Trouble::Full),
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Some(Trouble::ReadOnly),
        // EIO has no kind of its own.
        _ => (error.raw_os_error() == Some(5)).then_some(Trouble::ReadOnly),
    }
}

/// SQLite's result codes (rescode.html); the lowest eight bits say the kind.
fn of_sqlite(code: i64) -> Option<Trouble> {
    match code & 0xff {
        13 => Some(Trouble::Full),
        // READONLY, IOERR, CANTOPEN.
        8 | 10 | 14 => Some(Trouble::ReadOnly),
        // BUSY, LOCKED.
        5 | 6 => Some(Trouble::Busy),
        _ => None,
    }
}

/// PostgreSQL's SQLSTATEs (errcodes-appendix).
fn of_postgres(code: &str) -> Option<Trouble> {
    match code {
        "53100" => Some(Trouble::Full),
        // read_only_sql_transaction, io_error.
        "25006" | "58030" => Some(Trouble::ReadOnly),
        // Serialization, deadlocks, locks and time limits; memory and connections.
        "40001" | "40P01" | "55P03" | "57014" | "53000" | "53200" | "53300" | "53400" => Some(Trouble::Busy),
        // Shutting down, crashed, starting up, dropped; not accepting connections.
        "57P01" | "57P02" | "57P03" | "57P04" | "57P05" | "55000" => Some(Trouble::Gone),
        _ => code.starts_with("08").then_some(Trouble::Gone),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn sqlite_says_it_in_numbers() {
        // FULL; READONLY and READONLY_DBMOVED; IOERR_WRITE, IOERR_FSYNC; CANTOPEN_ISDIR; BUSY_SNAPSHOT.
        for (code, trouble) in [
            (13, Trouble::Full),
            (8, Trouble::ReadOnly),
            (1032, Trouble::ReadOnly),
            (778, Trouble::ReadOnly),
            (1034, Trouble::ReadOnly),
            (526, Trouble::ReadOnly),
            (517, Trouble::Busy),
            (6, Trouble::Busy),
        ] {
            assert_eq!(of_sqlite(code), Some(trouble), "{code}");
        }
        // A broken constraint, a broken file, a wrong text are no trouble that passes.
        for code in [2067, 787, 11, 26, 1] {
            assert_eq!(of_sqlite(code), None, "{code}");
        }
    }

    #[test]
    fn postgres_says_it_in_letters() {
        for (code, trouble) in [
            ("53100", Trouble::Full),
            ("25006", Trouble::ReadOnly),
            ("57P01", Trouble::Gone),
            ("57P03", Trouble::Gone),
            ("08006", Trouble::Gone),
            ("53300", Trouble::Busy),
            ("40P01", Trouble::Busy),
        ] {
            assert_eq!(of_postgres(code), Some(trouble), "{code}");
        }
        for code in ["23505", "42P01", "XX000"] {
            assert_eq!(of_postgres(code), None, "{code}");
        }
    }

    #[test]
    fn it_is_found_among_the_causes() {
        let full = anyhow::Error::from(io::Error::from(ErrorKind::StorageFull)).context("an upload").context("a post");
        assert_eq!(Trouble::of(&full), Some(Trouble::Full));
        let gone = sqlx::Error::Io(ErrorKind::ConnectionReset.into());
        assert_eq!(Trouble::of(&super::super::Error::from(gone).into()), Some(Trouble::Gone));
        // A visitor who hangs up in the middle of an upload is not a disk that fails.
        assert_eq!(Trouble::of(&io::Error::from(ErrorKind::ConnectionReset).into()), None);
        assert_eq!(Trouble::of(&anyhow::anyhow!("a mistake of ours")), None);
    }
}
