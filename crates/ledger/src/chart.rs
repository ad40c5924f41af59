//! An honest bar chart as numbers: it begins at nought, its steps are round, and a hidden value has
//! no bar rather than a small one. Whoever draws it adds the words.

/// One bar, in pixels from the top left of the whole chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// Its value; none where it is hidden, and then `height` is 0.
    pub value: Option<u32>,
    /// Left edge.
    pub x: u32,
    /// Top edge.
    pub y: u32,
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

/// One line of the scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    /// What it stands for.
    pub value: u64,
    /// Where it lies, in pixels from the top.
    pub y: u32,
}

/// The geometry of a bar chart, in pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    /// The bars, in the order given.
    pub bars: Vec<Bar>,
    /// The scale, from nought upwards.
    pub ticks: Vec<Tick>,
    /// Width of the whole.
    pub width: u32,
    /// Height of the whole; the baseline, nought, lies there.
    pub height: u32,
}

/// Lays out labelled values in a rectangle of pixels without margins. A value other than 0 has a
/// bar of at least one pixel; the highest tick lies at the top.
pub fn bars(values: &[(String, Option<u32>)], width: u32, height: u32) -> Bars {
    let most = values.iter().filter_map(|(_, value)| *value).max().unwrap_or(0).max(1);
    let step = step(most);
    let steps = most.div_ceil(step);
    let top = u64::from(step) * u64::from(steps);
    let rise = |value: u64| {
        let pixels = (value * u64::from(height) + top / 2) / top;
        u32::try_from(pixels).unwrap_or(height)
    };
    let many = u64::try_from(values.len()).unwrap_or(u64::MAX).max(1);
    let edge = |place: u64| u32::try_from(place * u64::from(width) / many).unwrap_or(width);
    let bars = (0_u64..)
        .zip(values)
        .map(|(place, (label, value))| {
            let (left, right) = (edge(place), edge(place + 1));
            // A third of the place is air, so that bars read as separate gatherings.
            let air = (right - left) / 3;
            let least = u32::from(value.is_some_and(|value| value > 0)).min(height);
            let tall = rise(value.unwrap_or(0).into()).max(least);
            Bar {
                label: label.clone(),
                value: *value,
                x: left + air / 2,
                y: height - tall,
                width: right - left - air,
                height: tall,
            }
        })
        .collect();
    let ticks = (0..=steps)
        .map(|number| {
            let value = u64::from(step) * u64::from(number);
            Tick { value, y: height - rise(value) }
        })
        .collect();
    Bars { bars, ticks, width, height }
}

/// The smallest of 1, 2, 5, 10, 20, 50 … that reaches `most` in five steps.
fn step(most: u32) -> u32 {
    let mut power = 1_u32;
    loop {
        for round in [1, 2, 5] {
            let step = power.saturating_mul(round);
            if most.div_ceil(step) <= 5 {
                return step;
            }
        }
        power = power.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests;
