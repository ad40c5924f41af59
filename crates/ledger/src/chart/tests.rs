#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use proptest::prelude::*;

use super::*;

fn labelled(values: &[Option<u32>]) -> Vec<(String, Option<u32>)> {
    values.iter().map(|value| ("week".to_owned(), *value)).collect()
}

#[test]
fn fourteen_and_seven_stand_two_to_one_on_a_scale_to_fifteen() {
    let chart = bars(&labelled(&[Some(14), Some(7), None, Some(0)]), 120, 150);
    let ticks: Vec<_> = chart.ticks.iter().map(|tick| (tick.value, tick.y)).collect();
    assert_eq!(ticks, [(0, 150), (5, 100), (10, 50), (15, 0)]);
    let boxes: Vec<_> = chart.bars.iter().map(|bar| (bar.x, bar.y, bar.width, bar.height)).collect();
    assert_eq!(boxes, [(5, 10, 20, 140), (35, 80, 20, 70), (65, 150, 20, 0), (95, 150, 20, 0)]);
    assert_eq!(chart.bars[2].value, None);
}

#[test]
fn nothing_to_draw_still_has_a_scale() {
    let chart = bars(&[], 100, 100);
    assert!(chart.bars.is_empty());
    assert_eq!(chart.ticks.iter().map(|tick| tick.value).collect::<Vec<_>>(), [0, 1]);
}

proptest! {
    #[test]
    fn bars_stand_on_nought_inside_the_chart_in_proportion(
        values in prop::collection::vec(prop::option::of(0_u32..=u32::MAX), 0..60),
        width in 0_u32..2000,
        height in 0_u32..1000,
    ) {
        let chart = bars(&labelled(&values), width, height);
        let top = chart.ticks.iter().map(|tick| tick.value).max().unwrap();
        let mut edge = 0;
        for bar in &chart.bars {
            prop_assert_eq!(bar.y + bar.height, height);
            prop_assert!(bar.x >= edge && bar.x + bar.width <= width);
            edge = bar.x + bar.width;
            let value = u64::from(bar.value.unwrap_or(0));
            let exact = value as f64 * f64::from(height) / top as f64;
            prop_assert!(value <= top);
            prop_assert!((f64::from(bar.height) - exact).abs() <= 1.0);
        }
        prop_assert!(chart.ticks.len() <= 7);
        prop_assert_eq!(chart.ticks[0], Tick { value: 0, y: height });
    }
}
