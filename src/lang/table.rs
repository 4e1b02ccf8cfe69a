//! Folded words and their numbers: the one table that every word of a text is looked up in, so it is
//! laid out for that. A word is three machine words; most misses cost one look.

/// The longest word a table can hold, in bytes.
const LONGEST: usize = 8 * PARTS;

/// How many machine words a word takes.
const PARTS: usize = 3;

/// The letters of a word in order, the first in the lowest byte; the rest is zero.
type Packed = [u64; PARTS];

/// The folded letters of a word, built without allocation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key {
    packed: Packed,
    len: usize,
}

impl Key {
    pub(crate) fn new() -> Self {
        Self { packed: [0; PARTS], len: 0 }
    }

    pub(crate) fn push(&mut self, byte: u8) {
        if let Some(part) = self.packed.get_mut(self.len / 8) {
            *part |= u64::from(byte) << (8 * (self.len % 8));
        }
        self.len += 1;
    }

    /// A word of few ASCII letters and nothing else, folded: most words.
    pub(crate) fn plain(word: &str) -> Option<Key> {
        let mut key = Key::new();
        (key.take_ascii(word.as_bytes()) == word.len()).then_some(key)
    }

    /// Takes ASCII letters from the start of some bytes, eight at a time, as many as there is room for;
    /// how many. Only for an empty key.
    pub(crate) fn take_ascii(&mut self, bytes: &[u8]) -> usize {
        for part in &mut self.packed {
            let rest = bytes.get(self.len..).unwrap_or(&[]);
            let eight =
                rest.first_chunk().map_or_else(|| few(rest), |all| u64::from_le_bytes(*all));
            let (letters, count) = leading_letters(eight);
            *part = letters;
            self.len += count;
            if count < 8 {
                break;
            }
        }
        self.len
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
        self.packed[0] as u8
    }
}

impl From<&[u8]> for Key {
    fn from(word: &[u8]) -> Self {
        let mut key = Key::new();
        word.iter().for_each(|byte| key.push(*byte));
        key
    }
}

/// Fewer than eight bytes as one number, the first in the lowest byte.
fn few(bytes: &[u8]) -> u64 {
    let fewer = |bytes: &[u8]| match *bytes {
        [a, b, c, ..] => u32::from_le_bytes([a, b, c, 0]),
        [a, b] => u32::from_le_bytes([a, b, 0, 0]),
        [a] => a.into(),
        [] => 0,
    };
    match bytes.split_first_chunk() {
        Some((four, rest)) => {
            u64::from(u32::from_le_bytes(*four)) | u64::from(fewer(rest)) << u32::BITS
        }
        None => fewer(bytes).into(),
    }
}

/// The ASCII letters at the start of eight bytes, in small letters, and how many they are.
fn leading_letters(bytes: u64) -> (u64, usize) {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * EACH;
    // A capital differs from its small letter in one bit. Then the sums reach a byte's high bit from "a"
    // on, and from the sign after "z" on; none carries, for the high bits are left out.
    let lower = bytes | (0x20 * EACH);
    let low = lower & !HIGH;
    let from_a = low + (0x80 - u64::from(b'a')) * EACH;
    let past_z = low + (0x7f - u64::from(b'z')) * EACH;
    let others = !(from_a & !past_z & !bytes) & HIGH;
    let count = others.trailing_zeros() as usize / 8;
    let letters = if count == 8 { lower } else { lower & ((1 << (8 * count)) - 1) };
    (letters, count)
}

/// Words and their numbers, which count from 1.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// Twice as many as there are words, or more, and a power of two. The number 0 is an empty place.
    places: Vec<(Packed, u16)>,
    /// A byte of each place that tells most words from the one there, and 0 for an empty place: so small
    /// that it stays where it is read fast.
    tags: Vec<u8>,
    len: usize,
}

impl Default for Table {
    fn default() -> Self {
        Table { places: vec![Default::default(); 64], tags: vec![0; 64], len: 0 }
    }
}

impl Table {
    /// The number of a word, 0 where it is unknown.
    pub(crate) fn get(&self, key: &Key) -> u16 {
        if LONGEST < key.len || key.len == 0 {
            return 0;
        }
        let mask = self.places.len() - 1;
        let (mut place, tag) = home(&key.packed);
        loop {
            place &= mask;
            match self.tags.get(place) {
                None | Some(0) => return 0,
                Some(known) if *known == tag => {
                    if let Some((packed, number)) = self.places.get(place)
                        && *packed == key.packed
                    {
                        return *number;
                    }
                }
                Some(_) => {}
            }
            place += 1;
        }
    }

    /// Adds a word that is not there yet. One that is too long is not found in a text either.
    pub(crate) fn insert(&mut self, key: &Key, number: u16) {
        if LONGEST < key.len {
            return;
        }
        if self.places.len() < 2 * (self.len + 1) {
            let places = vec![Default::default(); 2 * self.places.len()];
            self.tags = vec![0; places.len()];
            for (packed, number) in std::mem::replace(&mut self.places, places) {
                if number != 0 {
                    self.put(packed, number);
                }
            }
        }
        self.put(key.packed, number);
        self.len += 1;
    }

    /// Puts a word at its home or the first empty place after it. There is always one.
    fn put(&mut self, packed: Packed, number: u16) {
        let mask = self.places.len() - 1;
        let (home, tag) = home(&packed);
        let mut places = (0..self.places.len()).map(|n| (home + n) & mask);
        let empty = places.find(|place| self.tags.get(*place) == Some(&0));
        if let Some(at) = empty
            && let (Some(place), Some(known)) = (self.places.get_mut(at), self.tags.get_mut(at))
        {
            (*place, *known) = ((packed, number), tag);
        }
    }
}

/// Where a word is looked for first, and its tag, which is not 0.
fn home(packed: &Packed) -> (usize, u8) {
    let mixed = (packed[0] ^ packed[1].rotate_left(23) ^ packed[2].rotate_left(47))
        .wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((mixed >> 40) as usize, (mixed >> 32) as u8 | 1)
}

#[cfg(test)]
mod tests {
    use super::{Key, Table, leading_letters};

    #[test]
    fn a_key_takes_the_letters_at_the_start_however_many() {
        let word = "abcdefghijklmnopqrstuvwxyz";
        for length in 0..=24 {
            for end in ["", " ", "'s a", " and so on"] {
                let mut key = Key::new();
                let text = format!("{}{end}", &word[..length]);
                assert_eq!(key.take_ascii(text.as_bytes()), length, "{text:?}");
                assert_eq!(key.packed, Key::from(&word.as_bytes()[..length]).packed, "{text:?}");
            }
        }
    }

    #[test]
    fn letters_end_where_they_end() {
        let slow = |bytes: [u8; 8]| {
            let letters = bytes.map(|byte| byte.to_ascii_lowercase());
            let count = letters.iter().take_while(|byte| byte.is_ascii_lowercase()).count();
            let mut kept = [0; 8];
            kept[..count].copy_from_slice(&letters[..count]);
            (u64::from_le_bytes(kept), count)
        };
        for byte in 0..=u8::MAX {
            for at in 0..8 {
                let mut bytes = *b"aZzAbYnm";
                bytes[at] = byte;
                assert_eq!(leading_letters(u64::from_le_bytes(bytes)), slow(bytes), "{bytes:?}");
            }
        }
    }

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
