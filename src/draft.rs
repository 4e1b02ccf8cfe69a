//! Drafts by hand: events, statements and constraints of the caller's own.
//!
//! ```
//! use frise::{Bond, Claim, Constraint, Draft, Edtf, Event, Limits, Statement, Timeline};
//!
//! let mut draft = Draft::default();
//! let flood = draft.add_event(Event::new("flood", "flood"));
//! let says = draft.add_statement(Statement::new(flood, "The flood of 15 March"));
//! for bond in "2024-03-15".parse::<Edtf>()?.bonds(flood) {
//!     draft.add_constraint(Constraint::said(says, bond));
//! }
//! let timeline = Timeline::check(draft, &Limits::default())?;
//! let verdict = timeline.ask(&Claim::parse("flood during 2024-03")?)?;
//! assert_eq!(verdict.answer.word(), "supported");
//! # Ok::<(), frise::Error>(())
//! ```

use crate::article::Span;
use crate::constraint::{Bond, Constraint, Draft, Reason, Rule};
use crate::event::{Event, EventIx, Statement, StatementIx, Status, WEIGHT};
use crate::why::Why;

impl Event {
    /// An event that is held to happen, under an id for claims and a label for people.
    pub fn new(id: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            label: label.into(),
            class: None,
            head: String::new(),
            status: Status::Asserted,
            window: None,
            named: false,
        }
    }
}

impl Statement {
    /// Words that tell of an event as a fact, of no article.
    pub fn new(event: EventIx, text: impl Into<String>) -> Self {
        Self {
            event,
            article: None,
            span: Span::new(0, 0),
            text: text.into(),
            head: None,
            subject: None,
            object: None,
            dated_by: Vec::new(),
            says: None,
            hull: None,
            status: Status::Asserted,
            source: None,
            steps: Vec::new(),
            weight: WEIGHT,
        }
    }
}

impl Reason {
    /// A reason that stands on no words of an article, under the name of a rule.
    pub fn new(rule: impl Into<String>) -> Self {
        Self { span: None, rule: rule.into(), says: Why::from(""), vague: false, links: Vec::new() }
    }
}

impl Constraint {
    /// What a statement says, and may be doubted.
    pub fn said(by: StatementIx, bond: Bond) -> Self {
        Self { statement: Some(by), bond, reason: Reason::new("") }
    }

    /// What is always believed.
    pub fn believed(bond: Bond) -> Self {
        Self { statement: None, bond, reason: Reason::new(Rule::Given.name()) }
    }
}

impl Draft {
    /// Adds an event.
    pub fn add_event(&mut self, event: Event) -> EventIx {
        self.events.push(event);
        EventIx((self.events.len() - 1) as u32)
    }

    /// Adds a statement, after those before it in reading order.
    pub fn add_statement(&mut self, statement: Statement) -> StatementIx {
        self.statements.push(statement);
        StatementIx((self.statements.len() - 1) as u32)
    }

    /// Adds a constraint.
    pub fn add_constraint(&mut self, constraint: Constraint) {
        self.constraints.push(constraint);
    }
}
