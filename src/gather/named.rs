//! The user's named events: their statements from their quotes, and what is always believed.

use std::cell::RefCell;

use crate::article::{Language, Span};
use crate::constraint::{Bond, Constraint, Draft, Reason, Rule};
use crate::event::class::Classes;
use crate::event::vocabulary::{Numbers, Traits};
use crate::event::{EventIx, Status};
use crate::why::{Notice, Warning, Why};

use super::Cluster;
use super::label::one_line;
use super::overrule::{Named, Overrules};
use super::seed::{Seed, SeedKind, Telling};
use super::words::{Naming, Term};

/// A seed for every quote of every named event, and a cluster for every named event.
pub(crate) fn seeds(
    tellings: &[Telling<'_>],
    classes: &Classes,
    terms: &RefCell<Numbers>,
    overrules: &Overrules,
    warnings: &mut Vec<Warning>,
) -> (Vec<Seed>, Vec<Cluster>) {
    let mut seeds: Vec<Seed> = Vec::new();
    let mut clusters = Vec::new();
    for (number, named) in overrules.events.iter().enumerate() {
        let first = seeds.len();
        for quote in &named.quotes {
            let Some(telling) = tellings.get(quote.article) else { continue };
            let Some(mut seed) = telling.quote_seed(quote.span) else { continue };
            if seed.dated.is_empty() && seed.window.is_none() {
                let words = one_line(quote.span.of(telling.text()));
                let about = Notice::QuoteWithoutTime { quote: words, event: named.id.clone() };
                warnings.push(Warning::new(about).at(telling.article.id(), Some(quote.span)));
            }
            seed.named = Some(number);
            if seed.kind == SeedKind::Noun {
                seed.naming = telling.words.naming(quote.span);
            } else if seed.naming.class.is_none() {
                // What a time of the quote hangs on is another event: the words before it name this one.
                let anchors = telling.account.mentions.iter().filter_map(|mention| mention.event);
                let inside = anchors.filter(|anchor| quote.span.contains(*anchor));
                let end = inside.map(|anchor| anchor.start).min().unwrap_or(quote.span.end);
                let own = Span::new(quote.span.start, end.max(quote.span.start));
                seed.naming.class = telling.words.naming(own).class;
            }
            seeds.push(seed);
        }
        let naming =
            naming_of(classes, &mut terms.borrow_mut(), named, seeds.get(first..).unwrap_or(&[]));
        for seed in seeds.iter_mut().skip(first) {
            seed.naming = naming.clone();
        }
        if seeds.len() == first {
            seeds.push(unquoted(number, naming));
        }
        clusters.push(Cluster {
            window: named.window.clone(),
            when: named.when.as_ref().map(crate::edtf::Edtf::hull),
            ..Cluster::default()
        });
    }
    (seeds, clusters)
}

/// What the id, the label and the quotes of a named event say about which it is. The user's words
/// go before those of the texts.
fn naming_of(classes: &Classes, terms: &mut Numbers, named: &Named, quotes: &[Seed]) -> Naming {
    let mut naming = Naming { noun: true, ..Naming::default() };
    for seed in quotes {
        let other = &seed.naming;
        naming.traits = naming.traits.with(other.traits);
        extend(&mut naming.names, &other.names);
        extend(&mut naming.words, &other.words);
        naming.class = naming.class.or(other.class);
        naming.plural |= other.plural;
        if naming.head.is_empty() {
            naming.head.clone_from(&other.head);
        }
    }
    let label = named.label.as_deref().unwrap_or("");
    let id: String = named.id.chars().map(|c| if c.is_alphabetic() { c } else { ' ' }).collect();
    let mut class = None;
    let mut traits = Traits::default();
    for text in [label, id.as_str()] {
        let words: Vec<String> = crate::lang::lexicon::words_of(text).collect();
        for &language in Language::ALL {
            for (n, word) in words.iter().enumerate() {
                let entry = classes.vocabulary(language).of_folded(word);
                traits = traits.with(entry.traits);
                for length in (1..=3).rev() {
                    let phrase = words.get(n..n + length).map(|words| words.join(" "));
                    let found = phrase.and_then(|phrase| classes.of(language, &phrase));
                    if class.is_none() {
                        class = found.and_then(|found| classes.id_of(found));
                    }
                }
                if let Some(people) = entry.people {
                    extend(&mut naming.names, &[terms.add(people)]);
                } else if 4 <= word.len() {
                    extend(&mut naming.words, &[terms.add(word)]);
                }
            }
        }
    }
    naming.class = class.or(naming.class);
    if !traits.is_empty() {
        naming.traits = traits;
    }
    naming
}

fn extend(list: &mut Vec<Term>, terms: &[Term]) {
    for term in terms {
        if !list.contains(term) {
            list.push(*term);
        }
    }
}

/// A named event that no text is quoted for: it can be meant, and says nothing.
fn unquoted(number: usize, naming: Naming) -> Seed {
    Seed {
        article: usize::MAX,
        kind: SeedKind::Noun,
        span: crate::article::Span::new(0, 0),
        head: None,
        subject: None,
        object: None,
        participants: super::participants::Participants::default(),
        predicate: None,
        sentence: 0,
        passage: None,
        naming,
        language: Language::default(),
        verb: String::new(),
        label: String::new(),
        status: Status::Asserted,
        told: crate::syntax::Told::None,
        source: None,
        dated: Vec::new(),
        bound: None,
        window: None,
        lasts: None,
        edge: None,
        told_on: None,
        told_by: None,
        named: Some(number),
        listed: false,
        known: None,
    }
}

/// Whether a quote takes the place of what the program reads in the same words.
pub(crate) fn claims(quote: &Seed, seed: &Seed) -> bool {
    if quote.article != seed.article || !quote.span.overlaps(seed.span) {
        return false;
    }
    let shares = seed
        .dated
        .iter()
        .any(|dating| quote.dated.iter().any(|other| other.mention == dating.mention));
    let window = match (&quote.window, &seed.window) {
        (Some((a, _)), Some((b, _))) => a == b,
        _ => false,
    };
    let same = quote.predicate.is_some() && quote.predicate == seed.predicate;
    shares || window || same
}

/// Leaves out what the user ignores.
pub(crate) fn leave_out(
    seeds: &mut Vec<Seed>,
    tellings: &[Telling<'_>],
    overrules: &Overrules,
    warnings: &mut Vec<Warning>,
) {
    for ignored in &overrules.ignored {
        let place = ignored.place;
        let hit = |seed: &Seed| seed.article == place.article && seed.span.overlaps(place.span);
        let words = tellings
            .get(place.article)
            .map_or(String::new(), |telling| one_line(place.span.of(telling.text())));
        // What lies inside the words goes; else the least that holds them.
        let inside = |seed: &Seed| hit(seed) && place.span.contains(seed.span);
        let count = seeds.len();
        if seeds.iter().any(inside) {
            seeds.retain(|seed| !inside(seed));
        } else if let Some(least) =
            seeds.iter().filter(|seed| hit(seed)).map(|seed| seed.span.end - seed.span.start).min()
        {
            seeds.retain(|seed| !(hit(seed) && seed.span.end - seed.span.start == least));
        }
        let about = if seeds.len() < count {
            Notice::LeftOut { words, because: ignored.why.clone() }
        } else {
            Notice::NothingLeftOut { words }
        };
        let warning = Warning::new(about);
        warnings.push(match tellings.get(place.article) {
            Some(telling) => warning.at(telling.article.id(), Some(place.span)),
            None => warning,
        });
    }
}

/// What the user knows: always believed, so owned by no statement.
pub(crate) fn constraints(overrules: &Overrules, ix_of: &[EventIx], draft: &mut Draft) {
    for (number, named) in overrules.events.iter().enumerate() {
        let Some(event) = ix_of.get(number).copied() else { continue };
        let name = || named.label.clone().unwrap_or_else(|| named.id.clone());
        let reason = |rule: Rule, says: Why, vague: bool| Reason {
            span: None,
            rule: rule.name().to_owned(),
            says,
            vague,
            links: Vec::new(),
        };
        if let Some(when) = &named.when {
            let says = Why::UserDates { event: name() };
            for bond in when.bonds(event) {
                let reason = reason(Rule::When, says.clone(), when.is_vague());
                draft.constraints.push(Constraint { statement: None, bond, reason });
            }
        }
        if let Some(amount) = &named.window {
            let says = Why::UserHolds { event: name(), amount: amount.clone() };
            let bond = Bond::Window { event, amount: amount.clone() };
            let reason = reason(Rule::Window, says, false);
            draft.constraints.push(Constraint { statement: None, bond, reason });
        }
    }
}
