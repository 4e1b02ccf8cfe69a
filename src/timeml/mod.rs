//! Documents annotated in TimeML: their text with its time expressions, their links, and which of
//! these cannot hold together; and a text of ours as such a document.
//!
//! What is read: `TEXT`, `EVENT`, `MAKEINSTANCE`, `TIMEX3` and `TLINK`. The links do not look at the
//! values of time expressions: a link is a relation between two intervals and nothing else.

#[cfg(test)]
mod tests;
mod write;
mod wrong;

use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use crate::allen::{Allen, IntervalLink, link_conflicts};
use crate::article::Span;
use crate::error::Error;

use wrong::{bad_attribute, bad_entity, bad_value, broken, place};

pub use write::timeml_document;

/// A `TLINK`: how one event or time expression lies to another.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AnnotatedLink {
    /// Its `lid`.
    pub lid: String,
    /// The event instance or time expression that it is about.
    pub from: String,
    /// Its `relType`, as written.
    pub relation: String,
    /// The one that it relates to.
    pub to: String,
    /// The sentences that the two stand in.
    pub text: String,
}

/// A `TIMEX3`: a time expression in the text, with its attributes as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct AnnotatedTimex {
    /// Its `tid`.
    pub tid: String,
    /// The words, in bytes of the text.
    pub span: Span,
    /// Its `type`.
    pub kind: String,
    /// Its `value`.
    pub value: String,
    /// Its `mod`.
    pub modifier: Option<String>,
    /// Its `quant`.
    pub quant: Option<String>,
    /// Its `freq`.
    pub freq: Option<String>,
}

impl AnnotatedTimex {
    /// One with the attributes that each has.
    pub fn new(
        tid: impl Into<String>,
        span: Span,
        kind: impl Into<String>,
        value: impl Into<String>,
    ) -> Self {
        let (tid, kind, value) = (tid.into(), kind.into(), value.into());
        Self { tid, span, kind, value, ..Self::default() }
    }
}

/// An annotated document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Annotated {
    /// What stands in `TEXT`, without the tags.
    pub text: String,
    /// The time expressions of the text, in its order.
    pub timexes: Vec<AnnotatedTimex>,
    /// The links, in the order of the document.
    pub links: Vec<AnnotatedLink>,
}

impl Annotated {
    /// Reads a document.
    ///
    /// ```
    /// use frise::Annotated;
    /// let document = Annotated::parse(
    ///     r#"<TimeML><TEXT>The <EVENT eid="e1">flood</EVENT> came before the
    ///         <EVENT eid="e2">warning</EVENT>.</TEXT>
    ///     <MAKEINSTANCE eventID="e1" eiid="ei1"/><MAKEINSTANCE eventID="e2" eiid="ei2"/>
    ///     <TLINK lid="l1" relType="BEFORE" eventInstanceID="ei1" relatedToEventInstance="ei2"/>
    ///     <TLINK lid="l2" relType="BEFORE" eventInstanceID="ei2" relatedToEventInstance="ei1"/>
    ///     </TimeML>"#,
    /// )?;
    /// let [conflict] = &document.conflicts()[..] else { panic!() };
    /// assert_eq!(conflict[0].text, "The flood came before the warning.");
    /// assert_eq!([&conflict[0].lid, &conflict[1].lid], ["l1", "l2"]);
    /// # Ok::<(), frise::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the document is no XML, defines entities of its own, or has a link without two ends or
    /// with a relation that TimeML does not have. [`Error::at`] says where.
    pub fn parse(xml: &str) -> Result<Self, Error> {
        let mut scribe = Scribe::default();
        let mut reader = quick_xml::Reader::from_str(xml);
        reader.config_mut().check_end_names = true;
        let mut open: Vec<Range<usize>> = Vec::new();
        loop {
            let start = reader.buffer_position() as usize;
            let event = reader.read_event().map_err(|error| {
                let at = reader.error_position() as usize;
                broken(&error.to_string(), at.min(xml.len()), xml)
            })?;
            let at = start..reader.buffer_position() as usize;
            match event {
                Event::Start(tag) => {
                    open.push(at.clone());
                    scribe.begin(&tag, at, xml)?;
                }
                Event::Empty(tag) => {
                    scribe.begin(&tag, at, xml)?;
                    scribe.end(tag.name().as_ref());
                }
                Event::End(tag) => {
                    open.pop();
                    scribe.end(tag.name().as_ref());
                }
                Event::Text(text) => scribe.text.push_str(&text),
                Event::CData(text) => scribe.text.push_str(&text),
                Event::GeneralRef(reference) => {
                    let char = match reference.resolve_char_ref() {
                        Ok(Some(char)) => Some(char.to_string()),
                        _ => quick_xml::escape::resolve_predefined_entity(&reference)
                            .map(str::to_owned),
                    };
                    let Some(char) = char else {
                        return Err(bad_entity(&reference, at, xml));
                    };
                    scribe.text.push_str(&char);
                }
                Event::DocType(declared) if declared.contains('[') => {
                    return Err(Error::new(format!(
                        "the document defines entities of its own, which are not read{}",
                        place(at.start, xml)
                    ))
                    .at_bytes(at.start, at.end)
                    .with_help("leave out the part of <!DOCTYPE> in brackets"));
                }
                Event::Eof => break,
                _ => {}
            }
        }
        if let Some(first) = open.pop() {
            return Err(broken("a tag is never closed", first.start, xml));
        }
        if !scribe.seen {
            return Err(Error::new("there is no TimeML in the document")
                .with_help("a TimeML document has a <TimeML> element with <TLINK> in it"));
        }
        Ok(scribe.finish())
    }

    /// The sets of links that cannot hold together, each minimal, with the fewest links first. See
    /// [`link_conflicts`].
    pub fn conflicts(&self) -> Vec<Vec<&AnnotatedLink>> {
        let (mut links, mut places) = (Vec::new(), Vec::new());
        for link in &self.links {
            // What annotators left open says nothing.
            let Some(relation) = Allen::of_timeml(&link.relation) else { continue };
            let (from, to) = (link.from.clone(), link.to.clone());
            links.push(IntervalLink { from, relation, to });
            places.push(link);
        }
        let mut conflicts: Vec<Vec<&AnnotatedLink>> = link_conflicts(&links)
            .into_iter()
            .map(|core| core.into_iter().filter_map(|at| places.get(at).copied()).collect())
            .collect();
        conflicts.sort_by_key(Vec::len);
        conflicts
    }
}

/// What has been read so far.
#[derive(Debug, Default)]
struct Scribe {
    seen: bool,
    /// All text of the document, its parts apart.
    text: String,
    /// Where events and time expressions stand in it, by their ids.
    places: BTreeMap<String, Range<usize>>,
    /// The events of instances.
    instances: BTreeMap<String, String>,
    /// The ids that are open, and where they began.
    open: Vec<(String, usize)>,
    /// Where `TEXT` begins and ends.
    body: Option<Range<usize>>,
    /// The time expressions, wherever they stand; their spans are those of all text.
    timexes: Vec<AnnotatedTimex>,
    links: Vec<AnnotatedLink>,
}

impl Scribe {
    fn begin(&mut self, tag: &BytesStart<'_>, at: Range<usize>, xml: &str) -> Result<(), Error> {
        let mut given: BTreeMap<String, String> = BTreeMap::new();
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|error| bad_attribute(error, at.start, xml))?;
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(|error| bad_value(&error, at.clone(), xml))?;
            given.insert(attribute.key.as_ref().to_owned(), value.into_owned());
        }
        let get = |name: &str| given.get(name).cloned();
        let missing = |what: &str| {
            Error::new(format!("{what}{}", place(at.start, xml))).at_bytes(at.start, at.end)
        };
        let name = tag.name();
        match name.as_ref() {
            "TimeML" => self.seen = true,
            "DCT" | "TEXT" | "EXTRAINFO" | "LASTEXTRAINFO" | "DOCID" | "TITLE" => {
                self.text.push_str("\n\n");
                if name.as_ref() == "TEXT" && self.body.is_none() {
                    self.body = Some(self.text.len()..usize::MAX);
                }
            }
            "EVENT" | "TIMEX3" => {
                let key = if name.as_ref() == "EVENT" { "eid" } else { "tid" };
                let id = get(key)
                    .ok_or_else(|| missing(&format!("<{}> has no {key}", name.as_ref())))?;
                if name.as_ref() == "TIMEX3" {
                    let (span, value) = (Span::new(self.text.len(), usize::MAX), get("value"));
                    let kind = get("type").unwrap_or_default();
                    let (modifier, quant, freq) = (get("mod"), get("quant"), get("freq"));
                    let value = value.unwrap_or_default();
                    let tid = id.clone();
                    let timex = AnnotatedTimex { tid, span, kind, value, modifier, quant, freq };
                    self.timexes.push(timex);
                }
                self.open.push((id, self.text.len()));
            }
            "MAKEINSTANCE" => {
                let (instance, event) = get("eiid")
                    .zip(get("eventID"))
                    .ok_or_else(|| missing("<MAKEINSTANCE> needs an eiid and an eventID"))?;
                self.instances.insert(instance, event);
            }
            "TLINK" => {
                let lid = get("lid").unwrap_or_default();
                let from = get("eventInstanceID").or_else(|| get("timeID"));
                let to = get("relatedToEventInstance").or_else(|| get("relatedToTime"));
                let (Some(from), Some(to)) = (from, to) else {
                    return Err(missing(&format!("<TLINK> {lid} has not two ends")).with_help(
                        "it needs eventInstanceID or timeID, and relatedToEventInstance or relatedToTime",
                    ));
                };
                let relation = get("relType").unwrap_or_default();
                let open = matches!(relation.as_str(), "" | "NONE" | "VAGUE" | "OVERLAP");
                if !open && Allen::of_timeml(&relation).is_none() {
                    return Err(missing(&format!(
                        "<TLINK> {lid} has the relType \"{relation}\", which TimeML does not have"
                    )));
                }
                self.links.push(AnnotatedLink { lid, from, relation, to, text: String::new() });
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        if matches!(name, "EVENT" | "TIMEX3")
            && let Some((id, start)) = self.open.pop()
        {
            let open =
                |timex: &&mut AnnotatedTimex| timex.tid == id && timex.span.end == usize::MAX;
            if let Some(timex) = self.timexes.iter_mut().rev().find(open) {
                timex.span.end = self.text.len();
            }
            self.places.entry(id).or_insert(start..self.text.len());
        }
        if name == "TEXT"
            && let Some(body) = self.body.as_mut().filter(|body| body.end == usize::MAX)
        {
            body.end = self.text.len();
        }
        if matches!(name, "DCT" | "TEXT" | "EXTRAINFO" | "LASTEXTRAINFO" | "DOCID" | "TITLE") {
            self.text.push_str("\n\n");
        }
    }

    fn finish(self) -> Annotated {
        let sentence = |id: &str| -> Option<Range<usize>> {
            let event = self.instances.get(id).map_or(id, String::as_str);
            Some(sentence(&self.text, self.places.get(event)?.clone()))
        };
        let words = |span: &Range<usize>| -> String {
            let words = self.text.get(span.clone()).unwrap_or_default();
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let mut links = self.links;
        for link in &mut links {
            let mut spans: Vec<Range<usize>> =
                [&link.from, &link.to].into_iter().filter_map(|id| sentence(id)).collect();
            spans.sort_by_key(|span| span.start);
            spans.dedup();
            link.text = spans.iter().map(words).collect::<Vec<_>>().join(" … ");
        }
        let body = self.body.unwrap_or_default();
        let inside =
            |timex: &AnnotatedTimex| body.start <= timex.span.start && timex.span.end <= body.end;
        let mut timexes: Vec<AnnotatedTimex> = self.timexes.into_iter().filter(inside).collect();
        for timex in &mut timexes {
            timex.span = Span::new(timex.span.start - body.start, timex.span.end - body.start);
        }
        Annotated { text: self.text.get(body).unwrap_or_default().to_owned(), timexes, links }
    }
}

/// Words that a point follows without ending a sentence.
const SHORT: [&str; 24] = [
    "Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov", "Gen", "Col", "Lt", "St", "Jr", "Sr", "Inc",
    "Corp", "Co", "Ltd", "Cos", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov",
];

/// The sentence around some words: a paragraph is a sentence at least.
fn sentence(text: &str, words: Range<usize>) -> Range<usize> {
    let (before, rest) = text.split_at(words.start);
    let paragraph = before.rfind("\n\n").map_or(0, |at| at + 2);
    let end = rest.find("\n\n").map_or(text.len(), |at| words.start + at);
    let mut start = paragraph;
    for (at, char) in text.get(paragraph..end).unwrap_or_default().char_indices() {
        let at = paragraph + at;
        if !ends_sentence(text, at, char) {
            continue;
        }
        let after = at + char.len_utf8();
        let closing = |c: char| matches!(c, '"' | '\'' | ')' | '”' | '’' | '`');
        let closed = text.get(after..end).unwrap_or_default();
        let after = after + closed.len() - closed.trim_start_matches(closing).len();
        if after <= words.start {
            start = after;
        } else if words.end <= after {
            return start..after;
        }
    }
    start..end
}

fn ends_sentence(text: &str, at: usize, char: char) -> bool {
    if !matches!(char, '.' | '!' | '?') {
        return false;
    }
    let (before, rest) = text.split_at(at);
    let after = rest.get(1..).unwrap_or_default();
    let after = after.trim_start_matches(['"', '\'', ')', '”', '’', '`']);
    let next = after.trim_start();
    if next.len() == after.len() && !next.is_empty() {
        return false;
    }
    let word = before.rsplit(|c: char| !c.is_alphanumeric() && c != '.').next().unwrap_or("");
    let short = word.chars().count() == 1 || word.contains('.') || SHORT.contains(&word);
    let upper = |c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '"' | '“' | '`');
    char != '.' || (!short && next.chars().next().is_none_or(upper))
}
