//! Values: a QR code (ISO/IEC 18004) as one path, for an `<svg>` in a page.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};

/// A QR code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    /// Modules on a side, with the quiet zone of four around.
    pub size: usize,
    /// The dark modules: the `d` of a path in units of a module.
    pub path: String,
}

/// The modules that stay light around a code.
const QUIET: usize = 4;

impl Qr {
    /// Of a text; `None` when it is longer than any code holds. A quarter of it may be hidden (level Q),
    /// as by a head before the projector.
    pub fn of(text: &str) -> Option<Qr> {
        let code = QrCode::with_error_correction_level(text, EcLevel::Q).ok()?;
        let width = code.width();
        let mut path = String::new();
        for (row, colors) in code.to_colors().chunks(width).enumerate() {
            let mut column = 0;
            for run in colors.chunk_by(|one, other| one == other) {
                if run.first() == Some(&Color::Dark) {
                    let (x, y, length) = (column + QUIET, row + QUIET, run.len());
                    let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
                }
                column += run.len();
            }
        }
        Some(Qr { size: width + 2 * QUIET, path })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_path_has_the_corner_squares_and_stays_inside() {
        let qr = Qr::of("https://klatsch.example/check-in/482913").unwrap();
        assert!(qr.path.starts_with("M4 4h7v1h-7z"), "the first corner begins with seven dark modules: {}", qr.path);
        assert_eq!((qr.size - 2 * QUIET - 17) % 4, 0, "a side has 17 + 4 × version modules");
        assert!(Qr::of(&"x".repeat(4000)).is_none());
    }
}
