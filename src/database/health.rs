//! Whether the engine itself finds its database in order.

use super::{Database, Result};

/// What is wrong, a sentence each; nothing when all is well. Reads the whole database.
pub async fn health(database: &Database) -> Result<Vec<String>> {
    match database {
        Database::Sqlite { readers, .. } => {
            let mut wrong: Vec<String> = sqlx::query_scalar("pragma integrity_check(20)").fetch_all(readers).await?;
            wrong.retain(|line| line != "ok");
            #[derive(sqlx::FromRow)]
            struct Dangling {
                of_table: String,
                target: String,
                rows: i64,
            }
            let dangling: Vec<Dangling> = sqlx::query_as(
                "select \"table\" as of_table, parent as target, count(*) as rows from pragma_foreign_key_check
                 group by \"table\", parent",
            )
            .fetch_all(readers)
            .await?;
            wrong.extend(dangling.into_iter().map(|Dangling { of_table, target, rows }| {
                format!("{rows} rows of {of_table} point to rows of {target} that are not there")
            }));
            Ok(wrong)
        }
        // PostgreSQL keeps its constraints itself; those that were switched off, and pages whose checksum
        // was wrong when they were read, are what it can tell.
        Database::Postgres(pool) => {
            let wrong = sqlx::query_scalar(
                "select 'the constraint ' || conname || ' was never checked' from pg_constraint
                 where not convalidated and connamespace = current_schema()::regnamespace
                 union all
                 select 'the index ' || c.relname || ' is broken' from pg_index i join pg_class c on c.oid = i.indexrelid
                 where not i.indisvalid and c.relnamespace = current_schema()::regnamespace
                 union all
                 select checksum_failures || ' pages had a wrong checksum' from pg_stat_database
                 where datname = current_database() and checksum_failures > 0",
            );
            Ok(wrong.fetch_all(pool).await?)
        }
    }
}
