//! Which zone the clocks of a place keep: the cities that the zone database itself is named by
//! ("Europe/Paris"), and what a language's table adds: other capitals and large cities, and its own
//! names for any.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono_tz::{TZ_VARIANTS, Tz};

use super::Parsed;
use super::common::no;
use super::fold::fold;
use super::input::Input;
use super::token::{Gap, Kind};

/// Names of places, folded, words between single spaces, with their zones.
pub(crate) type Places = [(&'static str, Tz)];

/// The most words that name a place: "Rio de Janeiro".
const MOST: usize = 3;

/// The longest name of a place that begins here, with a capital, and its zone.
pub(crate) fn place<'a>(input: Input<'a>, places: &Places) -> Parsed<'a, Tz> {
    let mut name = String::new();
    let mut best = None;
    let mut rest = input;
    let mut words = 0;
    while words < MOST {
        let Some(token) = rest.first() else { break };
        let text = rest.text_of(token);
        match token.kind {
            Kind::Mark(b'-' | b'\'') if token.gap == Gap::None && words != 0 => {
                rest = rest.skip(1);
                continue;
            }
            Kind::Word if words != 0 || text.starts_with(char::is_uppercase) => {}
            _ => break,
        }
        if words != 0 {
            name.push(' ');
        }
        name.push_str(&fold(text));
        rest = rest.skip(1);
        words += 1;
        if let Some(zone) = zone_of(&name, places) {
            best = Some((rest, zone));
        }
    }
    best.map_or_else(|| no(input), Ok)
}

/// The zone of a place by its folded name.
fn zone_of(name: &str, places: &Places) -> Option<Tz> {
    let told = places.iter().find(|(place, _)| *place == name).map(|(_, zone)| *zone);
    told.or_else(|| CITIES.get(name).copied())
}

/// The cities that the zone database is named by, folded, words between single spaces.
static CITIES: LazyLock<HashMap<String, Tz>> = LazyLock::new(|| {
    let mut cities = HashMap::new();
    for zone in TZ_VARIANTS {
        // "Etc/GMT", "US/Eastern" and "Canada/Atlantic" are no places.
        let (region, city) = zone.name().split_once('/').unwrap_or_default();
        if !matches!(region, "" | "Etc" | "US" | "Canada" | "Mexico" | "Brazil" | "Chile") {
            let city = city.rsplit('/').next().unwrap_or(city);
            let name = city.to_ascii_lowercase().replace(['_', '-'], " ");
            cities.entry(name).or_insert(zone);
        }
    }
    cities
});

#[cfg(test)]
mod tests {
    use super::zone_of;
    use crate::article::Language;
    use crate::lang::grammar;

    #[test]
    fn places_have_the_zone_their_clocks_keep() {
        for (language, place, zone) in [
            (Language::En, "paris", "Europe/Paris"),
            (Language::En, "baghdad", "Asia/Baghdad"),
            (Language::En, "buenos aires", "America/Argentina/Buenos_Aires"),
            (Language::En, "washington", "America/New_York"),
            (Language::En, "beijing", "Asia/Shanghai"),
            (Language::Fr, "moscou", "Europe/Moscow"),
            (Language::Fr, "le caire", "Africa/Cairo"),
            (Language::Fr, "la nouvelle orleans", "America/Chicago"),
            (Language::Fr, "port au prince", "America/Port-au-Prince"),
        ] {
            let found = zone_of(place, grammar(language).places);
            assert_eq!(found.map(|zone| zone.name()), Some(zone), "{place}");
        }
        assert_eq!(zone_of("eastern", grammar(Language::En).places), None);
    }
}
