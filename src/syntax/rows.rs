//! Features and their weights: hashes, tables that are read fast, and how they are stored.

#![allow(unreachable_pub)] // the program that trains reaches in here

/// How many bits of a feature's hash are kept.
pub const KEY_BITS: u32 = 24;

const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// The hash of some bytes.
pub fn hash(bytes: &[u8]) -> u32 {
    let mut state = bytes.len() as u64;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let eight = chunk.try_into().map_or(0, u64::from_le_bytes);
        state = (state.rotate_left(23) ^ eight).wrapping_mul(SPREAD);
    }
    let mut rest = 0;
    for byte in chunks.remainder() {
        rest = rest << 8 | u64::from(*byte);
    }
    state = (state.rotate_left(23) ^ rest).wrapping_mul(SPREAD);
    ((state ^ state >> 29).wrapping_mul(SPREAD) >> 32) as u32
}

/// The features of one decision: hashes of templates with their values.
#[derive(Clone, Debug)]
pub struct Features {
    keys: [u32; Self::MOST],
    count: usize,
}

impl Default for Features {
    fn default() -> Self {
        Features { keys: [0; Self::MOST], count: 0 }
    }
}

impl Features {
    /// How many features a decision has at most; more are left out.
    const MOST: usize = 160;

    /// Forgets all.
    pub fn clear(&mut self) {
        self.count = 0;
    }

    /// The features.
    pub fn keys(&self) -> &[u32] {
        self.keys.get(..self.count).unwrap_or(&[])
    }

    /// Keeps those that a function says yes to.
    pub fn retain(&mut self, mut keep: impl FnMut() -> bool) {
        let mut kept = 0;
        for at in 0..self.count {
            self.keys[kept] = self.keys[at];
            kept += usize::from(keep());
        }
        self.count = kept;
    }

    #[inline(always)]
    fn push(&mut self, state: u64) {
        if let Some(key) = self.keys.get_mut(self.count) {
            *key = ((state ^ state >> 31).wrapping_mul(SPREAD) >> (64 - KEY_BITS)) as u32;
            self.count += 1;
        }
    }

    /// A template with one value.
    #[inline(always)]
    pub(super) fn one(&mut self, template: u32, a: u32) {
        self.push(pair(template, a));
    }

    /// A template with two values.
    #[inline(always)]
    pub(super) fn two(&mut self, template: u32, a: u32, b: u32) {
        self.push(then(pair(template, a), b));
    }

    /// A template with three values.
    #[inline(always)]
    pub(super) fn three(&mut self, template: u32, a: u32, b: u32, c: u32) {
        self.push(then(then(pair(template, a), b), c));
    }

    /// A template with four values.
    #[inline(always)]
    pub(super) fn four(&mut self, template: u32, a: u32, b: u32, c: u32, d: u32) {
        self.push(then(then(then(pair(template, a), b), c), d));
    }
}

#[inline(always)]
fn pair(template: u32, a: u32) -> u64 {
    (u64::from(template) << 32 | u64::from(a)).wrapping_mul(SPREAD)
}

#[inline(always)]
fn then(state: u64, value: u32) -> u64 {
    (state.rotate_left(23) ^ u64::from(value)).wrapping_mul(SPREAD)
}

/// A value of two, for templates.
#[inline(always)]
pub(super) fn both(a: u32, b: u32) -> u32 {
    (then(u64::from(a).wrapping_mul(SPREAD), b) >> 32) as u32
}

/// The weights of features for three classes (and one that is free), side by side with their keys.
#[derive(Clone, Debug, Default)]
pub struct Narrow {
    slots: Vec<(u32, [i8; 4])>,
}

/// The weights of features for many classes, of which most are zero.
#[derive(Clone, Debug, Default)]
pub struct Wide {
    /// A feature's key, and where its cells begin.
    slots: Vec<(u32, u32)>,
    /// The number of a feature's cells, then class and weight of each.
    cells: Vec<(u8, i8)>,
}

const FREE: u32 = u32::MAX;

/// A power of two with room for twice as many.
fn room(count: usize) -> usize {
    (count * 2).next_power_of_two().max(4)
}

/// Where a key is looked for first.
#[inline(always)]
fn start(key: u32, slots: usize) -> usize {
    key as usize & (slots - 1)
}

impl Narrow {
    /// From features with their weights.
    pub fn new(rows: &[(u32, [i8; 4])]) -> Self {
        let mut slots = vec![(FREE, [0; 4]); room(rows.len())];
        for row in rows {
            let mut at = start(row.0, slots.len());
            while slots[at].0 != FREE {
                at = (at + 1) & (slots.len() - 1);
            }
            slots[at] = *row;
        }
        Narrow { slots }
    }

    /// Adds up the weights of some features.
    #[inline]
    pub fn score(&self, features: &[u32]) -> [i32; 4] {
        let mut scores = [0; 4];
        let Some(mask) = self.slots.len().checked_sub(1) else { return scores };
        for key in features {
            let mut at = *key as usize & mask;
            while let Some((found, weights)) = self.slots.get(at) {
                if found == key {
                    for (score, weight) in scores.iter_mut().zip(weights) {
                        *score += i32::from(*weight);
                    }
                    break;
                }
                if *found == FREE {
                    break;
                }
                at = (at + 1) & mask;
            }
        }
        scores
    }
}

impl Wide {
    /// From features with their weights by class.
    pub fn new(rows: &[(u32, Vec<(u8, i8)>)]) -> Self {
        let mut slots = vec![(FREE, 0); room(rows.len())];
        let mut cells = Vec::new();
        for (key, row) in rows {
            let mut at = start(*key, slots.len());
            while slots[at].0 != FREE {
                at = (at + 1) & (slots.len() - 1);
            }
            slots[at] = (*key, cells.len() as u32);
            cells.push((row.len().min(255) as u8, 0));
            cells.extend(row.iter().take(255));
        }
        Wide { slots, cells }
    }

    /// Adds the weights of some features to the scores of the classes.
    #[inline]
    pub fn score(&self, features: &[u32], scores: &mut [i32; 256]) {
        let Some(mask) = self.slots.len().checked_sub(1) else { return };
        for key in features {
            let mut at = *key as usize & mask;
            while let Some((found, begin)) = self.slots.get(at) {
                if found == key {
                    let from = *begin as usize;
                    let count = self.cells.get(from).map_or(0, |cell| usize::from(cell.0));
                    for (class, weight) in self.cells.get(from + 1..from + 1 + count).unwrap_or(&[])
                    {
                        scores[usize::from(*class)] += i32::from(*weight);
                    }
                    break;
                }
                if *found == FREE {
                    break;
                }
                at = (at + 1) & mask;
            }
        }
    }
}

/// Numbers, by the hashes of words.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    slots: Vec<(u32, u32)>,
}

impl Numbers {
    /// From keys with their numbers.
    pub fn new(rows: &[(u32, u32)]) -> Self {
        let mut slots = vec![(FREE, 0); room(rows.len())];
        for row in rows.iter().filter(|row| row.0 != FREE) {
            let mut at = start(row.0, slots.len());
            while slots[at].0 != FREE {
                at = (at + 1) & (slots.len() - 1);
            }
            slots[at] = *row;
        }
        Numbers { slots }
    }

    /// The number of a key.
    #[inline]
    pub fn get(&self, key: u32) -> Option<u32> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = key as usize & mask;
        loop {
            match *self.slots.get(at)? {
                (found, number) if found == key && key != FREE => return Some(number),
                (FREE, _) => return None,
                _ => at = (at + 1) & mask,
            }
        }
    }
}

/// The third weight of three: what a perceptron gives to one class it takes from another, so their sum
/// is nothing.
pub fn third(row: [i8; 4]) -> i8 {
    (-i16::from(row[0]) - i16::from(row[1])).clamp(-127, 127) as i8
}

/// Writes numbers in few bytes.
#[derive(Debug, Default)]
pub struct Writer {
    /// What has been written.
    pub bytes: Vec<u8>,
}

impl Writer {
    /// A number, seven bits a byte, the lowest first.
    pub fn number(&mut self, mut number: u32) {
        while 0x80 <= number {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    /// Bytes with their count before them.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u32);
        self.bytes.extend_from_slice(bytes);
    }

    /// Keys in ascending order, as the differences between them.
    pub fn keys(&mut self, keys: impl ExactSizeIterator<Item = u32>) {
        self.number(keys.len() as u32);
        let mut last = 0;
        for key in keys {
            self.number(key - last);
            last = key;
        }
    }

    /// Features with weights for three classes, in the order of their keys.
    pub fn narrow(&mut self, rows: &[(u32, [i8; 4])]) {
        self.keys(rows.iter().map(|row| row.0));
        for class in 0..2 {
            self.bytes.extend(rows.iter().map(|row| row.1[class] as u8));
        }
    }

    /// Features with weights for many classes, in the order of their keys.
    pub fn wide(&mut self, rows: &[(u32, Vec<(u8, i8)>)]) {
        self.keys(rows.iter().map(|row| row.0));
        self.bytes.extend(rows.iter().map(|row| row.1.len().min(255) as u8));
        let cells = || rows.iter().flat_map(|row| row.1.iter().take(255));
        self.bytes.extend(cells().map(|cell| cell.0));
        self.bytes.extend(cells().map(|cell| cell.1 as u8));
    }

    /// Numbers by keys, in the order of the keys.
    pub fn numbers(&mut self, rows: &[(u32, u32)]) {
        self.keys(rows.iter().map(|row| row.0));
        for (_, number) in rows {
            self.number(*number);
        }
    }
}

/// Reads what [`Writer`] wrote. Past the end there are zeros.
#[derive(Debug)]
pub struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    /// From the first byte on.
    pub fn new(bytes: &'a [u8]) -> Self {
        Reader { bytes }
    }

    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.bytes.split_first() else { return 0 };
        self.bytes = rest;
        *first
    }

    fn take(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.bytes.split_at(count.min(self.bytes.len()));
        self.bytes = rest;
        taken
    }

    /// A number.
    pub fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        number
    }

    /// Bytes with their count before them.
    pub fn bytes(&mut self) -> &'a [u8] {
        let count = self.number() as usize;
        self.take(count)
    }

    /// Keys in ascending order.
    pub fn keys(&mut self) -> Vec<u32> {
        let count = (self.number() as usize).min(self.bytes.len());
        let mut last = 0_u32;
        (0..count)
            .map(|_| {
                last = last.wrapping_add(self.number());
                last
            })
            .collect()
    }

    /// Features with weights for few classes.
    pub fn narrow(&mut self) -> Vec<(u32, [i8; 4])> {
        let keys = self.keys();
        let mut rows: Vec<(u32, [i8; 4])> = keys.iter().map(|key| (*key, [0; 4])).collect();
        for class in 0..2 {
            for (row, byte) in rows.iter_mut().zip(self.take(keys.len())) {
                row.1[class] = *byte as i8;
            }
        }
        for (_, row) in &mut rows {
            row[2] = third(*row);
        }
        rows
    }

    /// Features with weights for many classes.
    pub fn wide(&mut self) -> Vec<(u32, Vec<(u8, i8)>)> {
        let keys = self.keys();
        let counts = self.take(keys.len());
        let all = counts.iter().map(|count| usize::from(*count)).sum();
        let mut classes = self.take(all).iter();
        let mut weights = self.take(all).iter();
        let mut cells = |count: u8| {
            let pairs = classes.by_ref().zip(weights.by_ref()).take(usize::from(count));
            pairs.map(|(class, weight)| (*class, *weight as i8)).collect()
        };
        keys.into_iter().zip(counts).map(|(key, count)| (key, cells(*count))).collect()
    }

    /// Numbers by keys.
    pub fn numbers(&mut self) -> Vec<(u32, u32)> {
        let keys = self.keys();
        keys.into_iter().map(|key| (key, self.number())).collect()
    }
}
