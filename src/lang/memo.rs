//! What has been read where. Rules share most of what they read ("le 3 mars" begins a date, a range, a
//! bound), so each reading is made once a place, and a failure is remembered like a success.

use std::cell::{Cell, RefCell};

use super::common::no;
use super::input::Input;
use super::opening::Rules;
use super::token::Gap;
use super::{Found, Parsed};
use crate::amount::{Amount, Quantity};
use crate::expr::{Expr, Pattern};

/// A part of a grammar that says what it read.
pub(crate) type Read<T> = for<'a> fn(Input<'a>) -> Parsed<'a, T>;

/// A part of a grammar that says what it read and where the pieces stand, as rules do.
pub(crate) type ReadFound = for<'a> fn(Input<'a>) -> Parsed<'a, Found<'a>>;

/// How many readings are remembered of each kind; later ones take the place of earlier ones.
const ROWS: usize = 128;

/// The readings of one text, by what they give.
#[derive(Debug, Default)]
pub(crate) struct Memo {
    founds: Table<Places>,
    exprs: Table<Expr>,
    patterns: Table<Pattern>,
    amounts: Table<Amount>,
    quantities: Table<Quantity>,
    /// What can begin at the places asked about last.
    opened: [Cell<Option<(Place, Rules)>>; 8],
    /// What the tokens feed from each on, in a stretch that begins at a place.
    fed: RefCell<(Place, Vec<Rules>)>,
}

/// The number of a token, and of the one that is not read any more.
type Place = (usize, usize);

impl Memo {
    /// What the tokens from a place on feed, of a stretch that is reckoned where it is not known.
    pub(crate) fn fed(&self, input: &Input<'_>, reckon: impl FnOnce(&mut Vec<Rules>)) -> Rules {
        let mut known = self.fed.borrow_mut();
        let ((from, end), stretch) = &mut *known;
        let at = input.at().checked_sub(*from).filter(|_| *end == input.end());
        if let Some(rules) = at.and_then(|at| stretch.get(at)) {
            return *rules;
        }
        stretch.clear();
        (*from, *end) = (input.at(), input.end());
        reckon(stretch);
        stretch.first().copied().unwrap_or_default()
    }

    /// What can begin at a place, unless that is known already.
    pub(crate) fn opened(&self, input: &Input<'_>, any: impl FnOnce() -> Rules) -> Rules {
        let place = (input.at(), input.end());
        let Some(row) = self.opened.get(place.0 % self.opened.len()) else { return any() };
        match row.get() {
            Some((known, rules)) if known == place => rules,
            _ => {
                let rules = any();
                row.set(Some((place, rules)));
                rules
            }
        }
    }
}

/// What can be remembered.
pub(crate) trait Kept: Clone {
    /// Where it is.
    fn table(memo: &Memo) -> &Table<Self>;
}

macro_rules! kept {
    ($($type:ty: $table:ident),*) => {$(
        impl Kept for $type {
            fn table(memo: &Memo) -> &Table<Self> {
                &memo.$table
            }
        }
    )*};
}
kept! { Expr: exprs, Pattern: patterns, Amount: amounts, Quantity: quantities }

/// Reads, unless that has been read here already.
pub(crate) fn once<T: Kept>(input: Input<'_>, read: Read<T>) -> Parsed<'_, T> {
    let Some(key) = Key::of(&input, read as usize) else { return read(input) };
    let table = T::table(input.source().memo);
    if let Some(known) = table.recall(key) {
        return known.map_or_else(|| no(input), |(to, value)| Ok((input.moved_to(to), value)));
    }
    let parsed = read(input);
    table.keep(key, parsed.as_ref().ok().map(|(rest, value)| (rest.at(), value.clone())));
    parsed
}

/// The same for what has pieces.
pub(crate) fn found_once(input: Input<'_>, read: ReadFound) -> Parsed<'_, Found<'_>> {
    let Some(key) = Key::of(&input, read as usize) else { return read(input) };
    let table = &input.source().memo.founds;
    if let Some(known) = table.recall(key) {
        return known.map_or_else(
            || no(input),
            |(to, places)| Ok((input.moved_to(to), places.found(input))),
        );
    }
    let parsed = read(input);
    table.keep(key, parsed.as_ref().ok().map(|(rest, found)| (rest.at(), Places::of(found))));
    parsed
}

/// A [`Found`] with its places as numbers of tokens.
#[derive(Clone, Debug)]
struct Places {
    expr: Expr,
    marks: Vec<(usize, usize)>,
    event: Option<(usize, usize)>,
}

impl Places {
    fn of(found: &Found<'_>) -> Self {
        let places = |(from, to): &(Input<'_>, Input<'_>)| (from.at(), to.at());
        Places {
            expr: found.expr.clone(),
            marks: found.marks.iter().map(places).collect(),
            event: found.event.as_ref().map(places),
        }
    }

    fn found(self, input: Input<'_>) -> Found<'_> {
        let places = |(from, to): (usize, usize)| (input.moved_to(from), input.moved_to(to));
        Found {
            expr: self.expr,
            marks: self.marks.into_iter().map(places).collect(),
            event: self.event.map(places),
        }
    }
}

/// What was read, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Key {
    read: usize,
    at: usize,
    end: usize,
}

impl Key {
    /// `None` before the first word of a paragraph, the one place where it matters to a reading
    /// whether a phrase has begun before it.
    fn of(input: &Input<'_>, read: usize) -> Option<Self> {
        let inside = input.first().is_some_and(|token| token.gap != Gap::Break);
        inside.then(|| Key { read, at: input.at(), end: input.end() })
    }

    fn row(self) -> usize {
        // Functions begin at multiples of 16.
        ((self.read >> 4) ^ self.at.wrapping_mul(31)) % ROWS
    }
}

/// Readings of one kind: the key, then the place after and the value, or nothing where it failed.
#[derive(Debug)]
pub(crate) struct Table<T>(RefCell<Vec<Option<Row<T>>>>);

type Row<T> = (Key, Option<(usize, T)>);

impl<T> Default for Table<T> {
    fn default() -> Self {
        Table(RefCell::new(Vec::new()))
    }
}

impl<T: Clone> Table<T> {
    fn recall(&self, key: Key) -> Option<Option<(usize, T)>> {
        let rows = self.0.borrow();
        let (known, value) = rows.get(key.row())?.as_ref()?;
        (*known == key).then(|| value.clone())
    }

    fn keep(&self, key: Key, value: Option<(usize, T)>) {
        let mut rows = self.0.borrow_mut();
        if rows.is_empty() {
            rows.resize_with(ROWS, || None);
        }
        if let Some(row) = rows.get_mut(key.row()) {
            *row = Some((key, value));
        }
    }
}
