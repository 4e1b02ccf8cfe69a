//! Trees.
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let text = std::fs::read_to_string(&a[2]).unwrap();
    let frise = frise::Frise::new();
    let article = frise::Article::new("a", text, a[1].parse().unwrap());
    print!("{}", frise.trees_text(&article));
}
