//! Short labels in the words of the text, and the words that say who says so.

use crate::article::Span;
use crate::clause::{Role, trimmed};
use crate::event::vocabulary::Part;
use crate::lang::cue::Cue;
use crate::passage::{Stamp, StampKind};

use super::seed::Telling;

/// A label is cut after so many characters, at a word.
const LONGEST: usize = 60;
/// Words that join a clause to another, and begin no label.
const OPENINGS: [&str; 11] =
    ["et", "mais", "and", "but", "puis", "then", "que", "qu’", "qu'", "that", "en outre"];
/// A source is cut after so many characters.
const LONGEST_SOURCE: usize = 60;

/// A clause without its dates and conjunctions.
pub(crate) fn of_clause(telling: &Telling<'_>, clause: usize) -> String {
    let mut words = String::new();
    for span in telling.clauses.own_spans(clause) {
        without_dates(telling, span, &mut words);
    }
    // What is said belongs to the label of the saying, as far as there is room.
    if let Some(said) = content_of(telling, clause)
        && words.chars().count() < LONGEST * 2 / 3
    {
        without_dates(telling, said, &mut words);
    }
    let words = tidy(&words);
    if words.is_empty() {
        let span = telling.clauses.clauses.get(clause).map(|clause| clause.span);
        return cut(&tidy(span.map_or("", |span| span.of(telling.text()))), LONGEST);
    }
    cut(&words, LONGEST)
}

/// The clause that tells what a clause of saying says.
fn content_of(telling: &Telling<'_>, clause: usize) -> Option<Span> {
    let clauses = &telling.clauses;
    let saying = clauses.clauses.get(clause).filter(|clause| clause.speech)?;
    let said = clauses.of_sentence(saying.sentence).find(|n| {
        clauses.clauses.get(*n).is_some_and(|other| {
            other.role == Role::Content && other.parent == Some(clause) && other.verb.is_some()
        })
    })?;
    clauses.clauses.get(said).map(|clause| clause.span)
}

/// A noun phrase without its dates.
pub(crate) fn of_phrase(telling: &Telling<'_>, span: Span) -> String {
    let mut words = String::new();
    without_dates(telling, span, &mut words);
    let words = tidy(&words);
    if words.is_empty() { cut(span.of(telling.text()), LONGEST) } else { cut(&words, LONGEST) }
}

/// What a dated line publishes.
pub(crate) fn of_stamp(telling: &Telling<'_>, stamp: &Stamp) -> String {
    let who = match (&stamp.name, stamp.kind) {
        (Some(name), _) => name.clone(),
        (None, _) => telling.article.source_name().unwrap_or(telling.article.id()).to_owned(),
    };
    let labels = crate::lang::voice(telling.article.language()).labels;
    match stamp.kind {
        StampKind::Header => (labels.page_of)(&who),
        _ => (labels.publication_of)(&who),
    }
}

/// Appends the words of a span that belong to no mention of time, nor lead to one.
fn without_dates(telling: &Telling<'_>, span: Span, out: &mut String) {
    let text = telling.text();
    let mentions = &telling.account.mentions;
    let first = mentions.partition_point(|mention| mention.span.end <= span.start);
    let mut from = after_dateline(telling, span);
    for mention in mentions.iter().skip(first).take_while(|mention| mention.span.start < span.end) {
        if mention.span.start < from {
            from = from.max(mention.span.end.min(span.end));
            continue;
        }
        let before = leads_cut(telling, from, mention.span.start);
        let head = text.get(from..before).unwrap_or("");
        out.push_str(head);
        out.push(' ');
        from = mention.span.end.min(span.end);
        // What only goes on about the date is left out: "le 19 mars, neuf jours après …".
        let rest = text.get(from..span.end).unwrap_or("").trim_start();
        let words = head.split_whitespace().filter(|word| word.contains(char::is_alphabetic));
        let told = 3 <= words.count();
        let joins = [",", "et ", "ni ", "ou ", "and ", "nor ", "or ", ")"];
        if told && joins.iter().any(|join| rest.starts_with(join)) {
            return;
        }
    }
    out.push_str(text.get(from..span.end).unwrap_or(""));
    out.push(' ');
}

/// Where the story begins in a span that begins with a dateline: "PARIS, 3 avril 2024 (Agence) – …".
fn after_dateline(telling: &Telling<'_>, span: Span) -> usize {
    let stamps = telling.account.passages.stamps.iter();
    let dateline = stamps
        .filter(|stamp| stamp.kind == StampKind::Dateline && stamp.span.overlaps(span))
        .map(|stamp| stamp.span.end)
        .next();
    let Some(end) = dateline else { return span.start };
    let rest = telling.text().get(end..span.end).unwrap_or("");
    let dash = rest.char_indices().take(60).find(|(_, c)| matches!(c, '–' | '—' | '-'));
    dash.map_or(span.start, |(at, dash)| end + at + dash.len_utf8())
}

/// Where the words that lead to a date begin: "en", "in", "le", "dans l'".
fn leads_cut(telling: &Telling<'_>, from: usize, to: usize) -> usize {
    let words = &telling.words;
    let range = words.tokens(Span::new(from, to));
    let mut cut = to;
    for at in range.rev().take(4) {
        let leads = words.is(at, Part::LEADS.or(Part::PREPOSITION))
            || words.is_one_of(at, &["just", "juste", "seulement", "only"])
            || words.is_mark(at, b'\'');
        if !leads {
            break;
        }
        cut = words.token(at).map_or(cut, |token| token.start as usize);
    }
    cut.max(from)
}

/// One space between words, no punctuation or conjunction at the ends.
fn tidy(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        let is_mark = matches!(word, "," | ";" | ":" | "." | "–" | "—" | "-");
        if is_mark && (out.is_empty() || out.ends_with([',', ';', ':'])) {
            continue;
        }
        if !out.is_empty() && !matches!(word, "," | ".") {
            out.push(' ');
        }
        out.push_str(word);
    }
    let mut rest = out.as_str();
    loop {
        let before = rest;
        rest = rest.trim_matches([' ', ',', ';', ':', '.', '–', '—', '…']);
        for ending in [" et", " and", " mais", " but"] {
            rest = rest.strip_suffix(ending).unwrap_or(rest);
        }
        for opening in OPENINGS {
            if let Some(after) = strip_folded(rest, opening)
                && (after.starts_with([' ', ',']) || opening.ends_with(['’', '\'']))
            {
                rest = after;
            }
        }
        if rest == before {
            break;
        }
    }
    balanced(rest)
}

fn strip_folded<'t>(text: &'t str, opening: &str) -> Option<&'t str> {
    let head = text.get(..opening.len())?;
    head.eq_ignore_ascii_case(opening).then(|| text.get(opening.len()..)).flatten()
}

/// A quotation mark or bracket whose other half was cut off goes too.
fn balanced(words: &str) -> String {
    // Most words have none; the guillemets and curly marks begin with one of two bytes.
    let may_mark = |byte: u8| matches!(byte, b'(' | b')' | b'[' | b']' | b'"' | 0xc2 | 0xe2);
    if !words.bytes().any(may_mark) {
        return words.to_owned();
    }
    let mut words = words.to_owned();
    for (open, close) in [('«', '»'), ('(', ')'), ('[', ']')] {
        let opens = words.matches(open).count();
        let closes = words.matches(close).count();
        if opens != closes {
            words = words.replace([open, close], "");
        }
    }
    if words.matches('"').count() % 2 == 1 {
        words = words.replace('"', "");
    }
    let curly = words.matches('“').count() + words.matches('”').count();
    if curly % 2 == 1 {
        words = words.replace(['“', '”'], "");
    }
    one_line(&words)
}

/// The words up to a number of characters, at a word, with an ellipsis where something is left out.
pub(crate) fn cut(words: &str, most: usize) -> String {
    if words.chars().count() <= most {
        return words.to_owned();
    }
    let end = words.char_indices().nth(most).map_or(words.len(), |(at, _)| at);
    let head = words.get(..end).unwrap_or(words);
    let head = head.rfind(' ').and_then(|at| head.get(..at)).unwrap_or(head);
    format!("{} …", head.trim_end_matches([',', ';', ':', ' ', '“', '«', '(', '"']))
}

/// Who says what a clause tells, by words such as "selon", "according to".
pub(crate) fn source_in(telling: &Telling<'_>, clause: usize) -> Option<String> {
    let words = &telling.words;
    for span in telling.clauses.own_spans(clause) {
        for at in words.tokens(span) {
            if !words.is(at, Part::SOURCE) || !words.cue(at).has(Cue::SOURCE) {
                continue;
            }
            let from = if words.is_one_of(at + 1, &["to"]) { at + 2 } else { at + 1 };
            let start = words.token(from)?.start as usize;
            let rest = telling.text().get(start..span.end)?;
            let end = rest.find([',', ';', '.', '«', '“', '"', '\n']).unwrap_or(rest.len());
            let name = tidy(rest.get(..end)?);
            if !name.is_empty() && !words.cue(from).has(Cue::RELATIVE) {
                return Some(cut(&name, LONGEST_SOURCE));
            }
        }
    }
    None
}

/// Who speaks in a clause of saying: its subject, where that is somebody. A notice says what it
/// says by itself ("l'avertissement précisait que"), and a pronoun or a condition names nobody.
pub(crate) fn speaker(telling: &Telling<'_>, clause_no: usize) -> Option<String> {
    let clause = telling.clauses.clauses.get(clause_no)?;
    let verb = clause.verb?;
    if clause.hypothetical && clause.role == Role::Condition {
        return None;
    }
    let words = &telling.words;
    let own = || {
        (telling.clauses.own_spans(clause_no))
            .take_while(|span| span.start < verb.start)
            .flat_map(|span| words.tokens(Span::new(span.start, span.end.min(verb.start))))
            .filter(|at| words.is_word(*at))
    };
    let first = own().find(|at| !words.determines(*at))?;
    let is_notice = words.event_noun(first).and_then(|noun| words.classes.name(noun.class?));
    if is_notice
        .is_some_and(|class| crate::event::table::has(class, crate::event::Property::NOTICE))
    {
        return None;
    }
    if own().any(|at| words.cue(at).has(Cue::IF)) {
        return None;
    }
    let named = own().any(|at| {
        !words.cue(at).has(Cue::PRONOUN.or(Cue::LIGHT).or(Cue::AND).or(Cue::NE).or(Cue::THAT))
    });
    named.then(|| subject(telling, clause_no)).flatten()
}

/// The subject of a clause: its words before the verb, without dates.
fn subject(telling: &Telling<'_>, clause_no: usize) -> Option<String> {
    let clause = telling.clauses.clauses.get(clause_no)?;
    let verb = clause.verb?;
    let mut before = String::new();
    for span in telling.clauses.own_spans(clause_no) {
        if verb.start <= span.start {
            break;
        }
        without_dates(telling, Span::new(span.start, span.end.min(verb.start)), &mut before);
    }
    let words = tidy(&before);
    // After what was put in front, the subject is the last stretch, or the last two of a name.
    let name = words.split(", ").last().unwrap_or(&words).trim();
    let name = if name.is_empty() { words.as_str() } else { name };
    (!name.is_empty()).then(|| cut(name, LONGEST_SOURCE))
}

/// The words of a clause, without white space and marks at its ends.
pub(crate) fn statement(text: &str, span: Span) -> (Span, String) {
    let span = trimmed(text, span);
    (span, one_line(span.of(text)))
}

/// Words with one space between them.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
