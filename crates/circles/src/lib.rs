//! Which two circles (series or networks) suit a newcomer, and why: a pure function of what they answered and
//! what there is.
//!
//! Each circle that somebody may join is looked at by itself ([`weigh`](weigh::weigh)): what speaks for it is
//! a list of [`Reason`]s, and each reason has a weight ([`Reason::weight`]). Nothing else decides, and nothing
//! is drawn by lot: the same answers and the same circles give the same suggestions in whatever order the
//! circles are handed in. Two are chosen that differ in kind or in host where two such suit
//! ([`choose`](choose::suggest)). That nothing suits is an answer too, and says what stood in the way.

mod answers;
mod choose;
mod circle;
mod reason;
mod weigh;

#[cfg(test)]
mod tests;

pub use answers::{Answers, Hope, Level, School};
pub use choose::{Advice, MOST, suggest};
pub use circle::{Circle, Host, Kind, Meeting};
pub use reason::{Lack, Reason};
pub use weigh::Suggestion;
