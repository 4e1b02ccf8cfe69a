//! French.

use super::megabytes;
use crate::refusal::{Measure, Refusal};

pub(super) fn refusal(refusal: &Refusal) -> (String, String) {
    let (what, help) = match refusal {
        Refusal::Image(format) => (
            format!("est une image ({format}), qui n'est pas lue"),
            "faites-en reconnaître le texte : tesseract IMAGE SORTIE -l fra".to_owned(),
        ),
        Refusal::Recording => (
            "est un enregistrement (son ou film), qui n'est pas lu".to_owned(),
            "donnez-en une transcription".to_owned(),
        ),
        Refusal::Rtf => ("est un fichier RTF, qui n'est pas lu".to_owned(), office("FICHIER.rtf")),
        Refusal::OldOffice => (
            "est un fichier Office d'avant 2007 ou protégé par un mot de passe, qui n'est pas lu"
                .to_owned(),
            office("FICHIER.doc"),
        ),
        Refusal::Archive(format) => (
            format!("est une archive ({format}), qui n'est pas lue"),
            "extrayez-en les fichiers et nommez-les".to_owned(),
        ),
        Refusal::OtherPackage(what) => (
            format!("est {}, qui n'est pas lu", package(what)),
            "exportez-le en PDF, HTML ou DOCX".to_owned(),
        ),
        Refusal::Xml => (
            "est du XML qui n'est pas une page web, et n'est pas lu".to_owned(),
            "tirez-en le texte, ou exportez-le en HTML".to_owned(),
        ),
        Refusal::PostScript => (
            "est du PostScript, qui n'est pas lu".to_owned(),
            "convertissez-le : ps2pdf FICHIER.ps".to_owned(),
        ),
        Refusal::Binary => (
            "n'est ni un texte ni un document connu".to_owned(),
            "sont lus : texte, Markdown, HTML, PDF, DOCX et EML".to_owned(),
        ),
        Refusal::Encrypted(tool) => ("est chiffré et n'est pas lu".to_owned(), decrypt(tool)),
        Refusal::NoText { pages } => (
            match pages {
                1 => "est un PDF dont la page est une image : il n'y a pas de texte".to_owned(),
                n => format!("est un PDF dont les {n} pages sont des images : il n'y a pas de texte"),
            },
            "faites-en reconnaître le texte : ocrmypdf -l fra ENTRÉE.pdf SORTIE.pdf".to_owned(),
        ),
        Refusal::Encoding { at } => (
            format!("n'est dans aucun codage connu : pas d'UTF-8 à partir de la position {at}"),
            "si c'est du Latin-1 ou du Windows-1252, convertissez-le : iconv -f WINDOWS-1252 -t UTF-8"
                .to_owned(),
        ),
        Refusal::Damaged(format) => (
            format!("commence comme un fichier {format} mais ne peut être lu : abîmé ou tronqué"),
            "ouvrez-le avec un autre programme et enregistrez-le de nouveau".to_owned(),
        ),
        Refusal::TooLarge { what, most } => {
            let most = match what {
                Measure::File | Measure::Tree | Measure::Unpacked => {
                    format!("{} Mo", megabytes(*most))
                }
                Measure::Elements | Measure::Depth | Measure::Steps => most.to_string(),
            };
            let what = match what {
                Measure::File => "est trop grand : {most} au plus sont lus",
                Measure::Tree => "est trop grand : {most} au plus sont lus d'une page ou d'une partie",
                Measure::Unpacked => "se déploie au-delà de ce qui est lu : {most} au plus",
                Measure::Elements => "a plus d'éléments qu'il n'en est lu : {most} au plus",
                Measure::Depth => "est trop imbriqué : {most} éléments l'un dans l'autre au plus sont lus",
                Measure::Steps => "demande plus de tracés qu'il n'en est lu : {most} au plus",
            };
            (what.replace("{most}", &most), "donnez le texte seul, ou une partie".to_owned())
        }
        Refusal::TooLong { seconds } => (
            format!("n'a pas été lu en {seconds} secondes"),
            "donnez le texte seul, ou une partie".to_owned(),
        ),
        Refusal::OddlyPacked => (
            "est comprimé plusieurs fois, et n'est pas lu".to_owned(),
            "récrivez-le : qpdf --stream-data=uncompress ENTRÉE.pdf SORTIE.pdf".to_owned(),
        ),
    };
    (what, help)
}

fn office(file: &str) -> String {
    format!("convertissez-le : soffice --headless --convert-to docx {file}")
}

fn package(what: &str) -> &str {
    match what {
        "xlsx" => "un classeur Excel",
        "pptx" => "un diaporama PowerPoint",
        "odt" => "un texte OpenDocument",
        "ods" => "un classeur OpenDocument",
        "odp" => "un diaporama OpenDocument",
        "epub" => "un livre numérique (EPUB)",
        "jar" => "un programme (JAR)",
        other => other,
    }
}

fn decrypt(tool: &str) -> String {
    match tool {
        "pdf" => "avec son mot de passe : qpdf --decrypt --password=… ENTRÉE.pdf SORTIE.pdf",
        "mail" => "déchiffrez-le dans un logiciel de courrier et enregistrez-le de nouveau",
        _ => "ouvrez-le avec son mot de passe et enregistrez-le sans",
    }
    .to_owned()
}

pub(super) fn other_language(name: &str) -> (String, String) {
    let what = match language(name) {
        Some(name) => format!("semble être en {name} ; seuls le français et l'anglais sont lus"),
        None => "ne semble être ni en français ni en anglais, les langues qui sont lues".to_owned(),
    };
    (what, "si c'est l'une des deux, dites-le avec --lang fr ou --lang en".to_owned())
}

fn language(code: &str) -> Option<&'static str> {
    Some(match code {
        "ara" => "arabe",
        "cat" => "catalan",
        "ces" => "tchèque",
        "cmn" => "chinois",
        "dan" => "danois",
        "deu" => "allemand",
        "ell" => "grec",
        "epo" => "espéranto",
        "fin" => "finnois",
        "heb" => "hébreu",
        "hin" => "hindi",
        "hun" => "hongrois",
        "ita" => "italien",
        "jpn" => "japonais",
        "kor" => "coréen",
        "lat" => "latin",
        "nld" => "néerlandais",
        "nob" => "norvégien",
        "pol" => "polonais",
        "por" => "portugais",
        "ron" => "roumain",
        "rus" => "russe",
        "spa" => "espagnol",
        "swe" => "suédois",
        "tur" => "turc",
        "ukr" => "ukrainien",
        "vie" => "vietnamien",
        _ => return None,
    })
}
