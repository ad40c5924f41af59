//! The map of 5,000 people with 60,000 ties: laid out, and measured.

use std::time::Instant;

use anyhow::Result;
use ties::Graph;

use crate::report::{Report, number};
use crate::setting::Setting;

const PEOPLE: u32 = 5_000;
const TIES: u64 = 60_000;

/// Circles of about forty who know each other, a fifth of all ties between circles. Drawn by lot from a fixed seed.
fn district() -> Graph {
    let mut seed = 7u64;
    let mut draw = move |below: u32| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as u32 % below
    };
    let mut pairs = std::collections::BTreeMap::new();
    while pairs.len() < TIES as usize {
        let one = draw(PEOPLE);
        let other = if draw(5) > 0 { one / 40 * 40 + draw(40) } else { draw(PEOPLE) };
        if one != other {
            pairs.insert((one.min(other), one.max(other)), f64::from(1 + draw(6)));
        }
    }
    Graph::new(PEOPLE, pairs.into_iter().map(|((one, other), strength)| (one, other, strength)))
}

/// Measures the map.
pub fn measure(setting: &Setting, report: &mut Report) -> Result<()> {
    report.section("The map", "Laying out and measuring a network, one thread, milliseconds; the middle of the runs.");
    let graph = district();
    let runs = if setting.sizes.len() < 3 { 3 } else { 7 };
    let mut rows = Vec::new();
    let mut middle = |name: &str, run: &dyn Fn()| {
        let mut times: Vec<f64> = (0..runs)
            .map(|_| {
                let begun = Instant::now();
                run();
                begun.elapsed().as_secs_f64() * 1000.0
            })
            .collect();
        times.sort_by(f64::total_cmp);
        let middle = times.get(times.len() / 2).copied().unwrap_or_default();
        let worst = times.last().copied().unwrap_or_default();
        rows.push(vec![name.to_owned(), number(middle), number(worst)]);
        worst
    };
    let worst = middle("laid out", &|| {
        std::hint::black_box(ties::layout(&graph, 2025));
    });
    middle("reach within two steps", &|| {
        std::hint::black_box(ties::reach(&graph));
    });
    middle("components", &|| {
        std::hint::black_box(ties::components(&graph));
    });
    middle("whom to meet, for one person", &|| {
        std::hint::black_box(ties::suggest(&graph, 17, &[], 8));
    });
    report.say(&format!("{} people, {} tied pairs.", graph.people(), graph.pairs()));
    report.table(&["what", "middle", "worst"], &rows);
    report.aim(
        "the map of 5,000 people and 60,000 ties",
        "laid out in under 2 s",
        format!("{} ms", number(worst)),
        worst < 2_000.0,
    );
    Ok(())
}
