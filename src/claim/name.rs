//! Which events a claim speaks of.

use super::Words;
use super::fold::{fold, nearest, words};
use crate::error::Error;
use crate::event::EventIx;
use crate::timeline::Timeline;

/// The event of that id.
pub(crate) fn by_id(timeline: &Timeline, name: &Words) -> Result<EventIx, Error> {
    if let Some(event) = timeline.event(&name.text) {
        return Ok(event);
    }
    let folded = fold(&name.text);
    let events = timeline.events();
    let same = |event: &&crate::event::Event| fold(&event.id) == folded;
    let help = match events.iter().find(same) {
        Some(event) => format!("did you mean \"{}\"?", event.id),
        None => match nearest(&name.text, events.iter().map(|event| event.id.as_str())) {
            Some(id) => format!("did you mean \"{id}\"?"),
            None if events.is_empty() => "the timeline has no events".to_owned(),
            None => {
                let ids: Vec<&str> = events.iter().take(8).map(|event| event.id.as_str()).collect();
                let more = if 8 < events.len() { " …" } else { "" };
                format!("the events are {}{more}", ids.join(", "))
            }
        },
    };
    Err(Error::new(format!("no event is called \"{}\"", name.text))
        .at_bytes(name.at.0, name.at.1)
        .with_help(help))
}

/// The one event whose words fit.
pub(crate) fn by_words(timeline: &Timeline, name: &Words) -> Result<EventIx, Error> {
    let found = fitting(timeline, &name.text);
    let at = |error: Error| error.at_bytes(name.at.0, name.at.1);
    match found.as_slice() {
        [only] => Ok(*only),
        [] => {
            let labels = timeline.events().iter().map(|event| event.label.as_str());
            let help = match nearest(&name.text, labels) {
                Some(label) => format!("did you mean \"{label}\"?"),
                None => {
                    "name it by its id, or by words of its label or of a sentence that tells of it"
                        .to_owned()
                }
            };
            Err(at(Error::new(format!("no event fits \"{}\"", name.text))).with_help(help))
        }
        several => {
            let list: Vec<String> = several
                .iter()
                .take(8)
                .filter_map(|event| timeline.events().get(event.0 as usize))
                .map(|event| match event.label.is_empty() {
                    true => event.id.clone(),
                    false => format!("{} (\"{}\")", event.id, event.label),
                })
                .collect();
            let more = if 8 < several.len() { " …" } else { "" };
            Err(at(Error::new(format!(
                "{} events fit \"{}\": {}{more}",
                several.len(),
                name.text,
                list.join(", ")
            )))
            .with_help("use an id, or more of the words"))
        }
    }
}

/// The events whose label has these words one after the other; where there is none, those that a
/// statement tells of with these words.
pub(crate) fn fitting(timeline: &Timeline, text: &str) -> Vec<EventIx> {
    let wanted = fold(text);
    let wanted = words(&wanted);
    if wanted.is_empty() {
        return Vec::new();
    }
    let fits = |text: &str| {
        let folded = fold(text);
        words(&folded).windows(wanted.len()).any(|stretch| stretch == wanted.as_slice())
    };
    let by_label: Vec<EventIx> = timeline
        .events()
        .iter()
        .enumerate()
        .filter(|(_, event)| fits(&event.label))
        .map(|(at, _)| EventIx(at as u32))
        .collect();
    if !by_label.is_empty() {
        return by_label;
    }
    let mut by_statement: Vec<EventIx> = timeline
        .statements()
        .iter()
        .filter(|statement| fits(&statement.text))
        .map(|statement| statement.event)
        .collect();
    by_statement.sort_unstable();
    by_statement.dedup();
    by_statement
}

/// The events to be counted under some words: those of that class or head, or whose label has the
/// words, in the singular or plural; where there is none, those told of with these words.
pub(crate) fn counted(timeline: &Timeline, text: &str) -> Vec<EventIx> {
    let wanted = fold(text);
    let wanted: Vec<&str> = words(&wanted).into_iter().map(singular).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let fits = |text: &str| {
        let folded = fold(text);
        let found: Vec<&str> = words(&folded).into_iter().map(singular).collect();
        found.windows(wanted.len()).any(|stretch| stretch == wanted.as_slice())
    };
    let events: Vec<EventIx> = timeline
        .events()
        .iter()
        .enumerate()
        .filter(|(_, event)| {
            fits(&event.label) || fits(&event.head) || event.class.as_deref().is_some_and(fits)
        })
        .map(|(at, _)| EventIx(at as u32))
        .collect();
    if events.is_empty() { fitting(timeline, text) } else { events }
}

fn singular(word: &str) -> &str {
    if 3 < word.len() { word.strip_suffix(['s', 'x']).unwrap_or(word) } else { word }
}
