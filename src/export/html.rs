//! One file that any browser opens: the timeline to scale, the articles beside it, conflicts and
//! answers with the sentences they rest on.
//!
//! The page holds all it says as plain HTML; its script only draws and points. It asks the network
//! for nothing, and a content policy in it forbids that. Everything goes through [`escape`].

mod article;
mod chart;
mod proof;

use std::borrow::Cow;

use super::words::{self, labels};
use super::{Exhibit, when_words};
use crate::article::{Article, Language};
use crate::event::{EventIx, Statement, StatementIx};
use crate::lang::labels::Labels;
use crate::timeline::Conflict;

/// How many colours there are for sources; further sources share the last, grey one.
const COLOURS: usize = 8;

const STYLE: &str = include_str!("html/page.css");
const SCRIPT: &str = concat!(
    "'use strict';\n(() => {\n",
    include_str!("html/scale.js"),
    include_str!("html/draw.js"),
    include_str!("html/choose.js"),
    "})();\n",
);

/// Only what stands in the file itself.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; \
     base-uri 'none'; form-action 'none'";

/// What the script draws is taken away, and what it opens stands open.
const WITHOUT_SCRIPT: &str = ".tools,.key,.top,.grid,.track{display:none}.name{width:100%}.how[hidden],.proof[hidden]{display:block!important}";

impl Exhibit<'_> {
    /// A page of HTML that needs no other file and no network: the timeline drawn to scale, the
    /// conflicts and answers with their proofs, the articles with every statement to light up.
    /// Whatever stands in an article or a name is text in it, never markup.
    ///
    /// ```
    /// # use frise::{Article, Exhibit, Frise, Language, Limits, Timeline};
    /// # let articles = [Article::new("a", "The dam burst <b> on 7 March 2024.", Language::En)];
    /// # let frise = Frise::new();
    /// # let draft = frise.gather(&[(&articles[0], &frise.read(&articles[0]))]).draft;
    /// # let timeline = Timeline::check(draft, &Limits::default())?;
    /// let page = Exhibit::new(&articles, &timeline).html();
    /// assert!(page.contains("<b data-m=\"0\">7 March 2024</b>") && page.contains("&lt;b&gt;"));
    /// # Ok::<(), frise::Error>(())
    /// ```
    pub fn html(&self) -> String {
        Page::new(*self).write()
    }
}

/// Text as it may stand between tags and in attributes, which all have double quotes.
fn escape(text: &str) -> Cow<'_, str> {
    html_escape::encode_double_quoted_attribute(text)
}

/// A page that is being written.
struct Page<'a> {
    exhibit: Exhibit<'a>,
    labels: &'static Labels,
    language: Language,
    /// Who says anything, in order of first saying.
    sources: Vec<&'a str>,
    /// The statements whose words the proof in hand has quoted.
    quoted: Vec<StatementIx>,
    out: String,
}

impl<'a> Page<'a> {
    fn new(exhibit: Exhibit<'a>) -> Self {
        let mut sources = Vec::new();
        for statement in exhibit.timeline.statements() {
            if let Some(source) = exhibit.source(statement)
                && !sources.contains(&source)
            {
                sources.push(source);
            }
        }
        let language = exhibit.language;
        let (quoted, out) = (Vec::new(), String::new());
        Self { exhibit, labels: labels(language), language, sources, quoted, out }
    }

    fn write(mut self) -> String {
        let labels = self.labels;
        let title = escape(self.exhibit.title.unwrap_or(labels.untitled));
        let timeline = self.exhibit.timeline;
        let count = |n, forms| words::count(n, forms, self.language);
        let link = |to, words| format!("<a href=\"#{to}\">{words}</a>");
        let mut sum = vec![link("h-t", count(timeline.events().len(), labels.events))];
        sum.push(match Conflict::alike(timeline.conflicts(), self.language).len() {
            0 => count(0, labels.conflicts),
            n => link("h-conflict", count(n, labels.conflicts)),
        });
        if !self.exhibit.answers.is_empty() {
            sum.push(link("h-claim", count(self.exhibit.answers.len(), labels.claims)));
        }
        sum.push(link("articles", count(self.exhibit.articles.len(), labels.articles_counted)));
        self.push(&format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <link rel=\"icon\" href=\"data:,\">\n<title>{title}</title>\n\
             <style>\n{STYLE}</style>\n</head>\n<body>\n<div class=\"page\">\n<main data-see=\"{}\">\n\
             <header><h1>{title}</h1><p class=\"sum\">{}</p><p class=\"hint\">{}</p>\
             <noscript><p class=\"hint\">{}</p><style>{WITHOUT_SCRIPT}</style></noscript>\
             <p class=\"told\" role=\"status\"></p></header>\n",
            self.language.code(),
            escape(labels.see_text),
            sum.join(" · "),
            escape(labels.hint),
            escape(labels.no_script),
        ));
        self.chart();
        self.conflicts();
        self.answers();
        self.push(&format!("<footer>{}</footer>\n</main>\n", escape(labels.made_by)));
        self.articles();
        self.push(&format!("</div>\n<script>\n{SCRIPT}</script>\n</body>\n</html>\n"));
        self.out
    }

    fn push(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// The class that colours a source.
    fn colour(&self, source: Option<&str>) -> usize {
        let at = self.sources.iter().position(|known| Some(*known) == source);
        at.unwrap_or(COLOURS).min(COLOURS)
    }

    /// Who says a statement, with the dot of the colour.
    fn by(&self, statement: &'a Statement) -> String {
        match self.exhibit.source(statement) {
            Some(source) => {
                let colour = self.colour(Some(source));
                format!(
                    "<i class=\"dot c{colour}\"></i><span class=\"src\">{}</span>",
                    escape(source)
                )
            }
            None => format!("<span class=\"src\">{}</span>", self.labels.yours),
        }
    }

    /// A statement: where it stands, who says it, its words and when that is. The words are not said
    /// again in one proof.
    fn said(&mut self, ix: StatementIx, statement: &'a Statement) -> String {
        let mut said = String::new();
        if let Some(cite) = self.exhibit.cite(statement) {
            let (number, cite) = (ix.index(), escape(&cite));
            said += &format!(
                "<button type=\"button\" class=\"cite\" data-s=\"{number}\">{cite}</button> "
            );
        }
        said += &self.by(statement);
        if !self.quoted.contains(&ix) {
            self.quoted.push(ix);
            let words = one_line(&statement.text);
            let inner = words
                .strip_prefix(['“', '"', '«'])
                .and_then(|rest| rest.strip_suffix(['”', '"', '»']));
            let words = inner.map_or(words.as_str(), str::trim);
            let words = format!("{}{}{}", self.labels.open, escape(words), self.labels.shut);
            let article = statement.article.as_deref().and_then(|id| self.exhibit.article(id));
            let spoken = article.map(Article::language).filter(|spoken| *spoken != self.language);
            let spoken =
                spoken.map_or(String::new(), |spoken| format!(" lang=\"{}\"", spoken.code()));
            said += &format!(" <q{spoken}>{words}</q>");
        }
        if let Some(says) = &statement.says {
            let when = when_words(says.from, says.to, self.language);
            said += &format!(" <b class=\"says\">→ {}</b>", escape(&when));
        }
        said
    }

    /// When an event is, in words.
    fn when(&self, ix: EventIx) -> String {
        self.exhibit.when(ix)
    }
}

/// Numbers as an attribute holds them.
fn list(numbers: impl IntoIterator<Item = usize>) -> String {
    let mut written = String::new();
    for number in numbers {
        if !written.is_empty() {
            written.push(' ');
        }
        written.push_str(&number.to_string());
    }
    written
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
