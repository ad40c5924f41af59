//! Choosing the schools of one district, or of one neighbourhood, out of a country's file.

use super::{
    School, Schools,
    place::{decimal, distance},
};
use crate::{
    LeftOut,
    fold::{fold, nearest},
};
use std::collections::BTreeMap;

/// Why a choice could not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotChosen {
    /// The file does not tell districts.
    #[error(
        "This file has no column for the district. Choose by distance instead: --within LATITUDE,LONGITUDE,KILOMETRES."
    )]
    NoDistricts,
    /// No school of the file is in such a district.
    #[error("No school of this file is in the district “{asked}”.{}", meant(.nearest))]
    UnknownDistrict {
        /// What was asked for.
        asked: String,
        /// The district of the file that is most like it.
        nearest: Option<String>,
    },
    /// Several districts have this name.
    #[error("{} districts are called “{asked}”. Give the number of one: {}.", .districts.len(), .districts.join(", "))]
    SeveralDistricts {
        /// What was asked for.
        asked: String,
        /// Number and a city of each.
        districts: Vec<String>,
    },
    /// The file has no coordinates.
    #[error("This file has no columns for latitude and longitude, so distances are not known.{}",
        if *.has_districts { " Choose by district instead: --district NAME." } else { "" })]
    NoPlaces {
        /// Whether a choice by district would work.
        has_districts: bool,
    },
    /// Not a circle on Earth.
    #[error("“{asked}” is no place and distance. Write latitude, longitude and kilometres, as in 49.88,-119.48,25.")]
    NoCircle {
        /// What was asked for.
        asked: String,
    },
}

fn meant(nearest: &Option<String>) -> String {
    match nearest {
        Some(nearest) => format!(" Did you mean “{nearest}”?"),
        None => String::new(),
    }
}

/// Reads “latitude,longitude,kilometres”, as in `49.88,-119.48,25`.
///
/// # Errors
/// [`NotChosen::NoCircle`] for anything that is not a place on Earth and a distance.
pub fn circle(text: &str) -> Result<(f64, f64, f64), NotChosen> {
    let asked = || NotChosen::NoCircle { asked: text.to_owned() };
    let numbers: Option<Vec<f64>> = text.split(',').map(|part| decimal(part.trim())).collect();
    match numbers.as_deref() {
        Some([latitude, longitude, kilometres]) if possible(*latitude, *longitude, *kilometres) => {
            Ok((*latitude, *longitude, *kilometres))
        }
        _ => Err(asked()),
    }
}

fn possible(latitude: f64, longitude: f64, kilometres: f64) -> bool {
    latitude.abs() <= 90.0 && longitude.abs() <= 180.0 && kilometres.is_finite() && kilometres > 0.0
}

impl Schools {
    /// The schools at most `kilometres` from a place, in a straight line over the ground.
    /// A school without coordinates is left out, with that reason.
    ///
    /// # Errors
    /// [`NotChosen::NoPlaces`] and [`NotChosen::NoCircle`].
    pub fn within(mut self, latitude: f64, longitude: f64, kilometres: f64) -> Result<Schools, NotChosen> {
        if !possible(latitude, longitude, kilometres) {
            let asked = format!("{latitude},{longitude},{kilometres}");
            return Err(NotChosen::NoCircle { asked });
        }
        if !self.has_places {
            let has_districts = self.has_districts;
            return Err(NotChosen::NoPlaces { has_districts });
        }
        let near = |school: &School| {
            let place = school.latitude.zip(school.longitude);
            place.map(|place| distance(place, (latitude, longitude)) <= kilometres)
        };
        let unplaced = |school: &School| LeftOut {
            row: school.row,
            reason: format!("“{}” has no coordinates, so its distance is not known.", school.name),
            school: Some(Box::new(school.clone())),
        };
        let (rows, without) = std::mem::take(&mut self.rows)
            .into_iter()
            .filter(|school| near(school) != Some(false))
            .partition::<Vec<_>, _>(|school| near(school).is_some());
        self.rows = rows;
        self.left_out.retain(|left| left.school.as_deref().and_then(near) != Some(false));
        self.left_out.extend(without.iter().map(unplaced));
        self.left_out.sort_by_key(|left| left.row);
        Ok(self)
    }

    /// The schools of the district called `asked`, compared without case and accents, or
    /// with that number.
    ///
    /// # Errors
    /// [`NotChosen`] where the file has no districts, none of that name, or several.
    pub fn district(mut self, asked: &str) -> Result<Schools, NotChosen> {
        if !self.has_districts {
            return Err(NotChosen::NoDistricts);
        }
        let number = asked.trim();
        let name = fold(asked);
        let called = |school: &School| school.district.as_deref().map(fold).as_deref() == Some(&*name);
        let numbered = |school: &School| school.district_number.as_deref() == Some(number);
        if self.rows.iter().any(numbered) {
            self.keep(numbered);
            return Ok(self);
        }
        // Names repeat: there are three “Jefferson Elementary” districts in California.
        let mut districts: BTreeMap<Option<&str>, &School> = BTreeMap::new();
        for school in self.rows.iter().filter(|school| called(school)) {
            districts.entry(school.district_number.as_deref()).or_insert(school);
        }
        match districts.len() {
            0 => Err(NotChosen::UnknownDistrict { nearest: self.nearest_district(&name), asked: asked.to_owned() }),
            1 => {
                self.keep(called);
                Ok(self)
            }
            _ => Err(NotChosen::SeveralDistricts {
                asked: asked.to_owned(),
                districts: districts
                    .iter()
                    .map(|(number, school)| {
                        let city = school.city.as_deref().unwrap_or("no city");
                        format!("{} ({city})", number.unwrap_or("no number"))
                    })
                    .collect(),
            }),
        }
    }

    /// Keeps the chosen rows, and of those left out the chosen and the unreadable.
    fn keep(&mut self, chosen: impl Fn(&School) -> bool) {
        self.rows.retain(&chosen);
        self.left_out.retain(|left| left.school.as_deref().is_none_or(&chosen));
    }

    fn nearest_district(&self, name: &str) -> Option<String> {
        let names: BTreeMap<String, &str> = self
            .rows
            .iter()
            .filter_map(|school| school.district.as_deref())
            .map(|district| (fold(district), district))
            .collect();
        let found = nearest(name, names.keys().map(String::as_str))?;
        names.get(found).map(|district| (*district).to_owned())
    }
}
