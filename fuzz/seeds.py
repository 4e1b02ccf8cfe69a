#!/usr/bin/env python3
"""Writes what the fuzzers start from, made of fixtures: `seeds.py [FOLDER]`, a folder a target in it."""
import glob, json, os, re, sys, tomllib, zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# The text that the targets `case` and `claim` put their questions to tells of these.
CASES = [
    '''title = "The flood"
[[article]]
id = "a"
path = "a.txt"
published = "2024-04-05T21:15+02:00"
lang = "en"
zone = "Europe/Paris"
source = "a paper"
[[event]]
id = "flood"
label = "the flood"
quote = "The river burst its banks on 7 March 2024"
when = "2024-03-07"
[[event]]
id = "warning"
quote = ["the town issued a warning for the next 48 hours", "The day before the flood"]
[[event]]
id = "closing"
quote = "the bridge was closed"
article = "a"
window = "48 hours"
[[claim]]
text = "window(warning) overlaps flood"
expect = "supported"
[[given]]
claim = "flood before warning"
[[read]]
text = "Two weeks"
as = "2024-03-21~"
[[link]]
text = "the flood"
to = "flood"
[[forbid]]
text = "the flood"
article = "a"
to = "closing"
[[ignore]]
text = "48 hours"
why = "doubtful"
[[claim]]
text = "closing after flood by more than 10 days"
''',
    '''[[article]]
id = "a"
path = "a.txt"
[[article]]
id = "b"
text = "La veille de l'attaque du 22 mars 2024, un avertissement pour les 48 prochaines heures."
lang = "fr"
weight = 3
[[event]]
id = "x"
when = "2024-03-04T12:00/2024-03-06"
[[event]]
id = "y"
when = "[2024-03-01, 2024-03-05..2024-03-07]"
[[claim]]
text = "not (x before y or start(x) same-day-as 2024-03-05~)"
''',
]
CLAIMS = [
    "e1 before e2", "e1 after e2 by more than 48 hours", "window(e2) overlaps e1", "gap(e1, e2) < 3 days",
    "length(window(e2)) = 48 h", "start(e1) during 2024-03", "not (e1 before e2) and end(e2) meets e3",
    "e1 avant e2 ou écart(e1, e2) > 2 jours", "fenêtre(e2) contient e1", "e1 equals 2024-03-07T12:00Z",
    "e1 during 2024-W10", "count(warning) = 2", "e1 allen:oi e2", "e1 same-day-as 2024-03-07/2024-03-08",
    "e1 before 262143-12-31", "e1 after -0044-03-15", "e1 during {2024-02-29,2024-03}", "e1 = 23:59:60",
]
TEXTS = [
    "Dans 10 puissance 30 ans. 31 février, 29 février 2023, semaine 53 de 2021, 44 av. J.-C., 23 h 59 min 60.",
    "In 10000000000000000000000 years; 10000000000000000000000 years ago. 24:00, 25:00, 2020-W53-7, 44 BC.",
    "« Il a dit “hier, le ‹ 7 mars ›” », a écrit, le 9 mars, la mairie. À 2 h 30, heure de Paris.",
    "“The day before the attack” (the attack the day after the warning that preceded it) – 9/11, '98, 1990s.",
]

def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()

def phrases(language):
    """The corpus, so many phrases a seed that each is short and all rules are there."""
    lines = [line.split("|")[1:] for line in read("fixtures/corpus/%s.txt" % language).splitlines() if "|" in line]
    flat = [phrase.strip() for line in lines for phrase in line]
    return [". ".join(flat[at:at + 12]) for at in range(0, len(flat), 12)]

def paragraphs():
    """The articles, a paragraph a seed."""
    files = sorted(glob.glob(os.path.join(ROOT, "fixtures/articles/*.txt")))
    return [part for file in files for part in re.split(r"\n\n+", read(file)) if part] + TEXTS

def cases():
    files = sorted(glob.glob(os.path.join(ROOT, "fixtures/cases/*.toml")) + glob.glob(os.path.join(ROOT, "scripts/*/*.toml")))
    return [read(file) for file in files] + CASES

def claims():
    asked = [claim.get("text", "") for case in cases() for claim in tomllib.loads(case).get("claim", [])]
    return [claim for claim in asked if claim] + CLAIMS

def lines():
    texts = paragraphs()
    dates = ["2024-04-05", "2024-04-05T21:15", "2024-04-05T21:15:30+02:00", "0000-01-01", None]
    said = [json.dumps({"id": n, "lang": ["fr", "en", None][n % 3], "dct": dates[n % 5], "text": text},
                       ensure_ascii=n % 2 == 0) for n, text in enumerate(texts)]
    return said + ['{"id": 1e400, "text": "\\ud800"}', '{"text": "\\ud83d\\ude00 hier", "text": 1}', "[[[[]]]]", "\ufeff{}"]

def documents(*endings):
    """Files of the fixtures, as bytes, without what a target puts before them."""
    files = [file for ending in endings for file in sorted(glob.glob(os.path.join(ROOT, "fixtures/documents/*" + ending)))]
    return [open(file, "rb").read() for file in files]

SEEDS = {
    "find_fr": lambda: phrases("fr") + paragraphs(),
    "find_en": lambda: phrases("en") + paragraphs(),
    "pipeline": lambda: ["F" + text for text in phrases("fr") + paragraphs()] + phrases("en") + paragraphs(),
    "case": cases,
    "claim": claims,
    "timeml": lambda: [read(os.path.relpath(file, ROOT)) for file in sorted(glob.glob(os.path.join(ROOT, "fixtures/timeml/*")))],
    "jsonl": lines,
    "document": lambda: documents(".html", ".pdf", ".docx", ".eml"),
    "html": lambda: documents(".html"),
    "pdf": lambda: documents(".pdf"),
    "docx": lambda: [zipfile.ZipFile(os.path.join(ROOT, "fixtures/documents/depeche.docx")).read("word/document.xml")],
    "mail": lambda: documents(".eml"),
    "markdown": lambda: [read("README.md"), read("DESIGN.md")],
}

def main():
    folder = sys.argv[1] if 1 < len(sys.argv) else os.path.join(ROOT, "fuzz", "corpus")
    for target, seeds in SEEDS.items():
        os.makedirs(os.path.join(folder, target), exist_ok=True)
        for number, seed in enumerate(seeds()):
            with open(os.path.join(folder, target, "seed-%03d" % number), "wb") as file:
                file.write(seed if isinstance(seed, bytes) else seed.encode())

main()
