//! The geometry of a column chart, so that a template only writes it down.
//!
//! Heights are in pixels and widths in hundredths of the drawing, so that a chart fills a phone or a
//! page and its type keeps its size. The baseline is zero, always.

/// Pixels for the numbers over the tallest column.
const HEAD: u32 = 24;
/// Pixels from the baseline to the tallest column.
const TALLEST: u32 = 132;
/// Pixels for the labels under the baseline.
const FOOT: u32 = 26;
/// Characters of a line of labels on a narrow page (640 pixels), and on a phone (343).
const PAGE: usize = 90;
const PHONE: usize = 48;
/// How tall a column is drawn whose number is hidden: the same for all, so that it tells nothing.
const HIDDEN: u32 = 14;

/// A chart of columns, each of up to three parts that stand on each other.
#[derive(Debug, Clone)]
pub struct Columns {
    columns: Vec<Column>,
    lines: Vec<Line>,
}

/// One column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Left edge, in hundredths of the width.
    pub x: f64,
    /// Width, in hundredths of the width.
    pub width: f64,
    /// Middle, in hundredths of the width.
    pub middle: f64,
    /// What stands under it.
    pub label: String,
    /// Whether there is room for the label on a page.
    pub on_page: bool,
    /// Whether there is room for it on a phone, too.
    pub on_phone: bool,
    /// What stands over it: the sum, or the word for a hidden number.
    pub value: String,
    /// Top of the column, in pixels.
    pub value_y: u32,
    /// From the baseline up.
    pub parts: Vec<Part>,
    /// Whether the number is hidden.
    pub hidden: bool,
}

/// A part of a column, in pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// 1, 2 or 3, as the key of the chart names them.
    pub kind: usize,
    /// Top.
    pub y: u32,
    /// Height.
    pub height: u32,
}

/// A line to read heights by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its height on the drawing, in pixels.
    pub y: u32,
    /// Where its number stands.
    pub label_y: u32,
    /// Its number.
    pub value: u32,
}

impl Columns {
    /// Draws columns of a label and the numbers of its parts; `None` is a number that may not be
    /// told, shown by `hidden` ("under 5").
    pub fn draw(data: &[(String, Option<Vec<u32>>)], hidden: &str) -> Columns {
        let sums = data.iter().filter_map(|(_, parts)| parts.as_ref().map(|parts| parts.iter().sum::<u32>()));
        let top = round_up(sums.max().unwrap_or(0));
        let slot = 100.0 / data.len().max(1) as f64;
        let width = (slot * 0.68).min(9.0);
        let longest = data.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(0);
        let page = every(data.len(), longest, PAGE);
        // A multiple, so that what a phone shows a page shows, too.
        let phone = page * every(data.len().div_ceil(page), longest, PHONE);
        let columns = data.iter().enumerate().map(|(at, (label, parts))| {
            let middle = slot * (at as f64 + 0.5);
            let mut column = Column {
                x: hundredths(middle - width / 2.0),
                width: hundredths(width),
                middle: hundredths(middle),
                label: label.clone(),
                on_page: at % page == 0,
                on_phone: at % phone == 0,
                value: hidden.to_owned(),
                value_y: base() - HIDDEN,
                parts: Vec::new(),
                hidden: parts.is_none(),
            };
            if let Some(parts) = parts {
                let mut sum = 0;
                for (kind, part) in parts.iter().enumerate() {
                    let under = pixels(sum, top);
                    sum += part;
                    let over = pixels(sum, top);
                    if over > under {
                        column.parts.push(Part { kind: kind + 1, y: base() - over, height: over - under });
                    }
                }
                column.value = sum.to_string();
                column.value_y = base() - pixels(sum, top);
            }
            column
        });
        let line = |value: u32| {
            let y = base() - pixels(value, top);
            Line { y, label_y: y - 4, value }
        };
        // Two lines, at half and at the top, are enough where every column says its number.
        let lines = if top >= 2 { vec![line(top / 2), line(top)] } else { Vec::new() };
        Columns { columns: columns.collect(), lines }
    }

    /// The columns, from the left.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The lines to read heights by.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Height of the whole drawing, in pixels.
    pub fn height(&self) -> u32 {
        base() + FOOT
    }

    /// Where the baseline lies, in pixels.
    pub fn base(&self) -> u32 {
        base()
    }

    /// How tall a hidden column is drawn, in pixels.
    pub fn hidden_height(&self) -> u32 {
        HIDDEN
    }
}

/// Of how many labels one is shown, so that they do not touch: `room` is the characters of a line.
fn every(labels: usize, longest: usize, room: usize) -> usize {
    (labels * (longest + 2)).div_ceil(room).max(1)
}

fn base() -> u32 {
    HEAD + TALLEST
}

fn pixels(value: u32, top: u32) -> u32 {
    (value * TALLEST + top / 2).checked_div(top).unwrap_or(0)
}

/// The next even round number: 2, 4, 6, 8, 10, 20, 30 …, so that the half is whole.
fn round_up(value: u32) -> u32 {
    let step = if value > 100 {
        50
    } else if value > 10 {
        10
    } else {
        2
    };
    value.div_ceil(step) * step
}

fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    fn draw(values: &[Option<Vec<u32>>]) -> Columns {
        let data: Vec<_> = values.iter().map(|parts| ("a".to_owned(), parts.clone())).collect();
        Columns::draw(&data, "under 5")
    }

    #[test]
    fn heights_are_to_scale_from_zero_and_parts_stand_on_each_other() {
        let chart = draw(&[Some(vec![6, 4]), Some(vec![5]), Some(vec![])]);
        let [whole, half, none] = chart.columns() else { unreachable!() };
        assert_eq!(whole.parts.iter().map(|part| part.height).sum::<u32>(), TALLEST);
        assert_eq!(whole.parts[1].y + whole.parts[1].height, whole.parts[0].y);
        assert_eq!(whole.parts[0].y + whole.parts[0].height, chart.base());
        assert_eq!(half.parts[0].height * 2, TALLEST);
        assert_eq!((none.parts.len(), none.value.as_str()), (0, "0"));
    }

    #[test]
    fn hidden_numbers_all_look_the_same_and_do_not_set_the_scale() {
        let chart = draw(&[None, Some(vec![10]), None]);
        let [first, told, last] = chart.columns() else { unreachable!() };
        assert_eq!((first.value_y, &first.value, first.parts.len()), (last.value_y, &last.value, 0));
        assert_eq!(told.value_y, HEAD);
    }

    #[test]
    fn columns_keep_to_the_drawing() {
        for count in [0, 1, 7, 8, 40] {
            let chart = draw(&vec![Some(vec![0]); count]);
            assert!(chart.columns().iter().all(|column| column.x >= 0.0 && column.x + column.width <= 100.01));
        }
    }

    #[test]
    fn labels_do_not_touch() {
        for (count, page, phone) in [(3, 3, 3), (5, 5, 3), (11, 6, 3), (25, 7, 4)] {
            let data: Vec<_> = (0..count).map(|_| ("Wed 21 Oct".to_owned(), Some(vec![1]))).collect();
            let chart = Columns::draw(&data, "under 5");
            let shown = |told: fn(&Column) -> bool| chart.columns().iter().filter(|column| told(column)).count();
            assert_eq!((shown(|column| column.on_page), shown(|column| column.on_phone)), (page, phone));
        }
    }
}
