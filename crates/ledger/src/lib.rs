//! Does it get used? The counts of a season, what of them may be shown, and the ledger as a file.
//!
//! A pure leaf: the caller loads the rows of one series into a [`Season`]; [`use_of`] answers with
//! numbers in which no group of under five people can be read, also not by subtracting; [`export`]
//! writes the same rows as CSV for those who may see names, so that every number can be recounted.
//!
//! # How small groups stay hidden
//!
//! One rule, in five forms. Five is [`FEWEST`].
//!
//! 1. **A row of a breakdown** (a school, level, role, month, week, gathering) is shown only if at
//!    least five people came *and* at least five did not. So a group of under five invited people
//!    is hidden whatever its count, and nought and "everybody" are hidden too: "nobody of these
//!    twelve" would answer for each two of them.
//! 2. **Rows under a shown total.** If any row is hidden, one more is hidden with it, chosen by its
//!    place in the list and never by its size, and the hidden ones together must leave every one
//!    of them at least two possible counts, even to a reader who knows this text and how many are
//!    invited in each row. If they do not, the whole table is hidden. Under a hidden row everything
//!    is hidden: schools under their level, gatherings under weeks under months. A week with
//!    gatherings in two months is two rows, so that weeks add up to months.
//! 3. **Sets that overlap** (roles; said yes, walked in; came, came first, came back) are shown
//!    only if every part that they cut out together is empty or holds at least five people, and,
//!    for roles, also at least five of each kind as in rule 1. Roles are tried against the shown
//!    levels and schools as well: whatever a union of one less a union of the other leaves over is
//!    empty or obeys rule 1.
//! 4. **Periods.** A period is widened to whole calendar months. Only the whole series gets the
//!    full answer; a part of it gets a *view* of that answer (the same rows, hidden by the same
//!    decision, and sums of rows that are all shown) and one number of its own, the people who
//!    came, shown only if every period that is one month longer or shorter, the whole series, and
//!    every gathering in it differ from it by at least five people. So no two periods subtract to
//!    a week.
//!
//! 5. **Series together.** The figures of several series in one, as of a network's year, are read beside those of
//!    each: see [`beside`].
//!
//! # What this does not do
//!
//! Someone who reads the answer today and again after the next gathering sees it grow, and may
//! subtract; so may someone who knows many of those who came (each knows of herself, at least).
//! Counts of different kinds bound one another (whoever came to any week came at least once), and
//! so do tables that cross (nobody is in a role and in no school); what is promised of those is
//! that no sum or difference is a small group, not that a small group has no bounds at all.
//! Counts of topics are not counts of people: one topic shared means one person shared. What hosts
//! see, names on the attendance page and in the export, is no part of this.

mod answer;
mod beside;
mod crossing;
mod export;
mod figures;
mod groups;
mod hiding;
mod period;
mod season;
mod tally;
mod times;

pub use answer::use_of;
pub use beside::beside;
pub use export::{COLUMNS, ExportError, bare, export, safe};
pub use figures::{
    Count, Figures, GatheringRow, LevelRow, Median, MonthRow, RoleRow, SchoolRow, Share, Topics, Use, WeekRow,
};
pub use season::{Answer, Answered, Attendance, Gathering, Guests, Person, Season, State, Topic, TopicState};

/// The fewest people a shown group may have; a gathering of fewer, a school of fewer, is hidden.
pub const FEWEST: u32 = 5;

/// The fewest gatherings held that say anything; below it the answer is "too few to tell".
pub const FEWEST_GATHERINGS: u32 = 3;

#[cfg(test)]
mod tests;
