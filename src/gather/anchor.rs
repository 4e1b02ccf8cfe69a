//! What hangs on another event: "three days before the attack", "within hours".

use crate::article::Span;
use crate::constraint::End;
use crate::event::vocabulary::Part;
use crate::event::{Status, table};
use crate::syntax::Upos;
use crate::why::Why;

use super::cluster::Standing;
use super::seed::{Dating, Seed, SeedKind, Telling};
use super::time::{self, Hang, hang, hung};
use super::which::Meant;
use super::words::Naming;
use super::{Gatherer, Link, anniversary, label, short};

impl Gatherer<'_, '_> {
    /// Whether a date of a seed hangs on an event, or may.
    pub(super) fn can_hang(&self, n: usize) -> bool {
        let Some(seed) = self.seeds.get(n) else { return false };
        let Some(telling) = self.tellings.get(seed.article) else { return false };
        seed.dated.iter().any(|dating| {
            let mention = telling.account.mentions.get(dating.mention);
            mention.is_some_and(|mention| match mention.event {
                Some(_) => hang(&mention.expr).is_some(),
                None => telling.is_soon_after(dating.mention),
            })
        })
    }

    /// Links what a seed hangs on; where `make`, an event that nothing tells of is made.
    pub(super) fn hang(&mut self, n: usize, make: bool) {
        let Some(seed) = self.seeds.get(n) else { return };
        let Some(telling) = self.tellings.get(seed.article).copied() else { return };
        let links = self.links.get(n).map_or(&[][..], Vec::as_slice);
        let linked = |dating: &Dating| links.iter().any(|link| link.mention == dating.mention);
        if seed.dated.iter().all(linked) {
            return;
        }
        let seed = seed.clone();
        for dating in &seed.dated {
            let linked = |links: &Vec<Link>| links.iter().any(|l| l.mention == dating.mention);
            if self.links.get(n).is_some_and(linked) {
                continue;
            }
            let Some(mention) = telling.account.mentions.get(dating.mention) else { continue };
            // "Three weeks earlier, a first fire had been put out within an hour": how long that took.
            let alone = seed.dated.len() == 1;
            if mention.event.is_none() && alone && telling.is_soon_after(dating.mention) {
                self.follow(n, &seed, dating.mention, &mention.expr);
                continue;
            }
            let (Some(mut relation), Some(event)) =
                (hang(&mention.expr), telling.anchor_words(dating.mention))
            else {
                continue;
            };
            if telling.is_up_to(dating.mention) {
                relation = time::up_to(relation);
            }
            let own = self.cluster_of.get(n).copied().flatten();
            // A named event may be the anchor itself: then the words date something else.
            let except = own.filter(|own| self.named_count() <= *own);
            let Some((cluster, end, why)) = self.anchor(
                &telling,
                &seed,
                event,
                except,
                make,
                matches!(relation, Hang::Years { .. }),
            ) else {
                continue;
            };
            if own == Some(cluster) {
                continue;
            }
            let end = match (end, &relation) {
                (End::WindowLast, _) => End::WindowLast,
                (_, Hang::Offset { low: Some(low), .. }) if time::is_backward(*low) => End::First,
                (_, Hang::Offset { .. } | Hang::After) => End::Last,
                _ => End::First,
            };
            let anchor = self.extent_of(cluster, seed.article, seed.passage, seed.told_by);
            let anchor = match end {
                End::WindowLast => anchor.and_then(|extent| self.window_end(cluster, &extent)),
                _ => anchor,
            };
            let says = anchor.and_then(|anchor| hung(&anchor, &relation));
            self.link(n, Link { mention: dating.mention, cluster, end, hang: relation, why });
            self.say(n, says);
        }
        if self.says.get(n).is_some_and(Option::is_some) {
            self.place(n);
        }
    }

    /// Links a seed that only says how soon it follows to the event told last before it.
    pub(super) fn follow(
        &mut self,
        n: usize,
        seed: &Seed,
        mention: usize,
        expr: &crate::expr::Expr,
    ) {
        let Some(relation) = time::soon_after(expr) else { return };
        let own = self.cluster_of.get(n).copied().flatten();
        let claim = self.classes.id_of(table::CLAIM);
        // What is claimed is an attack; anything else follows what was told last.
        let claims = claim.is_some() && seed.naming.class == claim;
        let attack = self.classes.id_of(table::ATTACK);
        let is_kin = |known: &Seed| match (known.naming.class, attack) {
            (Some(class), Some(attack)) => self.classes.are_kin(class, attack),
            _ => false,
        };
        let last = |wanted: &dyn Fn(&Seed) -> bool| {
            self.places.before(seed, 8, self.tellings).find_map(|s| {
                let known = self.seeds.get(s).filter(|known| {
                    known.kind != SeedKind::Stamp
                        && known.status.constrains()
                        && seed.sentence <= known.sentence + 8
                        && self.says.get(s).is_some_and(Option::is_some)
                        && wanted(known)
                });
                let also = self.also.get(s).copied().flatten();
                let cluster = known.and(self.cluster_of.get(s).copied().flatten().or(also))?;
                (Some(cluster) != own).then_some(cluster)
            })
        };
        let last = if claims { last(&is_kin) } else { None }.or_else(|| last(&|_| true));
        let Some(cluster) = last else { return };
        let anchor = self.extent_of(cluster, seed.article, seed.passage, seed.told_by);
        let says = anchor.and_then(|anchor| hung(&anchor, &relation));
        let why = Some(Why::Follows { event: short(&self.label_of(cluster)) });
        self.link(n, Link { mention, cluster, end: End::Last, hang: relation, why });
        self.say(n, says);
    }

    /// The event that the words of an anchor mean, which moment of it, and why.
    pub(super) fn anchor(
        &mut self,
        telling: &Telling<'_>,
        seed: &Seed,
        event: Span,
        own: Option<usize>,
        make: bool,
        anniversary: bool,
    ) -> Option<(usize, End, Option<Why>)> {
        let words = &telling.words;
        let text = event.of(telling.text());
        let expiry = words.tokens(event).any(|at| words.is(at, Part::EXPIRY));
        let settled = (self.overrules.links.iter())
            .filter(|link| link.place.article == seed.article && link.place.span.overlaps(event));
        if let Some(link) = settled.clone().find(|link| link.means) {
            let end = if expiry { End::WindowLast } else { End::First };
            let why = Why::UserLinks { said: label::one_line(text) };
            return Some((link.event, end, Some(why)));
        }
        let mut except: Vec<usize> =
            settled.filter(|link| !link.means).map(|link| link.event).collect();
        except.extend(own);
        // A date inside the words makes them a seed of their own.
        let dated = self
            .places
            .nouns(seed.article, event)
            .filter(|s| self.seeds.get(*s).is_some_and(|known| known.span.overlaps(event)));
        let dated = dated.min();
        let said = label::one_line(text);
        let also = |s: usize| self.also.get(s).copied().flatten();
        let dated = dated
            .and_then(|s| self.cluster_of.get(s).copied().flatten().or_else(|| also(s)))
            .filter(|cluster| !except.contains(cluster));
        if let Some(cluster) = dated {
            let label = short(&self.label_of(cluster)).to_owned();
            // Words that label the event themselves need no explanation.
            let why = (said != label).then_some(Why::Names { said, event: label });
            return Some((cluster, End::First, why));
        }
        let mut naming = words.naming(event);
        let sentence = telling.sentence_at(event.start).unwrap_or(0);
        // A pronoun stands for the last event noun of the sentence before it.
        if (expiry && naming.class.is_none() || begins_with_pronoun(telling, event) && !naming.noun)
            && let Some(noun) =
                self.noun_in_sentence_before(telling, sentence, event.start).or_else(|| {
                    self.noun_in_sentence_before(telling, sentence.checked_sub(1)?, event.start)
                })
        {
            naming.class = noun.class;
            naming.noun = true;
            naming.traits = noun.traits;
            naming.determiner = noun.determiner;
        }
        let place = Standing {
            article: seed.article,
            offset: event.start,
            sentence,
            passage: telling.account.passages.at(event.start),
            told_on: telling.told_on(event.start),
            told_by: telling.account.passages.dated_by(event.start),
            wants_window: expiry,
        };
        let known = anniversary::well_known(telling, event, anniversary);
        if known.is_none()
            && let Some((cluster, meant)) = self.refer(&naming, place, &except)
        {
            let end = if expiry { End::WindowLast } else { End::First };
            let Meant { event, fits, others } = meant;
            return Some((cluster, end, Some(Why::TakenFor { said, event, fits, others })));
        }
        if known.is_none() && (!make || naming.class.is_none() && !telling.names_predicate(event)) {
            return None;
        }
        // Nothing tells of it: it is an event that only dates another.
        let predicate = telling.predicate_in(event);
        let own = predicate.and_then(|at| telling.predicate_seed(at));
        let label = match &own {
            Some(own) if own.kind == SeedKind::Clause => own.label.clone(),
            _ => label::of_words(telling, event),
        };
        let anchor = Seed {
            head: own.as_ref().and_then(|own| own.head),
            subject: own.as_ref().and_then(|own| own.subject),
            object: own.as_ref().and_then(|own| own.object),
            participants: own.map(|own| own.participants).unwrap_or_default(),
            predicate,
            status: if seed.status.constrains() { Status::Asserted } else { seed.status },
            known,
            ..telling.blank(event, naming, label)
        };
        self.places.note(self.seeds.len(), &anchor, self.tellings);
        self.seeds.push(anchor);
        self.says.push(known);
        self.cluster_of.push(None);
        self.joined.push(None);
        self.links.push(Vec::new());
        self.also.push(None);
        let n = self.seeds.len() - 1;
        self.place(n);
        let cluster = self.cluster_of.get(n).copied().flatten()?;
        let why = match known.and_then(|known| known.first_day()) {
            Some(on) => Why::KnownByName { said, on },
            None => Why::ToldNowhereElse { said },
        };
        Some((cluster, End::First, Some(why)))
    }

    /// The last event noun of a sentence before an offset.
    pub(super) fn noun_in_sentence_before(
        &self,
        telling: &Telling<'_>,
        sentence: usize,
        offset: usize,
    ) -> Option<Naming> {
        let span = telling.sentence(sentence)?;
        let words = &telling.words;
        let at = (words.tokens(Span::new(span.start, offset.min(span.end))))
            .rev()
            .find(|at| words.event_noun(*at).is_some())?;
        let token = words.token(at)?;
        let (_, from) = words.determiner_before(at);
        let start = words.token(from)?.start as usize;
        Some(words.naming(Span::new(start, token.end as usize)))
    }
}

/// Whether a pronoun begins the words of an anchor, but for what leads to it.
fn begins_with_pronoun(telling: &Telling<'_>, event: Span) -> bool {
    let units = telling.units_in(event);
    units.iter().take(3).any(|unit| unit.tag == Upos::Pron)
}
