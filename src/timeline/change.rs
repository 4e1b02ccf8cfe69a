//! A timeline that changes: statements come in, sources are withdrawn, some are believed, and only
//! what they touch is worked out again.

use std::collections::BTreeSet;

use super::live;
use super::sides::Sides;
use super::wired::Stance;
use super::wiring;
use super::{Bounds, Reader, Timeline, write};
use crate::constraint::{Bond, Reason};
use crate::error::Error;
use crate::event::{Event, EventIx, Statement, StatementIx};
use crate::network::ORIGIN;

impl Timeline {
    /// Adds an event that nothing is said of yet.
    pub fn add_event(&mut self, event: Event) -> EventIx {
        let ix = self.wired.add_event(event);
        self.bounds.push(Bounds::default());
        self.windows.push(None);
        let component = self.wired.component_of[ix.0 as usize] as usize;
        if self.sides.len() <= component {
            self.sides.resize(component + 1, Sides::default());
        }
        let side = super::Side::default();
        self.sides[component] = Sides { sides: vec![side], ..Sides::default() };
        self.live.take(&self.wired, component);
        ix
    }

    /// Adds a statement, after all others in reading order, with what it says. What is held already
    /// is not worked out again: where nothing clashes, this costs what the statement moves.
    ///
    /// ```
    /// use frise::{Bond, Draft, Edtf, Event, Limits, Reason, Statement, Timeline};
    /// let mut timeline = Timeline::check(Draft::default(), &Limits::default())?;
    /// let flood = timeline.add_event(Event::new("flood", "flood"));
    /// let says = |date: &str| -> Result<Vec<(Bond, Reason)>, frise::Error> {
    ///     let bonds = date.parse::<Edtf>()?.bonds(flood);
    ///     Ok(bonds.into_iter().map(|bond| (bond, Reason::new("date"))).collect())
    /// };
    /// timeline.add_statement(Statement::new(flood, "on the 7th"), says("2024-03-07")?)?;
    /// let late = timeline.add_statement(Statement::new(flood, "on the 8th"), says("2024-03-08")?)?;
    /// assert_eq!(timeline.conflicts().len(), 1);
    /// timeline.withdraw(&[late])?;
    /// assert!(timeline.conflicts().is_empty());
    /// # Ok::<(), frise::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where it speaks of an event that there is not.
    pub fn add_statement(
        &mut self,
        statement: Statement,
        says: Vec<(Bond, Reason)>,
    ) -> Result<StatementIx, Error> {
        let mut events = vec![statement.event];
        for (bond, _) in &says {
            wiring::each_event(bond, &mut |event| events.push(event));
        }
        if events.iter().any(|event| self.wired.draft.events.len() <= event.0 as usize) {
            return Err(Error::new("the statement speaks of an event that there is not")
                .with_help("add the event first"));
        }
        let (ix, numbers) = self.wired.add_statement(statement, says);
        let active: Vec<u32> =
            numbers.into_iter().filter(|&number| self.wired.is_active(number)).collect();
        let mut touched: BTreeSet<u32> = BTreeSet::new();
        for &number in &active {
            self.wired.each_event(number, &mut |event| {
                touched.insert(self.wired.component_of[event.0 as usize]);
            });
        }
        if touched.is_empty() {
            return Ok(ix);
        }
        if !self.move_only(&touched, &active) {
            let touched: Vec<u32> = touched.into_iter().collect();
            self.renew(&touched, &active)?;
        }
        Ok(ix)
    }

    /// Leaves statements out, as if they had never been made.
    ///
    /// # Errors
    ///
    /// None that withdrawing could cause; the check of what is left is the one of
    /// [`check`](Self::check).
    pub fn withdraw(&mut self, statements: &[StatementIx]) -> Result<(), Error> {
        self.take_stance(statements, Stance::Withdrawn)
    }

    /// Holds statements for true, as what the user gives.
    ///
    /// # Errors
    ///
    /// Where they clash with one another or with what is given; the timeline is then left as it was.
    pub fn believe(&mut self, statements: &[StatementIx]) -> Result<(), Error> {
        let mut changed = self.clone();
        changed.take_stance(statements, Stance::Believed)?;
        *self = changed;
        Ok(())
    }

    /// The statements of a source: those of the article of that id, and those that name it as the
    /// one who says so.
    pub fn statements_of_source(&self, source: &str) -> Vec<StatementIx> {
        let folded = source.trim().to_lowercase();
        let is = |said: &Option<String>| {
            said.as_ref().is_some_and(|said| said.trim().to_lowercase() == folded)
        };
        self.statement_ids()
            .zip(self.statements())
            .filter(|(_, statement)| is(&statement.article) || is(&statement.source))
            .map(|(ix, _)| ix)
            .collect()
    }

    fn take_stance(&mut self, statements: &[StatementIx], stance: Stance) -> Result<(), Error> {
        let mut touched: BTreeSet<u32> = BTreeSet::new();
        for statement in statements {
            for &number in self.wired.constraints_of(statement.0) {
                if self.wired.is_active(number) {
                    self.wired.each_event(number, &mut |event| {
                        touched.insert(self.wired.component_of[event.0 as usize]);
                    });
                }
            }
        }
        for statement in statements {
            self.wired.set_stance(statement.0, stance);
        }
        let touched: Vec<u32> = touched.into_iter().collect();
        self.renew(&touched, &[])
    }

    /// Works components out anew, with some more constraints.
    fn renew(&mut self, touched: &[u32], more: &[u32]) -> Result<(), Error> {
        let (events, mut numbers) = self.wired.release(touched);
        numbers.retain(|&number| self.wired.is_active(number));
        numbers.extend(more);
        numbers.sort_unstable();
        for &at in touched {
            self.sides[at as usize] = Sides::default();
            self.clashes.remove(&at);
            self.live.leave(at as usize);
        }
        let made = self.wired.arrange(&events, &numbers);
        self.sides.resize(self.wired.components.len(), Sides::default());
        for event in events {
            self.windows[event.0 as usize] =
                self.wired.windows[event.0 as usize].then(Bounds::default);
        }
        for at in made {
            self.live.leave(at as usize);
            self.live.take(&self.wired, at as usize);
            self.check_component(at as usize)?;
        }
        self.rank();
        Ok(())
    }

    /// Adds constraints to what is settled. Fails, with nothing done, where it takes more than that:
    /// new clocks or windows, a choice, vague words, a clash.
    fn move_only(&mut self, touched: &BTreeSet<u32>, numbers: &[u32]) -> bool {
        let plain = touched.iter().all(|&at| self.live.holds(at as usize))
            && numbers.iter().all(|&number| {
                let bond = &self.wired.draft.constraints[number as usize].bond;
                live::is_plain_bond(&self.wired, number)
                    && !self.wired.clocks.would_change(bond)
                    && self.has_windows(bond)
            });
        if !plain {
            return false;
        }
        let mark = self.live.network.mark();
        for &number in numbers {
            let bond = &self.wired.draft.constraints[number as usize].bond;
            wiring::links(bond, &self.wired.clocks, &mut |link| self.live.add(link, number));
        }
        let network = &mut self.live.network;
        if network.settle().is_err() || network.settle_lower().is_err() {
            network.undo(mark);
            network.keep(|_| {});
            return false;
        }
        let mut points = Vec::new();
        network.keep(|point| points.extend((point != ORIGIN).then_some(point)));
        let mut moved: Vec<EventIx> =
            points.into_iter().filter_map(|point| self.live.event_of(point)).collect();
        moved.sort_unstable();
        moved.dedup();
        let home = self.merge(touched, numbers);
        let reader = Reader { wired: &self.wired, strict: self.live.strict(home) };
        for event in moved {
            let read = reader.read(&self.live.network, &|point| self.live.place(point), event);
            write(event, read, [false; 2], &mut self.bounds, &mut self.windows);
        }
        true
    }

    /// Whether the windows that a bond speaks of are known already.
    fn has_windows(&self, bond: &Bond) -> bool {
        let of = match bond {
            Bond::Window { event, .. } | Bond::Lasts { event, .. } => event,
            Bond::Offset { anchor, end: crate::constraint::End::WindowLast, .. } => anchor,
            _ => return true,
        };
        self.wired.windows[of.0 as usize]
    }

    /// Makes components one, the smaller ones part of the largest, with some more constraints.
    fn merge(&mut self, touched: &BTreeSet<u32>, numbers: &[u32]) -> usize {
        let size = |at: &u32| self.wired.components[*at as usize].events.len();
        let home = touched.iter().copied().max_by_key(size).unwrap_or(0);
        let others: Vec<u32> = touched.iter().copied().filter(|&at| at != home).collect();
        let mut strict = live::strict(&self.wired, numbers);
        for &at in &others {
            strict += self.live.strict(at as usize);
            self.live.leave(at as usize);
            self.sides[at as usize] = Sides::default();
        }
        let (events, constraints) = self.wired.release(&others);
        for event in &events {
            self.wired.component_of[event.0 as usize] = home;
        }
        let component = &mut self.wired.components[home as usize];
        component.events.extend(events);
        component.constraints.extend(constraints);
        component.constraints.extend(numbers);
        self.live.add_strict(home as usize, strict);
        home as usize
    }
}
