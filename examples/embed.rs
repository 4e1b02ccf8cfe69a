//! frise inside another program: one value, many threads, JSON out. No file, no clock, no network.
//!
//! ```sh
//! cargo run --example embed --features json
//! ```

use std::thread;

use frise::{Article, Error, Exhibit, Frise, Json, Language, Limits, Offsets, Timeline};

/// What a request to a server might hold.
struct Request {
    id: &'static str,
    text: &'static str,
    language: Language,
    published: &'static str,
}

const REQUESTS: [Request; 3] = [
    Request {
        id: "strike",
        text: "The strike began on Monday and ended two days later.",
        language: Language::En,
        published: "2024-03-14",
    },
    Request {
        id: "vote",
        text: "Le vote a eu lieu hier, trois semaines après le débat.",
        language: Language::Fr,
        published: "2024-03-14",
    },
    Request { id: "nothing", text: "Il pleut.", language: Language::Fr, published: "2024-03-14" },
];

fn main() {
    // Built once: it holds the tables of the languages and keeps nothing of what it reads.
    let frise = Frise::new();
    let answers: Vec<Result<String, Error>> = thread::scope(|scope| {
        let threads: Vec<_> =
            REQUESTS.iter().map(|request| scope.spawn(|| answer(&frise, request))).collect();
        threads.into_iter().filter_map(|thread| thread.join().ok()).collect()
    });
    for answer in answers {
        match answer {
            Ok(json) => println!("{json}"),
            Err(error) => eprintln!("{error}"),
        }
    }
}

fn answer(frise: &Frise, request: &Request) -> Result<String, Error> {
    let articles = [Article::new(request.id, request.text, request.language)
        .published(request.published.parse()?)];
    let account = frise.read(&articles[0]);
    let draft = frise.gather(&[(&articles[0], &account)]).draft;
    let timeline = Timeline::check(draft, &Limits::default())?;
    // A page in a browser marks the words: it counts in UTF-16.
    let exhibit = Exhibit::new(&articles, &timeline).offsets(Offsets::Utf16);
    let json = Json::new(exhibit);
    Ok(serde_json::to_string(&json.article(request.id)).unwrap_or_default())
}
