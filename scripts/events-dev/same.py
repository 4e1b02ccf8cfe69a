#!/usr/bin/env python3
"""Counts the events told twice that the timeline joins, and those it joins wrongly.

    same.py FRISE [EVENTS.json [ARTICLES]]

EVENTS.json is ../shared/eval/reasoning/events-dev.json, whose events name their group in `same_as`; the articles are
read as one case. An event of the gold is found where the timeline has a statement that overlaps its source span. A pair
of a group counts when both are found, and is joined when the two have an event of the timeline in common. A wrong merge
is an event of the timeline with statements, each over exactly one event of the gold, of two groups.
"""

import itertools
import json
import os
import subprocess
import sys
import tempfile

SHARED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "shared")
DATES = {"000": "2024-04-05", "001": "2024-03-24", "003": "2017-12-22T21:15"}


def timeline(frise, articles):
    """The events of the articles, read as one case."""
    case = "".join(
        f'[[article]]\nid = "{id}"\npath = {json.dumps(os.path.join(articles, id + ".txt"))}\n'
        f'published = "{date}"\nlang = "fr"\n'
        for id, date in DATES.items()
    )
    with tempfile.NamedTemporaryFile("w", suffix=".toml") as file:
        file.write(case)
        file.flush()
        command = [frise, "case", file.name, "--format", "json"]
        return json.loads(subprocess.run(command, capture_output=True, text=True).stdout)["events"]


def overlaps(statement, event):
    start, end = event["source_span"]
    return statement["article"] == event["doc"] and statement["start"] < end and start < statement["end"]


def group_of(event):
    return event.get("same_as") or event["id"]


def main():
    argument = lambda n, default: sys.argv[n] if n < len(sys.argv) else default
    articles = os.path.abspath(argument(3, os.path.join(SHARED, "articles")))
    with open(argument(2, os.path.join(SHARED, "eval", "reasoning", "events-dev.json")), encoding="utf-8") as file:
        gold = [e for e in json.load(file)["events"] if e.get("source_span") and e["doc"] in DATES]
    events = timeline(sys.argv[1], articles)
    found = {
        e["id"]: {event["id"] for event in events if any(overlaps(s, e) for s in event["statements"])} for e in gold
    }
    groups = {}
    for event in gold:
        groups.setdefault(group_of(event), []).append(event["id"])
    pairs = joined = 0
    for name, members in sorted(groups.items()):
        both = [(a, b) for a, b in itertools.combinations(members, 2) if found[a] and found[b]]
        apart = [pair for pair in both if not found[pair[0]] & found[pair[1]]]
        pairs, joined = pairs + len(both), joined + len(both) - len(apart)
        if 1 < len(members):
            missing = [member for member in members if not found[member]]
            print(f"{name}: {len(both) - len(apart)} of {len(both)} pairs joined", end="")
            print(f", apart: {apart}" if apart else "", f", not found: {missing}" if missing else "", sep="")
    print(f"{joined} of {pairs} pairs joined")

    wrong = 0
    for event in events:
        named = {}
        for statement in event["statements"]:
            over = [e for e in gold if overlaps(statement, e)]
            if len(over) == 1:
                named.setdefault(group_of(over[0]), over[0]["id"])
        if 1 < len(named):
            wrong += 1
            print(f"wrong: {event['id']} \"{event['label']}\" joins {named}")
    print(f"{wrong} wrong merges in {len(events)} events")


if __name__ == "__main__":
    main()
