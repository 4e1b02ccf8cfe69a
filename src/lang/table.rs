//! Folded words and their numbers: the one table that every word of a text is looked up in, so it is
//! laid out for that. A word is three machine words; most misses cost one look.

/// The longest word a table can hold, in bytes.
const LONGEST: usize = 24;

/// The folded letters of a word, built a letter at a time, without allocation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key {
    bytes: [u8; LONGEST],
    len: usize,
}

impl Key {
    pub(crate) fn new() -> Self {
        Self { bytes: [0; LONGEST], len: 0 }
    }

    pub(crate) fn push(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.len) {
            *place = byte;
        }
        self.len += 1;
    }

    /// Takes ASCII letters from the start of some bytes, as many as there is room for; how many.
    pub(crate) fn take_ascii(&mut self, bytes: &[u8]) -> usize {
        let room = self.bytes.iter_mut().skip(self.len);
        let mut taken = 0;
        for (place, byte) in room.zip(bytes) {
            let lower = byte | 0x20;
            if !lower.is_ascii_lowercase() {
                break;
            }
            *place = lower;
            taken += 1;
        }
        self.len += taken;
        taken
    }

    /// A letter that no lexicon word has.
    pub(crate) fn spoil(&mut self) {
        self.len += LONGEST + 1;
    }

    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// The first letter, 0 for none.
    pub(crate) fn initial(&self) -> u8 {
        self.bytes[0]
    }

    fn packed(&self) -> Packed {
        let part = |n: usize| {
            let bytes = self.bytes.get(n * 8..n * 8 + 8).and_then(|bytes| bytes.try_into().ok());
            u64::from_le_bytes(bytes.unwrap_or_default())
        };
        [part(0), part(1), part(2)]
    }
}

impl From<&[u8]> for Key {
    fn from(word: &[u8]) -> Self {
        let mut key = Key::new();
        word.iter().for_each(|byte| key.push(*byte));
        key
    }
}

type Packed = [u64; LONGEST / 8];

/// Words and their numbers, which count from 1.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// Twice as many as there are words, or more, and a power of two. The number 0 is an empty place.
    places: Vec<(Packed, u16)>,
    len: usize,
}

impl Default for Table {
    fn default() -> Self {
        Table { places: vec![Default::default(); 64], len: 0 }
    }
}

impl Table {
    /// The number of a word, 0 where it is unknown.
    pub(crate) fn get(&self, key: &Key) -> u16 {
        if LONGEST < key.len || key.len == 0 {
            return 0;
        }
        self.places.get(self.place(&key.packed())).map_or(0, |(_, number)| *number)
    }

    /// Adds a word that is not there yet. One that is too long is not found in a text either.
    pub(crate) fn insert(&mut self, key: &Key, number: u16) {
        if LONGEST < key.len {
            return;
        }
        if self.places.len() < 2 * (self.len + 1) {
            let places = vec![Default::default(); 2 * self.places.len()];
            for (packed, number) in std::mem::replace(&mut self.places, places) {
                if number != 0 {
                    self.put(packed, number);
                }
            }
        }
        self.put(key.packed(), number);
        self.len += 1;
    }

    fn put(&mut self, packed: Packed, number: u16) {
        let place = self.place(&packed);
        if let Some(place) = self.places.get_mut(place) {
            *place = (packed, number);
        }
    }

    /// Where a word is, or else would be. There is always an empty place, so the search ends.
    fn place(&self, packed: &Packed) -> usize {
        let mask = self.places.len() - 1;
        let mixed = (packed[0] ^ packed[1].rotate_left(23) ^ packed[2].rotate_left(47))
            .wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut place = (mixed >> 40) as usize & mask;
        while let Some((known, number)) = self.places.get(place) {
            if *number == 0 || known == packed {
                break;
            }
            place = (place + 1) & mask;
        }
        place
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, Table};

    #[test]
    fn words_are_found_by_all_their_letters() {
        let mut table = Table::default();
        let words: Vec<String> = (0..2000).map(|n| format!("word{n}")).collect();
        for (word, number) in words.iter().zip(1..) {
            table.insert(&Key::from(word.as_bytes()), number);
        }
        for (word, number) in words.iter().zip(1..) {
            assert_eq!(table.get(&Key::from(word.as_bytes())), number, "{word}");
        }
        for word in ["", "word", "word2000", "a-word-that-is-longer-than-any"] {
            assert_eq!(table.get(&Key::from(word.as_bytes())), 0, "{word}");
        }
    }
}
