//! `frise case --init`: a case to begin with, of what articles tell.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Component, Path, PathBuf};

use frise::{
    Answered, Article, Case, CaseArticle, CaseClaim, CaseEvent, Claim, Event, EventIx, Frise,
    Language, Limits, Quotes, Span, Statement, bounds_words,
};

use crate::args::{self, Common, Unit};
use crate::articles;
use crate::checked::Checked;
use crate::message::Message;
use crate::output;

/// The most letters of a quotation that is made longer, so that it is found once or holds its date.
const LONGEST: usize = 300;

/// How many claims the case begins with.
const CLAIMS: usize = 3;

/// An event of the case, and what people see of it.
struct Named<'a> {
    event: CaseEvent,
    ix: EventIx,
    told: &'a Event,
}

/// Reads the articles and writes a case with their events, which loads and runs as it stands.
pub(crate) fn run(frise: &Frise, args: &args::Case) -> Result<(), Message> {
    if let Some(file) = args.output.as_deref().filter(|file| file.exists()) {
        return Err(Message::new(format!("{} is there already", file.display()))
            .help("name another file with -o, or move that one away"));
    }
    if args.init.iter().any(|file| file.as_os_str() == "-") {
        let what = "a case names its articles by their files, and standard input has none";
        return Err(Message::new(what).help("write the text to a file first"));
    }
    let common = Common {
        published: args.published.clone(),
        lang: args.lang,
        zone: args.zone.clone(),
        offsets: Unit::Chars,
        jobs: None,
        quiet: args.quiet,
    };
    let articles = articles::read(frise, &args.init, &common, args.explain)?;
    let checked = crate::command::timeline::checked(frise, articles, &common, Language::default())?;
    let named = named(&checked);
    let mut case = Case {
        title: Some(title(&checked.articles)),
        article: checked.articles.iter().map(in_case).collect(),
        event: named.iter().map(|named| named.event.clone()).collect(),
        ..Case::default()
    };
    case.claim = claims(&case.event);
    // The case is worked out before it is written, so that the answers can stand beside the claims.
    let answers = case.check(frise, &checked.articles, &Limits::default())?.answers;
    let paths = paths(args)?;
    let written = write(&checked, &paths, args, &case, &named, &answers);
    output::write(args.output.as_deref(), &written)
}

/// The events that have a date and can be quoted, in their order.
fn named(checked: &Checked) -> Vec<Named<'_>> {
    let mut named: Vec<Named<'_>> = Vec::new();
    let mut used: BTreeSet<String> = BTreeSet::new();
    for ix in checked.timeline.order() {
        let bounds = checked.timeline.bounds(ix);
        let Some(told) = checked.event(ix) else { continue };
        let is_page = told.is_publication();
        if is_page || (bounds.from.is_none() && bounds.to.is_none()) {
            continue;
        }
        let statements: Vec<&Statement> = (checked.statements_of(ix))
            // Words without a time of their own would be asked for one.
            .filter(|said| said.article.is_some() && !said.dated_by.is_empty())
            .collect();
        let Some(article) = statements.first().and_then(|said| said.article.clone()) else {
            continue;
        };
        let is_one = statements.iter().all(|said| said.article.as_ref() == Some(&article));
        let within = is_one.then_some(article);
        let mut quotes: Vec<String> = Vec::new();
        for said in statements {
            let quote = quote(checked, said, within.as_deref());
            quotes.extend(quote.filter(|quote| !quotes.contains(quote)));
        }
        if quotes.is_empty() {
            continue;
        }
        let id = id(told, named.len() + 1, &mut used);
        let event = CaseEvent {
            id,
            label: Some(told.label.clone()),
            quote: match quotes.as_slice() {
                [one] => Quotes::One(one.clone()),
                _ => Quotes::Many(quotes),
            },
            article: within,
            ..CaseEvent::default()
        };
        named.push(Named { event, ix, told });
    }
    named
}

/// The words of a statement, with those that date it where they stand near, if a case finds them in
/// one place.
fn quote(checked: &Checked, said: &Statement, within: Option<&str>) -> Option<String> {
    let text = checked.article(said.article.as_deref()?)?.text();
    let dated = said.dated_by.iter().fold(said.span, |hull, span| hull.hull(*span));
    let line = Span::new(
        text.get(..said.span.start)?.rfind('\n').map_or(0, |at| at + 1),
        text.get(said.span.end..)?.find('\n').map_or(text.len(), |at| said.span.end + at),
    );
    let is_short = |span: &Span| span.end - span.start <= LONGEST;
    let tries = [Some(dated).filter(is_short), Some(said.span), Some(line).filter(is_short)];
    tries.into_iter().flatten().map(|span| one_line(span.of(text))).find(|words| {
        let event = CaseEvent {
            id: "event".to_owned(),
            quote: Quotes::One(words.clone()),
            article: within.map(str::to_owned),
            ..CaseEvent::default()
        };
        let case = Case { event: vec![event], ..Case::default() };
        !words.is_empty() && case.overrules(&checked.articles).is_ok()
    })
}

/// What claims call an event: its class or head word, with a number where that is taken.
fn id(told: &Event, number: usize, used: &mut BTreeSet<String>) -> String {
    let word = told.class.as_deref().unwrap_or(&told.head);
    let is_plain = word.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
        && word.chars().any(char::is_alphabetic)
        && Claim::parse(&format!("{word} before {word}")).is_ok();
    let word = if is_plain { word.to_owned() } else { format!("event{number}") };
    let ids = std::iter::once(word.clone()).chain((2..).map(|n| format!("{word}-{n}")));
    let mut free = ids.filter(|id| !used.contains(id));
    let id = free.next().unwrap_or(word);
    used.insert(id.clone());
    id
}

/// That each event comes before the next, as far as the case begins with.
fn claims(events: &[CaseEvent]) -> Vec<CaseClaim> {
    let pairs = events.windows(2).filter_map(|pair| match pair {
        [one, next] => Some(format!("{} before {}", one.id, next.id)),
        _ => None,
    });
    pairs.take(CLAIMS).map(|text| CaseClaim { text, ..CaseClaim::default() }).collect()
}

fn title(articles: &[Article]) -> String {
    let ids: Vec<&str> = articles.iter().map(Article::id).collect();
    match ids.split_last() {
        Some((last, [])) => format!("What does {last} tell?"),
        Some((last, others)) => format!("Do {} and {last} agree?", others.join(", ")),
        None => String::new(),
    }
}

fn in_case(article: &Article) -> CaseArticle {
    CaseArticle { id: article.id().to_owned(), ..CaseArticle::default() }
}

/// The files of the articles, as the case file's folder sees them.
fn paths(args: &args::Case) -> Result<Vec<String>, Message> {
    let folder = match args.output.as_deref().and_then(Path::parent) {
        Some(folder) if folder != Path::new("") => folder.to_path_buf(),
        _ => PathBuf::from("."),
    };
    let whole = |path: &Path| {
        path.canonicalize().map_err(|error| {
            Message::new(format!("cannot find {}: {error}", path.display()))
                .help("a case names its articles by their files")
        })
    };
    let folder = whole(&folder)?;
    args.init.iter().map(|file| Ok(from(&folder, &whole(file)?))).collect()
}

/// The way from a folder to a file, with the strokes that every system reads.
fn from(folder: &Path, file: &Path) -> String {
    let (folder, file): (Vec<Component<'_>>, Vec<Component<'_>>) =
        (folder.components().collect(), file.components().collect());
    let shared = folder.iter().zip(&file).take_while(|(one, other)| one == other).count();
    let up = std::iter::repeat_n("..".to_owned(), folder.len() - shared);
    let down = file.iter().skip(shared).map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

fn write(
    checked: &Checked,
    paths: &[String],
    args: &args::Case,
    case: &Case,
    named: &[Named<'_>],
    answers: &[Answered],
) -> String {
    let mut out = String::from(
        "# A case to begin with: what the articles tell, as it was found. Rename the events, leave out\n\
         # those that do not matter, and ask what you want to know.\n\n",
    );
    let _ = writeln!(out, "title = {}", string(case.title.as_deref().unwrap_or_default()));
    for (article, path) in checked.articles.iter().zip(paths) {
        let _ = write!(out, "\n[[article]]\nid = {}\n", string(article.id()));
        let _ = writeln!(out, "path = {}", string(path));
        match args.published.as_slice() {
            [] => out
                .push_str("# published = \"2024-04-05\" # where the text does not say it itself\n"),
            [date] => line(&mut out, "published", date),
            dates => {
                let at = checked.articles.iter().position(|known| known.id() == article.id());
                at.and_then(|at| dates.get(at))
                    .into_iter()
                    .for_each(|date| line(&mut out, "published", date));
            }
        }
        line(&mut out, "lang", article.language().code());
        args.zone.iter().for_each(|zone| line(&mut out, "zone", zone));
        out.push_str("# source = \"who publishes it\"\n");
    }
    for Named { event, ix, told } in named {
        let bounds = checked.timeline.bounds(*ix);
        let disputed = if bounds.disputed { ", disputed" } else { "" };
        let _ = write!(
            out,
            "\n# {}{disputed}",
            bounds_words(bounds.from, bounds.to, Language::default())
        );
        let status = told.status.word();
        let _ = writeln!(
            out,
            "{}",
            if status == "asserted" { String::new() } else { format!(", {status}") }
        );
        let _ = writeln!(out, "[[event]]\nid = {}", string(&event.id));
        event.label.iter().for_each(|label| line(&mut out, "label", label));
        event.article.iter().for_each(|article| line(&mut out, "article", article));
        match &event.quote {
            Quotes::Many(quotes) => {
                out.push_str("quote = [\n");
                quotes.iter().for_each(|quote| {
                    let _ = writeln!(out, "    {},", string(quote));
                });
                out.push_str("]\n");
            }
            Quotes::One(quote) => line(&mut out, "quote", quote),
            Quotes::None => {}
        }
    }
    for answered in answers {
        let _ = write!(out, "\n[[claim]]\ntext = {}\n", string(&answered.text));
        let _ = writeln!(
            out,
            "# expect = {} # the answer as it stands",
            string(answered.verdict.answer.word())
        );
    }
    out
}

fn line(out: &mut String, key: &str, value: &str) {
    let _ = writeln!(out, "{key} = {}", string(value));
}

/// A string as TOML writes it.
fn string(text: &str) -> String {
    toml::Value::from(text).to_string()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
