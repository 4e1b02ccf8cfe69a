#!/usr/bin/env python3
"""Fetches documents that others made, each beside the text that it holds; none may be committed here.

    python3 scripts/documents/fetch.py OUT

Needs pandoc, pdftotext (poppler-utils), qpdf, apt-get and cargo. Pages of the Web: the test pages of Mozilla's Readability, in the
crate readabilityrs, with the main text and title that Mozilla's people checked. PDF: French documentation of TeX Live (Debian's
texlive-lang-french). DOCX: the test files of pandoc, in the crate docx-rust. Mails: the test files of
the crate mail-parser. The texts of PDFs are pdftotext's, mended by hand after a look at each difference (PDFS).
"""
import email
import email.policy
import json
import pathlib
import re
import subprocess
import sys
import tempfile

PAGES = {"ars-1": "2015-04-16", "bbc-1": "2015-07-24", "guardian-1": "2019-01-03", "lemonde-1": "2015-05-04",
         "liberation-1": "2015-04-30", "nytimes-1": "2017-01-13", "salon-1": "none", "seattletimes-1": "2019-04-28",
         "telegraph": "2017-11-16", "wapo-1": "none"}
# The file, its pages, the lines that are page numbers or running heads, and what pdftotext has wrong.
PDFS = {
    "guil-test1.pdf": (None, r"1", []),
    "f-Tabbing.pdf": (None, r"\d", [("h packagei", "package")]),
    "MiniDocEf_Lnx.pdf": (None, r"1", []),
    "dun19expl3.pdf": ("1-4", r"\d", []),
    "droit-fr.pdf": ("3-5", r"\d", [("huniversitéi", "université"), ("hécolei", "école"), ("hspécialitéi", "spécialité"),
                                    ("hdatei", "date"), ("hcivilitéi", "civilité"), ("hprénomi", "prénom"), ("hnomi", "nom"),
                                    ("hpostei", "poste")]),
}
DOCX = ["block_quotes", "definition_list", "links", "notes", "track_changes_deletion", "unicode"]
MAILS = ["003", "004", "017", "029", "035", "049"]


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def plain(kind, path):
    return run("pandoc", "-f", kind, "-t", "plain", "--wrap=none", str(path))


def crate(name, version, work):
    """The source of a crate, fetched by cargo."""
    (work / "src").mkdir(exist_ok=True)
    (work / "src/lib.rs").write_text("")
    (work / "Cargo.toml").write_text(f'[package]\nname="x"\nversion="0.0.0"\n[workspace]\n[dependencies]\n{name}="={version}"\n')
    run("cargo", "fetch", "--manifest-path", str(work / "Cargo.toml"))
    data = json.loads(run("cargo", "metadata", "--format-version", "1", "--manifest-path", str(work / "Cargo.toml")))
    return next(pathlib.Path(p["manifest_path"]).parent for p in data["packages"] if p["name"] == name)


def main():
    out = pathlib.Path(sys.argv[1])
    work = pathlib.Path(tempfile.mkdtemp())
    def write(folder, name, data, text, date):
        (out / folder).mkdir(parents=True, exist_ok=True)
        (out / folder / name).write_bytes(data)
        (out / folder / f"{name}.txt").write_text(text, encoding="utf-8")
        (out / folder / f"{name}.date").write_text(date + "\n")
    pages = crate("readabilityrs", "0.1.4", work) / "tests/test-pages"
    for name, date in PAGES.items():
        title = json.loads((pages / name / "expected-metadata.json").read_text())["title"]
        write("html", f"{name}.html", (pages / name / "source.html").read_bytes(),
              title + "\n\n" + plain("html", pages / name / "expected.html"), date)
    documents = crate("docx-rust", "0.1.11", work) / "tests/pandoc"
    for name in DOCX:
        path = documents / f"{name}.docx"
        # pandoc numbers the notes, in brackets; the file does not.
        write("docx", path.name, path.read_bytes(), re.sub(r"\[\d+\]", "", plain("docx", path)), "none")
    mails = crate("mail-parser", "0.11.9", work) / "resources/eml/legacy"
    for name in MAILS:
        data = (mails / f"{name}.eml").read_bytes()
        message = email.message_from_bytes(data, policy=email.policy.default)
        body = message.get_body(("plain", "html"))
        text = body.get_content()
        if body.get_content_subtype() == "html":
            (work / "body.html").write_text(text, encoding="utf-8")
            text = plain("html", work / "body.html")
        write("eml", f"{name}.eml", data, f"{message['subject']}\n\n{text}", message["date"].datetime.strftime("%Y-%m-%d"))
    for package in ["texlive-lang-french"]:
        subprocess.run(["apt-get", "download", package], cwd=work, check=True, capture_output=True)
        subprocess.run(f"dpkg-deb --fsys-tarfile {package}_*.deb | tar -x --wildcards '*.pdf'", shell=True, cwd=work, check=True)
    for name, (some, furniture, edits) in PDFS.items():
        path = next(work.rglob(name))
        if some:
            part = work / f"part-{name}"
            run("qpdf", str(path), "--pages", ".", some, "--", str(part))
            path = part
        text = re.sub(rf"(?m)^\s*({furniture})\s*\f?$", "", run("pdftotext", str(path), "-"))
        # Hyphens that end a line part a word here; no compound ends a line on these pages.
        text = re.sub(r"-\n(?=[a-zà-ÿ])", "", text)
        for wrong, right in edits:
            text = text.replace(wrong, right)
        write("pdf", name, path.read_bytes(), text, "none")


if __name__ == "__main__":
    main()
