//! Passages: what in an article is quoted, from whom, and dated when; and which lines are the page's
//! own (headers, by-lines, what follows the story).
//!
//! A line such as "Washington Post, 2 Avr. 2024" dates the quotation after it, up to the next such
//! line or the paragraph that introduces another quotation. A paragraph that introduces a quotation
//! without a date ("Comme l'écrit A. B. :") opens one of a single block, unless it announces an
//! excerpt. A line that a dash begins ("— A. B., 23 mars 2024") signs the block before it.

mod introduce;
mod marks;
mod stamp;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::article::{Published, Span};
use crate::expr::{Expr, Pattern};
use crate::lang::input::Source;
use crate::lang::page::Page;
use crate::scan::Mention;
use crate::syntax::Tenses;
use crate::why::{Notice, Warning};

use introduce::names;
use stamp::{day_of, full_date};

/// What makes a passage one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum PassageKind {
    /// After a dated by-line.
    ByLine,
    /// After a paragraph that introduces it.
    Introduced,
    /// Before the line that signs it.
    Signed,
    /// Between quotation marks.
    Marks,
    /// After the story: comments, links.
    Furniture,
}

/// A quoted stretch of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Passage {
    pub(crate) span: Span,
    /// The mention that says when it was published or said, or what is around it.
    pub(crate) date: Option<usize>,
    /// Who speaks or writes, here or around it.
    pub(crate) speaker: Option<String>,
    pub(crate) kind: PassageKind,
    /// Whether it, or one around it, is the page's own.
    aside: bool,
    /// Whether it, or one around it, is somebody's words.
    quoted: bool,
    /// The innermost passage around it that goes on after it.
    outer: Option<usize>,
}

impl Passage {
    fn new(kind: PassageKind, start: usize, end: usize) -> Self {
        let (span, aside) = (Span::new(start, end), kind == PassageKind::Furniture);
        Self { span, date: None, speaker: None, kind, aside, quoted: !aside, outer: None }
    }
}

/// What a dated line of the page's own is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum StampKind {
    /// A bare date above the story.
    Header,
    /// Where and when the story is filed: "PARIS, 3 avril 2024 (Agence) –".
    Dateline,
    /// The author or publisher with the date.
    Own,
    /// The source of the quotation that follows.
    ByLine,
    /// The source of the quotation before.
    Signature,
}

/// A dated line that is not part of the story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// The name and the date.
    pub(crate) span: Span,
    /// The mention that dates it.
    pub(crate) mention: usize,
    pub(crate) kind: StampKind,
    /// Who.
    pub(crate) name: Option<String>,
}

/// The passages of an article.
#[derive(Clone, Debug, Default)]
pub(crate) struct Passages {
    /// In order of their beginning, outer before inner.
    pub(crate) passages: Vec<Passage>,
    /// In text order.
    pub(crate) stamps: Vec<Stamp>,
}

impl Passages {
    /// Reads the passages of a text.
    pub(crate) fn of(
        source: &Source<'_>,
        mentions: &[Mention],
        tenses: &Tenses<'_>,
        page: &Page,
    ) -> Self {
        let (text, lines) = (source.text, lines(source.text));
        let mut reader = Reader {
            text,
            mentions,
            tenses,
            page,
            lines,
            open: Vec::new(),
            told: 0,
            told_to: 0,
            named: BTreeMap::new(),
            out: Passages::default(),
        };
        reader.read();
        reader.quotation_marks(source);
        reader
            .out
            .passages
            .sort_by_key(|passage| (passage.span.start, std::cmp::Reverse(passage.span.end)));
        reader.out.nest();
        reader.out
    }

    /// The number of the innermost passage at a byte offset.
    pub(crate) fn at(&self, offset: usize) -> Option<usize> {
        let next = self.passages.partition_point(|passage| passage.span.start <= offset);
        let mut at = next.checked_sub(1);
        while let Some(n) = at {
            let passage = self.passages.get(n)?;
            if offset < passage.span.end {
                return Some(n);
            }
            at = passage.outer;
        }
        None
    }

    fn innermost(&self, offset: usize) -> Option<&Passage> {
        self.passages.get(self.at(offset)?)
    }

    /// The mention that dates what is said at a byte offset, where that is not the article's date.
    pub(crate) fn dated_by(&self, offset: usize) -> Option<usize> {
        self.innermost(offset)?.date
    }

    /// Who speaks at a byte offset, where that is not the article.
    pub(crate) fn speaker(&self, offset: usize) -> Option<&str> {
        self.innermost(offset)?.speaker.as_deref()
    }

    /// Whether a byte offset is inside somebody's words.
    pub(crate) fn is_quoted(&self, offset: usize) -> bool {
        self.innermost(offset).is_some_and(|passage| passage.quoted)
    }

    /// Whether a mention is the page's own and not the story's.
    pub(crate) fn is_aside(&self, mention: usize, offset: usize) -> bool {
        self.stamps.binary_search_by_key(&mention, |stamp| stamp.mention).is_ok()
            || self.innermost(offset).is_some_and(|passage| passage.aside)
    }

    /// The stretches that belong to the page and not to the story.
    pub(crate) fn asides(&self) -> impl Iterator<Item = Span> + '_ {
        let own = |passage: &&Passage| passage.kind == PassageKind::Furniture;
        self.passages.iter().filter(own).map(|passage| passage.span)
    }

    /// The day the article says it was published on, and a warning where it names two.
    pub(crate) fn own_date<'s>(
        &'s self,
        text: &str,
        mentions: &[Mention],
    ) -> Option<(Published, Option<Warning>)> {
        let date = |stamp: &'s Stamp| {
            let pattern = full_date(&mentions.get(stamp.mention)?.expr)?;
            Some((stamp, pattern, day_of(&pattern)?))
        };
        let mut dated: Vec<(&Stamp, Pattern, NaiveDate)> = (self.stamps.iter())
            .filter(|stamp| stamp.kind <= StampKind::Own)
            .filter_map(date)
            .collect();
        if dated.is_empty() {
            // A letter: "Lyon, le 3 mars 1916" above it or below.
            let blank = |text: Option<&str>| text.is_some_and(|text| text.trim().is_empty());
            let edge = |stamp: &&Stamp| {
                blank(text.get(..stamp.span.start)) || blank(text.get(stamp.span.end..))
            };
            dated.extend(self.stamps.iter().filter(edge).filter_map(date));
        }
        let (best, pattern, day) = dated.iter().max_by_key(|(stamp, ..)| stamp.kind)?;
        let (best, pattern) = dated
            .iter()
            .find(|(stamp, ..)| stamp.kind == best.kind)
            .map_or((*best, *pattern), |(stamp, pattern, _)| (*stamp, *pattern));
        let day = day_of(&pattern).unwrap_or(*day);
        let words =
            |stamp: &Stamp| stamp.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        let other = dated.iter().find(|(_, _, other)| *other != day);
        let warning = other.map(|(stamp, _, other)| {
            let (words, others) = (words(best), words(stamp));
            let about = Notice::TwoDates { taken: day, words, other: *other, others };
            Warning { span: Some(stamp.span), ..Warning::new(about) }
        });
        // "Le 3 mai 2024 à 18 h 42" is two mentions.
        let beside = mentions.get(best.mention).zip(mentions.get(best.mention + 1)).and_then(
            |(date, next)| match next.expr {
                Expr::Pattern(Pattern { clock, .. })
                    if next.span.start.saturating_sub(date.span.end) <= 4
                        && best.span.contains(next.span) =>
                {
                    clock
                }
                _ => None,
            },
        );
        let clock = pattern.clock.or(beside).and_then(|clock| {
            let minute = u32::from(clock.minute.unwrap_or(0));
            Some((day.and_hms_opt(u32::from(clock.hour), minute, 0)?, clock.zone))
        });
        let published = match clock {
            Some((moment, zone)) => Published::at(moment, zone),
            None => Published::on(day),
        };
        Some((published, warning))
    }

    /// Where the story is filed, if its text says so with a whole date, and the words.
    pub(crate) fn dateline(&self, mentions: &[Mention]) -> Option<(Published, Span)> {
        self.stamps.iter().filter(|stamp| stamp.kind == StampKind::Dateline).find_map(|stamp| {
            let day = day_of(&full_date(&mentions.get(stamp.mention)?.expr)?)?;
            Some((Published::on(day), stamp.span))
        })
    }

    /// Gives each passage what it has from those around it; what reaches out of one is cut.
    fn nest(&mut self) {
        let mut open: Vec<usize> = Vec::new();
        for n in 0..self.passages.len() {
            let (before, rest) = self.passages.split_at_mut(n);
            let Some(passage) = rest.first_mut() else { break };
            let around = loop {
                let Some(outer) = open.last().and_then(|top| before.get(*top)) else { break None };
                if passage.span.start < outer.span.end {
                    break Some(outer);
                }
                open.pop();
            };
            if let Some(outer) = around {
                passage.span.end = passage.span.end.min(outer.span.end);
                let goes_on = passage.span.end < outer.span.end;
                passage.outer = if goes_on { open.last().copied() } else { outer.outer };
                passage.date = passage.date.or(outer.date);
                passage.speaker = passage.speaker.take().or_else(|| outer.speaker.clone());
                passage.aside |= outer.aside;
                passage.quoted |= outer.quoted;
            }
            open.push(n);
        }
    }
}

/// A line of the text that is not blank.
#[derive(Clone, Copy, Debug)]
struct Line {
    span: Span,
    after_blank: bool,
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut after_blank = true;
    for line in text.split_inclusive('\n') {
        let body = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if body.is_empty() {
            after_blank = true;
        } else {
            let lead = line.len()
                - line.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').len();
            let span = Span::new(start + lead, start + lead + body.len());
            lines.push(Line { span, after_blank });
            after_blank = false;
        }
        start += line.len();
    }
    lines
}

/// A passage that is still open.
struct Open {
    passage: usize,
    /// Whether a blank line ends it.
    one_block: bool,
    /// How many lines had been told when it was opened.
    since: usize,
}

struct Reader<'a> {
    text: &'a str,
    mentions: &'a [Mention],
    tenses: &'a Tenses<'a>,
    page: &'a Page,
    lines: Vec<Line>,
    /// Inner after outer.
    open: Vec<Open>,
    /// How many lines have been told that are no stamps, and where the last of them ends.
    told: usize,
    told_to: usize,
    /// The last passage that a name introduced.
    named: BTreeMap<&'a str, usize>,
    out: Passages,
}

impl Reader<'_> {
    fn read(&mut self) {
        let stamps: Vec<Option<Stamp>> =
            (0..self.lines.len()).map(|n| self.stamp_of_line(n)).collect();
        let (mut block_start, mut links) = (0, false);
        for n in 0..self.lines.len() {
            let Some(line) = self.lines.get(n).copied() else { break };
            if line.after_blank {
                // After a quotation inside a quotation the author speaks again.
                let ends = |open: &Open| open.one_block && open.since < self.told;
                if self.open.last().is_some_and(ends) {
                    let nested = 1 < self.open.len();
                    self.close_from(if nested { 0 } else { self.open.len() - 1 });
                }
                if self.open.iter().any(|open| self.tells_what_came_after(open, line)) {
                    self.close_from(0);
                }
                if stamps.get(n).is_none_or(Option::is_none) {
                    block_start = n;
                }
            }
            if n != 0 && self.is_furniture(line) {
                self.close_from(0);
                let end = self.text.len();
                self.push(Passage::new(PassageKind::Furniture, line.span.start, end));
                break;
            }
            let titles = links && !self.is_prose(line);
            let link = if n == 0 { None } else { self.is_link(line) };
            links = link == Some(true) || titles && link.is_none();
            if titles || link.is_some() {
                self.push(Passage::new(PassageKind::Furniture, line.span.start, line.span.end));
                continue;
            }
            if let Some(stamp) = stamps.get(n).cloned().flatten() {
                self.stamp(n, line, block_start, stamp);
                continue;
            }
            let introduces = line.span.of(self.text).ends_with(':');
            if introduces && line.after_blank {
                self.close_from(0);
            }
            self.told += 1;
            self.told_to = line.span.end;
            if introduces && stamps.get(n + 1).is_some_and(Option::is_none) {
                self.introduce(n, line);
            }
        }
        self.close_from(0);
        // Passages that no line followed are none.
        self.out.passages.retain(|passage| passage.span.start < passage.span.end);
    }

    /// Opens the passage that a stamp dates, or closes what it ends.
    fn stamp(&mut self, n: usize, line: Line, block_start: usize, stamp: Stamp) {
        let (date, speaker) = (Some(stamp.mention), stamp.name.clone());
        match stamp.kind {
            StampKind::ByLine => {
                if line.after_blank {
                    self.close_from(0);
                }
                if let Some(next) = self.lines.get(n + 1).map(|next| next.span.start) {
                    let passage = Passage::new(PassageKind::ByLine, next, next);
                    self.open(Passage { date, speaker, ..passage }, !line.after_blank);
                }
            }
            StampKind::Signature => {
                self.close_from(0);
                let start_of = |line: &Line| line.span.start;
                let from = self.lines.get(block_start).map_or(line.span.start, start_of);
                let before = n.checked_sub(1).and_then(|n| self.lines.get(n));
                let to = before.map_or(from, |line| line.span.end);
                if from < to {
                    let passage = Passage::new(PassageKind::Signed, from, to);
                    self.push(Passage { date, speaker, ..passage });
                }
            }
            StampKind::Own => self.close_from(0),
            StampKind::Header | StampKind::Dateline => {}
        }
        self.out.stamps.push(stamp);
    }

    /// Opens a passage, which goes on with the lines that follow.
    fn open(&mut self, passage: Passage, one_block: bool) {
        let passage = self.push(passage);
        self.open.push(Open { passage, one_block, since: self.told });
    }

    /// Closes the passages that are open, but for the outer ones before the n-th.
    fn close_from(&mut self, n: usize) {
        for open in self.open.drain(n..) {
            if let Some(passage) = self.out.passages.get_mut(open.passage)
                && open.since < self.told
            {
                passage.span.end = passage.span.end.max(self.told_to);
            }
        }
    }

    /// Adds a passage, under the names that introduce it.
    fn push(&mut self, passage: Passage) -> usize {
        let number = self.out.passages.len();
        let at = self.lines.partition_point(|line| line.span.start < passage.span.start);
        let intro = self.lines.get(at.saturating_sub(2)..at).unwrap_or(&[]);
        for name in names(intro.iter().map(|line| line.span.of(self.text))) {
            self.named.insert(name, number);
        }
        self.out.passages.push(passage);
        number
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{PassageKind, Passages, StampKind};
    use crate::article::{Language, Span};
    use crate::expr::{Expr, Pattern, Year};
    use crate::lang::Engine;
    use crate::lang::memo::Memo;
    use crate::scan::{Mention, Tokens};
    use crate::syntax::{Syntax, Tenses};
    use crate::why::Notice;

    /// Dates written as `2 avril 2024` or `2 April 2024`, found without any grammar.
    fn dates(text: &str) -> Vec<Mention> {
        let months = [("avril", 4), ("mars", 3), ("April", 4), ("March", 3)];
        let mut found = Vec::new();
        for (at, _) in text.match_indices(|c: char| c.is_ascii_digit()) {
            let rest = &text[at..];
            let before = text[..at].chars().next_back();
            let Some((day, rest)) = rest.split_once(' ') else { continue };
            let (Ok(day), false) = (day.parse::<u8>(), before.is_some_and(|c| c.is_ascii_digit()))
            else {
                continue;
            };
            for (name, month) in months {
                let Some(year) = rest.strip_prefix(name).and_then(|rest| rest.get(1..5)) else {
                    continue;
                };
                let Ok(year) = year.parse() else { continue };
                let end = text.len() - rest.len() + name.len() + 5;
                found.push(Mention::new(
                    Span::new(at, end),
                    "test",
                    Expr::Pattern(Pattern {
                        day: Some(day),
                        month: Some(month),
                        year: Some(Year::Full(year)),
                        ..Pattern::default()
                    }),
                ));
            }
        }
        found
    }

    fn passages(language: Language, text: &str) -> (Passages, Vec<Mention>) {
        let engine = Engine::new(language);
        let tokens = Tokens::of(text, &engine);
        let mentions = dates(text);
        let memo = Memo::default();
        let source = tokens.source(text, &engine, &memo);
        let syntax = Syntax::new(source, &mentions, &engine);
        let tenses = Tenses::new(&syntax, &engine, &mentions);
        let passages = Passages::of(&source, &mentions, &tenses, engine.grammar.page);
        (passages, mentions.clone())
    }

    const WEBLOG: &str = "Le barrage : ce qu'on savait\n\nUn journal l'avait écrit :\n\n\
        La digue était fissurée. Le Courrier du Lac, 2 mars 2024\n\
        Les ingénieurs avaient prévenu le préfet il y a dix jours.\n\n\
        Le préfet n'a rien fait.\n\n\
        Tout cela est faux. Comme l'écrit plus loin le Courrier :\n\n\
        La veille, la vanne avait été ouverte.\n\n\
        La vanne a été ouverte le 4 mars.\n\nPar Anne Petit − Le 5 mars 2024\n";

    #[test]
    fn a_by_line_dates_what_follows_until_the_author_introduces_another_quotation() {
        let (passages, mentions) = passages(Language::Fr, WEBLOG);
        let dated = |words: &str| {
            let at = WEBLOG.find(words)?;
            passages.dated_by(at).map(|n| mentions[n].span.of(WEBLOG))
        };
        assert_eq!(dated("Les ingénieurs"), Some("2 mars 2024"));
        assert_eq!(dated("Le préfet n'a"), Some("2 mars 2024"));
        assert_eq!(dated("Tout cela"), None);
        // Introduced by the name of a source quoted before, it has that source's date.
        assert_eq!(dated("La veille"), Some("2 mars 2024"));
        assert_eq!(dated("La vanne a été"), None);
        let at = WEBLOG.find("La veille").unwrap_or(0);
        assert_eq!(passages.speaker(at), Some("Le Courrier du Lac"));
    }

    #[test]
    fn the_author_signs_at_the_end_and_that_is_the_articles_own_date() {
        let (passages, mentions) = passages(Language::Fr, WEBLOG);
        let (own, warning) = passages.own_date(WEBLOG, &mentions).unwrap();
        assert_eq!(own.day().to_string(), "2024-03-05");
        assert_eq!(warning, None);
        let kinds: Vec<StampKind> = passages.stamps.iter().map(|stamp| stamp.kind).collect();
        assert_eq!(kinds, [StampKind::ByLine, StampKind::Own]);
        assert_eq!(passages.stamps[1].name.as_deref(), Some("Anne Petit"));
    }

    #[test]
    fn two_dates_of_a_page_compete_and_the_by_line_wins_with_a_warning() {
        let text = "8 April 2024\n\nThe dam\n\nBy Ann Little | 5 March 2024\n\nThe dam burst.\n";
        let (passages, mentions) = passages(Language::En, text);
        let (own, warning) = passages.own_date(text, &mentions).unwrap();
        assert_eq!(own.day().to_string(), "2024-03-05");
        assert_eq!(
            warning.map(|warning| warning.about),
            Some(Notice::TwoDates {
                taken: own.day(),
                words: "By Ann Little | 5 March 2024".to_owned(),
                other: NaiveDate::from_ymd_opt(2024, 4, 8).unwrap(),
                others: "8 April 2024".to_owned(),
            })
        );
    }

    #[test]
    fn a_line_that_a_dash_begins_signs_the_block_before_it() {
        let text = "The town was calm.\n\n\"We had told them in time and nobody listened.\"\n\n\
                    – Ann Little (@annl) 23 March 2024\n\nThe mayor denied it.\n";
        let (passages, _) = passages(Language::En, text);
        let at = |words: &str| passages.at(text.find(words).unwrap_or(0));
        assert_eq!(passages.speaker(text.find("told").unwrap_or(0)), Some("Ann Little"));
        assert_eq!(at("The mayor"), None);
        assert_eq!(at("The town"), None);
        assert_eq!(passages.stamps[0].kind, StampKind::Signature);
    }

    #[test]
    fn sentences_with_a_date_are_no_by_lines_and_comments_are_no_story() {
        let text = "La vanne a été ouverte le 4 mars 2024.\nLe préfet a parlé, le 5 mars 2024\n\n\
                    Aucun commentaire:\n\nLe 6 mars 2024 quelqu'un a écrit.\n";
        let (passages, mentions) = passages(Language::Fr, text);
        assert!(passages.stamps.is_empty(), "{:?}", passages.stamps);
        let last = mentions.last().map_or(0, |mention| mention.span.start);
        assert!(passages.is_aside(mentions.len() - 1, last));
        assert_eq!(passages.passages[0].kind, PassageKind::Furniture);
    }

    #[test]
    fn no_text_makes_it_fail() {
        for text in ["", "\n\n", "«", "” “ ”", ":\n:\n:", "– @a, 2 mars 2024", "a, 2 mars 2024\n"]
        {
            for &language in Language::ALL {
                let (read, mentions) = passages(language, text);
                let _ = (read.own_date(text, &mentions), read.dated_by(0), read.at(text.len()));
            }
        }
    }
}
