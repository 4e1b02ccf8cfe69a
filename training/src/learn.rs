//! Averaged perceptrons over hashed features.

use frise::training::KEY_BITS;

/// The key of an empty place: more than any feature has.
const FREE: u32 = u32::MAX;

/// Weights by feature and class, a row of all classes for each feature.
#[derive(Debug)]
pub(crate) struct Perceptron {
    classes: usize,
    /// Keys with their rows, wherever there is room from the key's place on.
    places: Vec<(u32, u32)>,
    keys: Vec<u32>,
    weights: Vec<i16>,
    /// For each weight the sum of its changes, each times the step it was made at.
    moments: Vec<i64>,
    /// How often a row was changed.
    changes: Vec<u32>,
    step: u32,
    /// How often each feature was met while counting, up to 255; empty where all are taken.
    counts: Vec<u8>,
    least: u8,
}

/// Weights with fractions, by the features' keys in ascending order.
pub(crate) type Average = Vec<(u32, Vec<(u8, f64)>)>;

impl Perceptron {
    pub(crate) fn new(classes: usize) -> Self {
        Perceptron {
            classes,
            places: vec![(FREE, 0); 1 << 12],
            keys: Vec::new(),
            weights: Vec::new(),
            moments: Vec::new(),
            changes: Vec::new(),
            step: 0,
            counts: Vec::new(),
            least: 0,
        }
    }

    /// Takes only features that are met so often while counting.
    pub(crate) fn counting(mut self, least: u8) -> Self {
        self.counts = vec![0; 1 << KEY_BITS];
        self.least = least;
        self
    }

    /// Counts features that a decision has.
    pub(crate) fn count_up(&mut self, features: &[u32]) {
        for key in features {
            let count = &mut self.counts[*key as usize];
            *count = count.saturating_add(1);
        }
    }

    /// Adds up the weights of some features by class.
    pub(crate) fn score(&self, features: &[u32], scores: &mut [i32]) {
        for key in features {
            if let (_, Some(row)) = self.find(*key) {
                let row = &self.weights[row * self.classes..(row + 1) * self.classes];
                for (score, weight) in scores.iter_mut().zip(row) {
                    *score += i32::from(*weight);
                }
            }
        }
    }

    /// The place of a key, or where it would go, and its row.
    fn find(&self, key: u32) -> (usize, Option<usize>) {
        let mut at = key as usize & (self.places.len() - 1);
        loop {
            match self.places[at] {
                (found, row) if found == key => return (at, Some(row as usize)),
                (FREE, _) => return (at, None),
                _ => at = (at + 1) & (self.places.len() - 1),
            }
        }
    }

    fn grow(&mut self) {
        self.places = vec![(FREE, 0); self.places.len() * 4];
        for row in 0..self.keys.len() {
            let (place, _) = self.find(self.keys[row]);
            self.places[place] = (self.keys[row], row as u32);
        }
    }

    /// Another decision has been looked at.
    pub(crate) fn tick(&mut self) {
        self.step += 1;
    }

    /// Moves the weights of some features for a class.
    pub(crate) fn update(&mut self, features: &[u32], class: u8, by: i16) {
        for key in features {
            let (place, found) = self.find(*key);
            if found.is_none() && self.counts.get(*key as usize).is_some_and(|n| *n < self.least) {
                continue;
            }
            let row = found.unwrap_or(self.keys.len());
            if found.is_none() {
                self.places[place] = (*key, row as u32);
                self.keys.push(*key);
                self.weights.resize(self.weights.len() + self.classes, 0);
                self.moments.resize(self.moments.len() + self.classes, 0);
                self.changes.push(0);
                if self.places.len() < self.keys.len() * 2 {
                    self.grow();
                }
            }
            self.changes[row] += 1;
            let at = row * self.classes + usize::from(class);
            self.weights[at] += by;
            self.moments[at] += i64::from(by) * i64::from(self.step);
        }
    }

    /// The averages of all weights, of the features that were changed often enough.
    pub(crate) fn average(&self, least_changes: u32) -> Average {
        let steps = f64::from(self.step.max(1));
        let mut rows: Average = Vec::new();
        for (row, (key, changes)) in self.keys.iter().zip(&self.changes).enumerate() {
            if *changes < least_changes {
                continue;
            }
            let cells = (row * self.classes..(row + 1) * self.classes)
                .map(|at| f64::from(self.weights[at]) - self.moments[at] as f64 / steps);
            let cells = cells.enumerate().filter(|cell| cell.1 != 0.0);
            rows.push((*key, cells.map(|(class, weight)| (class as u8, weight)).collect()));
        }
        rows.sort_by_key(|row| row.0);
        rows
    }

    pub(crate) fn count(&self) -> usize {
        self.keys.len()
    }
}

/// Weights as small integers: only a few reach the largest, and `coarse` of its 127 steps are one.
/// Averages below `least` are left out.
pub(crate) fn quantise(average: &Average, least: f64, coarse: i32) -> Vec<(u32, Vec<(u8, i8)>)> {
    let mut sizes: Vec<f64> =
        average.iter().flat_map(|row| &row.1).map(|cell| cell.1.abs()).collect();
    sizes.sort_by(f64::total_cmp);
    let high = sizes.get(sizes.len() * 9995 / 10_000).copied().unwrap_or(1.0).max(1e-9);
    let scale = 127.0 / high;
    let small = |weight: f64| {
        let fine = (weight * scale).round().clamp(-127.0, 127.0) as i32;
        ((fine.abs() * 2 + coarse) / (2 * coarse) * fine.signum()) as i8
    };
    (average.iter())
        .filter_map(|(key, cells)| {
            if cells.iter().all(|cell| cell.1.abs() < least) {
                return None;
            }
            let cells = cells.iter().map(|cell| (cell.0, small(cell.1)));
            let cells: Vec<(u8, i8)> = cells.filter(|cell| cell.1 != 0).collect();
            (!cells.is_empty()).then_some((*key, cells))
        })
        .collect()
}

/// Numbers that look drawn by lot and are always the same.
#[derive(Clone, Debug)]
pub(crate) struct Lot(u64);

impl Lot {
    pub(crate) fn new(seed: u64) -> Self {
        Lot(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn draw(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.draw() % end.max(1) as u64) as usize
    }

    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at + 1));
        }
    }
}
