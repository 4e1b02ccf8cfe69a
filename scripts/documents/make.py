#!/usr/bin/env python3
"""Prints prose of the repository as the documents that people have, each beside the text that it holds.

    python3 scripts/documents/make.py OUT

Needs soffice and chromium; they lay out pages, hyphenate, number, and write their own metadata. The prose is that of
benches/texts. Each document NAME.EXT stands beside NAME.EXT.txt, the text that a reader should get, and
NAME.EXT.date, the day that it was published ("none" where nothing says it).
"""
import email.message
import html
import pathlib
import re
import subprocess
import sys
import textwrap

ROOT = pathlib.Path(__file__).resolve().parents[2]


def articles(language, name):
    """The articles of a file of prose: a title is a short paragraph without a full stop."""
    text = (ROOT / "benches/texts" / language / f"{name}.txt").read_text(encoding="utf-8")
    found, current = [], None
    for paragraph in re.split(r"\n\s*\n", text):
        paragraph = " ".join(paragraph.split())
        if not paragraph:
            continue
        if len(paragraph) < 120 and not re.search(r"[.!?…»:”\"]$", paragraph):
            current = (paragraph, [])
            found.append(current)
        elif current:
            current[1].append(paragraph)
    return [(title, body) for title, body in found if sum(map(len, body)) > 2500]


def paragraphs(body):
    return "\n".join(f"<p>{html.escape(p)}</p>" for p in body)


CSS = {
    "justified": "body{font:11pt/1.35 'DejaVu Serif';text-align:justify;hyphens:auto;margin:0} p{text-indent:1.5em;margin:0}",
    "two-columns": "body{font:10pt/1.3 'Liberation Serif';text-align:justify;hyphens:auto} main{columns:2;column-gap:8mm} "
    "p{text-indent:1.2em;margin:0} h1{font-size:22pt}",
    "three-columns": "body{font:9pt/1.3 'Liberation Sans';text-align:justify;hyphens:auto} main{columns:3;column-gap:6mm} "
    "p{text-indent:1em;margin:0}",
}


def chromium(page, pdf):
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={pdf}",
                    page.as_uri()], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def soffice(source, kind, out):
    subprocess.run(["soffice", "--headless", "--convert-to", kind, "--outdir", str(out), str(source)], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def fodt(title, body, columns, notes, language="fr"):
    """A flat OpenDocument text: columns, a header and a footer with page numbers, footnotes, hyphenation."""
    def paragraph(n, text):
        note = ""
        if notes and n % 2 == 1:
            note = (f'<text:note text:note-class="footnote"><text:note-citation>{n}</text:note-citation><text:note-body>'
                    f'<text:p text:style-name="N">{NOTES[n // 2 % len(NOTES)]}</text:p></text:note-body></text:note>')
        return f'<text:p text:style-name="B">{html.escape(text)}{note}</text:p>'
    inner = "".join(paragraph(n, text) for n, text in enumerate(body))
    if columns > 1:
        inner = f'<text:section text:style-name="S" text:name="s">{inner}</text:section>'
    country = "FR" if language == "fr" else "GB"
    return f'''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>
<style:style style:name="B" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:text-indent="0.5cm"/>
<style:text-properties fo:font-size="10.5pt" fo:language="{language}" fo:country="{country}" fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:style>
<style:style style:name="N" style:family="paragraph"><style:text-properties fo:font-size="8pt"/></style:style>
<style:style style:name="T" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.5cm"/><style:text-properties fo:font-size="20pt" fo:font-weight="bold"/></style:style>
</office:styles><office:automatic-styles>
<style:style style:name="S" style:family="section"><style:section-properties><style:columns fo:column-count="{columns}" fo:column-gap="0.7cm"/></style:section-properties></style:style>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/>
<style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L">
<style:header><text:p>La Gazette — numéro 112</text:p></style:header>
<style:footer><text:p>page <text:page-number/></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text><text:p text:style-name="T">{html.escape(title)}</text:p>{inner}</office:text></office:body></office:document>'''


NOTES = ["Voir le rapport de la commission, remis en 2019.", "Entretien avec l'auteur, Paris, 2021.",
         "Archives départementales, carton 12.", "Lettre du maire à la préfète, 3 mai 2018.",
         "Les chiffres sont ceux de l'office, arrondis.", "Carnet de l'ingénieur, page 40."]


def write(out, name, text, date):
    (out / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    (out / f"{name}.date").write_text(date + "\n")


def page(title, body, head="", before="", after="", css="", language="fr"):
    return (f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
            f"<style>{css}</style>{head}</head><body>{before}<main><article><h1>{html.escape(title)}</h1>"
            f"{paragraphs(body)}</article></main>{after}</body></html>")


def main():
    out = pathlib.Path(sys.argv[1]).resolve()
    work = out / "work"
    for folder in ["pdf", "docx", "eml", "work"]:
        (out / folder).mkdir(parents=True, exist_ok=True)
    prose = [article for name in ["monde", "region", "culture", "reportages"] for article in articles("fr", name)]
    english = [article for name in ["world", "city"] for article in articles("en", name)]
    text = lambda title, body: "\n\n".join([title, *body])
    # PDF, printed by Chromium.
    for n, (style, css) in enumerate(CSS.items()):
        title, body = prose[n]
        body = body[:10]
        source = work / f"{style}.html"
        source.write_text(page(title, body, css=css), encoding="utf-8")
        chromium(source, out / "pdf" / f"chromium-{style}.pdf")
        write(out / "pdf", f"chromium-{style}.pdf", text(title, body), "none")
    # PDF and DOCX, of LibreOffice.
    for n, (columns, notes) in enumerate([(1, True), (2, False), (2, True), (1, False)]):
        title, body = prose[3 + n] if n else english[0]
        body = body[:12]
        name = f"libreoffice-{columns}{'-notes' if notes else ''}"
        source = work / f"{name}.fodt"
        source.write_text(fodt(title, body, columns, notes, "fr" if n else "en"), encoding="utf-8")
        said = [NOTES[k // 2 % len(NOTES)] for k in range(len(body)) if notes and k % 2 == 1]
        for kind in ["pdf", "docx"]:
            soffice(source, kind, out / kind)
            write(out / kind, f"{name}.{kind}", text(title, body + said), "none")
    # A mail that quotes another, its words in each of the ways that mails have.
    names = ["Claire Aubin", "Émile Tissot"]
    for n, (charset, encoding, style) in enumerate([("utf-8", "8bit", "plain"), ("iso-8859-15", "quoted-printable", "plain"),
                                                    ("utf-8", "base64", "html"), ("utf-8", "quoted-printable", "flowed")]):
        title, body = prose[7 + n]
        mine, theirs = body[0], body[1]
        day = f"Le 5 avril 2024 à 10:12, {names[1]} <emile@example.org> a écrit :"
        if charset != "utf-8":
            mine, theirs = [t.encode(charset, "replace").decode(charset) for t in (mine, theirs)]
        if style == "html":
            words = f"<p>{html.escape(mine)}</p><p>{html.escape(day)}</p><blockquote><p>{html.escape(theirs)}</p></blockquote>"
        else:
            end = " \n" if style == "flowed" else "\n"
            wrap = lambda t, mark: end.join(mark + line for line in textwrap.wrap(t, 68))
            words = f"{wrap(mine, '')}\n\n{day}\n{wrap(theirs, '> ')}\n\n-- \n{names[0]}\nTél. 01 02 03 04 05\n"
        message = email.message.EmailMessage()
        message["From"] = f"{names[0]} <claire@example.org>"
        message["To"] = "redaction@example.org"
        message["Subject"] = title
        message["Date"] = f"Sat, 0{6 + n % 3} Apr 2024 09:30:00 +0200"
        message.set_content(words, charset=charset, cte=encoding, subtype="html" if style == "html" else "plain",
                            params={"format": "flowed"} if style == "flowed" else None)
        path = out / "eml" / f"{style}-{charset}-{encoding}.eml"
        path.write_bytes(message.as_bytes())
        write(out / "eml", path.name, text(title, [mine, day, theirs]), f"2024-04-0{6 + n % 3}")


if __name__ == "__main__":
    main()
