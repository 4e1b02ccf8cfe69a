//! The glyphs of a page, with where they stand: an interpreter of what shows text.

use std::rc::Rc;
use std::sync::Arc;

use hayro_font::hayro_cmap::BfString;
use hayro_font::kurbo::{Affine, Point};
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use hayro_syntax::page::{Page, Resources};

use crate::limits::Limits;
use crate::refusal::{Measure, Refusal};

/// A glyph as it stands on its page: x to the right, y down.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    /// Where its baseline begins.
    pub(super) x: f64,
    pub(super) y: f64,
    /// How far it goes along its line.
    pub(super) width: f64,
    /// The size of its font.
    pub(super) size: f64,
    /// Which way its line runs, in quarter turns clockwise.
    pub(super) turn: u8,
    pub(super) text: String,
    /// Whether the document says that it is no part of its text: a header, a page number.
    pub(super) is_artifact: bool,
}

/// What it takes to look up a form and its resources, in steps.
const FORM: usize = 100;

/// Forms inside one another.
const FORMS: usize = 24;

/// What the interpretation of a whole document may still take.
#[derive(Debug)]
pub(super) struct Budget {
    steps: usize,
    bytes: usize,
    limits: Limits,
}

impl Budget {
    pub(super) fn new(limits: &Limits) -> Self {
        Self { steps: limits.steps, bytes: limits.unpacked, limits: *limits }
    }

    fn step(&mut self, steps: usize) -> Result<(), Refusal> {
        let most = self.limits.steps;
        self.steps = self
            .steps
            .checked_sub(steps)
            .ok_or(Refusal::TooLarge { what: Measure::Steps, most })?;
        Ok(())
    }

    fn unpack(&mut self, bytes: usize) -> Result<(), Refusal> {
        let most = self.limits.unpacked;
        self.bytes = self
            .bytes
            .checked_sub(bytes)
            .ok_or(Refusal::TooLarge { what: Measure::Unpacked, most })?;
        Ok(())
    }
}

/// Reads pages; keeps the fonts of their document.
pub(super) struct Reader<'a> {
    fonts: FontCache<'a>,
    font_resolver: FontResolverFn,
    cmap_resolver: CMapResolverFn,
}

impl<'a> Reader<'a> {
    pub(super) fn new() -> Self {
        Self {
            fonts: FontCache::new(),
            // Only widths and names are asked of the fonts that every reader has; no outline is.
            font_resolver: Arc::new(|query| match query {
                FontQuery::Standard(font) => Some(font.get_font_data()),
                FontQuery::Fallback(font) => Some(font.pick_standard_font().get_font_data()),
            }),
            cmap_resolver: Arc::new(|_| None),
        }
    }

    /// All glyphs of a page, in the order in which it draws them.
    pub(super) fn page(&self, page: &Page<'a>, budget: &mut Budget) -> Result<Vec<Glyph>, Refusal> {
        let mut content = Vec::new();
        let mut add = |stream: Stream<'_>, budget: &mut Budget| -> Result<(), Refusal> {
            if let Ok(data) = stream.decoded_data() {
                budget.unpack(data.len())?;
                content.extend_from_slice(&data);
                content.push(b' ');
            }
            Ok(())
        };
        if let Some(stream) = page.raw().get::<Stream<'a>>(b"Contents") {
            add(stream, budget)?;
        } else if let Some(streams) = page.raw().get::<Array<'a>>(b"Contents") {
            for stream in streams.iter::<Stream<'a>>() {
                budget.step(1)?;
                add(stream, budget)?;
            }
        }
        let mut run = Run {
            reader: self,
            budget,
            glyphs: Vec::new(),
            state: State::new(placed(page)),
            stack: Vec::new(),
            marked: Vec::new(),
        };
        run.content(&content, page.resources(), 0)?;
        Ok(run.glyphs)
    }
}

/// From the units of a page to points from its upper left corner as it is shown.
fn placed(page: &Page<'_>) -> Affine {
    let transform = page.initial_transform(true);
    Affine::new(transform.as_coeffs().map(f64::from))
}

#[derive(Clone)]
struct State<'a> {
    ctm: Affine,
    font: Option<Font<'a>>,
    size: f64,
    letter_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
    matrix: Affine,
    line: Affine,
}

impl State<'_> {
    fn new(ctm: Affine) -> Self {
        Self {
            ctm,
            font: None,
            size: 1.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            matrix: Affine::IDENTITY,
            line: Affine::IDENTITY,
        }
    }
}

/// A stretch of content that the document marks.
#[derive(Clone, Default)]
struct Marked {
    is_artifact: bool,
    /// What its glyphs stand for, until it is said.
    actual: Option<Rc<std::cell::RefCell<Option<String>>>>,
}

struct Run<'r, 'a> {
    reader: &'r Reader<'a>,
    budget: &'r mut Budget,
    glyphs: Vec<Glyph>,
    state: State<'a>,
    stack: Vec<State<'a>>,
    marked: Vec<Marked>,
}

impl<'a> Run<'_, 'a> {
    fn content(
        &mut self,
        data: &[u8],
        resources: &Resources<'a>,
        depth: usize,
    ) -> Result<(), Refusal> {
        let (stack, marked) = (self.stack.len(), self.marked.len());
        let mut ops = TypedIter::new(data);
        while let Some(op) = ops.next() {
            self.budget.step(1)?;
            match op {
                Op::SaveState(_) => self.stack.push(self.state.clone()),
                Op::RestoreState(_) if stack < self.stack.len() => {
                    if let Some(state) = self.stack.pop() {
                        self.state = state;
                    }
                }
                Op::Transform(op) => {
                    self.state.ctm *= affine([&op.0, &op.1, &op.2, &op.3, &op.4, &op.5]);
                }
                Op::BeginText(_) => {
                    self.state.matrix = Affine::IDENTITY;
                    self.state.line = Affine::IDENTITY;
                }
                Op::CharacterSpacing(op) => self.state.letter_space = op.0.as_f64(),
                Op::WordSpacing(op) => self.state.word_space = op.0.as_f64(),
                Op::HorizontalScaling(op) => self.state.stretch = op.0.as_f64() / 100.0,
                Op::TextLeading(op) => self.state.leading = op.0.as_f64(),
                Op::TextRise(op) => self.state.rise = op.0.as_f64(),
                Op::TextFont(op) => {
                    self.state.size = op.1.as_f64();
                    self.state.font = resources.get_font(op.0).and_then(|dict| {
                        let reader = self.reader;
                        reader.fonts.font(&dict, &reader.font_resolver, &reader.cmap_resolver)
                    });
                }
                Op::NextLine(op) => self.next_line(op.0.as_f64(), op.1.as_f64()),
                Op::NextLineAndSetLeading(op) => {
                    self.state.leading = -op.1.as_f64();
                    self.next_line(op.0.as_f64(), op.1.as_f64());
                }
                Op::SetTextMatrix(op) => {
                    self.state.matrix = affine([&op.0, &op.1, &op.2, &op.3, &op.4, &op.5]);
                    self.state.line = self.state.matrix;
                }
                Op::NextLineUsingLeading(_) => self.next_line(0.0, -self.state.leading),
                Op::ShowText(op) => self.show(op.0.as_bytes())?,
                Op::NextLineAndShowText(op) => {
                    self.next_line(0.0, -self.state.leading);
                    self.show(op.0.as_bytes())?;
                }
                Op::ShowTextWithParameters(op) => {
                    self.state.word_space = op.0.as_f64();
                    self.state.letter_space = op.1.as_f64();
                    self.next_line(0.0, -self.state.leading);
                    self.show(op.2.as_bytes())?;
                }
                Op::ShowTexts(op) => {
                    for item in op.0.iter::<Object<'_>>() {
                        match item {
                            Object::String(words) => self.show(words.as_bytes())?,
                            Object::Number(gap) => self.shift(gap.as_f64()),
                            _ => {}
                        }
                        self.budget.step(1)?;
                    }
                }
                Op::BeginMarkedContent(op) => self.mark(op.0, None),
                Op::BeginMarkedContentWithProperties(op) => {
                    let properties = match op.1 {
                        Object::Dict(dict) => actual_text(dict),
                        Object::Name(name) => resources
                            .properties
                            .get::<Dict<'_>>(name.as_ref())
                            .and_then(|dict| actual_text(&dict)),
                        _ => None,
                    };
                    self.mark(op.0, properties);
                }
                Op::EndMarkedContent(_) if marked < self.marked.len() => {
                    self.marked.pop();
                }
                Op::XObject(op) if depth < FORMS => {
                    if let Some(form) = resources.get_x_object(op.0) {
                        self.form(&form, resources, depth)?;
                    }
                }
                _ => {}
            }
        }
        self.marked.truncate(marked);
        if stack < self.stack.len() {
            self.stack.truncate(stack + 1);
            if let Some(state) = self.stack.pop() {
                self.state = state;
            }
        }
        Ok(())
    }

    fn form(
        &mut self,
        form: &Stream<'a>,
        outer: &Resources<'a>,
        depth: usize,
    ) -> Result<(), Refusal> {
        let dict = form.dict();
        if dict.get::<Name<'_>>(b"Subtype").is_none_or(|name| name.as_ref() != b"Form") {
            return Ok(());
        }
        self.budget.step(FORM)?;
        let Ok(data) = form.decoded_data() else { return Ok(()) };
        self.budget.unpack(data.len())?;
        let resources = dict.get::<Dict<'a>>(b"Resources").map(Resources::new);
        let before = self.state.clone();
        if let Some(matrix) = dict.get::<[f64; 6]>(b"Matrix") {
            self.state.ctm *= Affine::new(matrix);
        }
        self.content(&data, resources.as_ref().unwrap_or(outer), depth + 1)?;
        self.state = before;
        Ok(())
    }

    fn mark(&mut self, tag: &Name<'_>, actual: Option<String>) {
        let mut marked = self.marked.last().cloned().unwrap_or_default();
        marked.is_artifact |= tag.as_ref() == b"Artifact";
        if let Some(actual) = actual {
            marked.actual = Some(Rc::new(std::cell::RefCell::new(Some(actual))));
        }
        self.marked.push(marked);
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.state.line *= Affine::translate((x, y));
        self.state.matrix = self.state.line;
    }

    /// Moves along the line, by thousandths of the font's size backwards.
    fn shift(&mut self, gap: f64) {
        let by = -gap / 1000.0 * self.state.size * self.state.stretch;
        self.state.matrix *= Affine::translate((by, 0.0));
    }

    fn show(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        let Some(font) = self.state.font.clone() else { return Ok(()) };
        if !font.is_horizontal() {
            return Ok(());
        }
        let marked = self.marked.last().cloned().unwrap_or_default();
        let mut at = 0;
        while at < bytes.len() {
            self.budget.step(1)?;
            let (code, length) = font.read_code(bytes, at);
            at += length.max(1);
            let state = &self.state;
            let is_space = code == 32 && length == 1;
            let em = font.code_advance(code).x / 1000.0 * state.size;
            let space = state.letter_space + if is_space { state.word_space } else { 0.0 };
            let full = state.ctm * state.matrix * Affine::translate((0.0, state.rise));
            let text = match &marked.actual {
                Some(actual) => actual.borrow_mut().take().unwrap_or_default(),
                None => letters(&font, code),
            };
            let (from, to) = (full * Point::ZERO, full * Point::new(em * state.stretch, 0.0));
            let up = full * Point::new(0.0, state.size) - from;
            let along = full * Point::new(1.0, 0.0) - from;
            let glyph = Glyph {
                x: from.x,
                y: from.y,
                width: (to - from).hypot(),
                size: up.hypot(),
                turn: turn(along.x, along.y),
                text,
                is_artifact: marked.is_artifact,
            };
            let finite = [glyph.x, glyph.y, glyph.width, glyph.size].iter().all(|n| n.abs() < 1e6);
            if finite && 0.1 < glyph.size {
                self.glyphs.push(glyph);
            }
            let advance = (em + space) * self.state.stretch;
            self.state.matrix *= Affine::translate((advance, 0.0));
        }
        Ok(())
    }
}

/// What a glyph says.
fn letters(font: &Font<'_>, code: u32) -> String {
    let glyph = font.glyph(font.map_code(code), code);
    let said = match &glyph {
        FontGlyph::Outline(glyph) => glyph.as_unicode(),
        FontGlyph::Type3(glyph) => glyph.as_unicode(),
    };
    let said = match said {
        Some(BfString::Char(letter)) => letter.to_string(),
        Some(BfString::String(letters)) => letters,
        None => String::new(),
    };
    // Private letters and controls are what a font calls its ornaments.
    said.chars()
        .filter(|letter| !letter.is_control() && !('\u{e000}'..'\u{f900}').contains(letter))
        .collect()
}

/// The quarter turn nearest to a direction.
fn turn(x: f64, y: f64) -> u8 {
    if y.abs() <= x.abs() {
        if 0.0 <= x { 0 } else { 2 }
    } else if 0.0 <= y {
        1
    } else {
        3
    }
}

fn affine(numbers: [&Number; 6]) -> Affine {
    Affine::new(numbers.map(Number::as_f64))
}

fn actual_text(dict: &Dict<'_>) -> Option<String> {
    let text = dict.get::<hayro_syntax::object::String<'_>>(b"ActualText")?;
    Some(super::text_string(text.as_bytes()))
}
