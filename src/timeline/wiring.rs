//! From bonds to bounds: which points an event has, and what each bond says about them.
//!
//! An event has a first and a last day, and its window a last day. Each of the three has a minute
//! too where some text or claim needs hours or a strict order; the day is then the floor of it.

use std::sync::Arc;

use chrono::{Datelike, NaiveDateTime, Timelike};

use crate::amount::Amount;
use crate::amount::length::{Length, hull_of};
use crate::constraint::{Bond, Distance, End};
use crate::event::EventIx;
use crate::extent::Extent;
use crate::network::{Carry, DAY, Formula, Link, ORIGIN, Point};

/// How many points an event can have.
pub(crate) const SLOTS: u32 = 6;

/// The last minute of a day.
const MIDNIGHT: i64 = DAY - 1;

/// The day point of a moment of an event.
pub(crate) fn day(event: EventIx, end: End) -> Point {
    event.0 * SLOTS + 1 + end as u32
}

/// The clock point of a moment of an event.
pub(crate) fn clock(event: EventIx, end: End) -> Point {
    day(event, end) + 3
}

/// The event and the place among its points of a point that is not the origin.
pub(crate) fn event_of(point: Point) -> (EventIx, u32) {
    (EventIx((point - 1) / SLOTS), (point - 1) % SLOTS)
}

/// Which events have hours, and which have clock points.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clocks {
    said: Arc<Said>,
    /// Groups that a claim gives clock points.
    more: Vec<u32>,
}

#[derive(Clone, Debug, Default)]
struct Said {
    /// Some text gives hours for it.
    hours: Vec<bool>,
    /// It has clock points: it has hours, or its place within the day is spoken of.
    clocked: Vec<bool>,
    /// Events that lie within or are the same as one another have clock points together: the
    /// first of each such group stands for it.
    group: Vec<u32>,
}

impl Clocks {
    pub(crate) fn has(&self, event: EventIx) -> bool {
        let group = self.said.group.get(event.0 as usize);
        group.is_some_and(|group| {
            self.said.clocked[*group as usize] || self.more.binary_search(group).is_ok()
        })
    }

    pub(crate) fn has_hours(&self, event: EventIx) -> bool {
        self.said.hours.get(event.0 as usize).is_some_and(|&hours| hours)
    }

    /// The same with clock points for some more events, and all that go with them.
    pub(crate) fn with(&self, events: &[EventIx]) -> Clocks {
        let mut clocks = self.clone();
        for event in events {
            clocks.more.extend(self.said.group.get(event.0 as usize));
        }
        clocks.more.sort_unstable();
        clocks.more.dedup();
        clocks
    }

    /// Works out who of some events needs a clock, from all bonds that speak of them, and gives one
    /// to some more. Other events stay as they are.
    pub(crate) fn work_out<'b>(
        &mut self,
        events: &[EventIx],
        bonds: impl Iterator<Item = &'b Bond>,
        more: &[EventIx],
    ) {
        let said = Arc::make_mut(&mut self.said);
        let size = events.iter().map(|event| event.0 as usize + 1).max().unwrap_or(0);
        if said.group.len() < size {
            said.hours.resize(size, false);
            said.clocked.resize(size, false);
            let known = said.group.len() as u32;
            said.group.extend(known..size as u32);
        }
        for event in events {
            said.hours[event.0 as usize] = false;
            said.clocked[event.0 as usize] = false;
            said.group[event.0 as usize] = event.0;
        }
        let mut needs = Vec::new();
        let mut whole_days = Vec::new();
        for bond in bonds {
            said.read(bond, &mut needs, &mut whole_days);
        }
        // 48 hours after a moment known to the minute is a moment known to the minute.
        let mut again = true;
        while again {
            again = false;
            for &(event, anchor) in &whole_days {
                let has = |event: EventIx| said.hours.get(event.0 as usize) == Some(&true);
                if has(anchor) && !has(event) {
                    if let Some(hours) = said.hours.get_mut(event.0 as usize) {
                        *hours = true;
                        again = true;
                    }
                    needs.push(event);
                }
            }
        }
        for event in events {
            said.group[event.0 as usize] = said.root(event.0);
        }
        for event in needs.iter().chain(more) {
            if let Some(&group) = said.group.get(event.0 as usize) {
                said.clocked[group as usize] = true;
            }
        }
    }

    /// Whether a bond would change who has clocks: it speaks of hours, of order or of two events as
    /// one.
    pub(crate) fn would_change(&self, bond: &Bond) -> bool {
        match bond {
            Bond::Within { event, extent } => !extent.is_whole_days() && !self.has_hours(*event),
            Bond::Spans { event, first, last } => {
                (!first.is_whole_days() || !last.is_whole_days()) && !self.has_hours(*event)
            }
            Bond::Offset { event, anchor, low, high, .. } => {
                [low, high].into_iter().flatten().any(|distance| match distance {
                    Distance::Minutes(0) => !(self.has(*event) && self.has(*anchor)),
                    Distance::Minutes(minutes) if minutes % DAY == 0 => {
                        self.has_hours(*anchor) && !self.has_hours(*event)
                    }
                    Distance::Minutes(_) => !(self.has_hours(*event) && self.has(*anchor)),
                    _ => false,
                })
            }
            Bond::Before { before, after } => !(self.has(*before) && self.has(*after)),
            Bond::Window { event, amount } | Bond::Lasts { event, amount } => {
                let (low, high) = reach(amount);
                let odd = |span: Option<Span>| span.is_some_and(|span| span.minutes % DAY != 0);
                (odd(low) || odd(high)) && !self.has(*event)
            }
            Bond::During { inner: a, outer: b } | Bond::Same { a, b } => {
                let group = |event: &EventIx| self.said.group.get(event.0 as usize);
                group(a) != group(b)
            }
            Bond::OneOf(_) => true,
            Bond::Impossible { .. } => false,
        }
    }
}

impl Said {
    fn read(
        &mut self,
        bond: &Bond,
        needs: &mut Vec<EventIx>,
        whole_days: &mut Vec<(EventIx, EventIx)>,
    ) {
        let mut hours = |event: EventIx, needs: &mut Vec<EventIx>| {
            if let Some(hours) = self.hours.get_mut(event.0 as usize) {
                *hours = true;
            }
            needs.push(event);
        };
        match bond {
            Bond::Within { event, extent } if !extent.is_whole_days() => hours(*event, needs),
            Bond::Spans { event, first, last }
                if !(first.is_whole_days() && last.is_whole_days()) =>
            {
                hours(*event, needs);
            }
            Bond::Offset { event, anchor, low, high, .. } => {
                let minutes = [low, high].into_iter().flatten().filter_map(|d| match d {
                    Distance::Minutes(minutes) => Some(*minutes),
                    _ => None,
                });
                for minutes in minutes {
                    if minutes == 0 {
                        needs.extend([*event, *anchor]);
                    } else if minutes % DAY == 0 {
                        whole_days.push((*event, *anchor));
                    } else {
                        hours(*event, needs);
                        needs.push(*anchor);
                    }
                }
            }
            Bond::Before { before, after } => needs.extend([*before, *after]),
            Bond::During { inner: a, outer: b } | Bond::Same { a, b } => self.join(*a, *b),
            Bond::Window { event, amount } | Bond::Lasts { event, amount } => {
                let (low, high) = reach(amount);
                let odd = |span: Option<Span>| span.is_some_and(|span| span.minutes % DAY != 0);
                if odd(low) || odd(high) {
                    needs.push(*event);
                }
            }
            Bond::OneOf(options) => {
                for bond in options.iter().flatten() {
                    self.read(bond, needs, whole_days);
                }
            }
            _ => {}
        }
    }

    fn root(&self, mut event: u32) -> u32 {
        while self.group[event as usize] != event {
            event = self.group[event as usize];
        }
        event
    }

    fn join(&mut self, a: EventIx, b: EventIx) {
        if a.0.max(b.0) as usize >= self.group.len() {
            return;
        }
        let (a, b) = (self.root(a.0), self.root(b.0));
        // The greater hangs on the less; paths stay short enough for the few that are joined.
        self.group[a.max(b) as usize] = a.min(b);
    }
}

/// What everybody knows of an event with points: it does not end before it begins, its window does
/// not either, and a minute belongs to its day.
pub(crate) fn known(event: EventIx, window: bool, clocked: bool, push: &mut dyn FnMut(Link)) {
    use End::{First, Last, WindowLast};
    let after = |end| Link::new(day(event, First), day(event, end), Carry::Plus(0));
    push(after(Last));
    if window {
        push(after(WindowLast));
    }
    if !clocked {
        return;
    }
    for end in [First, Last, WindowLast].into_iter().take(2 + usize::from(window)) {
        push(Link::new(day(event, end), clock(event, end), Carry::DayOf(0)));
        push(Link::new(clock(event, end), day(event, end), Carry::MinuteOf(MIDNIGHT)));
        if end != First {
            push(Link::new(clock(event, First), clock(event, end), Carry::Plus(0)));
        }
    }
}

/// The bounds that a bond stands for, where it is no choice.
pub(crate) fn links(bond: &Bond, clocks: &Clocks, push: &mut dyn FnMut(Link)) {
    use End::{First, Last, WindowLast};
    match bond {
        Bond::Within { event, extent } => {
            begins_within(*event, First, extent, push);
            ends_within(*event, Last, extent, push);
        }
        Bond::Spans { event, first, last } => {
            for (end, extent) in [(First, first), (Last, last)] {
                begins_within(*event, end, extent, push);
                ends_within(*event, end, extent, push);
            }
        }
        Bond::Offset { event, anchor, end, low, high } => {
            if let Some(low) = low {
                offset(*event, First, *anchor, *end, *low, Side::AtLeast, clocks, push);
            }
            if let Some(high) = high {
                offset(*event, Last, *anchor, *end, *high, Side::AtMost, clocks, push);
            }
        }
        Bond::Before { before, after } => {
            push(Link::new(clock(*before, Last), clock(*after, First), Carry::Plus(-1)));
        }
        Bond::During { inner, outer } => {
            not_after(*outer, First, *inner, First, clocks, push);
            not_after(*inner, Last, *outer, Last, clocks, push);
        }
        Bond::Same { a, b } => {
            for end in [First, Last] {
                not_after(*a, end, *b, end, clocks, push);
                not_after(*b, end, *a, end, clocks, push);
            }
        }
        Bond::Window { event, amount } => {
            let (low, high) = reach(amount);
            for (span, side) in [(low, Side::AtLeast), (high, Side::AtMost)] {
                if let Some(span) = span {
                    span.links(*event, WindowLast, *event, First, side, clocks.has(*event), push);
                }
            }
        }
        Bond::Lasts { event, amount } => {
            links(&Bond::Window { event: *event, amount: amount.clone() }, clocks, push);
            // It ends with the amount, or up to a unit of it before.
            push(Link::new(day(*event, Last), day(*event, WindowLast), Carry::Plus(0)));
            if clocks.has(*event) {
                push(Link::new(clock(*event, Last), clock(*event, WindowLast), Carry::Plus(0)));
            }
            if let (_, Some(unit)) = reach(&Amount::of(1, amount.unit())) {
                let (side, clocked) = (Side::AtMost, clocks.has(*event));
                unit.links(*event, WindowLast, *event, Last, side, clocked, push);
            }
        }
        Bond::Impossible { event, .. } => {
            push(Link::new(day(*event, First), day(*event, First), Carry::Plus(-1)));
        }
        Bond::OneOf(_) => {}
    }
}

/// The alternatives of a bond that is a choice, and what is certain of it whatever is chosen.
pub(crate) fn choice(bond: &Bond, clocks: &Clocks) -> Option<Formula> {
    let Bond::OneOf(options) = bond else { return None };
    let any = options.iter().map(|bonds| Formula::All(parts(bonds, clocks))).collect();
    let mut all = vec![Formula::Any(any)];
    // Where every option dates the same event, it lies between the first and the last of them.
    let extents = options.iter().map(|bonds| match bonds.as_slice() {
        [Bond::Within { event, extent }] => Some((*event, *extent)),
        _ => None,
    });
    if let Some(extents) = extents.collect::<Option<Vec<_>>>()
        && let Some(&(event, mut hull)) = extents.first()
        && extents.iter().all(|(other, _)| *other == event)
    {
        for (_, extent) in &extents {
            hull.from = hull.from.zip(extent.from).map(|(a, b)| a.min(b));
            hull.to = hull.to.zip(extent.to).map(|(a, b)| a.max(b));
        }
        links(&Bond::Within { event, extent: hull }, clocks, &mut |link| {
            all.push(Formula::Link(link));
        });
    }
    Some(Formula::All(all))
}

fn parts(bonds: &[Bond], clocks: &Clocks) -> Vec<Formula> {
    let mut parts = Vec::new();
    for bond in bonds {
        match choice(bond, clocks) {
            Some(choice) => parts.push(choice),
            None => links(bond, clocks, &mut |link| parts.push(Formula::Link(link))),
        }
    }
    parts
}

/// Visits the events of a bond.
pub(crate) fn each_event(bond: &Bond, visit: &mut dyn FnMut(EventIx)) {
    match bond {
        Bond::Within { event, .. }
        | Bond::Spans { event, .. }
        | Bond::Window { event, .. }
        | Bond::Lasts { event, .. }
        | Bond::Impossible { event, .. } => visit(*event),
        Bond::Offset { event: a, anchor: b, .. }
        | Bond::Before { before: a, after: b }
        | Bond::During { inner: a, outer: b }
        | Bond::Same { a, b } => {
            visit(*a);
            visit(*b);
        }
        Bond::OneOf(options) => {
            options.iter().flatten().for_each(|bond| each_event(bond, visit));
        }
    }
}

/// The number of the day that a moment is on.
pub(crate) fn day_number(moment: NaiveDateTime) -> i64 {
    moment.date().num_days_from_ce().into()
}

/// The number of the minute that a moment is in.
pub(crate) fn minute_number(moment: NaiveDateTime) -> i64 {
    day_number(moment) * DAY + i64::from(moment.hour() * 60 + moment.minute())
}

/// The last minute that has some moment before `to`.
pub(crate) fn last_minute_before(to: NaiveDateTime) -> i64 {
    minute_number(to) - i64::from(to.second() == 0 && to.nanosecond() == 0)
}

fn begins_within(event: EventIx, end: End, extent: &Extent, push: &mut dyn FnMut(Link)) {
    let Some(from) = extent.from else { return };
    push(if extent.is_whole_days() {
        Link::new(ORIGIN, day(event, end), Carry::Plus(-day_number(from)))
    } else {
        Link::new(ORIGIN, clock(event, end), Carry::Plus(-minute_number(from)))
    });
}

fn ends_within(event: EventIx, end: End, extent: &Extent, push: &mut dyn FnMut(Link)) {
    let Some(to) = extent.to else { return };
    push(if extent.is_whole_days() {
        Link::new(day(event, end), ORIGIN, Carry::Plus(day_number(to) - 1))
    } else {
        Link::new(clock(event, end), ORIGIN, Carry::Plus(last_minute_before(to)))
    });
}

fn not_after(
    a: EventIx,
    a_end: End,
    b: EventIx,
    b_end: End,
    clocks: &Clocks,
    push: &mut dyn FnMut(Link),
) {
    push(Link::new(day(a, a_end), day(b, b_end), Carry::Plus(0)));
    if clocks.has(a) && clocks.has(b) {
        push(Link::new(clock(a, a_end), clock(b, b_end), Carry::Plus(0)));
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    AtLeast,
    AtMost,
}

#[expect(clippy::too_many_arguments, reason = "two moments, a distance and where to put it")]
fn offset(
    event: EventIx,
    end: End,
    anchor: EventIx,
    anchor_end: End,
    distance: Distance,
    side: Side,
    clocks: &Clocks,
    push: &mut dyn FnMut(Link),
) {
    if distance == Distance::Minutes(0) {
        // No hours at all: an order, on whatever clock there is.
        return match side {
            Side::AtLeast => not_after(anchor, anchor_end, event, end, clocks, push),
            Side::AtMost => not_after(event, end, anchor, anchor_end, clocks, push),
        };
    }
    let span = Span::from(distance);
    // Whole days of hours go by the clock only from a moment whose hour some text gives.
    let by_clock = clocks.has_hours(anchor) && clocks.has(anchor) && clocks.has(event);
    span.links(event, end, anchor, anchor_end, side, by_clock, push);
}

/// A distance: months, then days, then minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) months: i64,
    pub(crate) days: i64,
    pub(crate) minutes: i64,
}

impl From<Distance> for Span {
    fn from(distance: Distance) -> Self {
        let mut span = Span::default();
        match distance {
            Distance::Days(days) => span.days = days,
            Distance::Months(months) => span.months = months,
            Distance::Minutes(minutes) => span.minutes = minutes,
        }
        span
    }
}

impl Span {
    /// `moment ≥ anchor + self`, or `≤`. Whole days of minutes move the day, and the clock as well
    /// where `by_clock` says so; other minutes move the clock.
    #[expect(clippy::too_many_arguments, reason = "two moments, a distance and where to put it")]
    pub(crate) fn links(
        self,
        event: EventIx,
        end: End,
        anchor: EventIx,
        anchor_end: End,
        side: Side,
        by_clock: bool,
        push: &mut dyn FnMut(Link),
    ) {
        let bound = |to: Point, from: Point, there: Carry, back: Carry| match side {
            Side::AtMost => Link::new(to, from, there),
            Side::AtLeast => Link::new(from, to, back),
        };
        let (to, from) = (day(event, end), day(anchor, anchor_end));
        let (Ok(n), Ok(plus)) = (i32::try_from(self.months), i32::try_from(self.days)) else {
            // Far beyond the calendar: such a distance says nothing that can be reckoned with.
            return;
        };
        if n != 0 {
            // Hours beside months round to the days they fill.
            let plus = plus.saturating_add((self.minutes / DAY) as i32);
            push(bound(to, from, Carry::Months { n, plus }, Carry::MonthsBack { n, plus: -plus }));
            return;
        }
        let minutes = self.minutes.saturating_add(self.days.saturating_mul(DAY));
        if minutes.abs() > (1 << 40) {
            return;
        }
        let whole = self.minutes % DAY == 0;
        if whole {
            let days = minutes / DAY;
            push(bound(to, from, Carry::Plus(days), Carry::Plus(-days)));
        }
        if !whole || (by_clock && self.minutes != 0) {
            let (to, from) = (clock(event, end), clock(anchor, anchor_end));
            push(bound(to, from, Carry::Plus(minutes), Carry::Plus(-minutes)));
        }
    }
}

/// The least and the greatest distance that an amount can mean, as far as its words say.
pub(crate) fn reach(amount: &Amount) -> (Option<Span>, Option<Span>) {
    let (low, high) = hull_of(amount);
    (low.map(Span::from), high.map(Span::from))
}

impl From<Length> for Span {
    fn from(Length { months, days, seconds }: Length) -> Self {
        Span { months, days, minutes: seconds / 60 }
    }
}
