//! `#[each_engine]`: one story, told once on SQLite and once on PostgreSQL.
//!
//! ```text
//! #[each_engine]
//! async fn a_newcomer_answers(app: TestApp) { … }
//! ```
//!
//! becomes a module of that name with the two tests `sqlite` and `postgres`. The story takes the
//! app by value; dropping it checks that nothing was left over. The macro works on tokens alone, so
//! that it costs no parser crate.

use proc_macro::{TokenStream, TokenTree};

/// Makes two tests of one async function that takes the test app.
#[proc_macro_attribute]
pub fn each_engine(_attribute: TokenStream, item: TokenStream) -> TokenStream {
    let mut after_fn = false;
    let mut name = None;
    for token in item.clone() {
        if let TokenTree::Ident(word) = token {
            let word = word.to_string();
            if after_fn {
                name = Some(word);
                break;
            }
            after_fn = word == "fn";
        }
    }
    let Some(name) = name else {
        return "compile_error!(\"#[each_engine] belongs on an async fn\");".parse().unwrap_or_default();
    };
    format!(
        "mod {name} {{
            use super::*;
            {item}
            #[test]
            fn sqlite() {{ crate::testing::tell(crate::testing::Engine::Sqlite, {name}) }}
            #[test]
            fn postgres() {{ crate::testing::tell(crate::testing::Engine::Postgres, {name}) }}
        }}"
    )
    .parse()
    .unwrap_or_default()
}
