//! What can be wrong with a document's XML, and where.

use std::ops::Range;

use quick_xml::escape::EscapeError;
use quick_xml::events::attributes::AttrError;

use crate::error::Error;

/// An attribute that is none.
pub(super) fn bad_attribute(error: AttrError, tag: usize, xml: &str) -> Error {
    let (what, at) = match error {
        AttrError::Duplicated(at, _) => ("an attribute is there twice", at),
        AttrError::ExpectedEq(at) | AttrError::ExpectedValue(at) => {
            ("an attribute has no value", at)
        }
        AttrError::UnquotedValue(at) => ("the value of an attribute is not in quotation marks", at),
        AttrError::ExpectedQuote(at, _) => ("the value of an attribute has no end", at),
    };
    // It counts from behind the bracket.
    broken(what, (tag + 1 + at).min(xml.len()), xml)
}

/// The value of an attribute with something in it that XML does not have.
pub(super) fn bad_value(error: &quick_xml::Error, tag: Range<usize>, xml: &str) -> Error {
    if let quick_xml::Error::Escape(EscapeError::UnrecognizedEntity(_, name)) = error {
        let said = xml.get(tag.clone()).and_then(|said| said.find(&format!("&{name};")));
        let at = said.map_or(tag.clone(), |at| tag.start + at..tag.start + at + name.len() + 2);
        return bad_entity(name, at, xml);
    }
    let what = match error {
        quick_xml::Error::Escape(EscapeError::InvalidCharRef(_)) => {
            "an attribute has the number of no character"
        }
        _ => "an attribute has an & that begins no entity",
    };
    broken(what, tag.start, xml)
}

/// An entity that is not one of XML's own, or a number that is no character.
pub(super) fn bad_entity(name: &str, at: Range<usize>, xml: &str) -> Error {
    let place = place(at.start, xml);
    let (what, help) = if name.starts_with('#') {
        (format!("&{name}; is no character{place}"), "a character's number reads like &#233;")
    } else {
        let what = format!("the entity &{name}; is not one of XML's own{place}");
        (what, "write the character itself, or its number: &#233;")
    };
    Error::new(what).at_bytes(at.start, at.end).with_help(help)
}

pub(super) fn broken(what: &str, at: usize, xml: &str) -> Error {
    Error::new(format!("the XML is broken{}: {what}", place(at, xml)))
        .at_bytes(at, at)
        .with_help("check the document with an XML tool; nothing of it was used")
}

/// " at byte 120, line 3".
pub(super) fn place(at: usize, xml: &str) -> String {
    let line = xml.get(..at).map_or(1, |before| before.matches('\n').count() + 1);
    format!(" at byte {at}, line {line}")
}
