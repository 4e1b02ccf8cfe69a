//! `frise syntax`: how sentences are read, for whoever mends a rule.

use std::fmt::Write;

use frise::{Article, Frise, ParsedSentence, ParsedUnit};
use textwrap::core::display_width;

use crate::args;
use crate::articles;
use crate::format::{self, Format};
use crate::message::Message;
use crate::output;

pub(crate) fn run(frise: &Frise, args: &args::Syntax) -> Result<(), Message> {
    let formats = [("table", Format::Text), ("conllu", Format::ConllU)];
    let format = format::parse(args.format.as_deref(), &formats)?.unwrap_or(Format::Text);
    let articles = articles::read(frise, &args.files, &args.common(), frise::Language::default())?;
    let mut out = String::new();
    for article in &articles {
        let sentences = frise.syntax(article);
        if sentences.iter().all(|sentence| sentence.units.is_empty()) && !sentences.is_empty() {
            let what = format!("no model of {} is built in", article.language().code());
            return Err(Message::new(what).help("build the program with the feature of its code"));
        }
        for (n, sentence) in sentences.iter().enumerate() {
            match format {
                Format::ConllU => conllu(article, n, sentence, &mut out),
                _ => table(article, n, sentence, &mut out),
            }
        }
    }
    output::write(None, &out)
}

/// The words of a unit or a sentence on one line.
fn on_a_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The number of a unit's head, counted from 1; 0 for the root.
fn head(unit: &ParsedUnit) -> usize {
    unit.head.map_or(0, |head| head + 1)
}

fn conllu(article: &Article, n: usize, sentence: &ParsedSentence, out: &mut String) {
    let text = article.text();
    let _ = writeln!(out, "# sent_id = {}-{}", article.id(), n + 1);
    let _ = writeln!(out, "# text = {}", on_a_line(sentence.span.of(text)));
    for (n, unit) in sentence.units.iter().enumerate() {
        let next = sentence.units.get(n + 1).map_or(sentence.span.end, |next| next.span.start);
        let mut more = Vec::new();
        more.extend(unit.mention.map(|mention| format!("Mention={mention}")));
        more.extend((unit.span.end == next).then(|| "SpaceAfter=No".to_owned()));
        let more = if more.is_empty() { "_".to_owned() } else { more.join("|") };
        let _ = writeln!(
            out,
            "{}\t{}\t{}\t{}\t_\t{}\t{}\t{}\t_\t{more}",
            n + 1,
            on_a_line(unit.span.of(text)),
            on_a_line(&unit.lemma),
            unit.upos,
            unit.feats,
            head(unit),
            unit.relation,
        );
    }
    out.push('\n');
}

fn table(article: &Article, n: usize, sentence: &ParsedSentence, out: &mut String) {
    let text = article.text();
    let _ = writeln!(out, "{}-{}  {}", article.id(), n + 1, on_a_line(sentence.span.of(text)));
    let rows: Vec<[String; 7]> = (sentence.units.iter().enumerate())
        .map(|(n, unit)| {
            let words = on_a_line(unit.span.of(text));
            let governor = unit.head.and_then(|head| sentence.units.get(head));
            [
                (n + 1).to_string(),
                if unit.mention.is_some() { format!("[{words}]") } else { words },
                unit.upos.to_owned(),
                on_a_line(&unit.lemma),
                unit.relation.to_owned(),
                match governor {
                    Some(governor) => {
                        format!("{} {}", head(unit), on_a_line(governor.span.of(text)))
                    }
                    None => String::new(),
                },
                if unit.feats == "_" { String::new() } else { unit.feats.clone() },
            ]
        })
        .collect();
    let mut widths = [0; 7];
    for row in &rows {
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = display_width(cell).max(*widest);
        }
    }
    for row in &rows {
        let mut line = String::new();
        for (n, (cell, widest)) in row.iter().zip(widths).enumerate() {
            let padding = " ".repeat(widest - display_width(cell));
            match n {
                0 => line.extend(["  ", padding.as_str(), cell.as_str()]),
                _ => line.extend(["  ", cell.as_str(), padding.as_str()]),
            }
        }
        let _ = writeln!(out, "{}", line.trim_end());
    }
    out.push('\n');
}
