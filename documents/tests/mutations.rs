//! Documents with some bytes changed, left out or doubled: each is read, its parts in its text, or refused.

use std::path::Path;

use frise_documents::{Limits, read};

/// Numbers that look like chance and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most.max(1)
    }
}

fn changed(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(12) {
        let (at, length) = (chance.below(bytes.len()), chance.below(40));
        let end = (at + length).min(bytes.len());
        match chance.below(5) {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let again: Vec<u8> = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
            2 => bytes.truncate(bytes.len() - chance.below(bytes.len() / 4)),
            _ => {
                let byte = u8::try_from(chance.below(256)).unwrap_or_default();
                if let Some(place) = bytes.get_mut(at) {
                    *place = byte;
                }
            }
        }
    }
    bytes
}

#[test]
fn documents_with_bytes_changed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/documents");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the fixtures are there")
        .map(|entry| entry.expect("it can be listed").path())
        .collect();
    files.sort();
    let (mut read_again, mut refused) = (0, 0);
    for file in files {
        let bytes = std::fs::read(&file).expect("it can be read");
        read(&bytes, &Limits::default()).expect("the fixture itself is read");
        let mut chance = Chance(7);
        for _ in 0..60 {
            match read(&changed(&bytes, &mut chance), &Limits::default()) {
                Ok(document) => {
                    read_again += 1;
                    let mut end = 0;
                    for part in document.parts {
                        assert!(
                            end <= part.span.start
                                && document.text.get(part.span.clone()).is_some()
                        );
                        end = part.span.end;
                    }
                }
                Err(_) => refused += 1,
            }
        }
    }
    assert!(20 < read_again && 10 < refused, "{read_again} read, {refused} refused");
}
