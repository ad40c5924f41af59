//! Degrees and the distances between them.

/// Mean radius of the Earth in kilometres (IUGG).
const EARTH: f64 = 6371.0088;

/// A number with a decimal point, or with the decimal comma of French.
pub(super) fn decimal(cell: &str) -> Option<f64> {
    let number: f64 = match cell.matches(',').count() {
        1 if !cell.contains('.') => cell.replace(',', ".").parse().ok()?,
        _ => cell.parse().ok()?,
    };
    number.is_finite().then_some(number)
}

/// Kilometres between two places along the ground, by the haversine formula; the Earth is
/// not quite a sphere, which is wrong by at most half a percent.
pub(super) fn distance(from: (f64, f64), to: (f64, f64)) -> f64 {
    let (from_latitude, to_latitude) = (from.0.to_radians(), to.0.to_radians());
    let across = ((to_latitude - from_latitude) / 2.0).sin().powi(2);
    let along = ((to.1 - from.1).to_radians() / 2.0).sin().powi(2);
    let haversine = across + from_latitude.cos() * to_latitude.cos() * along;
    2.0 * EARTH * haversine.sqrt().min(1.0).asin()
}
