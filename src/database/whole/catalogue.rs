//! Which tables there are, in an order in which each comes after those it points to.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::AssertSqlSafe;

use super::{Column, Kind, Table};
use crate::database::{Connection, Engine, Error, Result};

// The index of words is each engine's own, and made anew from what is restored (`database/words.rs`).
const SQLITE_COLUMNS: &str = "select m.name as of_table, c.name as name, c.type as type
    from sqlite_schema m join pragma_table_info(m.name) c
    where m.type = 'table' and m.name not like 'sqlite\\_%' escape '\\' and m.name <> '_sqlx_migrations'
      and m.name not like 'search\\_words%' escape '\\'
    order by m.name, c.cid";

const POSTGRES_COLUMNS: &str =
    "select c.table_name::text as of_table, c.column_name::text as name, c.data_type::text as type
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.table_name not in ('_sqlx_migrations', 'search_words')
    order by c.table_name collate \"C\", c.ordinal_position";

const SQLITE_REFERENCES: &str = "select m.name as of_table, f.\"table\" as target
    from sqlite_schema m join pragma_foreign_key_list(m.name) f where m.type = 'table'";

const POSTGRES_REFERENCES: &str = "select r.relname::text as of_table, t.relname::text as target
    from pg_constraint c join pg_class r on r.oid = c.conrelid join pg_class t on t.oid = c.confrelid
    where c.contype = 'f' and c.connamespace = current_schema()::regnamespace";

/// Every table but sqlx's own, in an order in which each comes after those it points to.
///
/// # Errors
/// Also when a column is of a type that migrations may not use.
pub async fn tables(db: &mut Connection) -> Result<Vec<Table>> {
    #[derive(sqlx::FromRow)]
    struct Row {
        of_table: String,
        name: String,
        r#type: String,
    }
    let columns: Vec<Row> = match db.engine() {
        Engine::Sqlite(connection) => sqlx::query_as(SQLITE_COLUMNS).fetch_all(connection).await?,
        Engine::Postgres(connection) => sqlx::query_as(POSTGRES_COLUMNS).fetch_all(connection).await?,
    };
    let mut tables: BTreeMap<String, Vec<Column>> = BTreeMap::new();
    for Row { of_table, name, r#type } in columns {
        let kind = Kind::named(&r#type).ok_or_else(|| {
            Error::from(sqlx::Error::ColumnDecode {
                index: format!("{of_table}.{name}"),
                source: format!("no backup can keep the type {type}").into(),
            })
        })?;
        tables.entry(of_table).or_default().push(Column { name, kind });
    }
    let mut references = references(db).await?;
    let mut ordered = Vec::with_capacity(tables.len());
    while !tables.is_empty() {
        // In a circle of references none would be ready: then the first, and restoring bears it.
        let ready = tables
            .keys()
            .find(|name| references.get(*name).is_none_or(|targets| targets.iter().all(|to| !tables.contains_key(to))))
            .or_else(|| tables.keys().next())
            .cloned();
        if let Some((name, columns)) = ready.and_then(|name| tables.remove_entry(&name)) {
            references.remove(&name);
            ordered.push(Table { name, columns });
        }
    }
    Ok(ordered)
}

/// Which tables each points to, itself left out.
async fn references(db: &mut Connection) -> Result<BTreeMap<String, BTreeSet<String>>> {
    #[derive(sqlx::FromRow)]
    struct Row {
        of_table: String,
        target: String,
    }
    let rows: Vec<Row> = match db.engine() {
        Engine::Sqlite(connection) => sqlx::query_as(SQLITE_REFERENCES).fetch_all(connection).await?,
        Engine::Postgres(connection) => sqlx::query_as(POSTGRES_REFERENCES).fetch_all(connection).await?,
    };
    let mut references: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for Row { of_table, target } in rows.into_iter().filter(|row| row.of_table != row.target) {
        references.entry(of_table).or_default().insert(target);
    }
    Ok(references)
}

/// The first table that has a row, if any has.
pub async fn filled(db: &mut Connection, tables: &[Table]) -> Result<Option<String>> {
    for table in tables {
        let text = AssertSqlSafe(format!("select exists (select 1 from \"{}\")", table.name));
        let any: bool = match db.engine() {
            Engine::Sqlite(connection) => sqlx::query_scalar(text).fetch_one(connection).await?,
            Engine::Postgres(connection) => sqlx::query_scalar(text).fetch_one(connection).await?,
        };
        if any {
            return Ok(Some(table.name.clone()));
        }
    }
    Ok(None)
}
