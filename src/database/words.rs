//! The index of words, which has no name in common: a full-text table in SQLite, an inverted index over
//! a column in PostgreSQL. `search/store.rs` is its only reader and writer. Migrations are one text, so
//! it is made here, after them; it holds nothing that cannot be made anew.

use super::{Database, Result};

/// Nothing but bags of words: no columns, no places in the text (`detail=none`), no copy of it
/// (`content=''`). The words come prepared, so the plainest tokenizer does.
const SQLITE: &str = "create virtual table if not exists search_words using fts5(
    words, content='', contentless_delete=1, detail=none, tokenize=\"ascii tokenchars '_'\")";

/// `fastupdate` would let searches pay for what changes put off.
const POSTGRES: &str = "create table if not exists search_words (number bigint primary key, words tsvector not null);
    create index if not exists search_words_words on search_words using gin (words) with (fastupdate = off)";

/// Makes the index if it is not there.
pub(super) async fn make(database: &Database) -> Result<()> {
    match database {
        Database::Sqlite { writer, .. } => {
            sqlx::raw_sql(SQLITE).execute(&mut *writer.alone().await?).await.map(|_| ())?
        }
        Database::Postgres(pool) => sqlx::raw_sql(POSTGRES).execute(pool).await.map(|_| ())?,
    }
    Ok(())
}
