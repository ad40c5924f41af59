//! Partial agendas that may still become the best one.
//!
//! A partial agenda is *dominated* when another one, built from the same topics, takes no more
//! minutes and is at least as good. Whatever is added later adds the same to both, so a dominated
//! one is dropped. A front is what remains: minutes rise, and the score rises strictly with them.
//!
//! That also holds for the last tie-break, the list of ids, although comparing lists is not
//! additive in general ("a" comes before "a, b", but "a, c" comes after "a, b, c"). It fails only
//! when one list continues the other, and then the longer has more minutes, as every topic takes
//! at least one. Between sets of equal minutes the one that holds the smallest id in which they
//! differ comes first, now and after any addition: that is the greater number in [`Ids`].

/// One point, and one distinct proposer, in a score: points first, then proposers.
/// 256 topics of the greatest value need 52 bits in all.
const POINT: u64 = 1 << 9;
const PROPOSER: u64 = 1;

/// A set of topics by the rank of their ids: the smallest id is the highest bit, so that of two
/// sets of equal minutes the greater number is the smaller sorted list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Ids<const W: usize>([u64; W]);

impl<const W: usize> Ids<W> {
    pub const NONE: Self = Self([0; W]);

    pub fn only(rank: usize) -> Self {
        let mut ids = Self::NONE;
        if let Some(word) = ids.0.get_mut(rank / 64) {
            *word = 1 << (63 - rank % 64);
        }
        ids
    }

    pub fn and(mut self, other: Self) -> Self {
        for (word, more) in self.0.iter_mut().zip(other.0) {
            *word |= more;
        }
        self
    }

    pub fn has(self, rank: usize) -> bool {
        self.0.get(rank / 64).is_some_and(|word| word >> (63 - rank % 64) & 1 == 1)
    }
}

/// A topic as the search sees it. Topics of one proposer stand together, the most valuable first.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item<const W: usize> {
    pub minutes: u32,
    pub value: u64,
    pub ids: Ids<W>,
    /// Whether it is the first, or the last, of its proposer.
    pub first: bool,
    pub last: bool,
    /// Pinned in.
    pub must: bool,
}

/// A partial agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct State<const W: usize> {
    pub score: u64,
    pub minutes: u32,
    pub ids: Ids<W>,
}

pub(super) type Front<const W: usize> = Vec<State<W>>;

impl<const W: usize> State<W> {
    pub const EMPTY: Self = Self { score: 0, minutes: 0, ids: Ids::NONE };

    pub fn points(&self) -> u64 {
        self.score / POINT
    }

    pub fn proposers(&self) -> u64 {
        self.score % POINT
    }

    /// Both together; `None` when they are longer than the room.
    fn beside(&self, other: &Self, room: u32) -> Option<Self> {
        let minutes = self.minutes.checked_add(other.minutes)?;
        (minutes <= room).then(|| Self { score: self.score + other.score, minutes, ids: self.ids.and(other.ids) })
    }

    /// Whether this is the better whole agenda: every rule of [`super`], in its order.
    pub fn beats(&self, other: &Self) -> bool {
        (self.score, other.minutes, self.ids) > (other.score, self.minutes, other.ids)
    }
}

/// Where the search stands between two topics. In the midst of one proposer's topics it matters
/// whether one of them is already chosen: the first chosen is the most valuable and earns double.
#[derive(Debug, Clone)]
pub(super) struct Layer<const W: usize> {
    /// Fronts of partial agendas with none, and with some, of this proposer's topics.
    /// Between two proposers only `fresh` is used.
    pub fresh: Front<W>,
    pub begun: Front<W>,
}

impl<const W: usize> Layer<W> {
    pub fn start() -> Self {
        Self { fresh: vec![State::EMPTY], begun: Vec::new() }
    }

    pub fn len(&self) -> usize {
        self.fresh.len() + self.begun.len()
    }

    /// From the topics before `item` to those up to it.
    pub fn forward(&self, item: &Item<W>, room: u32) -> Self {
        let double = take(&self.fresh, item, true, room);
        let single = take(&self.begun, item, false, room);
        let taken = merge(double, single);
        let (fresh, begun) = if item.must {
            (Vec::new(), taken)
        } else {
            let begun = merge(self.begun.iter().copied(), taken.into_iter());
            (self.fresh.clone(), begun)
        };
        if item.last {
            let fresh = merge(fresh.into_iter(), begun.into_iter());
            return Self { fresh, begun: Vec::new() };
        }
        Self { fresh, begun }
    }

    /// From the topics after `item` to those from it on. Here the two fronts are what can still
    /// come if none, or some, of the proposer's earlier topics were chosen.
    pub fn backward(&self, item: &Item<W>, room: u32) -> Self {
        let if_begun = if item.last { &self.fresh } else { &self.begun };
        let grow = |skipped: &Front<W>, double: bool| {
            let skipped = if item.must { &[] } else { skipped.as_slice() };
            merge(skipped.iter().copied(), take(if_begun, item, double, room))
        };
        Self { fresh: grow(&self.fresh, true), begun: if item.first { Vec::new() } else { grow(if_begun, false) } }
    }

    /// The best whole agenda of a beginning (this) and an end that meet here.
    pub fn meet(&self, end: &Self, room: u32) -> Option<State<W>> {
        let fresh = meet(&self.fresh, &end.fresh, room);
        let begun = meet(&self.begun, &end.begun, room);
        match (fresh, begun) {
            (Some(one), Some(other)) if other.beats(&one) => Some(other),
            (one, other) => one.or(other),
        }
    }
}

/// The front with the item added to each partial agenda that has room for it.
fn take<const W: usize>(front: &[State<W>], item: &Item<W>, double: bool, room: u32) -> impl Iterator<Item = State<W>> {
    let added = State {
        score: if double { 2 * item.value * POINT + PROPOSER } else { item.value * POINT },
        minutes: item.minutes,
        ids: item.ids,
    };
    front.iter().map_while(move |state| state.beside(&added, room))
}

/// Two fronts as one, without what is dominated.
fn merge<const W: usize>(one: impl Iterator<Item = State<W>>, other: impl Iterator<Item = State<W>>) -> Front<W> {
    let (mut one, mut other) = (one.peekable(), other.peekable());
    let mut front: Front<W> = Vec::with_capacity(one.size_hint().0 + other.size_hint().0);
    let mut least = None;
    loop {
        let next = match (one.peek(), other.peek()) {
            (Some(a), Some(b)) => {
                // Fewer minutes first; of equal minutes the better one.
                if (a.minutes, b.score, b.ids) < (b.minutes, a.score, a.ids) { one.next() } else { other.next() }
            }
            (Some(_), None) => one.next(),
            (None, _) => other.next(),
        };
        let Some(state) = next else { break };
        if least.is_none_or(|least| state.score > least) {
            least = Some(state.score);
            front.push(state);
        }
    }
    front
}

/// The best pair that fits: as the beginning grows longer, the end grows shorter.
fn meet<const W: usize>(one: &[State<W>], other: &[State<W>], room: u32) -> Option<State<W>> {
    let mut best: Option<State<W>> = None;
    let mut ends = other.iter().rev().peekable();
    for beginning in one {
        // For one beginning the longest end that fits has the highest score: no other can win.
        while ends.next_if(|end| beginning.beside(end, room).is_none()).is_some() {}
        let Some(whole) = ends.peek().and_then(|end| beginning.beside(end, room)) else {
            break;
        };
        if best.is_none_or(|best| whole.beats(&best)) {
            best = Some(whole);
        }
    }
    best
}
