//! Claims from text to tree.

use super::fold::{fold, nearest};
use super::token::{Kind, Token, tokens};
use super::vocabulary::{self, Function};
use super::{Clause, Compare, Measure, Relation, Said, Time, Words};
use crate::amount::Unit;
use crate::edtf::Edtf;
use crate::error::Error;

const EXAMPLE: &str = "a claim reads like: window(warning) overlaps attack";

/// How deep parentheses may go.
const DEPTH: usize = 64;

pub(crate) fn clause(text: &str) -> Result<Clause, Error> {
    let mut parser = Parser { tokens: tokens(text)?, at: 0, end: text.len(), depth: 0 };
    if parser.tokens.is_empty() {
        return Err(Error::new("the claim is empty").at_bytes(0, text.len()).with_help(EXAMPLE));
    }
    let clause = parser.either()?;
    match parser.peek() {
        None => Ok(clause),
        Some(token) => {
            let what =
                format!("\"{}\" comes where \"and\", \"or\" or the end is expected", token.text);
            Err(Error::new(what).at_bytes(token.at.0, token.at.1).with_help(EXAMPLE))
        }
    }
}

struct Parser<'t> {
    tokens: Vec<Token<'t>>,
    at: usize,
    end: usize,
    depth: usize,
}

impl<'t> Parser<'t> {
    fn either(&mut self) -> Result<Clause, Error> {
        let mut parts = vec![self.both()?];
        while self.word_is(vocabulary::is_or) {
            self.at += 1;
            parts.push(self.both()?);
        }
        Ok(one_or(parts, Clause::Or))
    }

    fn both(&mut self) -> Result<Clause, Error> {
        let mut parts = vec![self.term()?];
        while self.word_is(vocabulary::is_and) {
            self.at += 1;
            parts.push(self.term()?);
        }
        Ok(one_or(parts, Clause::And))
    }

    fn term(&mut self) -> Result<Clause, Error> {
        // "not before x" would be a claim about an event called "not".
        if self.word_is(vocabulary::is_not) && !self.relation_follows() {
            self.at += 1;
            self.deeper()?;
            let inner = self.term()?;
            self.depth -= 1;
            return Ok(Clause::Not(Box::new(inner)));
        }
        if self.mark('(') {
            self.deeper()?;
            let inner = self.either()?;
            self.close("the claim in parentheses")?;
            self.depth -= 1;
            return Ok(inner);
        }
        match self.function() {
            Some(Function::Gap) => {
                self.at += 2;
                let a = self.time()?;
                self.comma("gap(a, b)")?;
                let b = self.time()?;
                self.close("gap(a, b)")?;
                self.measured("gap", Measure::Gap(a, b))
            }
            Some(Function::Length) => {
                self.at += 2;
                let time = self.time()?;
                self.close("length(t)")?;
                self.measured("length", Measure::Length(time))
            }
            Some(Function::Count) => self.count(),
            Some(function @ (Function::Happened | Function::Weekday | Function::Part)) => {
                self.at += 2;
                let time = self.time()?;
                match function {
                    Function::Weekday => self
                        .named("weekday(t)", WEEKDAYS, vocabulary::weekday)
                        .map(|day| Clause::Weekday(time, day)),
                    Function::Part => self
                        .named("part(t)", PARTS, vocabulary::part)
                        .map(|part| Clause::Part(time, part)),
                    _ => {
                        self.close("happened(t)")?;
                        Ok(Clause::Happened(time))
                    }
                }
            }
            _ => {
                let a = self.time()?;
                let relation = self.relation()?;
                let b = self.time()?;
                Ok(Clause::Relation(a, relation, b))
            }
        }
    }

    fn count(&mut self) -> Result<Clause, Error> {
        self.at += 2;
        let words = match self.peek() {
            Some(token) if token.kind == Kind::Quoted => words(token),
            other => {
                return Err(self.wrong(other, "the words to count, in quotation marks"))
                    .map_err(|error| error.with_help("write it as count(\"attack\", 2024) >= 2"));
            }
        };
        self.at += 1;
        let within = if self.mark(',') { Some(self.time()?) } else { None };
        self.close("count(\"words\", t)")?;
        let compare = self.compare("count")?;
        let token = self.peek();
        let number = token
            .filter(|token| token.kind == Kind::Word)
            .and_then(|token| token.text.parse::<u32>().ok());
        let Some(n) = number else {
            return Err(self
                .wrong(token, "a plain number")
                .with_help("write it as count(\"attack\", 2024) >= 2"));
        };
        self.at += 1;
        if let Some(token) = self.peek().filter(|token| {
            token.kind == Kind::Word && vocabulary::unit(&fold(token.text)).is_some()
        }) {
            return Err(Error::new(format!(
                "a count has no unit, so \"{}\" is out of place",
                token.text
            ))
            .at_bytes(token.at.0, token.at.1)
            .with_help(format!("leave it out: {compare} {n}")));
        }
        Ok(Clause::Count(words, within, compare, n.into()))
    }

    fn time(&mut self) -> Result<Time, Error> {
        let function = self.function();
        if let Some(function @ (Function::Window | Function::Start | Function::End)) = function {
            self.at += 2;
            self.deeper()?;
            let inner = Box::new(self.time()?);
            self.depth -= 1;
            let (time, usage) = match function {
                Function::Window => (Time::Window(inner), "window(t)"),
                Function::Start => (Time::Start(inner), "start(t)"),
                _ => (Time::End(inner), "end(t)"),
            };
            self.close(usage)?;
            return Ok(time);
        }
        let Some(token) = self.peek() else { return Err(self.wrong(None, "a time")) };
        let opens = self.tokens.get(self.at + 1).is_some_and(|next| next.kind == Kind::Mark('('));
        let time = match token.kind {
            Kind::Quoted => Time::Quoted(words(token)),
            Kind::Word if function.is_some() => {
                let what = format!("{}(…) is an amount, and a time is expected", token.text);
                return Err(Error::new(what).at_bytes(token.at.0, token.at.1).with_help(EXAMPLE));
            }
            Kind::Word if opens => {
                let near = nearest(token.text, vocabulary::function_names());
                let help = match near {
                    Some(name) => format!("did you mean {name}(…)?"),
                    None => "there are window(t), start(t), end(t), gap(a, b), length(t) and \
                             count(\"words\", t)"
                        .to_owned(),
                };
                return Err(Error::new(format!("\"{}\" is no function", token.text))
                    .at_bytes(token.at.0, token.at.1)
                    .with_help(help));
            }
            Kind::Word if looks_like_a_date(token.text) => date(token)?,
            Kind::Word if vocabulary::relation(&fold(token.text)).is_some() => {
                return Err(self.wrong(Some(token), "a time").with_help(EXAMPLE));
            }
            Kind::Word => Time::Event(words(token)),
            _ => return Err(self.wrong(Some(token), "a time")),
        };
        self.at += 1;
        Ok(time)
    }

    fn relation(&mut self) -> Result<Relation, Error> {
        let Some(token) = self.peek() else { return Err(self.wrong(None, "a relation")) };
        let folded = fold(token.text);
        if token.kind == Kind::Word
            && let Some(relation) = vocabulary::relation(&folded)
        {
            self.at += 1;
            return Ok(relation);
        }
        let error = match token.kind {
            Kind::Compare => Error::new(format!("\"{}\" compares amounts, not times", token.text)),
            Kind::Word => Error::new(format!("\"{}\" is no relation", token.text)),
            _ => self.wrong(Some(token), "a relation"),
        };
        let near = match folded.strip_prefix("allen:") {
            Some(name) => nearest(name, crate::allen::Allen::ALL.iter().map(|allen| allen.name()))
                .map(|name| format!("allen:{name}")),
            None if token.kind == Kind::Word => {
                nearest(token.text, vocabulary::relation_names()).map(str::to_owned)
            }
            None => None,
        };
        let help = match (near, token.kind) {
            (Some(near), _) => format!("did you mean \"{near}\"?"),
            (None, Kind::Compare) => {
                "write gap(a, b) = 9 days, or a relation such as \"same-day-as\"".to_owned()
            }
            _ => format!("a time is followed by {}", vocabulary::RELATION_LIST),
        };
        Err(error.at_bytes(token.at.0, token.at.1).with_help(help))
    }

    /// An amount of time and what it compares with: an amount that is said, or another.
    fn measured(&mut self, of: &str, measure: Measure) -> Result<Clause, Error> {
        let compare = self.compare(of)?;
        let other = match self.function() {
            Some(Function::Gap) => {
                self.at += 2;
                let a = self.time()?;
                self.comma("gap(a, b)")?;
                let b = self.time()?;
                self.close("gap(a, b)")?;
                Measure::Gap(a, b)
            }
            Some(Function::Length) => {
                self.at += 2;
                let time = self.time()?;
                self.close("length(t)")?;
                Measure::Length(time)
            }
            _ => return Ok(Clause::Measure(measure, compare, self.amount()?)),
        };
        Ok(Clause::Spans(Box::new((measure, other)), compare))
    }

    /// What one of a few names says, after the time in parentheses and a sign of equality.
    fn named<T>(
        &mut self,
        usage: &str,
        names: &str,
        find: fn(&str) -> Option<T>,
    ) -> Result<T, Error> {
        self.close(usage)?;
        let help = || format!("write it as {usage} = {names}");
        match self.peek() {
            Some(Token { kind: Kind::Compare, text: "=" | "==", .. }) => self.at += 1,
            other => return Err(self.wrong(other, "=").with_help(help())),
        }
        let token = self.peek().filter(|token| token.kind == Kind::Word);
        let Some(found) = token.and_then(|token| find(&fold(token.text))) else {
            return Err(self.wrong(self.peek(), "a name").with_help(help()));
        };
        self.at += 1;
        Ok(found)
    }

    fn compare(&mut self, of: &str) -> Result<Compare, Error> {
        let token = self.peek();
        let compare = token.filter(|token| token.kind == Kind::Compare).and_then(|token| {
            Some(match token.text {
                "=" | "==" => Compare::Equal,
                "!=" | "≠" => Compare::NotEqual,
                "<" => Compare::Less,
                "<=" | "≤" => Compare::AtMost,
                ">" => Compare::More,
                ">=" | "≥" => Compare::AtLeast,
                _ => return None,
            })
        });
        let Some(compare) = compare else {
            let help = match of {
                "count" => "write it as count(\"attack\", 2024) >= 2".to_owned(),
                "length" => "write it as length(t) = 3 days".to_owned(),
                of => format!("write it as {of}(a, b) = 9 days"),
            };
            return Err(self.wrong(token, "one of = != < <= > >=").with_help(help));
        };
        self.at += 1;
        Ok(compare)
    }

    fn amount(&mut self) -> Result<Said, Error> {
        let token = self.peek().filter(|token| token.kind == Kind::Word);
        let Some(token) = token else {
            return Err(self.wrong(self.peek(), "an amount").with_help(AMOUNTS));
        };
        if let Some(parts) = iso_duration(token.text) {
            self.at += 1;
            return Ok(Said { parts });
        }
        let mut parts: Vec<(i64, Unit)> = Vec::new();
        while let Some(token) = self.peek().filter(|token| token.kind == Kind::Word) {
            let digits = token.text.len()
                - token.text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let (number, glued) = token.text.split_at(digits);
            let Ok(n) = number.parse::<u32>() else {
                if !number.is_empty() {
                    return Err(Error::new(format!("{number} is too large for an amount"))
                        .at_bytes(token.at.0, token.at.0 + digits)
                        .with_help(format!("the greatest is {}", u32::MAX)));
                }
                if parts.is_empty() {
                    return Err(self.wrong(Some(token), "an amount").with_help(AMOUNTS));
                }
                break;
            };
            self.at += 1;
            let (word, at) = match (glued, self.peek()) {
                ("", Some(next)) if next.kind == Kind::Word && is_unit_like(next.text) => {
                    self.at += 1;
                    (next.text, next.at)
                }
                ("", _) => {
                    return Err(Error::new(format!("{n} of what? a unit is missing"))
                        .at_bytes(token.at.0, token.at.1)
                        .with_help(format!("write {n} days, {n} hours, {n} months …")));
                }
                (glued, _) => (glued, token.at),
            };
            let Some(unit) = vocabulary::unit(&fold(word)) else {
                let help = match nearest(word, vocabulary::unit_names()) {
                    Some(unit) => format!("did you mean \"{unit}\"?"),
                    None => {
                        "the units are minutes, hours, days, weeks, months and years".to_owned()
                    }
                };
                return Err(Error::new(format!("\"{word}\" is no unit"))
                    .at_bytes(at.0, at.1)
                    .with_help(help));
            };
            parts.push((n.into(), unit));
        }
        Ok(Said { parts })
    }

    fn function(&self) -> Option<Function> {
        let token = self.peek().filter(|token| token.kind == Kind::Word)?;
        let next = self.tokens.get(self.at + 1)?;
        if next.kind == Kind::Mark('(') { vocabulary::function(&fold(token.text)) } else { None }
    }

    fn relation_follows(&self) -> bool {
        self.tokens.get(self.at + 1).is_some_and(|token| {
            token.kind == Kind::Word && vocabulary::relation(&fold(token.text)).is_some()
        })
    }

    fn word_is(&self, test: fn(&str) -> bool) -> bool {
        self.peek().is_some_and(|token| token.kind == Kind::Word && test(&fold(token.text)))
    }

    fn peek(&self) -> Option<Token<'t>> {
        self.tokens.get(self.at).copied()
    }

    fn mark(&mut self, mark: char) -> bool {
        let found = self.peek().is_some_and(|token| token.kind == Kind::Mark(mark));
        self.at += usize::from(found);
        found
    }

    fn comma(&mut self, usage: &str) -> Result<(), Error> {
        if self.mark(',') {
            return Ok(());
        }
        Err(self.wrong(self.peek(), "a comma").with_help(format!("write it as {usage}")))
    }

    fn close(&mut self, usage: &str) -> Result<(), Error> {
        if self.mark(')') {
            return Ok(());
        }
        let error = self.wrong(self.peek(), "a closing parenthesis");
        Err(if usage.contains('(') {
            error.with_help(format!("write it as {usage}"))
        } else {
            error
        })
    }

    fn deeper(&mut self) -> Result<(), Error> {
        self.depth += 1;
        if self.depth <= DEPTH {
            return Ok(());
        }
        let at = self.peek().map_or((self.end, self.end), |token| token.at);
        Err(Error::new(format!("the claim is nested more than {DEPTH} deep"))
            .at_bytes(at.0, at.1)
            .with_help("ask it in parts"))
    }

    fn wrong(&self, found: Option<Token<'_>>, expected: &str) -> Error {
        match found {
            Some(token) => {
                Error::new(format!("\"{}\" comes where {expected} is expected", token.text))
                    .at_bytes(token.at.0, token.at.1)
            }
            None => Error::new(format!("the claim ends where {expected} is expected"))
                .at_bytes(self.end, self.end),
        }
        .with_help(EXAMPLE)
    }
}

const WEEKDAYS: &str = "monday … sunday";

const PARTS: &str = "morning, afternoon, evening or night";

const AMOUNTS: &str = "write it as 12 days, 48 hours, 2 weeks, 3 months, 1 year or P12D";

fn one_or(mut parts: Vec<Clause>, join: fn(Vec<Clause>) -> Clause) -> Clause {
    match (parts.len(), parts.pop()) {
        (1, Some(only)) => only,
        (_, Some(last)) => {
            parts.push(last);
            join(parts)
        }
        (_, None) => join(parts),
    }
}

fn words(token: Token<'_>) -> Words {
    Words { text: token.text.to_owned(), at: token.at }
}

fn looks_like_a_date(word: &str) -> bool {
    let rest = word.strip_prefix(['Y', 'y']).unwrap_or(word);
    let rest = rest.strip_prefix(['-', '+']).unwrap_or(rest);
    word.starts_with(['[', '{'])
        || word.starts_with("../")
        || rest.starts_with(|c: char| c.is_ascii_digit())
}

fn date(token: Token<'_>) -> Result<Time, Error> {
    match token.text.parse::<Edtf>() {
        Ok(edtf) => Ok(Time::Date(words(token), edtf)),
        Err(error) => {
            // A name may begin with a digit; a date has no other letters than these.
            let named = token.text.chars().any(|c| c.is_alphabetic() && !"TZXYtzxy".contains(c));
            if named && !token.text.contains(['/', '[', '{']) {
                return Ok(Time::Event(words(token)));
            }
            let (start, end) = error.at().unwrap_or((0, token.text.len()));
            Err(error.at_bytes(token.at.0 + start, token.at.0 + end))
        }
    }
}

fn is_unit_like(word: &str) -> bool {
    word.starts_with(char::is_alphabetic)
        && !vocabulary::is_and(&fold(word))
        && !vocabulary::is_or(&fold(word))
}

/// `P12D`, `P1Y2M`, `PT48H`.
fn iso_duration(text: &str) -> Option<Vec<(i64, Unit)>> {
    let mut rest = text.strip_prefix(['P', 'p'])?;
    let mut clock = false;
    let mut parts = Vec::new();
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix(['T', 't']) {
            if clock {
                return None;
            }
            clock = true;
            rest = after;
            continue;
        }
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, after) = rest.split_at(digits);
        let n = number.parse::<u32>().ok()?;
        let letter = after.chars().next()?;
        let unit = match (clock, letter.to_ascii_uppercase()) {
            (false, 'Y') => Unit::Year,
            (false, 'M') => Unit::Month,
            (false, 'W') => Unit::Week,
            (false, 'D') => Unit::Day,
            (true, 'H') => Unit::Hour,
            (true, 'M') => Unit::Minute,
            _ => return None,
        };
        parts.push((n.into(), unit));
        rest = &after[letter.len_utf8()..];
    }
    if parts.is_empty() { None } else { Some(parts) }
}
