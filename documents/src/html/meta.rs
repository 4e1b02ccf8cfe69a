//! What a page says of itself: title, author, language, when it was published.
//!
//! The date is taken from `article:published_time`, JSON-LD's `datePublished`, `<time datetime>`, in this
//! order; names that other publishers use for the first stand before the last. When a page was changed is
//! never asked.

use dom_query::{Document as Dom, NodeRef};
use serde_json::Value;

use crate::date::normal;
use crate::document::{Published, squeezed};

/// What a page says of itself.
#[derive(Debug, Default)]
pub(super) struct About {
    pub(super) title: Option<String>,
    pub(super) author: Option<String>,
    pub(super) language: Option<String>,
    pub(super) published: Option<Published>,
}

/// Names of `<meta>` that give the date published, the best first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "parsely-pub-date",
    "citation_publication_date",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "publication_date",
    "pubdate",
    "publish-date",
    "date",
];

/// Reads a page's head and its dates.
pub(super) fn of(page: &Dom) -> About {
    let metas: Vec<(String, String)> = page
        .select("meta[content]")
        .iter()
        .filter_map(|meta| {
            let name = ["property", "name", "itemprop"].iter().find_map(|key| meta.attr(key))?;
            Some((name.to_ascii_lowercase(), squeezed(&meta.attr("content")?)))
        })
        .filter(|(_, content)| !content.is_empty())
        .collect();
    let meta =
        |name: &str| metas.iter().find(|(known, _)| known == name).map(|(_, content)| content);
    let data = Data::of(page);
    let in_meta = |names: &[&str]| {
        names.iter().find_map(|name| {
            let date = normal(meta(name)?)?;
            Some(Published { date, field: (*name).to_owned() })
        })
    };
    let (first, others) = PUBLISHED.split_at(4);
    let published =
        in_meta(first).or(data.published).or_else(|| in_meta(others)).or_else(|| in_time(page));
    let title = meta("og:title").or_else(|| meta("twitter:title")).cloned().or(data.title);
    let author = meta("author").or_else(|| meta("article:author")).cloned().or(data.author);
    let html = page.select("html");
    let language =
        html.attr("lang").or_else(|| html.attr("xml:lang")).map(|lang| lang.trim().to_owned());
    let declared = || meta("og:locale").map(|locale| locale.replace('_', "-"));
    About {
        title: title.or_else(|| heading(page)),
        author: author.filter(|author| !author.starts_with("http")),
        language: language.filter(|lang| !lang.is_empty()).or_else(declared),
        published,
    }
}

/// The one heading of the first rank.
fn heading(page: &Dom) -> Option<String> {
    let headings = page.select("h1");
    let mut texts =
        headings.iter().map(|heading| squeezed(&heading.text())).filter(|text| !text.is_empty());
    let first = texts.next()?;
    texts.next().is_none().then_some(first)
}

/// What JSON-LD says of the article of a page.
#[derive(Default)]
struct Data {
    published: Option<Published>,
    title: Option<String>,
    author: Option<String>,
}

impl Data {
    fn of(page: &Dom) -> Self {
        let scripts = page.select("script[type=\"application/ld+json\"]");
        let values: Vec<Value> = scripts
            .iter()
            .filter_map(|script| serde_json::from_str(script.text().trim()).ok())
            .collect();
        let mut items = Vec::new();
        values.iter().for_each(|value| gather(value, 0, &mut items));
        // An article before the page that it is on.
        let rank = |item: &Value| match kind(item) {
            kind if ["Article", "Posting", "Report", "Review"]
                .iter()
                .any(|end| kind.ends_with(end)) =>
            {
                0
            }
            kind if kind.ends_with("WebPage") => 1,
            _ => 2,
        };
        items.sort_by_key(|item| rank(item));
        let mut data = Data::default();
        for item in items.into_iter().filter(|item| rank(item) < 2) {
            let text = |key: &str| item.get(key)?.as_str().map(squeezed);
            data.published = data.published.or_else(|| {
                let date = normal(item.get("datePublished")?.as_str()?)?;
                Some(Published { date, field: "datePublished".to_owned() })
            });
            data.title = data.title.or_else(|| text("headline"));
            data.author = data.author.or_else(|| name(item.get("author")?));
        }
        data
    }
}

/// The objects that may be the page's article: not comments on it, nor articles that it names.
fn gather<'a>(value: &'a Value, depth: usize, out: &mut Vec<&'a Value>) {
    if 8 < depth || 1000 < out.len() {
        return;
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| gather(item, depth + 1, out)),
        Value::Object(fields) => {
            out.push(value);
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let Some(inner) = fields.get(key) {
                    gather(inner, depth + 1, out);
                }
            }
        }
        _ => {}
    }
}

fn kind(item: &Value) -> &str {
    match item.get("@type") {
        Some(Value::String(kind)) => kind,
        Some(Value::Array(kinds)) => kinds.iter().find_map(Value::as_str).unwrap_or(""),
        _ => "",
    }
}

fn name(author: &Value) -> Option<String> {
    match author {
        Value::String(name) => Some(squeezed(name)),
        Value::Array(authors) => {
            let names: Vec<String> = authors.iter().filter_map(name).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        author => author.get("name")?.as_str().map(squeezed),
    }
}

/// The `<time>` that says when the page was published: one that says so, else the first of the article.
fn in_time(page: &Dom) -> Option<Published> {
    let times = page.select("time");
    let dated = |time: &NodeRef<'_>| -> Option<Published> {
        let date = normal(&time.attr("datetime")?)?;
        Some(Published { date, field: "time".to_owned() })
    };
    let about = |node: &NodeRef<'_>| {
        let mut words = String::new();
        for key in ["class", "itemprop", "id"] {
            words.extend(node.attr(key).map(|value| value.to_ascii_lowercase()));
            words.push(' ');
        }
        words
    };
    let is_change = |time: &NodeRef<'_>| {
        let own = about(time);
        let around = time.parent().map(|parent| about(&parent)).unwrap_or_default();
        ["modif", "updat", "maj"]
            .iter()
            .any(|word| own.contains(word) || around.contains(word) && !own.contains("publi"))
    };
    let is_elsewhere = |time: &NodeRef<'_>| {
        time.ancestors_it(None).any(|node| {
            ["aside", "nav", "footer"].iter().any(|name| node.has_name(name))
                || ["comment", "related", "sidebar"].iter().any(|word| about(&node).contains(word))
        })
    };
    let nodes: Vec<NodeRef<'_>> = times
        .nodes()
        .iter()
        .filter(|time| !is_change(time) && !is_elsewhere(time))
        .copied()
        .collect();
    let says = nodes.iter().find(|time| {
        time.has_attr("pubdate")
            || about(time).contains("publi")
            || about(time).contains("entry-date")
    });
    let inside = |time: &&NodeRef<'_>| {
        time.ancestors_it(None).any(|node| node.has_name("article") || node.has_name("main"))
    };
    says.into_iter().chain(nodes.iter().filter(inside)).chain(&nodes).find_map(dated)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn published(html: &str) -> Option<(String, String)> {
        of(&Dom::from(html)).published.map(|one| (one.date, one.field))
    }

    fn some(date: &str, field: &str) -> Option<(String, String)> {
        Some((date.to_owned(), field.to_owned()))
    }

    #[test]
    fn the_date_in_the_order_of_its_places() {
        let meta = "<meta property='article:published_time' content='2024-04-01T10:00:00+02:00'>";
        let data = "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\",\"datePublished\":\"2020-01-01\"},
            {\"@type\":\"NewsArticle\",\"datePublished\":\"2024-04-02\",\"dateModified\":\"2024-05-01\",
             \"comment\":{\"@type\":\"Article\",\"datePublished\":\"2024-06-01\"}}]}</script>";
        let time = "<article><time datetime='2024-04-03'>3 avril</time></article>";
        let all = format!("{time}{data}{meta}");
        assert_eq!(published(&all), some("2024-04-01T10:00+02:00", "article:published_time"));
        assert_eq!(published(&format!("{time}{data}")), some("2024-04-02", "datePublished"));
        assert_eq!(published(time), some("2024-04-03", "time"));
    }

    #[test]
    fn when_a_page_was_changed_is_never_asked() {
        for html in [
            "<script type='application/ld+json'>{\"@type\":\"Article\",\"dateModified\":\"2024-05-01\"}</script>",
            "<meta property='article:modified_time' content='2024-05-01'>",
            "<article><time class='updated' datetime='2024-05-01'>1 mai</time></article>",
            "<p class='date-maj'>Mis à jour <time datetime='2024-05-01'>1 mai</time></p>",
            "<aside><time datetime='2024-05-01'>1 mai</time></aside>",
            "<script type='application/ld+json'>{ broken</script>",
        ] {
            assert_eq!(published(html), None, "{html}");
        }
    }
}
