//! SQL of answers.

mod asking;
mod known;
pub mod personal;
mod saying;
mod settling;

pub use asking::{
    counts, counts_in_series, mine, mine_all, mine_in_series, odd_waits, pairs, said, said_in_series, series_answer,
    series_answers_of, unsettled,
};
pub use known::known;
pub use saying::{Standing, follow, put, put_series, remove, remove_series, stand, unfollow};
pub use settling::{insert_missing, promote, remove_stale};
