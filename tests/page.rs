//! The page of HTML: what is in it, what can never be, and that it points at the very words.
#![cfg(feature = "html")]

use frise::{
    Answered, Article, Claim, Event, Exhibit, Frise, Language, Limits, Published, Statement,
    Timeline,
};

const STORY: &str = "The dam burst on 7 March 2024. “We had warned them two days earlier”, an \
    engineer said.\n\nThree days later, the minister resigned. The dam burst on 8 March 2024, the \
    company says.";

#[test]
fn what_a_small_page_says() {
    let page = written(&[article("echo", STORY)], &["e1 before 2024-04-01"], Language::En);
    insta::assert_snapshot!(said_in(&page));
}

#[test]
fn the_labels_are_in_the_language_asked_for() {
    let page = written(&[article("echo", STORY)], &["e1 before 2024-04-01"], Language::Fr);
    assert!(page.contains("<html lang=\"fr\">"));
    for label in ["Frise", "confirmé", "Affirmations", "mars 2024", "1 article"] {
        assert!(page.contains(label), "{label}");
    }
    for label in ["Timeline", "supported", "Claims", "March"] {
        let told: String = said_in(&page).replace("class=\"card claim supported\"", "");
        // Words of the articles stay as they are.
        let told = told.split("<aside").next().unwrap_or_default();
        let told: String = (told.split("<q"))
            .map(|part| part.split_once("</q>").map_or(part, |(_, rest)| rest))
            .collect();
        assert!(!told.contains(label), "{label}");
    }
}

#[test]
fn nothing_of_an_article_is_markup() {
    let hostile = "On 7 March 2024 <script>alert(1)</script> the \"dam\" burst & broke.\n\
        On 8 March 2024 the dam </style></textarea><img src=x onerror='alert(2)'> was closed ]]> &lt;b&gt;.\n\
        On 9 March 2024 it burst <!-- again \u{0}\u{7f}.";
    let bad = "\"><script>alert(3)</script>";
    let article = article(bad, hostile).source(bad);
    let mut draft = frise::Draft::default();
    let event = draft.add_event(Event::new(format!("id{bad}"), format!("label{bad}")));
    let mut statement = Statement::new(event, hostile);
    statement.source = Some(bad.to_owned());
    statement.steps = vec![bad.into()];
    draft.add_statement(statement);
    let by_hand = Timeline::check(draft, &Limits::default()).expect("nothing to clash");
    let pages = [
        Exhibit::new(std::slice::from_ref(&article), &checked(std::slice::from_ref(&article)))
            .title(bad)
            .html(),
        Exhibit::new(std::slice::from_ref(&article), &by_hand).title(bad).html(),
    ];
    for page in pages {
        let page = page.to_lowercase();
        for (tag, times) in [
            ("<script", 1),
            ("</script", 1),
            ("<style", 2), // the style, and what counts without the script
            ("</style", 2),
            ("<img", 0),
            ("<textarea", 0),
            ("</textarea", 0),
            ("<!--", 0),
        ] {
            assert_eq!(page.matches(tag).count(), times, "{tag}");
        }
    }
    assert_eq!(text_of(&written(&[article], &[], Language::En), 0), hostile);
}

#[test]
fn every_statement_marks_its_very_words() {
    let french = "Le barrage a ce\u{301}dé le 7 mars\u{a0}2024 🌊. D’après « l’Écho », le préfet, \
        qui avait démissionné la veille de la rupture, a été arrêté le 9 mars 2024.";
    let articles = [
        article("echo", STORY),
        Article::new("fr", french, Language::Fr).published(day("2024-03-10")),
    ];
    let timeline = checked(&articles);
    let page = Exhibit::new(&articles, &timeline).html();
    for (number, article) in articles.iter().enumerate() {
        assert_eq!(text_of(&page, number), article.text(), "nothing is lost or added");
    }
    let mut seen = 0;
    for (number, statement) in timeline.statements().iter().enumerate() {
        let Some(id) = statement.article.as_deref() else { continue };
        let at = articles.iter().position(|article| article.id() == id).expect("its article");
        assert_eq!(marked(&page, at, number), statement.span.of(articles[at].text()));
        seen += 1;
    }
    assert!(4 < seen, "{seen} statements are enough to tell");
}

#[test]
fn fifty_events_fit_in_a_small_file() {
    let months = ["January", "March", "May", "July", "October"];
    let text: String = (1..=50)
        .map(|n| {
            let (day, month) = (n % 27 + 1, months[n % 5]);
            format!("On {day} {month} 2023, the court of town {n} sentenced a man to {n} years. ")
        })
        .collect();
    let articles = [article("courts", &text)];
    let claims: Vec<String> = (1..=20).map(|n| format!("e{n} before e{}", n + 1)).collect();
    let claims: Vec<&str> = claims.iter().map(String::as_str).collect();
    let page = written(&articles, &claims, Language::En);
    assert_eq!(page.matches("<li class=\"ev ").count(), checked(&articles).events().len());
    assert!(50 <= page.matches("<li class=\"ev ").count());
    assert!(page.len() < 300_000, "{} bytes", page.len());
}

#[test]
fn a_page_asks_the_network_for_nothing() {
    let page = written(&[article("echo", STORY)], &[], Language::En);
    assert!(page.contains("content=\"default-src 'none';"));
    for address in ["http:", "https:", "//www", "@import", "url(", "src="] {
        assert!(!page.contains(address), "{address}");
    }
    assert_eq!(page, written(&[article("echo", STORY)], &[], Language::En), "the same bytes");
}

#[test]
fn an_empty_timeline_is_a_page_too() {
    let page = written(&[article("empty", "")], &[], Language::En);
    assert!(page.contains("No dated event found."));
    let nothing = Timeline::check(frise::Draft::default(), &Limits::default()).expect("nothing");
    assert!(Exhibit::new(&[], &nothing).html().ends_with("</html>\n"));
}

fn article(id: &str, text: &str) -> Article {
    Article::new(id, text, Language::En).published(day("2024-03-20"))
}

fn day(date: &str) -> Published {
    date.parse().expect("a date")
}

fn checked(articles: &[Article]) -> Timeline {
    let frise = Frise::new();
    let accounts: Vec<_> = articles.iter().map(|article| frise.read(article)).collect();
    let both: Vec<_> = articles.iter().zip(&accounts).collect();
    Timeline::check(frise.gather(&both).draft, &Limits::default()).expect("no given clashes")
}

fn written(articles: &[Article], claims: &[&str], language: Language) -> String {
    let timeline = checked(articles);
    let answer = |text: &&str| {
        let claim = Claim::parse(text).expect("a claim");
        Answered::new(*text, timeline.ask(&claim).expect("an answer"))
    };
    let answers: Vec<Answered> = claims.iter().map(answer).collect();
    Exhibit::new(articles, &timeline).answers(&answers).language(language).html()
}

/// The page without its style and its script.
fn said_in(page: &str) -> String {
    let (head, rest) = page.split_once("<style>").expect("a style");
    let (_, body) = rest.split_once("</style>").expect("its end");
    let (body, _) = body.split_once("<script>").expect("a script");
    format!("{head}{body}").replace("</li>", "</li>\n")
}

/// The markup of an article's text.
fn markup_of(page: &str, number: usize) -> &str {
    let (_, rest) = page.split_once(&format!("<article id=\"a{number}\"")).expect("the article");
    let (_, rest) = rest.split_once("<div class=\"text\"").expect("its text");
    let (_, rest) = rest.split_once('>').expect("the end of the tag");
    rest.split_once("</div>").expect("its end").0
}

/// An article's text as a browser reads it.
fn text_of(page: &str, number: usize) -> String {
    pieces(markup_of(page, number)).map(|(_, text)| text).collect()
}

/// The words that a statement lights up.
fn marked(page: &str, article: usize, statement: usize) -> String {
    let number = statement.to_string();
    let own = pieces(markup_of(page, article)).filter(|(tag, _)| {
        let marks = tag.split_once("data-m=\"").and_then(|(_, rest)| rest.split_once('"'));
        marks.is_some_and(|(marks, _)| marks.split(' ').any(|mark| mark == number))
    });
    own.map(|(_, text)| text).collect()
}

/// Stretches of text, each with the tag before it.
fn pieces(markup: &str) -> impl Iterator<Item = (&str, String)> {
    let first = markup.split('<').next().into_iter().map(|text| ("", text));
    let rest = markup.split('<').skip(1).filter_map(|piece| piece.split_once('>'));
    first.chain(rest).map(|(tag, text)| (tag, decoded(text)))
}

fn decoded(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
