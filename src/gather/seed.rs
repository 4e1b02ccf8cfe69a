//! What each article tells: one seed for every stretch of text that tells of an event and dates it,
//! or that dates another. Which of them are one event is decided later.

use crate::amount::Amount;
use crate::article::{Article, Span};
use crate::clause::{Mood, Role, trimmed};
use crate::event::Status;
use crate::event::class::VerbRole;
use crate::expr::{Anchor, Direction, Expr};
use crate::extent::Extent;
use crate::lang::cue::Cue;
use crate::passage::PassageKind;
use crate::reader::Account;
use crate::resolve::{AnchoredOn, Resolution, Unresolved};
use crate::scan::Mention;

use super::label;
use super::words::{Determiner, Naming, Words};

/// What a seed stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SeedKind {
    /// A clause.
    Clause,
    /// A noun phrase with a date of its own: "l'attentat du 22 mars".
    Noun,
    /// A by-line, a header, the stamp of a post.
    Stamp,
    /// A clause that only says how long something holds: "les 48 prochaines heures".
    Window,
}

/// A mention that dates a seed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dating {
    pub(crate) mention: usize,
    /// Which of its parts, for an item of a list.
    pub(crate) part: Option<usize>,
}

/// A stretch of an article that tells of an event.
#[derive(Clone, Debug)]
pub(crate) struct Seed {
    pub(crate) article: usize,
    pub(crate) kind: SeedKind,
    pub(crate) span: Span,
    /// The clause it is, or stands in.
    pub(crate) clause: Option<usize>,
    pub(crate) sentence: usize,
    pub(crate) passage: Option<usize>,
    pub(crate) naming: Naming,
    pub(crate) label: String,
    pub(crate) status: Status,
    pub(crate) mood: Mood,
    pub(crate) source: Option<String>,
    pub(crate) dated: Vec<Dating>,
    pub(crate) window: Option<(usize, Amount)>,
    /// The day its passage was published.
    pub(crate) told_on: Option<chrono::NaiveDate>,
    /// The mention that dates its passage, where that is not the article.
    pub(crate) told_by: Option<usize>,
    /// The number of the user's event that quotes it.
    pub(crate) named: Option<usize>,
    /// Whether its dates are the items of a list, from the first to the last.
    pub(crate) listed: bool,
    /// When the world knows it to be, by the words that name it.
    pub(crate) known: Option<Extent>,
}

/// An article as it is gathered from.
#[derive(Clone, Copy)]
pub(crate) struct Telling<'a> {
    pub(crate) number: usize,
    pub(crate) article: &'a Article,
    pub(crate) account: &'a Account,
    pub(crate) words: Words<'a>,
}

/// How many words of a clause after its verb name an event.
const MOST_AFTER_VERB: usize = 12;

/// What a mention dates.
enum Target {
    Clause(usize),
    /// The noun phrase, determiner included, up to the mention's end.
    Noun(Span),
    Window,
    Nothing,
}

impl<'a> Telling<'a> {
    pub(crate) fn text(&self) -> &'a str {
        self.article.text()
    }

    /// All seeds of the article, in text order.
    pub(crate) fn seeds(&self) -> Vec<Seed> {
        let mut seeds = self.stamps();
        let mentions = &self.account.mentions;
        let mut of_clause: Vec<(usize, Vec<usize>)> = Vec::new();
        for (n, mention) in mentions.iter().enumerate() {
            let offset = self.offset(n);
            if self.account.passages.is_aside(n, offset) {
                continue;
            }
            match self.target(n) {
                Target::Clause(clause) => match of_clause.iter_mut().find(|(c, _)| *c == clause) {
                    Some((_, list)) => list.push(n),
                    None => of_clause.push((clause, vec![n])),
                },
                Target::Noun(span) => seeds.extend(self.noun_seed(n, span)),
                Target::Window => seeds.extend(self.window_seed(n, mention.span)),
                Target::Nothing => {}
            }
        }
        for (clause, mentions) in of_clause {
            self.clause_seeds(clause, &mentions, &mut seeds);
        }
        self.join_windows(&mut seeds);
        seeds.sort_by_key(|seed| {
            (seed.span.start, seed.span.end, seed.dated.first().map(|d| d.mention))
        });
        seeds
    }

    /// A notice that says in one clause when it was given and how long it holds is one statement.
    fn join_windows(&self, seeds: &mut Vec<Seed>) {
        let windows: Vec<Seed> =
            seeds.iter().filter(|seed| seed.kind == SeedKind::Window).cloned().collect();
        for window in windows {
            let same = |seed: &Seed| {
                seed.kind == SeedKind::Clause
                    && seed.clause == window.clause
                    && seed.window.is_none()
                    && (seed.naming.class.and_then(|class| self.words.classes.name(class)))
                        .is_some_and(|name| NOTICES.contains(&name))
            };
            if let Some(notice) = seeds.iter_mut().find(|seed| same(seed)) {
                notice.window.clone_from(&window.window);
                let own = |seed: &Seed| {
                    seed.kind == SeedKind::Window
                        && seed.window.as_ref().map(|(n, _)| *n)
                            == window.window.as_ref().map(|(n, _)| *n)
                };
                seeds.retain(|seed| !own(seed));
            }
        }
    }

    /// Where a mention's own words begin.
    pub(crate) fn offset(&self, mention: usize) -> usize {
        self.account.mentions.get(mention).map_or(0, |mention| {
            mention.marks.first().map_or(mention.span.start, |mark| mark.start)
        })
    }

    // Stamps.

    fn stamps(&self) -> Vec<Seed> {
        let class = self.words.classes.id_of("publication");
        (self.account.passages.stamps.iter())
            .map(|stamp| {
                let mut naming = self.words.describe(std::iter::once(stamp.span));
                naming.class = class;
                naming.head = "publication".to_owned();
                Seed {
                    article: self.number,
                    kind: SeedKind::Stamp,
                    span: stamp.span,
                    clause: None,
                    sentence: self.account.clauses.sentence_at(stamp.span.start).unwrap_or(0),
                    passage: self.account.passages.at(stamp.span.start),
                    naming,
                    label: label::of_stamp(self, stamp),
                    status: Status::Asserted,
                    mood: Mood::Unknown,
                    source: None,
                    dated: vec![Dating { mention: stamp.mention, part: None }],
                    window: None,
                    told_on: None,
                    told_by: None,
                    named: None,
                    listed: false,
                    known: None,
                }
            })
            .collect()
    }

    // What a mention dates.

    fn target(&self, n: usize) -> Target {
        let (Some(mention), Some(resolution)) =
            (self.account.mentions.get(n), self.account.resolutions.get(n))
        else {
            return Target::Nothing;
        };
        if is_window_ahead(&mention.expr) && self.announces(n) {
            return Target::Window;
        }
        if self.is_soon_after(n) {
            return self.clause_of_mention(n).map_or(Target::Nothing, Target::Clause);
        }
        if !dates_something(&mention.expr, resolution) {
            return Target::Nothing;
        }
        // Inside the words that name another mention's anchor, it dates the anchor.
        if let Some(event) = self.event_around(n) {
            return Target::Noun(event);
        }
        if let Some(noun) = self.noun_before(n) {
            return noun;
        }
        self.clause_of_mention(n).map_or(Target::Nothing, Target::Clause)
    }

    /// The clause that a mention stands in. Where a stray full stop cut its sentence off before the
    /// main verb ("A week after he had won. The town was attacked."), the next sentence goes on.
    fn clause_of_mention(&self, n: usize) -> Option<usize> {
        let clauses = &self.account.clauses;
        let at = clauses.at(self.offset(n))?;
        let clause = clauses.clauses.get(at)?;
        let sentence = *clauses.sentences.get(clause.sentence)?;
        // "The day after the fire was quiet" is whole.
        let counts = matches!(
            self.account.mentions.get(n)?.expr,
            Expr::Shift { .. } | Expr::Modified { .. } | Expr::Window { .. }
        );
        let anchor = self.anchor_words(n).filter(|_| counts);
        let begins = self.words.tokens(Span::new(sentence.start, self.offset(n))).len() <= 2;
        let own_verb =
            clause.verb.is_some_and(|verb| !anchor.is_some_and(|words| words.contains(verb)));
        if own_verb || clause.parent.is_some() || anchor.is_none() || !begins {
            return Some(at);
        }
        let next = clause.sentence + 1;
        let goes_on = clauses.sentences.get(next).is_some_and(|next| {
            self.text().get(sentence.end..next.start).is_some_and(|gap| !gap.contains('\n'))
        });
        let told = clauses.of_sentence(next).find(|n| {
            clauses
                .clauses
                .get(*n)
                .is_some_and(|next| next.role == Role::Main && next.verb.is_some() && !next.speech)
        });
        Some(told.filter(|_| goes_on).unwrap_or(at))
    }

    /// Whether a mention tells how soon after what was told before: "en quelques heures", "within
    /// hours", "dans les heures qui ont suivi".
    pub(crate) fn is_soon_after(&self, n: usize) -> bool {
        let Some(mention) = self.account.mentions.get(n) else { return false };
        match &mention.expr {
            Expr::Window { direction: Direction::After, anchor: Anchor::Focus, amount } => {
                !amount.is_exact() && amount.unit().seconds().is_some()
            }
            Expr::Duration(amount) => {
                let at = self.words.tokens(mention.span).start;
                let short = amount.unit().seconds().is_some();
                short
                    && at.checked_sub(1).is_some_and(|before| {
                        self.words.is_one_of(before, self.words.happenings().soon)
                    })
            }
            _ => false,
        }
    }

    /// The words that name the event a mention hangs on. English needs no "that" before a clause:
    /// where a verb follows at once, "two days after the warning" goes on with "ran out".
    pub(crate) fn anchor_words(&self, n: usize) -> Option<Span> {
        let event = self.account.mentions.get(n)?.event?;
        if !self.words.happenings().clause_after_preposition {
            return Some(event);
        }
        let verb = self.account.clauses.verb_from(event.end).map(|verb| verb.span);
        let verb =
            verb.filter(|verb| self.words.tokens(Span::new(event.end, verb.start)).is_empty());
        let Some(verb) = verb else { return Some(event) };
        let tail = self.words.tokens(Span::new(verb.end, self.text().len()));
        let last = tail.take(MOST_AFTER_VERB).take_while(|at| self.goes_on(*at)).last();
        let end =
            last.and_then(|at| self.words.token(at)).map_or(verb.end, |last| last.end as usize);
        Some(Span::new(event.start, end))
    }

    /// Whether a word goes on with the words before it: no mark or line stands between.
    fn goes_on(&self, at: usize) -> bool {
        use crate::lang::token::{Gap, Kind};
        self.words.token(at).is_some_and(|token| {
            token.gap != Gap::Break
                && (token.kind != Kind::Mark(0) || matches!(self.words.text(at), "%" | "$" | "€"))
                && !matches!(token.kind, Kind::Mark(b',' | b';' | b':' | b'.' | b'!' | b'?' | b'"'))
        })
    }

    /// Whether words before a mention make its amount the most there is: "jusqu'à quinze jours avant".
    pub(crate) fn is_up_to(&self, n: usize) -> bool {
        let Some(mention) = self.account.mentions.get(n) else { return false };
        let at = self.words.tokens(mention.span).start;
        (1..=3).any(|back| {
            at.checked_sub(back)
                .is_some_and(|at| self.words.is_one_of(at, self.words.happenings().up_to))
        })
    }

    /// The words that name another mention's anchor, where a mention stands inside them.
    fn event_around(&self, n: usize) -> Option<Span> {
        let span = self.account.mentions.get(n)?.span;
        (self.account.mentions.iter().enumerate())
            .take(n)
            .skip(n.saturating_sub(3))
            .filter_map(|(_, mention)| mention.event)
            .find(|event| event.contains(span) && event.start < span.start)
    }

    /// The noun that a mention is tied to, if it is: by "de", or because no verb is near.
    fn noun_before(&self, n: usize) -> Option<Target> {
        let sets = self.words.happenings();
        let span = self.account.mentions.get(n)?.span;
        let clause_no = self.account.clauses.at(span.start)?;
        let clause = self.account.clauses.clauses.get(clause_no)?;
        let verb = clause.verb.map(|verb| self.words.tokens(verb));
        let first = self.words.tokens(Span::new(clause.span.start, span.start)).start;
        let mention_at =
            self.words.tokens(Span::new(span.start, self.words.source.text.len())).start;
        let before = mention_at.checked_sub(1).filter(|at| first <= *at)?;
        // The mention's own first word may be "du" or "de".
        let own_of = self.words.is_one_of(mention_at, sets.of);
        let prior = if own_of { mention_at } else { before };
        let tied = own_of
            || self.words.is_one_of(before, sets.of)
            || self.words.is_mark(before, b'\'')
                && before.checked_sub(1).is_some_and(|at| self.words.is_one_of(at, sets.of));
        if tied {
            let noun_at = (first..prior)
                .rev()
                .find(|at| self.words.is_word(*at) && !self.words.is_one_of(*at, sets.of))?;
            if self.words.is_one_of(noun_at, sets.time_nouns) {
                return None;
            }
        }
        // "Construite il y a quinze ans": the participle before the date has it, not the clause.
        let participle_at = self.words.cue(before).has(Cue::PARTICIPLE)
            && !verb.as_ref().is_some_and(|verb| verb.contains(&before))
            && before.checked_sub(1).is_some_and(|at| {
                first <= at
                    && !self.words.cue(at).has(Cue::HAVE.or(Cue::BE).or(Cue::LIGHT))
                    && !self.words.cue(at).has(Cue::PRONOUN.or(Cue::AND))
            });
        // Back from the mention to an event noun, over the words of one noun phrase.
        let mut participle = None;
        let mut steps = 0;
        let mut at = before;
        loop {
            if verb.as_ref().is_some_and(|verb| verb.contains(&at)) || steps == 14 {
                break;
            }
            let mark = !self.words.is_word(at);
            if mark
                && !self.words.is_mark(at, b'\'')
                && !self.words.is_mark(at, b'-')
                && self
                    .words
                    .token(at)
                    .is_none_or(|token| token.kind != crate::lang::token::Kind::Number)
            {
                break;
            }
            let cue = self.words.cue(at);
            if cue.has(Cue::RELATIVE.or(Cue::THAT).or(Cue::AND)) {
                break;
            }
            if let Some(found) = self.words.event_noun(at) {
                let starts_clause = clause.verb.is_some_and(|verb| span.end <= verb.start);
                let stative = clause.head.is_none_or(|head| {
                    let at = self.words.tokens(head).start;
                    !self.words.event_verb(at).is_some_and(|verb| verb.role != VerbRole::State)
                });
                let inside_np = tied
                    || participle.is_some()
                    || clause.verb.is_none()
                    || starts_clause
                    || stative;
                if inside_np && found.to <= mention_at {
                    let (_, from) = self.words.determiner_before(at);
                    let start = self.words.token(from)?.start as usize;
                    return Some(Target::Noun(Span::new(start, span.end)));
                }
                break;
            }
            if participle.is_none()
                && cue.has(Cue::PARTICIPLE)
                && !self.words.cue(at.wrapping_sub(1)).has(Cue::HAVE.or(Cue::BE))
                && !self.words.is_one_of(at, sets.of)
            {
                participle = Some(at);
            }
            let Some(next) = at.checked_sub(1).filter(|next| first <= *next) else { break };
            at = next;
            steps += 1;
        }
        if participle_at && verb.is_some() {
            return Some(Target::Nothing);
        }
        // "Du 7 mars" after a noun that is no event dates that thing, and tells nothing.
        tied.then_some(Target::Nothing)
    }

    /// Whether a window ahead is announced: something in its clause or sentence warns, says or
    /// orders, or the words are "les 48 prochaines heures".
    fn announces(&self, n: usize) -> bool {
        let Some(mention) = self.account.mentions.get(n) else { return false };
        if matches!(mention.expr, Expr::Window { anchor: Anchor::Publication, .. }) {
            return true;
        }
        let sentence = self.account.clauses.sentence_at(mention.span.start);
        let Some(span) = sentence.and_then(|n| self.account.clauses.sentences.get(n)) else {
            return false;
        };
        self.words.tokens(*span).any(|at| self.is_notice(at))
    }

    /// Whether a word tells of a notice, which can hold for a time.
    fn is_notice(&self, at: usize) -> bool {
        let class = self.words.event_noun(at).or_else(|| self.words.event_verb(at));
        class
            .and_then(|found| self.words.classes.name(found.class?))
            .is_some_and(|name| NOTICES.contains(&name))
    }

    // Seeds.

    fn clause_seeds(&self, clause_no: usize, mentions: &[usize], seeds: &mut Vec<Seed>) {
        let Some(clause) = self.account.clauses.clauses.get(clause_no) else { return };
        if clause.verb.is_none() && !self.names_event(clause_no) {
            return;
        }
        let mut told = clause_no;
        // "N'a pas commémoré …, mais a ciblé": what is put in its place has the date.
        if clause.negated {
            let joined = self.account.clauses.of_sentence(clause.sentence).find(|n| {
                self.account.clauses.clauses.get(*n).is_some_and(|other| {
                    other.parent == Some(clause_no) && other.role == Role::Joined && !other.negated
                })
            });
            told = joined.unwrap_or(clause_no);
        }
        let Some(mut seed) = self.clause_seed(told) else { return };
        if told != clause_no {
            seed.span = clause.span.hull(seed.span);
        }
        let dates = self.dates_of(mentions);
        for dated in dates {
            let mut seed = seed.clone();
            for dating in &dated {
                if let Some(mention) = self.account.mentions.get(dating.mention) {
                    seed.span = seed.span.hull(mention.span);
                }
            }
            seed.dated = dated;
            seeds.push(seed);
        }
    }

    /// The dates of a clause, by occurrence: the items of a list, in one mention or in several that
    /// "and" joins, are occurrences of their own. Of two dates that exclude each other and are no
    /// list, the first is the clause's.
    fn dates_of(&self, mentions: &[usize]) -> Vec<Vec<Dating>> {
        let mut items: Vec<Dating> = Vec::new();
        let mut others: Vec<Dating> = Vec::new();
        for (k, &n) in mentions.iter().enumerate() {
            let Some(resolution) = self.account.resolutions.get(n) else { continue };
            if !resolution.is_range && 1 < resolution.parts.len() {
                items.extend(
                    (0..resolution.parts.len()).map(|part| Dating { mention: n, part: Some(part) }),
                );
                continue;
            }
            let joined = |a: Option<&usize>, b: Option<&usize>| match (a, b) {
                (Some(a), Some(b)) => self.are_listed(*a, *b),
                _ => false,
            };
            let with_last = joined(k.checked_sub(1).and_then(|k| mentions.get(k)), Some(&n));
            let with_next = joined(Some(&n), mentions.get(k + 1));
            if with_last || with_next {
                items.push(Dating { mention: n, part: None });
                continue;
            }
            let extent = resolution.parts.first().and_then(|part| part.extent());
            let excluded = others.iter().filter_map(|dating| {
                self.account.resolutions.get(dating.mention)?.parts.first()?.extent()
            });
            if excluded.into_iter().any(|known| extent.is_some_and(|extent| apart(known, extent))) {
                continue;
            }
            others.push(Dating { mention: n, part: None });
        }
        if items.is_empty() {
            return vec![others];
        }
        items
            .into_iter()
            .map(|item| std::iter::once(item).chain(others.clone()).collect())
            .collect()
    }

    /// Whether nothing but "and" or a comma stands between two plain dates.
    fn are_listed(&self, a: usize, b: usize) -> bool {
        let (Some(a), Some(b)) = (self.account.mentions.get(a), self.account.mentions.get(b))
        else {
            return false;
        };
        let plain = |expr: &Expr| matches!(expr, Expr::Pattern(_) | Expr::Within { .. });
        let between = self.words.tokens(Span::new(a.span.end, b.span.start));
        let count = between.len();
        plain(&a.expr)
            && plain(&b.expr)
            && (1..=3).contains(&count)
            && between.clone().any(|at| self.words.cue(at).has(Cue::AND))
            && between.into_iter().all(|at| {
                self.words.cue(at).has(Cue::AND)
                    || self.words.is_mark(at, b',')
                    || self.words.is_one_of(at, self.words.happenings().leads)
            })
    }

    /// The seed of words that the user quotes. Times inside them count, else those of the clause.
    pub(crate) fn quote_seed(&self, quote: Span) -> Option<Seed> {
        let clause_no = self.clause_of(quote)?;
        let mut seed = self.clause_seed(clause_no)?;
        seed.span = quote;
        let verb = self.account.clauses.clauses.get(clause_no).and_then(|clause| clause.verb);
        if !verb.is_some_and(|verb| verb.overlaps(quote)) {
            // A noun stands for a fact even where its clause is denied.
            seed.kind = SeedKind::Noun;
            seed.mood = Mood::Unknown;
            if seed.status == Status::Negated {
                seed.status = Status::Asserted;
            }
        }
        let own = |n: &usize| {
            let mention = self.account.mentions.get(*n);
            mention.is_some_and(|mention| {
                mention.marks.first().is_some_and(|mark| quote.contains(*mark))
                    || quote.contains(mention.span)
            })
        };
        let all: Vec<usize> = (0..self.account.mentions.len()).collect();
        let inside: Vec<usize> = all.iter().copied().filter(own).collect();
        // A date that names another mention's anchor dates that anchor, if both are quoted.
        let of_anchor = |n: &usize| {
            let Some(span) = self.account.mentions.get(*n).map(|mention| mention.span) else {
                return false;
            };
            inside.iter().any(|other| {
                other != n
                    && (self.account.mentions.get(*other).and_then(|mention| mention.event))
                        .is_some_and(|event| event.contains(span))
            })
        };
        let inside: Vec<usize> = inside.iter().copied().filter(|n| !of_anchor(n)).collect();
        let (mut dated, mut windows) = self.sorted_out(&inside);
        if dated.is_empty() && windows.is_empty() {
            let of_clause: Vec<usize> = (all.iter().copied())
                .filter(|n| match self.target(*n) {
                    Target::Clause(clause) => clause == clause_no,
                    Target::Window => self.account.clauses.at(self.offset(*n)) == Some(clause_no),
                    Target::Noun(_) | Target::Nothing => false,
                })
                .collect();
            (dated, windows) = self.sorted_out(&of_clause);
        }
        let dates = self.dates_of(&dated);
        seed.listed = 1 < dates.len();
        for dating in dates.into_iter().flatten() {
            if !seed.dated.contains(&dating) {
                seed.dated.push(dating);
            }
        }
        seed.window = windows.first().and_then(|n| match &self.account.mentions.get(*n)?.expr {
            Expr::Window { amount, .. } => Some((*n, amount.clone())),
            _ => None,
        });
        Some(seed)
    }

    /// The clause that a quote tells: the one whose verb it holds, else the one it begins in.
    fn clause_of(&self, quote: Span) -> Option<usize> {
        let clauses = &self.account.clauses;
        let sentence = clauses.sentence_at(quote.start)?;
        let with_verb = clauses.of_sentence(sentence).find(|n| {
            let verb = clauses.clauses.get(*n).and_then(|clause| clause.verb);
            verb.is_some_and(|verb| quote.contains(verb))
        });
        with_verb.or_else(|| clauses.at(quote.start))
    }

    /// Mentions that date, and those that are windows ahead.
    fn sorted_out(&self, mentions: &[usize]) -> (Vec<usize>, Vec<usize>) {
        let mut dated = Vec::new();
        let mut windows = Vec::new();
        for &n in mentions {
            let (Some(mention), Some(resolution)) =
                (self.account.mentions.get(n), self.account.resolutions.get(n))
            else {
                continue;
            };
            if is_window_ahead(&mention.expr) && self.announces(n) {
                windows.push(n);
            } else if self.is_soon_after(n) || dates_something(&mention.expr, resolution) {
                dated.push(n);
            }
        }
        (dated, windows)
    }

    /// Whether a clause without a verb names an event.
    fn names_event(&self, clause: usize) -> bool {
        self.account.clauses.own_spans(clause).any(|span| {
            self.words.tokens(span).any(|at| {
                self.words.event_noun(at).is_some()
                    && self.words.token(at).is_some_and(|token| {
                        let offset = token.start as usize;
                        !self.mentions_around(offset).any(|mention| {
                            mention
                                .event
                                .is_some_and(|event| event.start <= offset && offset < event.end)
                        })
                    })
            })
        })
    }

    /// The mentions that can cover an offset: those that begin before it, and not long before.
    fn mentions_around(&self, offset: usize) -> impl Iterator<Item = &Mention> + '_ {
        let mentions = &self.account.mentions;
        let end = mentions.partition_point(|mention| mention.span.start <= offset);
        mentions.get(end.saturating_sub(4)..end).unwrap_or(&[]).iter()
    }

    /// A clause as a seed, without its dates.
    pub(crate) fn clause_seed(&self, clause_no: usize) -> Option<Seed> {
        let clause = self.account.clauses.clauses.get(clause_no)?;
        let mut naming = self.words.describe(self.account.clauses.own_spans(clause_no));
        self.head_of(clause_no, &mut naming);
        let offset = clause.head.map_or(clause.span.start, |head| head.start);
        let (status, source) = self.held(clause_no, offset);
        Some(Seed {
            article: self.number,
            kind: SeedKind::Clause,
            span: clause.span,
            clause: Some(clause_no),
            sentence: clause.sentence,
            passage: self.account.passages.at(offset),
            label: label::of_clause(self, clause_no),
            naming,
            status,
            mood: clause.mood,
            source,
            dated: Vec::new(),
            window: None,
            told_on: self.told_on(offset),
            told_by: self.account.passages.dated_by(offset),
            named: None,
            listed: false,
            known: None,
        })
    }

    fn noun_seed(&self, n: usize, span: Span) -> Option<Seed> {
        let clause_no = self.account.clauses.at(span.start)?;
        let clause = self.account.clauses.clauses.get(clause_no)?;
        let span = trimmed(self.text(), span);
        let naming = self.words.naming(span);
        naming.class?;
        let (status, source) = self.held(clause_no, span.start);
        // A noun stands for a fact even where its clause is denied.
        let status = if status == Status::Negated { Status::Asserted } else { status };
        Some(Seed {
            article: self.number,
            kind: SeedKind::Noun,
            span,
            clause: Some(clause_no),
            sentence: clause.sentence,
            passage: self.account.passages.at(span.start),
            naming,
            label: label::of_phrase(self, span),
            status,
            mood: if status == Status::Planned { Mood::Future } else { Mood::Unknown },
            source,
            dated: vec![Dating { mention: n, part: None }],
            window: None,
            told_on: self.told_on(span.start),
            told_by: self.account.passages.dated_by(span.start),
            named: None,
            listed: false,
            known: None,
        })
    }

    fn window_seed(&self, n: usize, span: Span) -> Option<Seed> {
        let amount = match &self.account.mentions.get(n)?.expr {
            Expr::Window { amount, .. } if amount.is_exact() => amount.clone(),
            _ => return None,
        };
        let clause_no = self.account.clauses.at(span.start)?;
        let mut seed = self.clause_seed(clause_no)?;
        seed.kind = SeedKind::Window;
        seed.window = Some((n, amount));
        Some(seed)
    }

    /// The head of a clause: its verb, or the noun that its verb only carries.
    fn head_of(&self, clause_no: usize, naming: &mut Naming) {
        let Some(clause) = self.account.clauses.clauses.get(clause_no) else { return };
        let Some(head) = clause.head else {
            let noun = self.first_noun(clause_no, 0);
            self.take_noun(noun, naming);
            return;
        };
        let at = self.words.tokens(head).start;
        let verb = self.words.event_verb(at);
        naming.head = self.words.folded(at);
        naming.class = verb.and_then(|verb| verb.class);
        let role = verb.map(|verb| verb.role);
        let to = verb.map_or(at + 1, |verb| verb.to);
        let object = self.object_noun(clause_no, to);
        // "Ont publié des déclarations": what is published tells, where it is a notice.
        let publishes =
            naming.class.is_some() && naming.class == self.words.classes.id_of("publication");
        if publishes && object.is_some_and(|at| self.is_notice(at)) {
            self.take_noun(object, naming);
            return;
        }
        if role != Some(VerbRole::Support) {
            let acts = self.acting_noun(clause_no, at);
            if acts.is_some() {
                self.take_noun(acts, naming);
            }
            return;
        }
        let group = clause.verb.map(|verb| self.words.tokens(verb)).unwrap_or(at..at + 1);
        let passive = group.clone().any(|at| self.words.cue(at).has(Cue::BE));
        let subject = self.first_noun(clause_no, clause.span.start);
        let subject = subject.filter(|noun| *noun < group.start);
        let noun = if passive { subject.or(object) } else { object.or(subject) };
        self.take_noun(noun, naming);
    }

    /// The event noun that is the subject of a verb and itself does what is told: "an avalanche
    /// buried the road". Verbs that tell a phase of it ("the strike ended") are not its time.
    fn acting_noun(&self, clause_no: usize, verb: usize) -> Option<usize> {
        if self.words.is_one_of(verb, self.words.happenings().phases) {
            return None;
        }
        let clause = self.account.clauses.clauses.get(clause_no)?;
        let noun = self.first_noun(clause_no, 0).filter(|noun| *noun < verb)?;
        let class = self.words.classes.name(self.words.event_noun(noun)?.class?)?;
        let own = self.words.event_verb(verb).and_then(|verb| verb.class);
        if !ACTING.contains(&class) || own.is_some() && !FORCES.contains(&class) {
            return None;
        }
        // "A survivor of the storm": the noun must be the head.
        let first = self.words.tokens(clause.span).start;
        let sets = self.words.happenings();
        let is_part = (first..noun).any(|at| {
            let offset = self.words.token(at).map_or(0, |token| token.start as usize);
            let dates =
                |mention: &Mention| mention.span.start <= offset && offset < mention.span.end;
            let after_word = first < at && self.words.is_word(at - 1);
            after_word
                && !self.mentions_around(offset).any(dates)
                && (self.words.is_one_of(at, sets.of)
                    || self.words.is_one_of(at, sets.prepositions))
        });
        (!is_part).then_some(noun)
    }

    fn take_noun(&self, noun: Option<usize>, naming: &mut Naming) {
        let Some((at, found)) = noun.and_then(|at| Some((at, self.words.event_noun(at)?))) else {
            return;
        };
        naming.head = self.words.folded(at);
        naming.class = found.class;
        naming.noun = true;
        naming.plural = found.is_plural;
        naming.determiner = self.words.determiner_before(at).0;
    }

    /// The first event noun of a clause's own words that is not part of a mention.
    fn first_noun(&self, clause: usize, from: usize) -> Option<usize> {
        self.account.clauses.own_spans(clause).filter(|span| from <= span.end).find_map(|span| {
            self.words.tokens(span).find(|at| {
                let Some(token) = self.words.token(*at) else { return false };
                let offset = token.start as usize;
                self.words.event_noun(*at).is_some()
                    && !self
                        .mentions_around(offset)
                        .any(|mention| mention.span.start <= offset && offset < mention.span.end)
            })
        })
    }

    /// The event noun that is the object of a verb: before any preposition or comma.
    fn object_noun(&self, clause: usize, from: usize) -> Option<usize> {
        let end = self.account.clauses.clauses.get(clause)?.span.end;
        let end = self.words.tokens(Span::new(0, end)).end;
        for at in from..end.min(from + 9) {
            if self.words.event_noun(at).is_some() {
                // "An avalanche warning" is a warning.
                let last = (at..end).take_while(|at| self.words.event_noun(*at).is_some()).last();
                return last.or(Some(at));
            }
            let ends = self.words.is_one_of(at, self.words.happenings().prepositions)
                || self.words.is_mark(at, b',')
                || self.words.is_one_of(at, "de of");
            if ends {
                return None;
            }
        }
        None
    }

    // How it is held.

    /// How a clause holds what it tells, and who says so.
    fn held(&self, clause_no: usize, offset: usize) -> (Status, Option<String>) {
        let clauses = &self.account.clauses.clauses;
        let Some(clause) = clauses.get(clause_no) else { return (Status::Asserted, None) };
        let mut source = label::source_in(self, clause_no);
        let mut reported = source.is_some();
        // Up through the clauses around it to one that says.
        let mut inner = clause;
        for _ in 0..6 {
            let Some(outer) = inner.parent.and_then(|parent| Some((parent, clauses.get(parent)?)))
            else {
                break;
            };
            if inner.role == Role::Content && outer.1.speech {
                reported = true;
                source = source.or_else(|| label::speaker(self, outer.0));
                break;
            }
            inner = outer.1;
        }
        let quoted = self
            .account
            .passages
            .around(offset)
            .any(|passage| passage.kind != PassageKind::Furniture);
        reported |= quoted;
        if source.is_none() {
            source = self.account.passages.speaker(offset).map(str::to_owned);
        }
        let status = if clause.negated {
            Status::Negated
        } else if clause.hypothetical {
            Status::Hypothetical
        } else if clause.planned || clause.mood == Mood::Future {
            Status::Planned
        } else if reported {
            Status::Reported
        } else {
            Status::Asserted
        };
        (status, source)
    }

    /// The day that the passage at an offset was published.
    pub(crate) fn told_on(&self, offset: usize) -> Option<chrono::NaiveDate> {
        if let Some(dating) = self.account.passages.dated_by(offset) {
            let resolution = self.account.resolutions.get(dating)?;
            return resolution.parts.first()?.extent()?.first_day();
        }
        self.account.published.map(|published| published.day())
    }
}

/// Whether a mention says when something is.
fn dates_something(expr: &Expr, resolution: &Resolution) -> bool {
    let dates = resolution.parts.iter().any(|part| {
        part.extent().is_some()
            || part.anchor == AnchoredOn::Event
            || matches!(part.unresolved, Some(Unresolved::NoSuchDate(_)))
    });
    let tells = match expr {
        Expr::Duration(_) | Expr::Set(_) | Expr::Vague(_) => false,
        // "Les jours suivants" dates nothing.
        Expr::Window { amount, anchor: Anchor::Focus, direction: Direction::After } => {
            amount.is_exact()
        }
        _ => true,
    };
    dates && tells
}

/// Whether two extents have no moment in common.
fn apart(a: &Extent, b: &Extent) -> bool {
    let ends_before =
        |a: &Extent, b: &Extent| matches!((a.to, b.from), (Some(to), Some(from)) if to <= from);
    ends_before(a, b) || ends_before(b, a)
}

/// Classes of what can hold for a time from when it is given.
pub(crate) const NOTICES: [&str; 8] =
    ["warning", "advice", "announcement", "statement", "order", "publication", "briefing", "law"];

/// Classes of what does something by itself.
const ACTING: [&str; 11] = [
    "attack",
    "shooting",
    "explosion",
    "military-strike",
    "earthquake",
    "flood",
    "storm",
    "fire",
    "landslide",
    "accident",
    "crash",
];

/// Classes of what people do not do: whatever verb tells of it, it is what is told.
const FORCES: [&str; 4] = ["earthquake", "flood", "storm", "landslide"];

/// Whether an expression is a stretch from its anchor on, of a length that is said.
fn is_window_ahead(expr: &Expr) -> bool {
    match expr {
        Expr::Window { direction: Direction::After, anchor, amount } => {
            *anchor != Anchor::Event && amount.is_exact()
        }
        _ => false,
    }
}

/// Whether a determiner of a seed makes it refer to what is known.
pub(crate) fn refers(seed: &Seed) -> bool {
    seed.naming.noun
        && seed.naming.determiner != Determiner::Indefinite
        && seed.naming.determiner.refers()
}
