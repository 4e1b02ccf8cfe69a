//! The draft: events with their labels, statements, and the constraints each owns.

use crate::article::Span;
use crate::constraint::{Bond, Constraint, Distance, Draft, End, Reason, Rule};
use crate::event::{
    Event, EventIx, Statement, StatementIx, Status, Unplaced, UnplacedWhy, Unread, UnreadWhy,
};
use crate::expr::{Direction, Expr};
use crate::extent::{Extent, Granularity};
use crate::resolve::Resolved;
use crate::why::Why;

use super::bonds::{bonds, hull_of, known_fact, plain_bond, reason};
use super::overrule::Place;
use super::seed::{Bound, Edge, PredicateAt, Seed, SeedKind};
use super::time::{Hang, hung, window};
use super::{Also, Anchored, Gathered, Gatherer, Link, label, named, short};

impl Gatherer<'_, '_> {
    pub(super) fn label_of(&self, cluster: usize) -> String {
        if let Some(named) = self.overrules.events.get(cluster) {
            return named.label.clone().unwrap_or_else(|| named.id.clone());
        }
        let best = self.clusters.get(cluster).and_then(|cluster| cluster.titles.best(&self.seeds));
        best.map_or(String::new(), |seed| seed.label.clone())
    }

    pub(super) fn draft(self) -> Gathered {
        let mut order: Vec<usize> = (0..self.clusters.len())
            .filter(|c| *c < self.named_count() || !self.clusters[*c].seeds.is_empty())
            .collect();
        let first = |c: &usize| {
            self.clusters
                .get(*c)
                .and_then(|cluster| {
                    (cluster.seeds.iter().filter_map(|s| self.seeds.get(*s)))
                        .map(|seed| (seed.article, seed.span.start, seed.span.end))
                        .min()
                })
                .unwrap_or((usize::MAX, 0, 0))
        };
        order.sort_by_cached_key(|c| (first(c), *c));
        let mut ix_of = vec![EventIx(0); self.clusters.len()];
        for (n, c) in order.iter().enumerate() {
            ix_of[*c] = EventIx(u32::try_from(n).unwrap_or(u32::MAX));
        }
        let mut draft = Draft::default();
        let mut numbers = vec![0usize; self.tellings.len()];
        for c in &order {
            if let Some(named) = self.overrules.events.get(*c) {
                draft.events.push(self.event(*c, named.id.clone()));
                continue;
            }
            let article = first(c).0;
            let Some(number) = numbers.get_mut(article) else { continue };
            *number += 1;
            let id = match self.tellings.get(article) {
                Some(telling) if 1 < self.tellings.len() => {
                    format!("{}:e{number}", telling.article.id())
                }
                _ => format!("e{number}"),
            };
            draft.events.push(self.event(*c, id));
        }
        named::constraints(self.overrules, &ix_of, &mut draft);
        let mut seeds: Vec<usize> =
            (0..self.seeds.len()).filter(|n| self.cluster_of[*n].is_some()).collect();
        seeds.sort_by_key(|n| {
            let seed = &self.seeds[*n];
            (seed.article, seed.span.start, seed.span.end, *n)
        });
        let mut anchored = Vec::new();
        for n in seeds {
            let Some(cluster) = self.cluster_of.get(n).copied().flatten() else { continue };
            self.state(n, cluster, &ix_of, &mut draft, &mut anchored);
        }
        anchored.sort_by_key(|one: &Anchored| (one.article, one.mention));
        anchored.dedup_by_key(|one| (one.article, one.mention));
        let also = (self.also.iter().enumerate())
            .filter_map(|(n, cluster)| {
                let (seed, cluster) = (self.seeds.get(n)?, cluster.as_ref()?);
                let place = Place { article: seed.article, span: seed.span };
                Some(Also { event: ix_of.get(*cluster).copied()?, place })
            })
            .collect();
        draft.unplaced = self.not_placed();
        draft.not_read = self.not_read();
        Gathered { draft, anchored, also, warnings: self.warnings }
    }

    pub(super) fn event(&self, cluster: usize, id: String) -> Event {
        let seeds = self.clusters.get(cluster).map_or(&[][..], |cluster| &cluster.seeds);
        let mut seeds: Vec<&Seed> = seeds.iter().filter_map(|s| self.seeds.get(*s)).collect();
        seeds.sort_by_key(|seed| (seed.kind == SeedKind::Window, seed.article, seed.span.start));
        let first = seeds.first();
        let class = self.class_of(&seeds);
        Event {
            id,
            label: self.label_of(cluster),
            class: class.map(str::to_owned),
            head: first.map_or(String::new(), |seed| seed.naming.head.clone()),
            status: first.map_or(Status::Asserted, |seed| seed.status),
            window: self.clusters.get(cluster).and_then(|cluster| cluster.window.clone()),
            named: cluster < self.named_count(),
        }
    }

    /// The class most statements tell it under; of several, the first.
    pub(super) fn class_of(&self, seeds: &[&Seed]) -> Option<&str> {
        let mut counts: Vec<(usize, usize)> = Vec::new();
        for seed in seeds.iter().filter(|seed| seed.kind != SeedKind::Window) {
            let Some(class) = seed.naming.class else { continue };
            match counts.iter_mut().find(|(known, _)| *known == class) {
                Some((_, count)) => *count += 1,
                None => counts.push((class, 1)),
            }
        }
        let most = counts.iter().map(|(_, count)| *count).max()?;
        let (class, _) = counts.iter().find(|(_, count)| *count == most)?;
        self.classes.name(*class)
    }

    /// A seed as a statement, with the constraints it owns.
    pub(super) fn state(
        &self,
        n: usize,
        cluster: usize,
        ix_of: &[EventIx],
        draft: &mut Draft,
        anchored: &mut Vec<Anchored>,
    ) {
        let (Some(seed), Some(event)) = (self.seeds.get(n), ix_of.get(cluster).copied()) else {
            return;
        };
        let Some(telling) = self.tellings.get(seed.article) else { return };
        let (span, text) = label::statement(telling.text(), seed.span);
        let statement = StatementIx(u32::try_from(draft.statements.len()).unwrap_or(u32::MAX));
        let label = draft.events.get(event.0 as usize).map_or("", |event| &event.label);
        let label = short(label);
        let mut steps = Vec::new();
        let mut constraints: Vec<(Bond, Reason)> = Vec::new();
        let mut hulls: Vec<Extent> = Vec::new();
        let joined = self.joined.get(n).cloned().flatten();
        // What a statement of a window alone says is when that window is.
        let mut covers = None;
        for dating in &seed.dated {
            let (Some(mention), Some(resolution)) = (
                telling.account.mentions.get(dating.mention),
                telling.account.resolutions.get(dating.mention),
            ) else {
                continue;
            };
            if let Some(link) = self
                .links
                .get(n)
                .and_then(|links| links.iter().find(|l| l.mention == dating.mention))
            {
                let anchor = ix_of.get(link.cluster).copied().unwrap_or(event);
                let anchor_label = draft
                    .events
                    .get(anchor.0 as usize)
                    .map_or(String::new(), |one| short(&one.label));
                let says = Why::Hangs {
                    event: label.clone(),
                    by: link.hang.clone(),
                    anchor: anchor_label,
                    window: link.end == End::WindowLast,
                };
                steps.extend(link.chosen());
                let mut reason = reason(mention.span, mention.rule, says);
                reason.vague = matches!(link.hang, Hang::Offset { vague: true, .. });
                reason.links.extend(link.chosen());
                if let Some(why) = self.wrong_anniversary(link, seed) {
                    let mut reason = reason.clone();
                    reason.says = Why::NoSuchDate { event: label.clone(), date: why.clone() };
                    constraints.push((Bond::Impossible { event, why }, reason));
                }
                constraints.extend(
                    bonds(event, anchor, link, &mention.expr)
                        .into_iter()
                        .map(|bond| (bond, reason.clone())),
                );
                anchored.push(Anchored {
                    article: seed.article,
                    mention: dating.mention,
                    event: anchor,
                    extent: self.link_extent(link, seed),
                    steps: link.chosen().into_iter().collect(),
                });
                continue;
            }
            if let Some(read) = self.read_as(seed.article, dating.mention) {
                let says = Why::ReadAs { said: read.said.clone() };
                steps.push(says.clone());
                let mut reason = reason(mention.span, Rule::Read.name(), says);
                reason.vague = read.is.is_vague();
                constraints
                    .extend(read.is.bonds(event).into_iter().map(|bond| (bond, reason.clone())));
                continue;
            }
            if let Some(famous) = self.famous(seed, dating.mention) {
                let says = Why::WellKnown { event: label.clone(), is: famous };
                steps.push(says.clone());
                let bond = Bond::Within { event, extent: famous };
                constraints.push((bond, reason(mention.span, Rule::WellKnown.name(), says)));
                continue;
            }
            let parts: Vec<&Resolved> = match dating.part {
                Some(part) => resolution.parts.get(part).into_iter().collect(),
                None => resolution.parts.iter().collect(),
            };
            for part in &parts {
                steps.extend(part.steps.iter().cloned());
            }
            if let Expr::Stretch { amount, direction: Direction::After, .. } = &mention.expr
                && amount.is_exact()
            {
                let says = Why::Holds { event: label.clone(), amount: amount.clone() };
                let bond = Bond::Lasts { event, amount: amount.clone() };
                constraints.push((bond, reason(mention.span, mention.rule, says)));
            }
            let covers = resolution.is_range && !resolution.is_between;
            let edge = self.edge_of(seed, cluster);
            if let Some((bond, says, vague)) =
                plain_bond(event, &label, &parts, covers, &mention.expr, edge)
            {
                let mut reason = reason(mention.span, mention.rule, says);
                reason.vague = vague;
                // Vague is an edge: whatever the words mean, the hull holds.
                let within = matches!(bond, Bond::Within { .. });
                let hull = parts.first().and_then(|part| hull_of(part)).filter(|_| vague && within);
                if let Some(extent) = hull {
                    let says = Why::Dated { event: label.clone(), is: extent };
                    let reason = Reason { says, vague: false, ..reason.clone() };
                    constraints.push((Bond::Within { event, extent }, reason));
                    hulls.push(extent);
                }
                constraints.push((bond, reason));
            }
        }
        if let Some((mention, amount)) = &seed.lasts {
            let says = Why::Holds { event: label.clone(), amount: amount.clone() };
            let place = telling.account.mentions.get(*mention);
            let (place, rule) =
                place.map_or((span, Rule::Length.name()), |mention| (mention.span, mention.rule));
            let mut reason = reason(place, rule, says);
            reason.vague = !amount.is_exact();
            constraints.push((Bond::Lasts { event, amount: amount.clone() }, reason));
        }
        if let Some((first, last)) = self.ends_of_list(seed).filter(|_| seed.listed) {
            let says = Why::SeveralTimes { event: label.clone(), first, last };
            constraints
                .push((Bond::Spans { event, first, last }, reason(span, Rule::List.name(), says)));
        }
        if let Some(known) = seed.known {
            let says = Why::WellKnown { event: label.clone(), is: known };
            steps.push(says.clone());
            let bond = Bond::Within { event, extent: known };
            constraints.push((bond, reason(span, Rule::WellKnown.name(), says)));
        }
        if let Some((mention, why)) = self.wrong_anniversary_of_a_day(seed) {
            let place = telling.account.mentions.get(mention).map_or(span, |mention| mention.span);
            let says = Why::NoSuchDate { event: label.clone(), date: why.clone() };
            let reason = reason(place, Rule::Anniversary.name(), says);
            constraints.push((Bond::Impossible { event, why }, reason));
        }
        let (bounded, bound) = self.bounded(seed, event, &label, ix_of);
        constraints.extend(bound);
        if let Some((mention, amount)) = &seed.window {
            let says = Why::Holds { event: label.clone(), amount: amount.clone() };
            let place = telling.account.mentions.get(*mention);
            let reason = reason(
                place.map_or(span, |mention| mention.span),
                place.map_or(Rule::Window.name(), |mention| mention.rule),
                says,
            );
            constraints.push((Bond::Window { event, amount: amount.clone() }, reason));
            let opens = self.extent_of(cluster, seed.article, seed.passage, seed.told_by);
            covers = opens.and_then(|opens| window(&opens, amount));
            anchored.push(Anchored {
                article: seed.article,
                mention: *mention,
                event,
                extent: covers,
                steps: vec![Why::Opens { event: label.clone() }],
            });
        }
        // Words that end before they are told leave nothing to know.
        let ends = |says: Extent| says.to.zip(Extent::day(seed.told_on?)?.to);
        let told_before = self.says.get(n).copied().flatten().and_then(ends);
        if told_before.is_none_or(|(to, told)| told < to)
            && let Some(fact) =
                known_fact(telling, seed, self.says.get(n).and_then(Option::as_ref), event, &label)
        {
            constraints.push(fact);
        }
        if let Some(joined) = &joined {
            steps.push(joined.clone());
            for (_, reason) in &mut constraints {
                reason.links.push(joined.clone());
            }
        }
        draft.constraints.extend(constraints.into_iter().map(|(bond, reason)| Constraint {
            statement: Some(statement),
            bond,
            reason,
        }));
        let mut dated_by: Vec<Span> = (seed.dated.iter().map(|dating| dating.mention))
            .chain(seed.window.iter().map(|(mention, _)| *mention))
            .filter_map(|mention| telling.account.mentions.get(mention))
            .map(|mention| mention.span)
            .collect();
        dated_by.sort();
        draft.statements.push(Statement {
            event,
            article: Some(telling.article.id().to_owned()),
            span,
            text,
            head: seed.head,
            subject: seed.subject,
            object: seed.object,
            dated_by,
            says: self.says.get(n).copied().flatten().or(covers).or(bounded),
            hull: hulls.first().copied().filter(|_| hulls.len() == 1),
            status: seed.status,
            source: seed.source.clone(),
            weight: crate::event::WEIGHT,
            steps,
        });
    }

    /// The end of its event that a seed dates, where other words tell of the whole or of the other end.
    fn edge_of(&self, seed: &Seed, cluster: usize) -> Option<Edge> {
        let edge = seed.edge?;
        let others = self.clusters.get(cluster)?.seeds.iter().filter_map(|s| self.seeds.get(*s));
        let whole = seed.lasts.is_some();
        (whole || others.into_iter().any(|other| other.edge != Some(edge))).then_some(edge)
    }

    /// What the story around a seed says of its time, and the constraint that says so.
    fn bounded(
        &self,
        seed: &Seed,
        event: EventIx,
        label: &str,
        ix_of: &[EventIx],
    ) -> (Option<Extent>, Option<(Bond, Reason)>) {
        let vague = |rule: Rule, span: Span, says: Why| {
            let mut reason = reason(span, rule.name(), says);
            reason.vague = true;
            reason
        };
        match &seed.bound {
            Some(Bound::Thread { extent, mention }) => {
                let span = (self.tellings.get(seed.article))
                    .and_then(|telling| telling.account.mentions.get(*mention))
                    .map_or(seed.span, |mention| mention.span);
                let says = Why::GoesOn { event: label.to_owned(), is: *extent };
                let bond = Bond::Within { event, extent: *extent };
                (Some(*extent), Some((bond, vague(Rule::Thread, span, says))))
            }
            Some(Bound::NotAfter(at)) => {
                let Some(report) = self.seed_at(seed.article, *at) else { return (None, None) };
                let anchor = self.cluster_of.get(report).copied().flatten();
                let Some(anchor) = anchor.and_then(|c| ix_of.get(c).copied()) else {
                    return (None, None);
                };
                let told =
                    self.says.get(report).copied().flatten().and_then(|says| says.last_day());
                let known = told
                    .and_then(Extent::day)
                    .map(|day| Extent::new(None, day.to, Granularity::Span));
                let says = Why::NotAfterReport { event: label.to_owned() };
                let high = Some(Distance::Days(0));
                let bond = Bond::Offset { event, anchor, end: End::Last, low: None, high };
                let reason = vague(Rule::Reported, seed.span, says);
                (known, (anchor != event).then_some((bond, reason)))
            }
            None => (None, None),
        }
    }

    /// The seed of a predicate that has a time of its own.
    fn seed_at(&self, article: usize, at: PredicateAt) -> Option<usize> {
        self.places.of_sentence(article, at.sentence).find(|n| {
            self.seeds
                .get(*n)
                .is_some_and(|seed| seed.predicate == Some(at) && !seed.dated.is_empty())
        })
    }

    /// The times that have bounds and date no event.
    fn not_placed(&self) -> Vec<Unplaced> {
        let mut places: Vec<(usize, usize, UnplacedWhy)> = self.unplaced.clone();
        // A source's by-line belongs to the page and dates a statement: it is placed.
        let dates = |seed: &Seed, article: usize, mention: usize| {
            seed.article == article
                && (seed.dated.iter().any(|dating| dating.mention == mention)
                    || seed.window.as_ref().is_some_and(|(window, _)| *window == mention))
        };
        let stamps: Vec<&Seed> =
            self.seeds.iter().filter(|seed| seed.kind == SeedKind::Stamp).collect();
        places.retain(|(article, mention, _)| {
            !stamps.iter().any(|seed| dates(seed, *article, *mention))
        });
        places.sort();
        let extent = |article: usize, mention: usize| {
            let resolution = self.tellings.get(article)?.account.resolutions.get(mention)?;
            resolution.parts.iter().find_map(|part| part.extent().copied())
        };
        let unplaced = places.into_iter().filter_map(|(article, mention, why)| {
            let telling = self.tellings.get(article)?;
            let span = telling.account.mentions.get(mention)?.span;
            Some(Unplaced {
                article: telling.article.id().to_owned(),
                span,
                text: label::one_line(span.of(telling.text())),
                extent: extent(article, mention)?,
                why,
            })
        });
        unplaced.collect()
    }

    /// The stretches that were not understood: what belongs to the page.
    fn not_read(&self) -> Vec<Unread> {
        let furniture = self.tellings.iter().flat_map(|telling| {
            telling.account.passages.asides().map(|span| Unread {
                article: telling.article.id().to_owned(),
                span,
                why: UnreadWhy::Furniture,
            })
        });
        furniture.collect()
    }

    pub(super) fn link_extent(&self, link: &Link, seed: &Seed) -> Option<Extent> {
        let anchor = self.extent_of(link.cluster, seed.article, seed.passage, seed.told_by)?;
        let anchor = match link.end {
            End::WindowLast => self.window_end(link.cluster, &anchor)?,
            _ => anchor,
        };
        hung(&anchor, &link.hang)
    }
}
