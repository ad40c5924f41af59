//! The sample rows of every migration: no table is empty with them.

use crate::database::{Database, MIGRATIONS};

/// Sample rows of a migration, with `{1}` for the UUID of that number in the engine's way.
pub fn sample(description: &str, version: i64, database: &Database) -> String {
    let blob = matches!(database, Database::Sqlite { .. });
    let name = format!("{version:04}_{}.sql", description.replace(' ', "_"));
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/samples").join(&name);
    let mut text =
        std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("no sample data migrations/samples/{name}"));
    for number in 1..=99 {
        let id = uuid::Uuid::from_u128(number);
        let literal = if blob { format!("x'{}'", id.simple()) } else { format!("'{id}'") };
        text = text.replace(&format!("{{{number}}}"), &literal);
    }
    text.replace("{bytes}", if blob { "x'00ff'" } else { "'\\x00ff'" })
}

/// Runs texts, as migrations are.
pub async fn run_text(database: &Database, text: String) -> Result<(), sqlx::Error> {
    let text = sqlx::AssertSqlSafe(text);
    match database {
        Database::Sqlite { writer, .. } => {
            sqlx::raw_sql(text).execute(&mut *writer.alone().await.unwrap()).await.map(|_| ())
        }
        Database::Postgres(pool) => sqlx::raw_sql(text).execute(pool).await.map(|_| ()),
    }
}

/// Fills a migrated, empty database.
pub async fn fill(database: &Database) {
    for migration in MIGRATIONS.iter() {
        let text = sample(&migration.description, migration.version, database);
        run_text(database, text).await.unwrap_or_else(|error| panic!("{}: {error}", migration.description));
    }
}
