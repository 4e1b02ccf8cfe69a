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

/// Finds small numbers by the keys of features.
///
/// A slot holds the low bits of a key and the number, four slots lie side by side and are compared
/// without a branch; where a slot stands tells the rest of its key. What is looked for is mostly not
/// there, and the looks of one decision do not wait for one another: they are what parsing costs.
#[derive(Clone, Debug, Default)]
struct Index {
    buckets: Vec<[u32; 4]>,
    /// How far a key is shifted to its bucket.
    shift: u32,
}

impl Index {
    /// How many of a key's low bits a slot keeps.
    const LOW: u32 = 13;
    /// The highest number that a slot has room for.
    const HIGHEST: u32 = (1 << (32 - Self::LOW)) - 1;
    /// With fewer buckets the low bits and the place would not make up a key.
    const FEWEST: usize = 1 << 14;

    /// From keys with numbers from 1 to [`HIGHEST`](Self::HIGHEST).
    fn new(rows: &[(u32, u32)]) -> Self {
        let mut buckets = (rows.len() / 2).next_power_of_two().max(Self::FEWEST);
        loop {
            if let Some(index) = Self::filled(rows, buckets) {
                return index;
            }
            buckets *= 2;
        }
    }

    /// `None` if some key would stand too far from its bucket.
    fn filled(rows: &[(u32, u32)], count: usize) -> Option<Self> {
        let shift = KEY_BITS.saturating_sub(count.trailing_zeros());
        let mut buckets = vec![[0; 4]; count];
        for (key, number) in rows {
            let home = (key >> shift) as usize;
            let near = (0..1 << (Self::LOW - shift)).map(|by| (home + by) & (count - 1));
            let slots = near.flat_map(|bucket| (0..4).map(move |slot| (bucket, slot)));
            let (bucket, slot) = slots.into_iter().find(|(b, slot)| buckets[*b][*slot] == 0)?;
            buckets[bucket][slot] = number << Self::LOW | key & ((1 << Self::LOW) - 1);
        }
        Some(Index { buckets, shift })
    }

    /// The number of a key; 0 if there is none.
    #[inline(always)]
    fn get(&self, key: u32) -> u32 {
        let Some(mask) = self.buckets.len().checked_sub(1) else { return 0 };
        let low = key & ((1 << Self::LOW) - 1);
        let mut at = (key >> self.shift) as usize & mask;
        loop {
            let bucket = &self.buckets[at];
            let mut found = 0;
            for slot in bucket {
                let is_it = slot & ((1 << Self::LOW) - 1) == low;
                found |= if is_it { slot >> Self::LOW } else { 0 };
            }
            if found != 0 || bucket[3] == 0 {
                return found;
            }
            at = (at + 1) & mask;
        }
    }

    /// The numbers of all features that have one.
    #[inline(always)]
    fn all<'a>(&self, features: &Features, room: &'a mut [u32; Features::MOST]) -> &'a [u32] {
        let mut count = 0;
        for key in features.keys() {
            let found = self.get(*key);
            room[count] = found;
            count += usize::from(found != 0);
        }
        &room[..count]
    }
}

/// The weights of features for three classes. What a perceptron gives to one class it takes from
/// another, so two are kept and `third` is the last.
#[derive(Clone, Debug, Default)]
pub struct Narrow {
    weights: Index,
}

impl Narrow {
    /// From features with their weights.
    pub fn new(rows: &[(u32, [i8; 2])]) -> Self {
        let packed = |row: &[i8; 2]| u32::from(row[0] as u8) | u32::from(row[1] as u8) << 8;
        let rows: Vec<(u32, u32)> = (rows.iter())
            .map(|(key, row)| (*key, packed(row)))
            .filter(|(_, packed)| *packed != 0)
            .collect();
        Narrow { weights: Index::new(&rows) }
    }

    /// Adds up the weights of some features.
    #[inline]
    pub fn score(&self, features: &Features) -> [i32; 3] {
        let mut scores = [0; 3];
        let mut room = [0; Features::MOST];
        for packed in self.weights.all(features, &mut room) {
            let row = [*packed as i8, (*packed >> 8) as i8];
            scores[0] += i32::from(row[0]);
            scores[1] += i32::from(row[1]);
            scores[2] += i32::from(third(row));
        }
        scores
    }
}

/// The weights of features for up to `N` classes, all side by side.
#[derive(Clone, Debug, Default)]
pub struct Dense<const N: usize> {
    places: Index,
    /// The first is of no feature.
    rows: Vec<[i8; N]>,
}

impl<const N: usize> Dense<N> {
    /// From features with their weights by class.
    pub fn new(rows: &[(u32, Vec<(u8, i8)>)]) -> Self {
        let rows = rows.get(..Index::HIGHEST as usize).unwrap_or(rows);
        let places: Vec<(u32, u32)> = (1..).zip(rows).map(|(n, row)| (row.0, n)).collect();
        let dense = |(_, cells): &(u32, Vec<(u8, i8)>)| {
            let mut row = [0; N];
            for (class, weight) in cells {
                if let Some(cell) = row.get_mut(usize::from(*class)) {
                    *cell = *weight;
                }
            }
            row
        };
        let rows = std::iter::once([0; N]).chain(rows.iter().map(dense)).collect();
        Dense { places: Index::new(&places), rows }
    }

    /// The sums of the weights of some features by class. Sixteen bits hold as many features as a
    /// decision has.
    #[inline]
    pub fn score(&self, features: &Features) -> [i16; N] {
        let mut scores = [0_i16; N];
        let mut room = [0; Features::MOST];
        for place in self.places.all(features, &mut room) {
            for (score, weight) in scores.iter_mut().zip(&self.rows[*place as usize]) {
                *score += i16::from(*weight);
            }
        }
        scores
    }
}

/// The weights of features for many classes, of which most are zero.
#[derive(Clone, Debug, Default)]
pub struct Wide {
    places: Index,
    /// Where the cells of each row begin, and at last where they end.
    begins: Vec<u32>,
    /// Class and weight.
    cells: Vec<(u8, i8)>,
}

impl Wide {
    /// From features with their weights by class.
    pub fn new(rows: &[(u32, Vec<(u8, i8)>)]) -> Self {
        let rows = rows.get(..Index::HIGHEST as usize).unwrap_or(rows);
        let places: Vec<(u32, u32)> = (1..).zip(rows).map(|(n, row)| (row.0, n)).collect();
        let (mut begins, mut cells) = (vec![0, 0], Vec::new());
        for (_, row) in rows {
            cells.extend_from_slice(row);
            begins.push(cells.len() as u32);
        }
        Wide { places: Index::new(&places), begins, cells }
    }

    /// Adds the weights of some features to the scores of the classes.
    #[inline]
    pub fn score(&self, features: &Features, scores: &mut [i32; 256]) {
        let mut room = [0; Features::MOST];
        for place in self.places.all(features, &mut room) {
            let [from, to] = [0, 1].map(|by| self.begins[*place as usize + by] as usize);
            for (class, weight) in self.cells.get(from..to).unwrap_or(&[]) {
                scores[usize::from(*class)] += i32::from(*weight);
            }
        }
    }
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
pub fn third(row: [i8; 2]) -> i8 {
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

    /// Features with the first two weights for three classes, in the order of their keys.
    pub fn narrow(&mut self, rows: &[(u32, [i8; 2])]) {
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

    /// Features with the first two weights for three classes.
    pub fn narrow(&mut self) -> Vec<(u32, [i8; 2])> {
        let keys = self.keys();
        let mut rows: Vec<(u32, [i8; 2])> = keys.iter().map(|key| (*key, [0; 2])).collect();
        for class in 0..2 {
            for (row, byte) in rows.iter_mut().zip(self.take(keys.len())) {
                row.1[class] = *byte as i8;
            }
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
