//! How it is looked: wish by wish, and of each wish stretch by stretch, until the page is full.
//!
//! What is everywhere fills a page at the first glance. What is rare is gathered whole, all wishes and
//! stretches at once, instead of step by step. Between the two, of what is common but not here, what fits
//! a rare wish is gathered whole, and each step of another glances first and gathers then.

use std::collections::{BTreeMap, BTreeSet};

use finding::Wish;

use super::document::{Among, Document, TIMELESS, UNDATED, at};
use super::look::{Place, Time};
use super::store::{self, Kept, Named, Wanted};
use crate::clock::Instant;
use crate::database::{Connection, Result};

/// When it is changed from one way to another.
#[derive(Debug, Clone, Copy)]
pub struct Ways {
    /// What fits no more documents than this is gathered whole.
    pub few: i64,
    /// How many documents PostgreSQL walks at each step before it gathers.
    pub glance: i64,
    /// Where PostgreSQL guesses so many documents to fit any of the wishes, it is not tried whether they are few.
    pub common: i64,
    /// A single wish that it guesses to fit no more than so many is gathered whole, if it does.
    pub rare: i64,
}

impl Default for Ways {
    fn default() -> Ways {
        Ways { few: 500, glance: 1000, common: 6000, rare: 8000 }
    }
}

/// A stretch of time to go through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    /// What is coming, the next first.
    Coming,
    /// What has no time, by name.
    Undated,
    /// What is over, the latest first.
    Past,
}

impl Stretch {
    /// Those to go through, in their order.
    pub fn all(time: Option<Time>, among: Option<Among>) -> &'static [Stretch] {
        match (time, among) {
            (Some(Time::Coming), _) => &[Stretch::Coming],
            (Some(Time::Past), _) => &[Stretch::Past],
            (None, Some(Among::People)) => &[Stretch::Undated],
            (None, None | Some(_)) => &[Stretch::Coming, Stretch::Undated, Stretch::Past],
        }
    }

    /// After which number, and before which.
    fn span(self, now: Instant) -> (i64, i64) {
        // A number holds whole seconds: what ends in this one is over.
        let now = at(now.plus_seconds(1));
        match self {
            Stretch::Coming => (now - 1, UNDATED),
            Stretch::Undated => (UNDATED - 1, i64::MAX),
            Stretch::Past => (0, now),
        }
    }
}

/// What is looked for.
#[derive(Debug)]
pub struct Steps<'a> {
    /// The best first; the last fits whatever fits any.
    pub wishes: Vec<Wish>,
    /// What every document has besides.
    pub narrowed: Vec<Wish>,
    /// What none has.
    pub without: Option<Wish>,
    /// What the text of every document holds.
    pub phrases: &'a [String],
    /// What none holds.
    pub without_phrases: &'a [String],
    /// The stretches of each wish.
    pub stretches: &'static [Stretch],
    /// From which place on.
    pub from: Option<Place>,
    /// The moment that parts what is coming from what is over.
    pub now: Instant,
    /// How many fill a page.
    pub most: usize,
    /// How it is gone about; what is found is the same.
    pub ways: Ways,
}

/// A page, and where the next one begins.
type Page = (Vec<Document>, Option<Place>);

impl Steps<'_> {
    /// Goes until the page is full.
    pub async fn walk(&self, db: &mut Connection) -> Result<Page> {
        let mut found: Vec<(Place, Kept)> = Vec::new();
        let mut asked = false;
        'wishes: for wish in 0..self.wishes.len() {
            if found.len() > self.most {
                break;
            }
            for (stretch, in_time) in self.stretches.iter().enumerate() {
                if self.from.is_some_and(|place| (wish, stretch) < (place.wish, place.stretch)) {
                    continue;
                }
                // One more than fit, to know whether there is a next page.
                let left = many(self.most + 1 - found.len());
                let first =
                    stretch == 0 || self.from.is_some_and(|place| (wish, stretch) == (place.wish, place.stretch));
                if asked
                    && first
                    && let Some(whole) = self.whole_if_rare(db, wish, left).await?
                {
                    found.extend(whole);
                    continue 'wishes;
                }
                let has = self.has(wish, Some(*in_time));
                let not = self.but_not(wish);
                let wanted = self.wanted(&has, not.as_ref(), self.span(wish, stretch, *in_time));
                let (mut some, rest) = store::glance(db, &wanted, self.ways.glance, left).await?;
                if many(some.len()) < left {
                    if !asked {
                        asked = true;
                        if !self.is_common(db).await?
                            && let Some(all) = self.all_if_few(db).await?
                        {
                            return self.page_of(db, all).await;
                        }
                        if let Some(whole) = self.whole_if_rare(db, wish, left).await? {
                            found.extend(whole);
                            continue 'wishes;
                        }
                    }
                    if let Some(edge) = rest {
                        let (after, before) =
                            if wanted.descending { (wanted.after, edge) } else { (edge, wanted.before) };
                        let far = Wanted { after, before, ..wanted };
                        some.extend(store::gather(db, &far, left - many(some.len())).await?);
                    }
                }
                let place = |number| Place { now: self.now, wish, stretch, number };
                found.extend(some.into_iter().map(|kept: Kept| (place(kept.number), kept)));
                if found.len() > self.most {
                    break 'wishes;
                }
            }
        }
        Ok(self.page(found))
    }

    fn page(&self, mut found: Vec<(Place, Kept)>) -> Page {
        let more = found.len() > self.most;
        found.truncate(self.most);
        let next = found.last().filter(|_| more).map(|(place, _)| *place);
        (found.into_iter().map(|(_, kept)| kept.into()).collect(), next)
    }

    /// Whether what fits at all is common: PostgreSQL gathers all that fits before it says how many there are, which takes
    /// long where half of everything does. It guesses, or a glance at the first stretch shows it. Its guess is no good
    /// of what has one common word and not another.
    async fn is_common(&self, db: &mut Connection) -> Result<bool> {
        const SOME: i64 = 10;
        let Some((wish, stretch)) = self.wishes.len().checked_sub(1).zip(self.stretches.first()) else {
            return Ok(false);
        };
        if self.without.is_none() {
            let guess = store::estimate(db, &self.has(wish, None)).await?;
            if guess.is_some_and(|guess| guess >= self.ways.common) {
                return Ok(true);
            }
        }
        let has = self.has(wish, Some(*stretch));
        let (after, before) = stretch.span(self.now);
        let wanted = self.wanted(&has, self.without.as_ref(), (after, before, *stretch == Stretch::Past));
        let (found, _) = store::glance::<Named>(db, &wanted, self.ways.glance, SOME).await?;
        Ok(many(found.len()) == SOME)
    }

    /// The numbers that fit each wish; none when there are many.
    async fn all_if_few(&self, db: &mut Connection) -> Result<Option<Vec<Vec<i64>>>> {
        let mut all = vec![Vec::new(); self.wishes.len()];
        // From the last on: what does not fit that fits none.
        for (wish, numbers) in all.iter_mut().enumerate().rev() {
            let has = self.has(wish, None);
            let wanted = self.wanted(&has, self.without.as_ref(), (0, i64::MAX, false));
            *numbers = store::numbers(db, &wanted, self.ways.few).await?;
            if many(numbers.len()) > self.ways.few {
                return Ok(None);
            }
            if numbers.is_empty() {
                break;
            }
        }
        Ok(Some(all))
    }

    /// What fits a wish and none before it, the first `left`, where PostgreSQL guesses that it is rare and it is.
    async fn whole_if_rare(&self, db: &mut Connection, wish: usize, left: i64) -> Result<Option<Vec<(Place, Kept)>>> {
        let has = self.has(wish, None);
        if store::estimate(db, &has).await?.is_none_or(|guess| guess > self.ways.rare) {
            return Ok(None);
        }
        let not = self.but_not(wish);
        let wanted = self.wanted(&has, not.as_ref(), (0, i64::MAX, false));
        let numbers = store::numbers(db, &wanted, self.ways.rare).await?;
        if many(numbers.len()) > self.ways.rare {
            return Ok(None);
        }
        let mut places = self.places(wish, numbers);
        places.truncate(usize::try_from(left).unwrap_or(usize::MAX));
        self.kept_at(db, places).await.map(Some)
    }

    /// The page among all that fits.
    async fn page_of(&self, db: &mut Connection, all: Vec<Vec<i64>>) -> Result<Page> {
        let mut seen = BTreeSet::new();
        let mut places = Vec::new();
        for (wish, mut numbers) in all.into_iter().enumerate() {
            numbers.retain(|number| seen.insert(*number));
            places.extend(self.places(wish, numbers));
        }
        places.truncate(self.most + 1);
        Ok(self.page(self.kept_at(db, places).await?))
    }

    /// The documents at some places, in their order; not what was hidden from the asker meanwhile.
    async fn kept_at(&self, db: &mut Connection, places: Vec<Place>) -> Result<Vec<(Place, Kept)>> {
        let numbers: Vec<i64> = places.iter().map(|place| place.number).collect();
        let kept = store::of_numbers(db, &numbers, &self.narrowed).await?;
        let mut kept: BTreeMap<i64, Kept> = kept.into_iter().map(|kept: Kept| (kept.number, kept)).collect();
        Ok(places.into_iter().filter_map(|place| Some((place, kept.remove(&place.number)?))).collect())
    }

    /// Where the numbers that fit a wish stand, in the order of the page.
    fn places(&self, wish: usize, mut numbers: Vec<i64>) -> Vec<Place> {
        numbers.sort_unstable();
        let mut places = Vec::new();
        for (stretch, in_time) in self.stretches.iter().enumerate() {
            if self.from.is_some_and(|place| (wish, stretch) < (place.wish, place.stretch)) {
                continue;
            }
            let (after, before, descending) = self.span(wish, stretch, *in_time);
            let mut here: Vec<i64> =
                numbers.iter().copied().filter(|number| after < *number && *number < before).collect();
            if descending {
                here.reverse();
            }
            places.extend(here.into_iter().map(|number| Place { now: self.now, wish, stretch, number }));
        }
        places
    }

    fn has(&self, wish: usize, stretch: Option<Stretch>) -> Wish {
        let mut all: Vec<Wish> = self.wishes.get(wish).cloned().into_iter().collect();
        all.extend(self.narrowed.iter().cloned());
        // The inverted index knows marks, not numbers.
        all.extend((stretch == Some(Stretch::Undated)).then(|| Wish::whole(TIMELESS)));
        Wish::All(all)
    }

    /// What fitted an earlier wish was found there already; and what may not be is not found at all.
    fn but_not(&self, wish: usize) -> Option<Wish> {
        let mut not: Vec<Wish> = self.wishes.iter().take(wish).cloned().collect();
        not.extend(self.without.clone());
        (!not.is_empty()).then_some(Wish::Any(not))
    }

    /// After which number, before which, and whether the greatest come first.
    fn span(&self, wish: usize, stretch: usize, in_time: Stretch) -> (i64, i64, bool) {
        let (mut after, mut before) = in_time.span(self.now);
        let descending = in_time == Stretch::Past;
        if let Some(place) = self.from.filter(|place| (place.wish, place.stretch) == (wish, stretch)) {
            if descending { before = before.min(place.number) } else { after = after.max(place.number) }
        }
        (after, before, descending)
    }

    fn wanted<'a>(
        &'a self,
        has: &'a Wish,
        not: Option<&'a Wish>,
        (after, before, descending): (i64, i64, bool),
    ) -> Wanted<'a> {
        Wanted { has, not, phrases: self.phrases, without_phrases: self.without_phrases, after, before, descending }
    }
}

fn many(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
