//! What the crate promises about its types.

use frise::*;

#[test]
fn everything_can_be_sent_and_shared() {
    fn is<T: Send + Sync + 'static>() {}
    is::<Frise>();
    is::<Article>();
    is::<Mention>();
    is::<Expr>();
    is::<Extent>();
    is::<Resolution>();
    is::<Event>();
    is::<Statement>();
    is::<Constraint>();
    is::<Draft>();
    is::<Limits>();
    is::<Error>();
}

#[test]
fn one_value_reads_many_articles_from_many_threads() {
    let frise = Frise::new();
    let article = Article::new("a", "Le barrage a cédé le 7 mars 2024.", Language::Fr);
    let alone = frise.find(&article);
    assert!(!alone.is_empty());
    std::thread::scope(|scope| {
        let readers: Vec<_> = (0..4).map(|_| scope.spawn(|| frise.find(&article))).collect();
        for reader in readers {
            assert_eq!(reader.join().expect("no thread panics"), alone);
        }
    });
}

#[test]
fn an_error_says_what_and_how_to_mend_it() {
    let error = "2024-02-30".parse::<Published>().expect_err("February has no 30th");
    assert_eq!(error.what(), "\"2024-02-30\" is not a date that exists");
    assert_eq!(
        error.help(),
        Some("write it as 2024-04-05, 2024-04-05T21:15 or 2024-04-05T21:15+02:00")
    );
    let error = "de".parse::<Language>().expect_err("there is no German here");
    assert_eq!(error.to_string(), "no language \"de\"; the languages are en and fr");
}
