//! From glyphs to lines in the order in which they are read: runs, rows, what a page has at its head and
//! foot, columns.

use std::collections::BTreeMap;

use super::content::Glyph;

/// A line of a column.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    /// Its baseline, from the top of the page.
    pub(super) y: f64,
    pub(super) size: f64,
    /// How wide its first word is.
    pub(super) first_word: f64,
}

/// Lines of one column, from top to bottom.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) page: u32,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) lines: Vec<Line>,
}

/// Glyphs that follow one another on a line without a wide gap.
#[derive(Clone, Debug)]
struct Run {
    text: String,
    left: f64,
    right: f64,
    y: f64,
    size: f64,
    first_word: f64,
}

impl Run {
    fn top(&self) -> f64 {
        self.y - 0.7 * self.size
    }
}

/// All pages, each as blocks in reading order.
pub(super) fn pages(pages: Vec<Vec<Glyph>>) -> Vec<Block> {
    let all = || pages.iter().flatten();
    let said = all().filter(|glyph| !glyph.is_artifact).count();
    // Where nearly all is marked as no part of the text, the marks are wrong.
    let trusts_marks = all().count() < 5 * said;
    let mut rows: Vec<Vec<Vec<Run>>> = Vec::new();
    for glyphs in pages {
        let glyphs =
            glyphs.into_iter().filter(|glyph| !(trusts_marks && glyph.is_artifact)).collect();
        rows.push(in_rows(runs(upright(glyphs))));
    }
    without_margins(&mut rows);
    let mut blocks = Vec::new();
    for (number, rows) in (1_u32..).zip(rows) {
        let mut found = Vec::new();
        in_columns(rows.into_iter().flatten().collect(), 0, &mut found);
        blocks.extend(found.into_iter().filter_map(|runs| block(number, runs)));
    }
    blocks
}

/// The glyphs of most lines, turned so that these run to the right.
fn upright(glyphs: Vec<Glyph>) -> Vec<Glyph> {
    let mut turns = [0_usize; 4];
    for glyph in &glyphs {
        if let Some(count) = turns.get_mut(usize::from(glyph.turn)) {
            *count += 1;
        }
    }
    // Most on a tie: as they are.
    let main = (0_u8..4).rev().max_by_key(|turn| turns.get(usize::from(*turn))).unwrap_or(0);
    let turned = glyphs.into_iter().filter(|glyph| glyph.turn == main).map(|glyph| {
        let (x, y) = match main {
            0 => (glyph.x, glyph.y),
            1 => (glyph.y, -glyph.x),
            2 => (-glyph.x, -glyph.y),
            _ => (-glyph.y, glyph.x),
        };
        Glyph { x, y, ..glyph }
    });
    turned.collect()
}

/// Joins glyphs into runs, with a space where a gap shows one.
fn runs(glyphs: Vec<Glyph>) -> Vec<Run> {
    let spaces = glyphs.iter().filter(|glyph| glyph.text == " ").count();
    // Where spaces are glyphs, gaps are mostly typesetting.
    let gap_of_space = if glyphs.len() < 12 * spaces { 0.28 } else { 0.16 };
    let mut runs: Vec<Run> = Vec::new();
    let mut last: Option<Glyph> = None;
    let mut accent: Option<char> = None;
    for glyph in glyphs {
        if glyph.text.is_empty() {
            continue;
        }
        let (end, same) = match &last {
            Some(last) => {
                let level = (glyph.y - last.y).abs() < 0.08 * last.size.max(glyph.size);
                let sized = (glyph.size - last.size).abs() < 0.12 * last.size;
                (last.x + last.width, level && sized)
            }
            None => (0.0, false),
        };
        if let Some(last) = &last {
            // Drawn twice for a bold look.
            let again = last.text == glyph.text
                && (last.x - glyph.x).abs() < 0.12 * glyph.size
                && (last.y - glyph.y).abs() < 0.1 * glyph.size
                && glyph.text != " ";
            if again {
                continue;
            }
        }
        let gap = glyph.x - end;
        let goes_on = same && -0.6 * glyph.size < gap && gap < 1.1 * glyph.size;
        match runs.last_mut() {
            Some(run) if goes_on => {
                let overlaps = gap < -0.25 * glyph.size.min(4.0 * glyph.width.max(0.1));
                let letter = single(&glyph.text);
                let composed = match (accent, letter) {
                    (Some(accent), Some(letter)) if overlaps || gap < 0.02 * glyph.size => {
                        compose(accent, letter)
                    }
                    _ => None,
                };
                match composed {
                    Some(letter) => {
                        run.text.pop();
                        run.text.push(letter);
                    }
                    None => {
                        if gap_of_space * glyph.size < gap && !run.text.ends_with(' ') {
                            run.text.push(' ');
                        }
                        if !run.text.trim_start().contains(' ') {
                            run.first_word = (glyph.x + glyph.width - run.left).max(run.first_word);
                        }
                        run.text.push_str(&glyph.text);
                    }
                }
                run.right = run.right.max(glyph.x + glyph.width);
                run.size = run.size.max(glyph.size);
            }
            _ => runs.push(Run {
                text: glyph.text.clone(),
                left: glyph.x,
                right: glyph.x + glyph.width,
                y: glyph.y,
                size: glyph.size,
                first_word: glyph.width,
            }),
        }
        accent = single(&glyph.text).filter(|letter| "´`ˆ¨˜¸".contains(*letter));
        last = Some(glyph);
    }
    runs.retain(|run| !run.text.trim().is_empty());
    for run in &mut runs {
        if let Some(rest) = run.text.strip_prefix(' ') {
            run.text = rest.to_owned();
        }
    }
    runs
}

fn single(text: &str) -> Option<char> {
    let mut letters = text.chars();
    letters.next().filter(|_| letters.next().is_none())
}

/// A letter under an accent that is a glyph of its own, as old fonts of TeX have them.
fn compose(accent: char, letter: char) -> Option<char> {
    let letter = if letter == 'ı' { 'i' } else { letter };
    let of = match accent {
        '´' => ("aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ"),
        '`' => ("aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
        'ˆ' => ("aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
        '¨' => ("aeiouyAEIOU", "äëïöüÿÄËÏÖÜ"),
        '˜' => ("anoANO", "ãñõÃÑÕ"),
        '¸' => ("cC", "çÇ"),
        _ => return None,
    };
    of.0.chars().zip(of.1.chars()).find(|(plain, _)| *plain == letter).map(|(_, with)| with)
}

/// Runs beside one another, from top to bottom, each row from left to right.
fn in_rows(mut runs: Vec<Run>) -> Vec<Vec<Run>> {
    runs.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.left.total_cmp(&b.left)));
    let mut rows: Vec<(f64, f64, Vec<Run>)> = Vec::new();
    for run in runs {
        let (top, bottom) = (run.top(), run.y);
        // A raised figure stands a little above its line, so more than one row back.
        let fits = |row: &&mut (f64, f64, Vec<Run>)| {
            let shared = row.1.min(bottom) - row.0.max(top);
            0.5 * (row.1 - row.0).min(bottom - top) < shared
        };
        match rows.iter_mut().rev().take(6).find(fits) {
            Some(row) => {
                let size = |row: &(f64, f64, Vec<Run>)| row.1 - row.0;
                if size(row) < bottom - top {
                    (row.0, row.1) = (top, bottom);
                }
                row.2.push(run);
            }
            None => rows.push((top, bottom, vec![run])),
        }
    }
    rows.sort_by(|a, b| a.1.total_cmp(&b.1));
    let sorted = rows.into_iter().map(|(_, _, mut row)| {
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
        row
    });
    sorted.collect()
}

/// How many rows of a page's head and foot can be no part of the text.
const MARGIN_ROWS: usize = 3;

/// Takes away what stands at the head or foot of several pages, and page numbers.
fn without_margins(pages: &mut [Vec<Vec<Run>>]) {
    for at_head in [true, false] {
        for _ in 0..MARGIN_ROWS {
            let edge = |page: &Vec<Vec<Run>>| {
                let row = if at_head { page.first() } else { page.last() };
                row.map(|row| {
                    (margin_words(row), row.iter().map(|run| run.size.round() as i64).max())
                })
            };
            // The title of an article is larger than where it comes again.
            let mut seen: BTreeMap<(String, Option<i64>), usize> = BTreeMap::new();
            for row in pages.iter().filter_map(edge) {
                *seen.entry(row).or_default() += 1;
            }
            for page in pages.iter_mut() {
                let Some(row) = edge(page) else { continue };
                let again = seen.get(&row).is_some_and(|times| 2 <= *times);
                if is_page_number(&row.0) || again && row.0.len() < 200 {
                    if at_head {
                        page.remove(0);
                    } else {
                        page.pop();
                    }
                }
            }
        }
    }
}

/// The words of a row with every number as one sign.
fn margin_words(row: &[Run]) -> String {
    let mut out = String::new();
    for letter in row.iter().flat_map(|run| run.text.chars()) {
        match letter {
            _ if letter.is_ascii_digit() => {
                if !out.ends_with('#') {
                    out.push('#');
                }
            }
            _ if letter.is_whitespace() => {}
            _ => out.extend(letter.to_lowercase()),
        }
    }
    out
}

/// Whether a row says only which page it is on: "12", "– 12 –", "page 3/10", "xiv".
fn is_page_number(words: &str) -> bool {
    let bare = words.trim_matches(['-', '–', '—', '·', '|', '[', ']', '(', ')']);
    let bare = ["page", "p."].iter().find_map(|word| bare.strip_prefix(word)).unwrap_or(bare);
    let roman =
        !bare.is_empty() && bare.len() < 7 && bare.chars().all(|letter| "ivxl".contains(letter));
    matches!(bare, "#" | "#/#" | "#sur#" | "#of#" | "#de#") || roman
}

/// Columns inside columns.
const COLUMNS: usize = 4;

/// Runs from which on a page is a drawing, and is not looked at for columns.
const DRAWING: usize = 20_000;

/// Puts runs into the order in which they are read, as blocks of one column each.
fn in_columns(runs: Vec<Run>, depth: usize, out: &mut Vec<Vec<Run>>) {
    if runs.is_empty() {
        return;
    }
    let is_plain = COLUMNS <= depth || runs.len() < 6 || DRAWING < runs.len();
    let Some(gutter) = (if is_plain { None } else { gutter(&runs) }) else {
        out.push(runs);
        return;
    };
    let (mut above, mut below) = (Vec::new(), Vec::new());
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for run in runs {
        if run.y <= gutter.from {
            above.push(run);
        } else if gutter.to <= run.y {
            below.push(run);
        } else if run.left < gutter.x {
            left.push(run);
        } else {
            right.push(run);
        }
    }
    in_columns(above, depth, out);
    in_columns(left, depth + 1, out);
    in_columns(right, depth + 1, out);
    in_columns(below, depth, out);
}

/// Where two columns part: at an x, between two heights.
#[derive(Clone, Copy, Debug)]
struct Gutter {
    x: f64,
    from: f64,
    to: f64,
}

/// The gutter with the most text beside it. A column begins where several lines begin; it reaches up and
/// down to the next line that crosses the gap before it.
fn gutter(runs: &[Run]) -> Option<Gutter> {
    let left = runs.iter().map(|run| run.left).fold(f64::INFINITY, f64::min);
    let right = runs.iter().map(|run| run.right).fold(f64::NEG_INFINITY, f64::max);
    let size = median(runs.iter().map(|run| run.size))?;
    let gap = (0.5 * size).max(4.0);
    let mut edges: BTreeMap<i64, usize> = BTreeMap::new();
    let inside = |run: &&Run| {
        left + 0.12 * (right - left) < run.left && run.left < right - 0.12 * (right - left)
    };
    for run in runs.iter().filter(inside) {
        *edges.entry((run.left / 2.0).floor() as i64).or_default() += 1;
    }
    let mut edges: Vec<(usize, i64)> = edges
        .iter()
        .map(|(edge, count)| (count + edges.get(&(edge + 1)).copied().unwrap_or(0), *edge))
        .filter(|(count, _)| 3 <= *count)
        .collect();
    edges.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut best: Option<(usize, Gutter)> = None;
    for (_, edge) in edges.into_iter().take(24) {
        // A little before the first of them.
        let x = edge as f64 * 2.0 - 0.1;
        let crosses = |run: &Run| run.left < x && x - gap < run.right;
        let mut ends: Vec<(f64, f64)> = vec![(f64::NEG_INFINITY, f64::NEG_INFINITY)];
        let mut crossing: Vec<&Run> = runs.iter().filter(|run| crosses(run)).collect();
        crossing.sort_by(|a, b| a.y.total_cmp(&b.y));
        ends.extend(crossing.iter().map(|run| (run.y - 0.4 * run.size, run.y + 0.3 * run.size)));
        ends.push((f64::INFINITY, f64::INFINITY));
        for pair in ends.windows(2) {
            let &[(_, from), (to, _)] = pair else { continue };
            if to <= from {
                continue;
            }
            let beside: Vec<&Run> = runs.iter().filter(|run| from < run.y && run.y < to).collect();
            if best.is_none_or(|(most, _)| most < beside.len()) && are_columns(&beside, x) {
                best = Some((beside.len(), Gutter { x, from, to }));
            }
        }
    }
    best.map(|(_, gutter)| gutter)
}

/// Whether what stands on both sides of a gap is prose: lines that mostly fill their columns, side by side.
fn are_columns(runs: &[&Run], x: f64) -> bool {
    let (one, two): (Vec<&Run>, Vec<&Run>) = runs.iter().partition(|run| run.left < x);
    let extent = |side: &[&Run], of: fn(&Run) -> (f64, f64)| {
        side.iter().map(|run| of(run)).fold((f64::INFINITY, f64::NEG_INFINITY), |all, one| {
            (all.0.min(one.0), all.1.max(one.1))
        })
    };
    let fills = |side: &[&Run]| {
        let (left, right) = extent(side, |run| (run.left, run.right));
        let rows = rows_of(side);
        let filled: f64 = side.iter().map(|run| run.right - run.left).sum();
        let letters: usize = side.iter().map(|run| run.text.chars().count()).sum();
        3 <= rows && 0.5 * (right - left) * (rows as f64) < filled && 14 * rows < letters
    };
    if one.len() < 3 || two.len() < 3 {
        return false;
    }
    let heights = |side: &[&Run]| extent(side, |run| (run.top(), run.y));
    let (above, below) = (heights(&one), heights(&two));
    let shared = above.1.min(below.1) - above.0.max(below.0);
    let least = (above.1 - above.0).min(below.1 - below.0);
    fills(&one) && fills(&two) && 0.5 * least < shared
}

/// How many lines some runs stand on.
fn rows_of(runs: &[&Run]) -> usize {
    let mut lines: Vec<f64> = runs.iter().map(|run| run.y).collect();
    lines.sort_by(f64::total_cmp);
    lines.dedup_by(|next, before| (*next - *before).abs() < 3.0);
    lines.len()
}

fn block(page: u32, runs: Vec<Run>) -> Option<Block> {
    let lines: Vec<Line> = in_rows(runs).into_iter().filter_map(line).collect();
    let left = lines.iter().map(|line| line.left).fold(f64::INFINITY, f64::min);
    let right = lines.iter().map(|line| line.right).fold(f64::NEG_INFINITY, f64::max);
    (!lines.is_empty()).then_some(Block { page, left, right, lines })
}

/// The runs of a row as one line. Raised figures call a note, and are left out.
fn line(row: Vec<Run>) -> Option<Line> {
    let main = row.iter().max_by(|a, b| (a.right - a.left).total_cmp(&(b.right - b.left)))?;
    let (size, y) = (main.size, main.y);
    let mut text = String::new();
    let (mut left, mut right, mut end) = (f64::INFINITY, f64::NEG_INFINITY, None::<f64>);
    let mut first_word = 0.0;
    for run in &row {
        let raised = 0.15 * size < y - run.y && run.size < 0.86 * size;
        let call = |letter: char| letter.is_ascii_digit() || "*†‡,() ".contains(letter);
        if raised && !text.is_empty() && run.text.chars().all(call) {
            continue;
        }
        if end.is_some_and(|end| 0.16 * run.size < run.left - end) && !text.ends_with(' ') {
            text.push(' ');
        }
        if text.is_empty() {
            first_word = run.first_word;
        }
        text.push_str(&run.text);
        if raised && run.text.chars().all(call) {
            // The number of a note, before it.
            text.push(' ');
        }
        left = left.min(run.left);
        right = right.max(run.right);
        end = Some(run.right);
    }
    let text = crate::document::squeezed_line(&text);
    (!text.is_empty()).then_some(Line { text, left, right, y, size, first_word })
}

/// The middle of some numbers.
pub(super) fn median(numbers: impl Iterator<Item = f64>) -> Option<f64> {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied()
}
