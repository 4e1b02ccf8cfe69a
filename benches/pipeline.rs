//! What each stage costs: one group a stage, on a French and an English article, and on each of them
//! a hundred times over.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use frise::{Article, Frise, Language};

const FRENCH: &str = include_str!("texts/fr.txt");
const ENGLISH: &str = include_str!("texts/en.txt");

/// The articles that every stage is measured on, with their names.
fn articles() -> Vec<(&'static str, Article)> {
    let article = |text: String, language| {
        let published = "2019-11-08".parse().expect("the date exists");
        Article::new("bench", text, language).published(published)
    };
    vec![
        ("fr", article(FRENCH.to_owned(), Language::Fr)),
        ("en", article(ENGLISH.to_owned(), Language::En)),
        ("fr × 100", article(FRENCH.repeat(100), Language::Fr)),
        ("en × 100", article(ENGLISH.repeat(100), Language::En)),
    ]
}

/// Measures one stage on every article.
fn stage(c: &mut Criterion, name: &str, run: impl Fn(&Frise, &Article)) {
    let frise = Frise::new();
    let mut group = c.benchmark_group(name);
    for (name, article) in articles() {
        group.throughput(Throughput::Bytes(article.text().len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(name), &article, |b, article| {
            b.iter(|| run(&frise, article));
        });
    }
    group.finish();
}

fn find(c: &mut Criterion) {
    stage(c, "find", |frise, article| {
        black_box(frise.find(article));
    });
}

fn resolve(c: &mut Criterion) {
    stage(c, "read", |frise, article| {
        black_box(frise.read(article));
    });
}

fn build(c: &mut Criterion) {
    c.bench_function("build", |b| b.iter(|| black_box(Frise::new())));
}

criterion_group!(benches, build, find, resolve);
criterion_main!(benches);
