//! A sentence is a claim: what it says of times is put to the test.
//!
//! A sentence of French or English is read as an article of its own. Its events are linked to those of
//! the sources by what carries them (a deed, in whatever language), who takes part, and what tells them
//! apart; each of its bonds becomes an atom of the claim language. Where a link is not sure, every
//! event that fits is tried, and only an answer that all give is one.

mod link;
mod read;
mod verify;
mod words;

pub use verify::Verified;

use chrono::Datelike;

use crate::article::{Article, Language};
use crate::claim::{Answer, Claim, Verdict};
use crate::error::Error;
use crate::event::EventIx;
use crate::reader::Frise;
use crate::timeline::{Because, Step, Timeline};
use link::Links;
use read::{At, Bond, Edge, Fault, Reading};

/// How many readings of one sentence are asked at most.
const READINGS: usize = 32;

/// How many events are named where none fits.
const NEAREST: usize = 3;

/// A sentence put to the test.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Heard {
    /// The sentence.
    pub text: String,
    /// How it was read, in the claim language, which reads it back. Nothing where no source tells of one of
    /// its events.
    pub read_as: Option<String>,
    /// Which events its words were taken for; several where it could be any of them.
    pub taken: Vec<Taken>,
    /// What else it could be read as, each with its answer.
    pub alternatives: Vec<(String, Answer)>,
    /// The times in it that were not judged.
    pub not_judged: Vec<String>,
    /// The answer and its proof.
    pub verdict: Verdict,
}

/// Words of a sentence and the events they can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Taken {
    /// The words.
    pub words: String,
    /// The ids of the events.
    pub events: Vec<String>,
}

/// What the sources tell, made ready for sentences to be put to the test.
///
/// ```
/// use frise::{Answer, Article, Frise, Language, Limits, Sentences, Timeline};
///
/// let text = "The dam burst on 7 March 2024. The mayor resigned on 10 March 2024.";
/// let article = Article::new("a", text, Language::En);
/// let frise = Frise::new();
/// let draft = frise.gather(&[(&article, &frise.read(&article))]).draft;
/// let timeline = Timeline::check(draft, &Limits::default())?;
///
/// let sources = [&article];
/// let sentences = Sentences::new(&frise, &sources, &timeline);
/// let said = Article::new("claim", "The mayor resigned two days after the dam burst.", Language::En);
/// let heard = sentences.ask(&said)?;
/// assert_eq!(heard.verdict.answer, Answer::Contradicted);
/// assert_eq!(heard.read_as.as_deref(), Some("happened(e2) and gap(e1, e2) = 2 days"));
/// # Ok::<(), frise::Error>(())
/// ```
#[derive(Debug)]
pub struct Sentences<'a> {
    frise: &'a Frise,
    timeline: &'a Timeline,
    links: Links<'a>,
    latest: Option<crate::article::Published>,
}

impl Timeline {
    /// Puts a sentence to the test; of several, make [`Sentences`] once.
    ///
    /// # Errors
    ///
    /// As [`Sentences::ask`].
    pub fn ask_sentence(
        &self,
        frise: &Frise,
        sources: &[&Article],
        sentence: &Article,
    ) -> Result<Heard, Error> {
        Sentences::new(frise, sources, self).ask(sentence)
    }
}

/// The events of one reading, by the parts of the sentence.
type Choice = Vec<Vec<EventIx>>;

impl<'a> Sentences<'a> {
    /// Reads the words of the articles that a timeline was made of.
    pub fn new(frise: &'a Frise, sources: &[&Article], timeline: &'a Timeline) -> Self {
        let links = Links::new(frise, sources, timeline);
        let latest = (sources.iter())
            .filter_map(|article| frise.read(article).published)
            .max_by_key(crate::article::Published::day);
        Self { frise, timeline, links, latest }
    }

    /// Answers a sentence, an article of its own. What it says without a year or from the day of
    /// telling counts from the day it was published, else from that of the latest source.
    ///
    /// # Errors
    ///
    /// Where it is a question, an order, several sentences, or says nothing of times.
    pub fn ask(&self, sentence: &Article) -> Result<Heard, Error> {
        let mut article = sentence.clone();
        if article.published_at().is_none()
            && let Some(latest) = self.latest
        {
            article = article.published(latest);
        }
        let language = sentence.language();
        let glossary = self.links.glossary(language);
        let reading = match read::read(self.frise, &article, glossary) {
            Ok(reading) => reading,
            Err(Fault::NotRead) => {
                return Ok(self.unread(sentence));
            }
            Err(fault) => return Err(fault_of(fault, sentence.text())),
        };
        Ok(self.answer(sentence.text().trim(), &reading))
    }

    /// Answers a sentence in the language it is in, told on a day if one is given.
    ///
    /// # Errors
    ///
    /// As [`Sentences::ask`], and where it is in no language that is read.
    pub fn hear(
        &self,
        text: &str,
        published: Option<crate::article::Published>,
    ) -> Result<Heard, Error> {
        let bare = text.trim().trim_matches(['"', '«', '»', '“', '”', ' ', '\u{a0}']);
        let Some(language) = sentence_language(bare) else {
            let names: Vec<&str> = Language::ALL.iter().map(|language| language.code()).collect();
            return Err(Error::new(format!("\"{bare}\" is in no language that is read"))
                .with_help(format!("the languages are {}", names.join(", "))));
        };
        let mut article = Article::new("claim", bare, language);
        if let Some(published) = published {
            article = article.published(published);
        }
        self.ask(&article)
    }

    /// A sentence whose times were not understood.
    fn unread(&self, sentence: &Article) -> Heard {
        let text = sentence.text().trim().to_owned();
        let verdict = undetermined(vec![Step::NotJudged { words: text.clone() }]);
        Heard {
            not_judged: vec![text.clone()],
            text,
            read_as: None,
            taken: Vec::new(),
            alternatives: Vec::new(),
            verdict,
        }
    }

    fn answer(&self, text: &str, reading: &Reading) -> Heard {
        let mut heard = Heard {
            text: text.to_owned(),
            read_as: None,
            taken: Vec::new(),
            alternatives: Vec::new(),
            not_judged: reading.unjudged.clone(),
            verdict: undetermined(Vec::new()),
        };
        let mut options: Vec<Vec<Vec<EventIx>>> = Vec::new();
        let mut steps = Vec::new();
        for (at, part) in reading.parts.iter().enumerate() {
            let meant = match part.phrase.next() {
                Some(bare) => self.next(&bare, &options),
                None => self.links.meant(&part.phrase),
            };
            // What runs out is what covers a time.
            let covers = |event: &EventIx| self.timeline.window(*event).is_some();
            let meant = match part.edge == Edge::End && meant.iter().any(covers) {
                true => meant.into_iter().filter(covers).collect(),
                false => meant,
            };
            let words = part.phrase.told();
            let ids = |events: &[EventIx]| events.iter().map(|ix| self.id(*ix)).collect();
            heard.taken.push(Taken { words: words.clone(), events: ids(&meant) });
            if meant.is_empty() {
                let nearest = self.nearest(&part.phrase);
                steps.push(Step::Untold { words, nearest });
                continue;
            }
            // What holds or covers may be any of several: one is enough.
            let last = meant.iter().all(|event| self.lasts(*event));
            let any = reading.bonds.iter().any(|(bond, _)| match bond {
                Bond::While(state, _) | Bond::Covered(state, _, _) => *state == at,
                Bond::In(state, _) => *state == at && last && part.phrase.count.is_none(),
                _ => false,
            });
            let pair = reading.bonds.iter().any(|(bond, _)| match bond {
                Bond::Apart(a, b, _) => a == b && *a == at,
                Bond::MoreBetween(a, b, c, d, _) => (a == b && *a == at) || (c == d && *c == at),
                _ => false,
            });
            if any {
                options.push(vec![meant]);
                continue;
            }
            match part.phrase.count {
                Some(count) if meant.len() == count => options.push(vec![meant]),
                _ if pair => {
                    steps.push(self.unclear(words, &meant));
                }
                _ if Links::tried(&meant) => {
                    options.push(meant.into_iter().map(|event| vec![event]).collect());
                }
                _ => steps.push(self.unclear(words, &meant)),
            }
        }
        if !steps.is_empty() {
            heard.verdict = undetermined(steps);
            return heard;
        }
        let readings = choices(&options);
        if READINGS < readings.len() {
            let words = heard.taken.iter().map(|taken| taken.words.clone()).collect::<Vec<_>>();
            heard.verdict =
                undetermined(vec![Step::Unclear { words: words.join(", "), events: Vec::new() }]);
            return heard;
        }
        let mut answers: Vec<(String, Verdict)> = Vec::new();
        for choice in readings {
            // Two parts that are one event would ask it of itself.
            if self.repeats(reading, &choice) {
                continue;
            }
            let Some(formula) = self.formula(reading, &choice) else { continue };
            let Ok(claim) = Claim::parse(&formula) else { continue };
            let Ok(verdict) = self.timeline.ask(&claim) else { continue };
            answers.push((claim.to_string(), verdict));
        }
        let Some((formula, verdict)) = answers.first().cloned() else {
            heard.verdict = undetermined(vec![Step::NotJudged { words: heard.text.clone() }]);
            return heard;
        };
        heard.read_as = Some(formula);
        let same = answers.iter().all(|(_, other)| other.answer == verdict.answer);
        heard.alternatives =
            answers.iter().skip(1).map(|(told, other)| (told.clone(), other.answer)).collect();
        heard.verdict = verdict;
        if same && heard.verdict.answer == Answer::Supported && !heard.not_judged.is_empty() {
            // What is not judged may be wrong.
            let words = heard.not_judged.iter();
            let steps = words.map(|words| Step::NotJudged { words: words.clone() });
            heard.verdict = undetermined(steps.collect());
        }
        if !same {
            let several = heard.taken.iter().filter(|taken| 1 < taken.events.len());
            let unclear = several.map(|taken| Step::Unclear {
                words: taken.words.clone(),
                events: taken.events.clone(),
            });
            heard.verdict = undetermined(unclear.collect());
        }
        heard
    }

    /// Whether a bond would hold an event against itself.
    fn repeats(&self, reading: &Reading, choice: &Choice) -> bool {
        let same = |a: At, b: At| a != b && choice[a].iter().any(|event| choice[b].contains(event));
        reading.bonds.iter().any(|(bond, _)| match bond {
            Bond::Before(a, b)
            | Bond::Gap(a, b, _)
            | Bond::Apart(a, b, _)
            | Bond::DaysAfter(a, b, _)
            | Bond::NotAfter(a, b)
            | Bond::LastsLonger(a, b, _) => same(*a, *b),
            Bond::SameDay(all) => all.iter().any(|a| all.iter().any(|b| a < b && same(*a, *b))),
            Bond::MoreBetween(a, b, c, d, _) => same(*a, *b) || same(*c, *d),
            _ => false,
        })
    }

    /// What a reading says, in the claim language.
    fn formula(&self, reading: &Reading, choice: &Choice) -> Option<String> {
        let mut atoms: Vec<String> = Vec::new();
        for &at in &reading.done {
            let holds = reading.bonds.iter().any(|(bond, _)| match bond {
                Bond::Covered(state, _, _) | Bond::While(state, _) => *state == at,
                _ => false,
            });
            for &event in choice.get(at)?.iter().filter(|_| !holds) {
                let atom = format!("happened({})", self.id(event));
                if !atoms.contains(&atom) {
                    atoms.push(atom);
                }
            }
        }
        for (bond, holds) in &reading.bonds {
            let said = self.atom(reading, choice, bond)?;
            let many = said.contains(" and ") || said.contains(" or ");
            atoms.push(match (holds, many) {
                (true, true) if said.contains(" or ") && !is_closed(&said) => format!("({said})"),
                (true, _) => said,
                (false, true) => format!("not ({said})"),
                (false, false) => format!("not {said}"),
            });
        }
        Some(atoms.join(" and "))
    }

    /// One bond, of all the events of its parts.
    fn atom(&self, reading: &Reading, choice: &Choice, bond: &Bond) -> Option<String> {
        let time = |at: At, event: EventIx| self.time(event, reading.parts[at].edge);
        let each = |at: At, say: &dyn Fn(String) -> Option<String>| {
            let said: Option<Vec<String>> =
                choice.get(at)?.iter().map(|event| say(time(at, *event))).collect();
            Some(said?.join(" and "))
        };
        let both = |a: At, b: At, say: &dyn Fn(String, String) -> Option<String>| {
            let mut said = Vec::new();
            for x in choice.get(a)? {
                for y in choice.get(b)? {
                    said.push(say(time(a, *x), time(b, *y))?);
                }
            }
            Some(said.join(" and "))
        };
        let between = |a: At, b: At| {
            let (x, y) = match (a == b, choice.get(a)?.as_slice(), choice.get(b)?.as_slice()) {
                (true, [x, y], _) => self.in_order(*x, *y).unwrap_or((*x, *y)),
                (false, [x], [y]) => (*x, *y),
                _ => return None,
            };
            Some((time(a, x), time(b, y)))
        };
        match bond {
            Bond::Before(a, b) => both(*a, *b, &|a, b| Some(format!("{a} before {b}"))),
            Bond::Gap(a, b, size) => both(*a, *b, &|a, b| size.said_of(&format!("gap({a}, {b})"))),
            // Which came first is not said.
            Bond::Apart(a, b, size) => {
                let (a, b) = between(*a, *b)?;
                let one = size.said_of(&format!("gap({a}, {b})"))?;
                let other = size.said_of(&format!("gap({b}, {a})"))?;
                Some(format!("({one} or {other})"))
            }
            Bond::DaysAfter(a, b, days) => both(*a, *b, &|a, b| {
                Some(match days {
                    0 => format!("{a} same-day-as {b}"),
                    1.. => format!("gap({a}, {b}) = {days} day{}", plural(*days)),
                    _ => format!("gap({b}, {a}) = {} day{}", -days, plural(-days)),
                })
            }),
            Bond::SameDay(all) => {
                let mut events: Vec<(EventIx, String)> = Vec::new();
                for &at in all {
                    events.extend(choice.get(at)?.iter().map(|event| (*event, time(at, *event))));
                }
                let ((first, a), rest) = events.split_first().map(|(f, r)| (f.clone(), r))?;
                if rest.is_empty() {
                    return None;
                }
                let spans = self.lasts(first);
                let said = rest.iter().map(|(_, b)| match spans {
                    // What goes on is so on the day of the other.
                    true => format!("{b} during {a}"),
                    false => format!("{a} same-day-as {b}"),
                });
                Some(said.collect::<Vec<_>>().join(" and "))
            }
            Bond::While(state, when) => self.while_it_holds(reading, choice, *state, *when),
            Bond::NotAfter(a, b) => both(*a, *b, &|a, b| Some(format!("not {a} after {b}"))),
            Bond::In(at, edtf) => {
                let events = choice.get(*at)?;
                let goes_on = reading.parts[*at].edge == Edge::Whole
                    && events.iter().all(|event| self.lasts(*event));
                // What goes on is so on a day that it shares, be it any of several.
                let said = events.iter().map(|event| match goes_on {
                    true => format!("{} overlaps {edtf}", self.id(*event)),
                    false => format!("{} during {edtf}", time(*at, *event)),
                });
                let all: Vec<String> = said.collect();
                Some(all.join(if goes_on && reading.parts[*at].phrase.count.is_none() {
                    " or "
                } else {
                    " and "
                }))
            }
            Bond::BeforeTime(at, edtf) => each(*at, &|a| Some(format!("{a} before {edtf}"))),
            Bond::AfterTime(at, edtf) => each(*at, &|a| Some(format!("{a} after {edtf}"))),
            Bond::ByTime(at, edtf) => each(*at, &|a| Some(format!("not {a} after {edtf}"))),
            Bond::FromTime(at, edtf) => each(*at, &|a| Some(format!("not {a} before {edtf}"))),
            Bond::Weekday(at, day) => {
                let name = crate::claim::weekday_name(*day);
                each(*at, &|a| Some(format!("weekday({a}) = {name}")))
            }
            Bond::PartOfDay(at, part) => {
                let name = crate::claim::part_name(*part);
                each(*at, &|a| Some(format!("part({a}) = {name}")))
            }
            Bond::Lasts(at, size) => {
                if choice.get(*at)?.iter().any(|event| !self.lasts(*event)) {
                    return None;
                }
                let each = choice.get(*at)?.iter();
                let said: Option<Vec<String>> = each
                    .map(|event| size.said_of(&format!("length({})", self.id(*event))))
                    .collect();
                Some(said?.join(" and "))
            }
            Bond::MoreBetween(a, b, c, d, more) => {
                let (a, b) = between(*a, *b)?;
                let (c, d) = between(*c, *d)?;
                let sign = if *more { ">" } else { "<" };
                Some(format!("gap({a}, {b}) {sign} gap({c}, {d})"))
            }
            Bond::LastsLonger(a, b, more) => {
                let sign = if *more { ">" } else { "<" };
                both(*a, *b, &|a, b| Some(format!("length({a}) {sign} length({b})")))
            }
            Bond::Covered(what, when, some) => {
                let of = |event: &&EventIx| self.timeline.window(**event).is_some();
                let mut said = Vec::new();
                for notice in choice.get(*what)?.iter().filter(of) {
                    let each = choice.get(*when)?.iter();
                    let inside = each.map(|event| {
                        format!("{} during window({})", time(*when, *event), self.id(*notice))
                    });
                    said.push(inside.collect::<Vec<_>>().join(" and "));
                }
                if said.is_empty() {
                    return None;
                }
                let any = said.join(" or ");
                Some(if *some { any } else { format!("not ({any})") })
            }
            Bond::Age(born, when, years) => both(*born, *when, &|born, when| {
                let gap = format!("gap({born}, {when})");
                Some(format!("{gap} >= {years} years and {gap} < {} years", years + 1))
            }),
            Bond::BeforeBirthday(what, born, years, size, before) => {
                let [born] = choice.get(*born)?.as_slice() else { return None };
                let day = self.timeline.bounds(*born);
                let first = day.from?.date();
                let last = day.to?.date().pred_opt()?;
                if first != last || day.disputed {
                    return None;
                }
                let years = i32::try_from(*years).ok()?;
                let birthday = first.with_year(first.year() + years)?;
                each(*what, &|what| {
                    let (a, b) = (what, birthday.to_string());
                    let (a, b) = if *before { (a, b) } else { (b, a) };
                    size.said_of(&format!("gap({a}, {b})"))
                })
            }
        }
    }

    /// That one of several holds while something happens.
    fn while_it_holds(
        &self,
        reading: &Reading,
        choice: &Choice,
        state: At,
        when: At,
    ) -> Option<String> {
        let goes_on = |at: At| {
            let of = choice.get(at);
            of.is_some_and(|events| events.iter().all(|event| self.lasts(*event)))
        };
        // "While" says of the other that it goes on.
        let (state, when) = match goes_on(when) && !goes_on(state) {
            true => (when, state),
            false => (state, when),
        };
        let states = choice.get(state)?;
        let moments: Vec<String> =
            choice.get(when)?.iter().map(|ix| self.time(*ix, reading.parts[when].edge)).collect();
        let edge = reading.parts[state].edge;
        let mut said = Vec::new();
        for &event in states {
            let id = self.id(event);
            let inside = |moment: &String| match (edge, self.lasts(event)) {
                (Edge::Whole, true) if self.timeline.window(event).is_some() => {
                    Some(format!("{moment} during window({id})"))
                }
                (Edge::Whole, true) => Some(format!("{moment} during {id}")),
                // How long what it began went on is not told.
                (Edge::Whole, false) => None,
                _ => Some(format!("{} overlaps {moment}", self.time(event, edge))),
            };
            let each: Option<Vec<String>> = moments.iter().map(inside).collect();
            said.push(each?.join(" and "));
        }
        Some(said.join(" or "))
    }

    /// A time of an event, in the claim language.
    fn time(&self, event: EventIx, edge: Edge) -> String {
        let id = self.id(event);
        let ended = self.timeline.window(event).is_some();
        match edge {
            Edge::Whole => id,
            Edge::Start => format!("start({id})"),
            Edge::End if ended => format!("end(window({id}))"),
            Edge::End => format!("end({id})"),
        }
    }

    /// Whether the sources tell how long an event goes on.
    fn lasts(&self, event: EventIx) -> bool {
        use crate::constraint::Bond as Told;
        self.timeline.window(event).is_some()
            || self.timeline.draft().constraints.iter().any(|constraint| match &constraint.bond {
                Told::Spans { event: of, .. }
                | Told::Lasts { event: of, .. }
                | Told::Window { event: of, .. } => *of == event,
                _ => false,
            })
    }

    /// Two events in the order of their bounds, where these tell.
    fn in_order(&self, a: EventIx, b: EventIx) -> Option<(EventIx, EventIx)> {
        let key = |event| {
            let bounds = self.timeline.bounds(event);
            bounds.from.or(bounds.to)
        };
        let (x, y) = (key(a)?, key(b)?);
        Some(if x <= y { (a, b) } else { (b, a) })
    }

    fn id(&self, event: EventIx) -> String {
        self.timeline.events().get(event.index()).map_or(String::new(), |event| event.id.clone())
    }

    fn unclear(&self, words: String, events: &[EventIx]) -> Step {
        let events = events.iter().map(|event| self.id(*event)).collect();
        Step::Unclear { words, events }
    }

    /// The first of the events that fit after those that were told before.
    fn next(&self, phrase: &link::Phrase, told: &[Vec<Vec<EventIx>>]) -> Vec<EventIx> {
        let before: Vec<EventIx> = told.iter().flatten().flatten().copied().collect();
        let from = |event: EventIx| self.timeline.bounds(event).from;
        let latest = before.iter().filter_map(|event| from(*event)).max();
        let mut later: Vec<EventIx> = (self.links.meant(phrase).into_iter())
            .filter(|event| !before.contains(event) && latest < from(*event))
            .collect();
        later.sort_by_key(|event| from(*event));
        later.truncate(1);
        later
    }

    /// The events that come nearest to a phrase that none fits.
    fn nearest(&self, phrase: &link::Phrase) -> Vec<String> {
        let loose = link::Phrase { deeds: Vec::new(), ..phrase.clone() };
        let found = self.links.fitting(&loose);
        found.into_iter().take(NEAREST).map(|(event, _)| self.id(event)).collect()
    }
}

/// Whether a formula stands in parentheses as a whole.
fn is_closed(formula: &str) -> bool {
    let mut depth = 0;
    formula.starts_with('(')
        && formula.char_indices().all(|(at, c)| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            0 < depth || at + 1 == formula.len()
        })
}

fn plural(n: i64) -> &'static str {
    if n == 1 { "" } else { "s" }
}

fn undetermined(steps: Vec<Step>) -> Verdict {
    Verdict {
        answer: Answer::Undetermined,
        because: steps.into_iter().map(Because::plain).collect(),
        sides: Vec::new(),
        is_cut: false,
    }
}

/// All ways to take one option of each part.
fn choices(options: &[Vec<Vec<EventIx>>]) -> Vec<Choice> {
    let mut all: Vec<Choice> = vec![Vec::new()];
    for part in options {
        let longer = all.iter().flat_map(|choice| {
            part.iter().map(move |option| {
                let mut choice = choice.clone();
                choice.push(option.clone());
                choice
            })
        });
        all = longer.take(READINGS + 1).collect();
    }
    all
}

/// Whether a claim is written as a sentence: it begins with a capital and ends with a full stop.
pub fn is_sentence(text: &str) -> bool {
    let text = text.trim().trim_matches(['"', '«', '»', '“', '”', ' ', '\u{a0}']);
    let first = text.chars().next();
    first.is_some_and(char::is_uppercase)
        && text.ends_with(['.', '?', '!'])
        && text.contains(char::is_whitespace)
}

/// The language a sentence is in, of those whose models are built in: the one whose words it has more
/// of.
pub fn sentence_language(text: &str) -> Option<Language> {
    // A name says nothing of the language around it.
    let small = text.split(|c: char| !c.is_alphanumeric()).enumerate();
    let small = small.filter(|(n, word)| *n == 0 || !word.starts_with(char::is_uppercase));
    let folded: Vec<String> = small.map(|(_, word)| crate::lang::fold::fold(word)).collect();
    let words: Vec<&str> = folded.iter().map(String::as_str).collect();
    let known = |language: &Language| {
        let happenings = crate::lang::grammar(*language).happenings;
        let listed = [
            happenings.definite,
            happenings.possessive,
            happenings.indefinite,
            happenings.prepositions,
            happenings.of,
        ];
        let irregular = happenings.irregular.iter().map(|(_, forms)| forms);
        let own: Vec<&str> =
            listed.iter().chain(irregular).flat_map(|list| list.split_whitespace()).collect();
        let cues = crate::lang::grammar(*language).assertions.cues;
        let cues: Vec<&str> = cues.iter().flat_map(|(_, words)| words.split([' ', ','])).collect();
        let joints = crate::lang::grammar(*language).assertions.joints;
        let joints: Vec<&str> =
            joints.iter().flat_map(|(_, words)| words.split_whitespace()).collect();
        words
            .iter()
            .filter(|word| own.contains(word) || joints.contains(word) || cues.contains(word))
            .count()
    };
    let best = Language::ALL.iter().copied().max_by_key(known)?;
    let count = words.iter().filter(|word| !word.is_empty()).count();
    (count < known(&best) * 6).then_some(best)
}

fn fault_of(fault: Fault, text: &str) -> Error {
    let text = text.trim();
    let example = "say when something was, or before or after what: \"The mayor resigned two days after the fire.\"";
    match fault {
        Fault::Question => Error::new(format!("\"{text}\" is a question, and no claim"))
            .with_help("write it as a statement"),
        Fault::Order => Error::new(format!("\"{text}\" is an order, and no claim"))
            .with_help("write it as a statement"),
        Fault::Several => Error::new(format!("\"{text}\" is more than one sentence"))
            .with_help("ask them one by one, or verify them as a text"),
        Fault::Undated => Error::new(format!("\"{text}\" counts from a day that is not given"))
            .with_help("say when it was said (--published, or `published` of an article), or write the date in full"),
        Fault::NoTimes | Fault::NotRead => {
            Error::new(format!("\"{text}\" says nothing of times")).with_help(example)
        }
    }
}
