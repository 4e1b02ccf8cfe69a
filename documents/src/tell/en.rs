//! English.

use super::megabytes;
use crate::refusal::{Measure, Refusal};

pub(super) fn refusal(refusal: &Refusal) -> (String, String) {
    let (what, help) = match refusal {
        Refusal::Image(format) => (
            format!("is a picture ({format}), which is not read"),
            "read its text with a program for that: tesseract IMAGE OUT -l fra".to_owned(),
        ),
        Refusal::Recording => (
            "is sound or film, which is not read".to_owned(),
            "give a transcript of it as text".to_owned(),
        ),
        Refusal::Rtf => ("is RTF, which is not read".to_owned(), office("FILE.rtf")),
        Refusal::OldOffice => (
            "is an Office file of before 2007, or one with a password, which is not read"
                .to_owned(),
            office("FILE.doc"),
        ),
        Refusal::Archive(format) => (
            format!("is an archive ({format}), which is not read"),
            "unpack it and name the files in it".to_owned(),
        ),
        Refusal::OtherPackage(what) => (
            format!("is {}, which is not read", package(what)),
            "export it as PDF, HTML or DOCX".to_owned(),
        ),
        Refusal::Xml => (
            "is XML that is no web page, which is not read".to_owned(),
            "take the text out of it, or export it as HTML".to_owned(),
        ),
        Refusal::PostScript => {
            ("is PostScript, which is not read".to_owned(), "convert it: ps2pdf FILE.ps".to_owned())
        }
        Refusal::Binary => (
            "is no text and no document that is known".to_owned(),
            "what is read: text, Markdown, HTML, PDF, DOCX and EML".to_owned(),
        ),
        Refusal::Encrypted(tool) => ("is encrypted, which is not read".to_owned(), decrypt(tool)),
        Refusal::NoText { pages } => (
            match pages {
                1 => "is a PDF whose page is a picture: there is no text in it".to_owned(),
                n => format!("is a PDF whose {n} pages are pictures: there is no text in it"),
            },
            "have its text recognised: ocrmypdf -l fra IN.pdf OUT.pdf".to_owned(),
        ),
        Refusal::Encoding { at } => (
            format!("is in no encoding that is known: not UTF-8 from offset {at}"),
            "if it is Latin-1 or Windows-1252, convert it: iconv -f WINDOWS-1252 -t UTF-8"
                .to_owned(),
        ),
        Refusal::Damaged(format) => (
            format!("begins as {format} and cannot be read as that: it is damaged or cut off"),
            "open it with another program and save it anew".to_owned(),
        ),
        Refusal::TooLarge { what, most } => {
            let most = match what {
                Measure::File | Measure::Tree | Measure::Unpacked => {
                    format!("{} MB", megabytes(*most))
                }
                Measure::Elements | Measure::Depth | Measure::Steps => most.to_string(),
            };
            let what = match what {
                Measure::File => "is too large: at most {most} are read",
                Measure::Tree => "is too large: of a page or a part of it, at most {most} are read",
                Measure::Unpacked => "unpacks to more than is read: at most {most}",
                Measure::Elements => "has more elements than are read: at most {most}",
                Measure::Depth => {
                    "is nested too deep: at most {most} elements inside one another are read"
                }
                Measure::Steps => "is drawn in more steps than are read: at most {most}",
            };
            (what.replace("{most}", &most), "give the text alone, or a part of it".to_owned())
        }
        Refusal::TooLong { seconds } => (
            format!("was not read within {seconds} seconds"),
            "give the text alone, or a part of it".to_owned(),
        ),
        Refusal::OddlyPacked => (
            "is packed several times over, which is not read".to_owned(),
            "write it anew: qpdf --stream-data=uncompress IN.pdf OUT.pdf".to_owned(),
        ),
    };
    (what, help)
}

fn office(file: &str) -> String {
    format!("convert it: soffice --headless --convert-to docx {file}")
}

fn package(what: &str) -> &str {
    match what {
        "xlsx" => "a spreadsheet of Excel",
        "pptx" => "a presentation of PowerPoint",
        "odt" => "an OpenDocument text",
        "ods" => "an OpenDocument spreadsheet",
        "odp" => "an OpenDocument presentation",
        "epub" => "an e-book (EPUB)",
        "jar" => "a program (JAR)",
        other => other,
    }
}

fn decrypt(tool: &str) -> String {
    match tool {
        "pdf" => "with its password: qpdf --decrypt --password=… IN.pdf OUT.pdf",
        "mail" => "decrypt it in a mail program and save it anew",
        _ => "open it with its password and save it without",
    }
    .to_owned()
}

pub(super) fn other_language(name: &str) -> (String, String) {
    let what = match language(name) {
        Some(name) => format!("seems to be in {name}; only French and English are read"),
        None => "seems to be neither French nor English, the languages that are read".to_owned(),
    };
    (what, "if it is one of them, say so with --lang fr or --lang en".to_owned())
}

fn language(code: &str) -> Option<&'static str> {
    Some(match code {
        "ara" => "Arabic",
        "cat" => "Catalan",
        "ces" => "Czech",
        "cmn" => "Chinese",
        "dan" => "Danish",
        "deu" => "German",
        "ell" => "Greek",
        "epo" => "Esperanto",
        "fin" => "Finnish",
        "heb" => "Hebrew",
        "hin" => "Hindi",
        "hun" => "Hungarian",
        "ita" => "Italian",
        "jpn" => "Japanese",
        "kor" => "Korean",
        "lat" => "Latin",
        "nld" => "Dutch",
        "nob" => "Norwegian",
        "pol" => "Polish",
        "por" => "Portuguese",
        "ron" => "Romanian",
        "rus" => "Russian",
        "spa" => "Spanish",
        "swe" => "Swedish",
        "tur" => "Turkish",
        "ukr" => "Ukrainian",
        "vie" => "Vietnamese",
        _ => return None,
    })
}
