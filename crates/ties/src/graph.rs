//! The graph, in three arrays.

/// People numbered from 0, and who is tied to whom how strongly.
///
/// Neighbours stand in one array, person after person and by number (compressed rows), so that five thousand
/// people with sixty thousand ties are a megabyte, and walking them is walking memory.
#[derive(Debug, Clone, PartialEq)]
pub struct Graph {
    starts: Vec<u32>,
    others: Vec<u32>,
    strengths: Vec<f64>,
}

impl Graph {
    /// A graph of `people` from pairs in any order and direction. A pair that comes again is made stronger.
    /// Pairs of somebody with themselves or with a number out of range, and strengths that are not a number
    /// above nought, are left out.
    pub fn new(people: u32, pairs: impl IntoIterator<Item = (u32, u32, f64)>) -> Graph {
        let fits = |&(a, b, strength): &(u32, u32, f64)| {
            a != b && a < people && b < people && strength > 0.0 && strength.is_finite()
        };
        let mut pairs: Vec<(u32, u32, f64)> =
            pairs.into_iter().filter(fits).flat_map(|(a, b, s)| [(a, b, s), (b, a, s)]).collect();
        // By strength as well, so that sums do not depend on the order in which pairs came.
        pairs.sort_by(|one, other| (one.0, one.1).cmp(&(other.0, other.1)).then(one.2.total_cmp(&other.2)));
        pairs.dedup_by(|again, first| {
            let same = (again.0, again.1) == (first.0, first.1);
            if same {
                first.2 += again.2;
            }
            same
        });
        let mut starts = Vec::with_capacity(people as usize + 1);
        let mut at = 0;
        for person in 0..people {
            starts.push(at);
            let many = pairs.get(at as usize..).unwrap_or_default().iter().take_while(|pair| pair.0 == person).count();
            at += u32::try_from(many).unwrap_or(u32::MAX);
        }
        starts.push(at);
        Graph {
            starts,
            others: pairs.iter().map(|pair| pair.1).collect(),
            strengths: pairs.iter().map(|pair| pair.2).collect(),
        }
    }

    /// How many people.
    pub fn people(&self) -> u32 {
        u32::try_from(self.starts.len().saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// How many pairs are tied.
    pub fn pairs(&self) -> u64 {
        self.others.len() as u64 / 2
    }

    fn row(&self, person: u32) -> std::ops::Range<usize> {
        let at = |place: usize| self.starts.get(place).map_or(0, |start| *start as usize);
        let place = person as usize;
        if place + 1 < self.starts.len() { at(place)..at(place + 1) } else { 0..0 }
    }

    /// With whom a person is tied, by number; nobody for a number out of range.
    pub fn tied_to(&self, person: u32) -> &[u32] {
        self.others.get(self.row(person)).unwrap_or_default()
    }

    /// The strengths of those ties, in the same order.
    pub fn strengths(&self, person: u32) -> &[f64] {
        self.strengths.get(self.row(person)).unwrap_or_default()
    }

    /// With how many a person is tied.
    pub fn degree(&self, person: u32) -> u32 {
        u32::try_from(self.row(person).len()).unwrap_or(u32::MAX)
    }

    /// How strongly two are tied; `None` when they are not.
    pub fn strength(&self, one: u32, other: u32) -> Option<f64> {
        let at = self.tied_to(one).binary_search(&other).ok()?;
        self.strengths(one).get(at).copied()
    }

    /// Every pair once, the lower number first, in order.
    pub fn each_pair(&self) -> impl Iterator<Item = (u32, u32, f64)> + '_ {
        (0..self.people()).flat_map(move |one| {
            let ties = self.tied_to(one).iter().zip(self.strengths(one));
            ties.filter(move |(other, _)| one < **other).map(move |(other, strength)| (one, *other, *strength))
        })
    }
}
