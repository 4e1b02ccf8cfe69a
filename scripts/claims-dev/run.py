#!/usr/bin/env python3
"""Runs the case files of this folder and compares every verdict with the gold of claims-dev.json.

    scripts/claims-dev/run.py [--shared ../shared] [--frise target/release/frise]

The articles and the gold lie outside the repository; that is why this is no test of cargo's. Prints
the claims whose answer is another than the gold's, each with the reason from reasons.txt, and ends
with status 1 where one has no reason, or a reason is no longer needed.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ANSWERS = {
    "true": "supported",
    "false": "contradicted",
    "undetermined": "undetermined",
    "contradictory sources": "disputed",
}


def reasons():
    """The claims that are known to be answered otherwise or not at all, and why."""
    lines = (HERE / "reasons.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" ", 1) for line in lines if line.strip() and not line.startswith("#"))
    return {name: why.strip() for name, why in pairs}


def answers(case, shared, frise):
    """The answers to a case's claims, by the names in the comments before them."""
    text = case.read_text(encoding="utf-8")
    names = re.findall(r"^# (C\d+):", text, re.MULTILINE)
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / case.name
        articles = (shared / "articles").as_posix()
        copy.write_text(text.replace("../../../shared/articles", articles), encoding="utf-8")
        ran = subprocess.run(
            [frise, "case", str(copy), "--format", "json", "--quiet"],
            capture_output=True,
            text=True,
            check=False,
        )
    if ran.returncode == 2:
        sys.exit(f"{case.name}: {ran.stderr}")
    verdicts = json.loads(ran.stdout)["verdicts"]
    assert len(names) == len(verdicts), case
    return {name: (v["claim"], v["answer"]) for name, v in zip(names, verdicts)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=pathlib.Path)
    parser.add_argument("--frise", default=str(ROOT / "target/release/frise"))
    given = parser.parse_args()
    near = [given.shared] if given.shared else [ROOT.parent / "shared", ROOT.parent.parent / "shared"]
    shared = next((folder.resolve() for folder in near if folder.is_dir()), None)
    if shared is None:
        sys.exit("no folder of articles; say where it is with --shared")
    gold = json.loads((shared / "eval/reasoning/claims-dev.json").read_text(encoding="utf-8"))
    gold = {claim["id"]: ANSWERS[claim["verdict"]] for claim in gold["claims"]}
    found = {}
    for case in sorted(HERE.glob("*.toml")):
        found.update(answers(case, shared, given.frise))
    why = reasons()
    wrong = {n: found[n] for n in sorted(found) if found[n][1] != gold[n]}
    unsaid = [name for name in sorted(gold) if name not in found]
    print(f"{len(gold)} claims, {len(found)} said, {len(found) - len(wrong)} as the gold has them")
    for name, (claim, answer) in wrong.items():
        print(f"  {name} {claim}: {answer}, gold {gold[name]}: {why.get(name, 'NO REASON GIVEN')}")
    print(f"not said: {len(unsaid)}")
    for name in unsaid:
        print(f"  {name}: {why.get(name, 'NO REASON GIVEN')}")
    idle = [name for name in why if name not in wrong and name not in unsaid]
    for name in idle:
        print(f"  {name} has a reason and needs none")
    missing = [name for name in [*wrong, *unsaid] if name not in why]
    return 1 if missing or idle else 0


if __name__ == "__main__":
    sys.exit(main())
