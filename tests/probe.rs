//! Probe.
#[test]
fn probe() {
    for t in ["Le 7 mars, l'ambassade", "le 7 MARS 2024 et 12 janvier"] {
        for m in frise::find_once(t, frise::Language::Fr) {
            println!("{:?} {:?}", m.span.of(t), m);
        }
    }
}
