//! A text with its time expressions, as a TimeML document.

use quick_xml::Writer;
use quick_xml::escape::partial_escape;
use quick_xml::events::{BytesDecl, BytesEnd, BytesRef, BytesStart, BytesText, Event};

use super::AnnotatedTimex;
use crate::article::{Published, Span};
use crate::extent::{moment_text, year_month_day};

/// Writes a text as a TimeML document: its id, when it was created, and its time expressions in
/// place. The text is kept to the byte, but for the few control characters that XML cannot hold:
/// each of them becomes U+FFFD.
///
/// Tags cannot overlap: of two expressions that would, the first stands.
///
/// ```
/// use frise::{Annotated, AnnotatedTimex, Span, timeml_document};
///
/// let text = "R&D began on 7 March 2024.";
/// let timex = AnnotatedTimex::new("t1", Span::new(13, 25), "DATE", "2024-03-07");
/// let published = "2024-04-05".parse()?;
/// let document = timeml_document("memo", text, Some(&published), &[timex.clone()]);
/// assert!(document.contains(r#"<TIMEX3 tid="t1" type="DATE" value="2024-03-07">7 March 2024</TIMEX3>"#));
///
/// let read = Annotated::parse(&document)?;
/// assert_eq!(read.text, text);
/// assert_eq!(read.timexes, [timex]);
/// # Ok::<(), frise::Error>(())
/// ```
pub fn timeml_document(
    id: &str,
    text: &str,
    created: Option<&Published>,
    timexes: &[AnnotatedTimex],
) -> String {
    let mut scribe = Scribe { xml: Writer::new(Vec::new()) };
    scribe.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    scribe.line();
    scribe.open(BytesStart::new("TimeML"));
    scribe.line();
    scribe.open(BytesStart::new("DOCID"));
    scribe.text(id);
    scribe.close("DOCID");
    scribe.line();
    if let Some(created) = created {
        scribe.created(created);
    }
    scribe.open(BytesStart::new("TEXT"));
    scribe.annotated(text, timexes);
    scribe.close("TEXT");
    scribe.line();
    scribe.close("TimeML");
    scribe.line();
    String::from_utf8(scribe.xml.into_inner()).unwrap_or_default()
}

/// Writes into memory, which cannot fail.
struct Scribe {
    xml: Writer<Vec<u8>>,
}

impl Scribe {
    fn created(&mut self, created: &Published) {
        let (kind, value) = match created.moment() {
            Some(moment) => ("TIME", moment_text(moment)),
            None => ("DATE", year_month_day(created.day())),
        };
        let attributes = [
            ("tid", "t0"),
            ("type", kind),
            ("value", &value),
            ("functionInDocument", "CREATION_TIME"),
        ];
        self.open(BytesStart::new("DCT"));
        self.open(BytesStart::new("TIMEX3").with_attributes(attributes));
        self.text(&value);
        self.close("TIMEX3");
        self.close("DCT");
        self.line();
    }

    fn annotated(&mut self, text: &str, timexes: &[AnnotatedTimex]) {
        let mut timexes: Vec<&AnnotatedTimex> = timexes.iter().collect();
        timexes.sort_by_key(|timex| (timex.span.start, timex.span.end));
        let mut written = 0;
        for timex in timexes {
            let Span { start, end } = timex.span;
            let (Some(before), Some(words)) = (text.get(written..start), text.get(start..end))
            else {
                continue;
            };
            self.text(before);
            self.open(BytesStart::new("TIMEX3").with_attributes(attributes(timex)));
            self.text(words);
            self.close("TIMEX3");
            written = end;
        }
        self.text(text.get(written..).unwrap_or_default());
    }

    fn text(&mut self, text: &str) {
        // A reader takes a carriage return for the end of a line, unless it is written by number.
        for (n, part) in text.split('\r').enumerate() {
            if 0 < n {
                self.event(Event::GeneralRef(BytesRef::new("#13")));
            }
            let held: String = part
                .chars()
                .map(|letter| if is_held(letter) { letter } else { '\u{fffd}' })
                .collect();
            self.event(Event::Text(BytesText::from_escaped(partial_escape(held))));
        }
    }

    fn line(&mut self) {
        self.event(Event::Text(BytesText::from_escaped("\n")));
    }

    fn open(&mut self, tag: BytesStart<'_>) {
        self.event(Event::Start(tag));
    }

    fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    fn event(&mut self, event: Event<'_>) {
        let _ = self.xml.write_event(event);
    }
}

fn attributes(timex: &AnnotatedTimex) -> Vec<(&str, &str)> {
    let mut attributes = vec![
        ("tid", timex.tid.as_str()),
        ("type", timex.kind.as_str()),
        ("value", timex.value.as_str()),
    ];
    let more = [("mod", &timex.modifier), ("quant", &timex.quant), ("freq", &timex.freq)];
    attributes.extend(more.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?))));
    attributes
}

/// Whether XML 1.0 can hold a character.
fn is_held(letter: char) -> bool {
    !matches!(letter, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}')
}
