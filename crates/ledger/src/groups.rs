//! Who came, by level, school and role.

use std::collections::{BTreeMap, BTreeSet};

use crate::crossing::{Tile, safe_together};
use crate::figures::{LevelRow, RoleRow, SchoolRow, Share};
use crate::hiding::{Row, both_sides, shown};
use crate::tally::{Crowd, Tally, size};

/// The three tables.
pub(crate) struct Groups {
    pub levels: Vec<LevelRow>,
    pub schools: Vec<SchoolRow>,
    pub roles: Vec<RoleRow>,
}

/// People, and which of them came.
struct Group {
    people: Crowd,
    came: u32,
}

impl Group {
    fn of(people: Crowd, reached: &Crowd) -> Self {
        let came = size(people.intersection_len(reached));
        Self { people, came }
    }

    fn row(&self) -> Row {
        Row::of_people(self.came, size(self.people.len()))
    }

    fn share(&self, show: bool) -> Share {
        Share::when(show, self.came, size(self.people.len()))
    }
}

/// The tables over everybody invited; `shown_total` says whether the reach of all of them is.
pub(crate) fn groups(tally: &Tally<'_>, reached: &Crowd, shown_total: bool) -> Groups {
    let mut by_level: BTreeMap<Option<&str>, BTreeMap<Option<&str>, Crowd>> = BTreeMap::new();
    for (number, person) in (0..).zip(&tally.invited) {
        let schools = by_level.entry(person.level.as_deref()).or_default();
        schools.entry(person.school.as_deref()).or_default().insert(number);
    }
    let level_groups: Vec<Group> =
        by_level.values().map(|schools| Group::of(schools.values().flatten().collect(), reached)).collect();
    let level_shown = table(&level_groups, shown_total);

    let (mut levels, mut schools, mut tiles) = (Vec::new(), Vec::new(), Vec::new());
    let mut rest = Crowd::new();
    for (((level, of_level), group), shown) in by_level.into_iter().zip(&level_groups).zip(level_shown) {
        let level = level.map(str::to_owned);
        let (names, school_groups): (Vec<_>, Vec<_>) =
            of_level.into_iter().map(|(school, people)| (school, Group::of(people, reached))).unzip();
        let mut rest_of_level = Crowd::new();
        for ((school, school_group), shown) in names.into_iter().zip(&school_groups).zip(table(&school_groups, shown)) {
            let tile = school_group.people.clone();
            if shown {
                tiles.push(tile)
            } else {
                rest_of_level |= tile
            }
            let school = school.map(str::to_owned);
            let reach = school_group.share(shown);
            schools.push(SchoolRow { school, level: level.clone(), reach });
        }
        if shown {
            tiles.push(rest_of_level)
        } else {
            rest |= rest_of_level
        }
        levels.push(LevelRow { level, reach: group.share(shown) });
    }
    tiles.push(rest);
    Groups { levels, schools, roles: roles(tally, reached, shown_total, &tiles) }
}

fn table(groups: &[Group], shown_total: bool) -> Vec<bool> {
    if !shown_total {
        return vec![false; groups.len()];
    }
    shown(&groups.iter().map(Group::row).collect::<Vec<_>>())
}

/// Roles overlap, so they are taken one after the other, largest first, and each is shown only if
/// all the pieces that the shown roles cut the invited into stay large enough.
fn roles(tally: &Tally<'_>, reached: &Crowd, shown_total: bool, tiles: &[Crowd]) -> Vec<RoleRow> {
    let mut by_role: BTreeMap<&str, Crowd> = BTreeMap::new();
    for (number, person) in (0..).zip(&tally.invited) {
        for role in &person.roles {
            by_role.entry(role).or_default().insert(number);
        }
    }
    let mut order: Vec<(&str, Group)> =
        by_role.into_iter().map(|(role, people)| (role, Group::of(people, reached))).collect();
    order.sort_by_key(|(role, group)| (std::cmp::Reverse(group.people.len()), *role));
    let mut pieces = vec![tally.everybody.clone()];
    let mut taken = BTreeSet::new();
    for (role, group) in &order {
        if !shown_total {
            break;
        }
        let cut: Vec<Crowd> = pieces
            .iter()
            .flat_map(|piece| [piece & &group.people, piece - &group.people])
            .filter(|piece| !piece.is_empty())
            .collect();
        let large = cut.iter().all(|piece| both_sides(size(piece.intersection_len(reached)), size(piece.len())));
        if large && safe_together(&tile(tiles, &cut, reached), cut.len()) {
            pieces = cut;
            taken.insert(*role);
        }
    }
    order.sort_by_key(|(role, _)| *role);
    order
        .iter()
        .map(|(role, group)| RoleRow { role: (*role).to_owned(), reach: group.share(taken.contains(role)) })
        .collect()
}

/// For each tile (a shown school, or what is left over) how it falls into the pieces.
fn tile(tiles: &[Crowd], pieces: &[Crowd], reached: &Crowd) -> Vec<Tile> {
    let falls = |tile: &Crowd| {
        let pieces = pieces.iter().map(|piece| {
            let both = piece & tile;
            (size(both.intersection_len(reached)), size(both.len()))
        });
        pieces.collect()
    };
    tiles.iter().filter(|tile| !tile.is_empty()).map(falls).collect()
}
