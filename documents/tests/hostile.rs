//! What nobody writes by accident: each is read, or refused with what it is, in bounded time and without a
//! panic. That memory is bounded too is held by the tests of the program, which run it in little of it.

use std::fmt::Write;
use std::time::{Duration, Instant};

use frise_documents::{Document, Limits, Measure, Refusal, Voice, read, refusal};
use miniz_oxide::deflate::compress_to_vec_zlib;

/// What no document below takes, in a build without optimisation on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

#[track_caller]
fn answered(bytes: &[u8]) -> Result<Document, Refusal> {
    let start = Instant::now();
    let answer = read(bytes, &Limits::default());
    assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
    if let Err(why) = &answer {
        for voice in [Voice::En, Voice::Fr] {
            let said = refusal(why, voice);
            assert!(!said.what.is_empty() && !said.help.is_empty() && !said.what.contains('{'));
        }
    }
    answer
}

#[track_caller]
fn too_large(bytes: &[u8], what: Measure) {
    match answered(bytes) {
        Err(Refusal::TooLarge { what: found, .. }) => assert_eq!(found, what),
        Err(other) => panic!("{other:?}"),
        Ok(document) => panic!("read {} bytes", document.text.len()),
    }
}

/// A PDF of some objects, the first its catalogue, with a table of where they are.
fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.5\n".to_vec();
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n", n + 1).bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let table = out.len();
    let mut end = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        let _ = writeln!(end, "{place:010} 00000 n ");
    }
    let _ = write!(
        end,
        "trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    );
    out.extend(end.bytes());
    out
}

fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    let mut out = format!("<<{dictionary}/Length {}>>\nstream\n", data.len()).into_bytes();
    out.extend(data);
    out.extend(b"\nendstream");
    out
}

/// A PDF of one page with a content and more objects, from number 6 on.
fn page(content: Vec<u8>, resources: &str, more: Vec<Vec<u8>>) -> Vec<u8> {
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>{resources}>>>>"
        )
        .into_bytes(),
        content,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
    ];
    objects.extend(more);
    pdf(&objects)
}

const WORDS: &[u8] = b"BT /F 12 Tf 72 700 Td (The dam broke on 7 March 2024.) Tj ET";

#[test]
fn a_page_of_a_pdf_is_read() {
    let read = answered(&page(stream("", WORDS), "", Vec::new())).expect("it is a PDF");
    assert_eq!(read.text, "The dam broke on 7 March 2024.\n");
    assert_eq!(read.page(4), Some(1));
}

#[test]
fn pdfs_that_lie() {
    let honest = page(stream("", WORDS), "", Vec::new());
    let text = String::from_utf8_lossy(&honest).into_owned();
    let length = format!("/Length {}", WORDS.len());
    for (from, to) in [
        (length.as_str(), "/Length 5"),
        (length.as_str(), "/Length 999999999999"),
        (length.as_str(), "/Length -1"),
        (length.as_str(), "/Length 4 0 R"),
        ("startxref\n", "startxref\n99999999"),
        ("/Root 1 0 R", "/Root 3 0 R"),
        ("/Size 6", "/Size 4294967295"),
        ("/Count 1", "/Count 2147483647"),
        ("/Kids[3 0 R]", "/Kids[2 0 R 2 0 R 3 0 R]"),
        ("/Parent 2 0 R", "/Parent 3 0 R/Contents 3 0 R"),
        ("%%EOF", ""),
    ] {
        assert!(text.contains(from), "{from}");
        // Read or refused: nothing else.
        if let Ok(read) = answered(text.replacen(from, to, 1).as_bytes()) {
            assert!(read.text.len() < 100, "{to}: {}", read.text);
        }
    }
    for end in 0..honest.len() {
        let _ = answered(&honest[..end]);
    }
}

#[test]
fn pdfs_that_unpack_without_end() {
    let bomb = compress_to_vec_zlib(&vec![b' '; 100 << 20], 6);
    assert!(bomb.len() < 200_000);
    too_large(&page(stream("/Filter/FlateDecode", &bomb), "", Vec::new()), Measure::Unpacked);
    // Of which nothing is used.
    let unused = vec![stream("/Filter/FlateDecode", &bomb)];
    too_large(&page(stream("", WORDS), "", unused), Measure::Unpacked);
    let twice = compress_to_vec_zlib(&bomb, 6);
    let answer =
        answered(&page(stream("/Filter[/FlateDecode/FlateDecode]", &twice), "", Vec::new()));
    assert_eq!(answer, Err(Refusal::OddlyPacked));
}

#[test]
fn one_content_drawn_again_and_again() {
    // Each form draws the next one ten times.
    let forms = (6..30).map(|n| {
        let next = format!("/N{} Do ", n + 1).repeat(10);
        let dictionary = format!(
            "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</N{} {} 0 R>>>>",
            n + 1,
            n + 1
        );
        stream(&dictionary, next.as_bytes())
    });
    let forms: Vec<Vec<u8>> = forms.collect();
    let content = stream("", b"/N6 Do");
    too_large(&page(content, "/XObject<</N6 6 0 R>>", forms), Measure::Steps);
    // A form that draws itself.
    let itself = stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</N 6 0 R>>>>",
        b"/N Do",
    );
    let answer = answered(&page(stream("", b"/N Do"), "/XObject<</N 6 0 R>>", vec![itself]));
    assert_eq!(answer, Err(Refusal::NoText { pages: 1 }));
    // A page whose content is one stream many times.
    let many = "4 0 R ".repeat(10_000);
    let large = compress_to_vec_zlib(&vec![b' '; 1 << 20], 6);
    let text = String::from_utf8_lossy(&page(b"<<>>".to_vec(), "", Vec::new())).into_owned();
    let text = text.replace("/Contents 4 0 R", &format!("/Contents[{many}]"));
    let mut bytes = text.split("4 0 obj").next().unwrap_or_default().as_bytes().to_vec();
    bytes.extend(b"4 0 obj\n");
    bytes.extend(stream("/Filter/FlateDecode", &large));
    bytes.extend(b"\nendobj\ntrailer\n<</Root 1 0 R>>\n");
    too_large(&bytes, Measure::Unpacked);
}

#[test]
fn pdfs_nested_without_end() {
    let deep =
        |open: &str, close: &str| format!("{}{}", open.repeat(100_000), close.repeat(100_000));
    for inner in [deep("[", "]"), deep("<</A ", ">>"), "[".repeat(1_000_000), "(".repeat(1_000_000)]
    {
        let _ = answered(&page(stream("", WORDS), "", vec![inner.clone().into_bytes()]));
        let _ = answered(&page(stream("", inner.as_bytes()), "", Vec::new()));
        let _ = answered(format!("%PDF-1.4\ntrailer\n<</Root {inner}>>").as_bytes());
    }
    let q = "q ".repeat(1_000_000);
    let _ = answered(&page(stream("", q.as_bytes()), "", Vec::new()));
}

#[test]
fn numbers_beyond_measure() {
    for content in [
        "BT /F 1e30 Tf 1e38 0 0 1e38 0 0 Tm (x) Tj ET",
        "BT /F 12 Tf 99999999999999999999 -99999999999999999999 Td (x) Tj ET",
        "0 0 0 0 0 0 cm BT /F 12 Tf (x) Tj ET",
        "BT /F -12 Tf 72 700 Td (x) Tj ET",
        "BT /F 12 Tf 1e9 Tz 1e9 Tc (xxxx) Tj [(x) -1e30 (x)] TJ ET",
    ] {
        let _ = answered(&page(stream("", content.as_bytes()), "", Vec::new()));
    }
    let drawing: String = (0..200_000).fold(String::from("BT /F 1 Tf "), |mut out, n| {
        let _ = write!(out, "1 0 0 1 {} {} Tm (x) Tj ", n % 577, n % 791);
        out
    });
    let _ = answered(&page(stream("", drawing.as_bytes()), "", Vec::new()));
}

#[test]
fn html_nested_without_end() {
    for tag in [
        "div",
        "b",
        "table",
        "blockquote",
        "svg",
        "a",
        "ul><li",
        "span",
        "form",
        "select",
        "template",
    ] {
        let html = format!("<html><body>{}x", format!("<{tag}>").repeat(100_000));
        match answered(html.as_bytes()) {
            Err(Refusal::TooLarge { what: Measure::Depth | Measure::Elements, .. }) | Ok(_) => {}
            Err(other) => panic!("{tag}: {other:?}"),
        }
        let html = format!("<html><body>{}x", format!("<{tag}>").repeat(3_000));
        let _ = answered(html.as_bytes());
    }
    // Each with an attribute of its own, so that the parser keeps them all.
    let html: String = (0..20_000).fold(String::from("<p>"), |mut html, n| {
        let _ = write!(html, "<b class=c{n}>");
        html
    });
    let _ = answered(format!("<html>{html}</p><p>x").as_bytes());
}

#[test]
fn html_without_measure() {
    let attributes: String = (0..100_000).fold(String::new(), |mut all, n| {
        let _ = write!(all, " a{n}=b");
        all
    });
    too_large(format!("<html><p{attributes}>x</p></html>").as_bytes(), Measure::Elements);
    too_large(format!("<html>{}</html>", "<br>".repeat(400_000)).as_bytes(), Measure::Elements);
    too_large(format!("<html><p>{}</p></html>", "word ".repeat(4 << 20)).as_bytes(), Measure::Tree);
    let json = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let html = format!("<html><script type='application/ld+json'>{json}</script><p>x</p></html>");
    assert!(answered(html.as_bytes()).is_ok());
}

#[test]
fn scripts_are_not_read() {
    let html = "<html><body><p>The dam broke on 7 March 2024.</p><script>document.write('<p>On 8 March 2024 it rained.</p>')</script>
        <style>p::after { content: 'On 9 March 2024' }</style><noscript><p>On 10 March 2024</p></noscript>
        <p style='display: none'>On 11 March 2024</p><p hidden>On 12 March 2024</p><template><p>On 13 March 2024</p></template>
        <iframe srcdoc='<p>On 14 March 2024</p>'></iframe><!-- On 15 March 2024 --><p onclick='alert(\"16 March\")'>It was closed.</p></html>";
    let read = answered(html.as_bytes()).expect("it is a page");
    assert_eq!(read.text, "The dam broke on 7 March 2024.\n\nIt was closed.\n");
}

/// The name of an entry, and what it holds.
type Entry<'a> = (&'a str, &'a [u8]);

/// An archive of entries, packed; the directory may lie of their sizes.
fn zip(entries: &[Entry<'_>], says: Option<u32>) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, data) in entries {
        let packed = miniz_oxide::deflate::compress_to_vec(data, 6);
        let length = u32::try_from(name.len()).unwrap_or_default();
        let sizes = [
            u32::try_from(packed.len()).unwrap_or_default(),
            says.unwrap_or(u32::try_from(data.len()).unwrap_or_default()),
        ];
        let start = u32::try_from(out.len()).unwrap_or_default();
        let head = |out: &mut Vec<u8>| {
            out.extend([0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
            sizes.iter().for_each(|size| out.extend(size.to_le_bytes()));
            out.extend((length as u16).to_le_bytes());
        };
        out.extend(b"PK\x03\x04\x14\0");
        head(&mut out);
        out.extend([0, 0]);
        out.extend(name.bytes());
        out.extend(&packed);
        directory.extend(b"PK\x01\x02\x14\0\x14\0");
        head(&mut directory);
        directory.extend([0; 12]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.bytes());
    }
    let count = u16::try_from(entries.len()).unwrap_or_default().to_le_bytes();
    let (size, start) = (
        u32::try_from(directory.len()).unwrap_or_default(),
        u32::try_from(out.len()).unwrap_or_default(),
    );
    out.extend(directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend([count, count].concat());
    out.extend(size.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    out
}

fn docx(body: &str) -> Vec<u8> {
    let xml = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    );
    zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", xml.as_bytes())], None)
}

#[test]
fn docx_of_every_kind() {
    let read = answered(&docx(
        "<w:p><w:r><w:t>The dam broke on </w:t></w:r><w:del><w:r><w:delText>6</w:delText></w:r></w:del><w:ins><w:r><w:t>7 March 2024 &amp; it rained.</w:t></w:r></w:ins></w:p>",
    ));
    assert_eq!(read.expect("it is a DOCX").text, "The dam broke on 7 March 2024 & it rained.\n");
    // What it unpacks to, whatever it says.
    let large = vec![b' '; 100 << 20];
    for says in [None, Some(10)] {
        too_large(&zip(&[("word/document.xml", &large)], says), Measure::Unpacked);
    }
    let deep = format!("{}<w:p/>{}", "<w:tbl>".repeat(100_000), "</w:tbl>".repeat(100_000));
    too_large(&docx(&deep), Measure::Depth);
    for broken in [
        "<w:p><w:r><w:t>x",
        "<w:p></w:r>",
        "<w:p a=1 a=1>",
        "</w:p></w:p></w:tr></w:t>",
        "<![CDATA[",
    ] {
        let _ = answered(&docx(broken));
    }
    let whole = docx("<w:p><w:r><w:t>x</w:t></w:r></w:p>");
    for end in 0..whole.len() {
        let _ = answered(&whole[..end]);
    }
}

#[test]
fn entities_are_not_expanded() {
    let mut xml = String::from("<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a0 \"aaaaaaaaaa\">");
    for n in 1..30 {
        let _ = write!(xml, "<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10));
    }
    xml.push_str("]><w:document><w:body><w:p><w:r><w:t>Before &a29; after &#8364; &lt;</w:t></w:r></w:p></w:body></w:document>");
    let read =
        answered(&zip(&[("word/document.xml", xml.as_bytes())], None)).expect("it is a DOCX");
    assert_eq!(read.text, "Before after € <\n");
}

#[test]
fn mails_without_measure() {
    let head = "From: a@example.org\nDate: Fri, 5 Apr 2024 10:00:00 +0200\nSubject: s\nMIME-Version: 1.0\n";
    let nested = (0..5_000).fold(String::new(), |mut out, n| {
        let _ = write!(out, "Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n");
        out
    });
    let messages = "Content-Type: message/rfc822\n\n".repeat(50_000);
    let parts =
        format!("Content-Type: multipart/mixed; boundary=b\n\n{}", "--b\n\nx\n".repeat(100_000));
    let long = format!("X: {}\n\nx", "y".repeat(5_000_000));
    let fields = format!("{}\nx", "Received: from a\n".repeat(100_000));
    let quotes = format!(
        "\n{}",
        (0..20_000).fold(String::new(), |out, n| out + &">".repeat(n % 200) + "x\n")
    );
    for rest in [nested, messages, parts, long, fields, quotes] {
        let _ = answered(format!("{head}{rest}").as_bytes());
    }
    let html = format!("{head}Content-Type: text/html\n\n{}", "<div>".repeat(100_000));
    too_large(html.as_bytes(), Measure::Depth);
}

#[test]
fn markdown_without_measure() {
    let head = "---\ntitle: t\n---\n";
    for rest in [
        "> ".repeat(100_000),
        "- ".repeat(100_000),
        "[".repeat(100_000),
        "*a_".repeat(100_000),
        "`".repeat(100_000),
        "<div>".repeat(100_000),
        "[a](".repeat(50_000),
        "|a".repeat(100_000),
        "![".repeat(100_000),
        "\\".repeat(100_000),
        "[^1]: ".repeat(50_000),
    ] {
        let _ = answered(format!("{head}{rest}").as_bytes());
    }
}

#[test]
fn a_hundred_megabytes() {
    too_large(&vec![b'a'; 100 << 20], Measure::File);
}

#[test]
fn what_is_not_read_is_named() {
    let named: &[(&[u8], &str)] = &[
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a picture (PNG), which is not read"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "is a picture (JPEG), which is not read"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "is a picture (WebP), which is not read"),
        (b"\0\0\0\x18ftypheic\0\0", "is a picture (HEIC), which is not read"),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'><text>On 7 March</text></svg>",
            "is a picture (SVG), which is not read",
        ),
        (b"{\\rtf1\\ansi On 7 March}", "is RTF, which is not read"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0",
            "is an Office file of before 2007, or one with a password, which is not read",
        ),
        (b"\x1f\x8b\x08\0\0\0\0\0", "is an archive (gzip), which is not read"),
        (b"7z\xbc\xaf\x27\x1c\0\x04", "is an archive (7-Zip), which is not read"),
        (b"%!PS-Adobe-3.0\n", "is PostScript, which is not read"),
        (
            b"<?xml version='1.0'?><rss><item/></rss>",
            "is XML that is no web page, which is not read",
        ),
        (b"\x7fELF\x02\x01\x01\0", "is no text and no document that is known"),
        (b"-----BEGIN PGP MESSAGE-----\n\nx", "is encrypted, which is not read"),
        (b"ID3\x03\0\0\0\0", "is sound or film, which is not read"),
    ];
    for (bytes, what) in named {
        let why = answered(bytes).expect_err(what);
        assert_eq!(&refusal(&why, Voice::En).what, what);
    }
    let others: [(&[Entry<'_>], &str); 3] = [
        (&[("a.txt", b"x")], "is an archive (ZIP), which is not read"),
        (&[("xl/workbook.xml", b"<x/>")], "is a spreadsheet of Excel, which is not read"),
        (
            &[("ppt/presentation.xml", b"<x/>")],
            "is a presentation of PowerPoint, which is not read",
        ),
    ];
    for (entries, what) in others {
        let why = answered(&zip(entries, None)).expect_err(what);
        assert_eq!(refusal(&why, Voice::En).what, what);
    }
    let locked = page(stream("", WORDS), "", Vec::new());
    let locked =
        String::from_utf8_lossy(&locked).replace("/Root 1 0 R", "/Root 1 0 R/Encrypt 9 0 R");
    assert_eq!(answered(locked.as_bytes()), Err(Refusal::Encrypted("pdf")));
    assert_eq!(
        answered(&page(stream("", b"0 0 9 9 re f"), "", Vec::new())),
        Err(Refusal::NoText { pages: 1 })
    );
}
