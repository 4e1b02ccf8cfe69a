#!/usr/bin/env python3
"""Holds what `frise text` reads against the text that each document holds.

    python3 scripts/documents/score.py FRISE FOLDER... [-v]

NAME.EXT is read; NAME.EXT.txt is its text, NAME.EXT.date the day that it was published ("none" where nothing says it).
Words are compared in order (the longest matching blocks), so a column or line out of its place counts.
"""
import difflib
import json
import pathlib
import re
import subprocess
import sys
import unicodedata


def words(text):
    text = unicodedata.normalize("NFC", text).replace("’", "'").replace("\u00ad", "")
    return re.findall(r"\w+", text.lower())


def main():
    arguments = [a for a in sys.argv[1:] if a != "-v"]
    verbose = "-v" in sys.argv
    program, folders = arguments[0], arguments[1:]
    for folder in map(pathlib.Path, folders):
        rows, right = [], 0
        for path in sorted(folder.iterdir()):
            truth = path.with_name(path.name + ".txt")
            if not truth.exists():
                continue
            ran = subprocess.run([program, "text", "--format", "json", path], capture_output=True, text=True)
            if ran.returncode:
                rows.append((path.name, 0.0, ran.stderr.strip()))
                continue
            read = json.loads(ran.stdout)[0]
            a, b = words(truth.read_text(encoding="utf-8")), words(read["text"])
            matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
            blocks = matcher.get_matching_blocks()
            f1 = 2 * sum(block.size for block in blocks) / max(1, len(a) + len(b))
            note = []
            dated = path.with_name(path.name + ".date")
            if dated.exists():
                expected = dated.read_text().strip()
                found = (read.get("published") or {}).get("value", "none")[:10]
                right += expected == found
                if expected != found:
                    note.append(f"published {found}, not {expected}")
            rows.append((path.name, f1, "; ".join(note)))
            if verbose:
                for tag, i, j, k, l in matcher.get_opcodes():
                    if tag != "equal":
                        print(f"   {path.name}: -{' '.join(a[i:j])[:90]!r} +{' '.join(b[k:l])[:90]!r}")
        for name, f1, note in rows:
            print(f"{f1:6.3f}  {folder.name}/{name}  {note}")
        if rows:
            low = sum(f1 < 0.97 for _, f1, _ in rows)
            mean = sum(f1 for _, f1, _ in rows) / len(rows)
            print(f"{mean:6.3f}  {folder.name}: {len(rows)} files, {low} below 0.97, published right in {right}\n")


if __name__ == "__main__":
    main()
