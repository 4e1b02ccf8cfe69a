//! What each stage costs: one group a stage, on a French and an English article, and on all of the
//! benches' prose of each language as one. `ratios` sets the same costs beside a bare scan.

mod articles;

use std::hint::black_box;

use articles::{article, articles};
use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use frise::{Article, Claim, Draft, Frise, Language, Limits, Timeline};

/// The articles that every stage is measured on, with their names.
fn measured() -> Vec<(&'static str, Article)> {
    let short = |text: &str, language| article(text.to_owned(), language);
    let long = |language| {
        let texts: Vec<String> = articles(language).iter().map(|a| a.text().to_owned()).collect();
        article(texts.join("\n\n"), language)
    };
    vec![
        ("fr", short(include_str!("texts/fr.txt"), Language::Fr)),
        ("en", short(include_str!("texts/en.txt"), Language::En)),
        ("fr, 345 kB", long(Language::Fr)),
        ("en, 345 kB", long(Language::En)),
    ]
}

/// Measures one stage on every article.
fn stage(c: &mut Criterion, name: &str, run: impl Fn(&Frise, &Article)) {
    let frise = Frise::new();
    let mut group = c.benchmark_group(name);
    for (name, article) in measured() {
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

fn gather(c: &mut Criterion) {
    let frise = Frise::new();
    let mut group = c.benchmark_group("gather");
    for (name, article) in measured() {
        let account = frise.read(&article);
        group.throughput(Throughput::Bytes(article.text().len() as u64));
        group.bench_function(BenchmarkId::from_parameter(name), |b| {
            b.iter(|| black_box(frise.gather(&[(&article, &account)])));
        });
    }
    group.finish();
}

fn check(c: &mut Criterion) {
    let mut group = c.benchmark_group("check");
    for (name, draft) in drafts() {
        group.bench_function(BenchmarkId::from_parameter(name), |b| {
            b.iter_batched(
                || draft.clone(),
                |draft| black_box(Timeline::check(draft, &Limits::default())),
                BatchSize::SmallInput,
            );
        });
    }
    group.finish();
}

fn ask(c: &mut Criterion) {
    let mut group = c.benchmark_group("ask");
    let claim = Claim::parse("e1 before 2019-11-01").expect("the claim is in the language");
    for (name, draft) in drafts() {
        let timeline = Timeline::check(draft, &Limits::default()).expect("nothing is given");
        group.bench_function(BenchmarkId::from_parameter(name), |b| {
            b.iter(|| black_box(timeline.ask(&claim)));
        });
    }
    group.finish();
}

/// What the two articles tell, each once.
fn drafts() -> Vec<(&'static str, Draft)> {
    let frise = Frise::new();
    let draft = |article: &Article| frise.gather(&[(article, &frise.read(article))]).draft;
    measured().iter().take(2).map(|(name, article)| (*name, draft(article))).collect()
}

fn build(c: &mut Criterion) {
    c.bench_function("build", |b| b.iter(|| black_box(Frise::new())));
}

criterion_group!(benches, build, find, resolve, gather, check, ask);
criterion_main!(benches);
