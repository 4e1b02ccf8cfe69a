"""iCalendar, CSV, TimeML and JSON, read by Python's libraries (and LibreOffice, where it is there)."""

import csv
import importlib.metadata
import io
import json
import pathlib
import shutil
import subprocess
import sys

import icalendar
import jsonschema
from lxml import etree

OUT = pathlib.Path(sys.argv[1])
DTD = pathlib.Path(sys.argv[2])
CASES = sorted(path.name.removesuffix(".ics") for path in OUT.glob("*.ics"))


def version(name):
    return importlib.metadata.version(name)


def report(case):
    return json.loads((OUT / f"{case}.json").read_text())


def calendars():
    for case in CASES:
        raw = (OUT / f"{case}.ics").read_bytes()
        for line in raw.split(b"\r\n"):
            assert len(line) <= 75, f"a line of {len(line)} octets"
            assert b"\n" not in line, "a bare line feed"
        calendar = icalendar.Calendar.from_ical(raw)
        assert not calendar.errors, calendar.errors
        assert calendar["PRODID"] and calendar["VERSION"] == "2.0"
        labels = [" ".join(event["label"].split()) for event in report(case)["events"]]
        uids = set()
        for entry in calendar.walk("VEVENT"):
            assert not entry.errors, entry.errors
            assert entry["UID"] not in uids, entry["UID"]
            uids.add(entry["UID"])
            assert entry["DTSTART"].dt < entry["DTEND"].dt, entry["SUMMARY"]
            assert entry["DTSTAMP"].dt
            assert any(str(entry["SUMMARY"]).startswith(label) for label in labels), entry["SUMMARY"]
        print(f"icalendar {version('icalendar')}: {case}, {len(uids)} entries")


def tables():
    for case in CASES:
        said = sum(max(1, len({(s["article"], s["start"], s["end"]) for s in event["statements"]})) for event in report(case)["events"])
        for name, separator, encoding in [(f"{case}.csv", ",", "utf-8"), (f"{case}.excel.csv", ";", "utf-8-sig")]:
            raw = (OUT / name).read_bytes()
            assert raw.startswith(b"\xef\xbb\xbf") == (encoding == "utf-8-sig")
            rows = list(csv.DictReader(io.StringIO(raw.decode(encoding), newline=""), delimiter=separator, strict=True))
            assert len(rows) == said, f"{name}: {len(rows)} rows, {said} statements"
            for row in rows:
                assert None not in row and None not in row.values(), row
                for cell in ("label", "quote", "source", "article"):
                    assert not row[cell].startswith(("=", "+", "-", "@", "\t", "\r")), row[cell]
            print(f"csv of Python {sys.version.split()[0]}: {name}, {len(rows)} rows")
    office = shutil.which("soffice")
    if office is None:
        print("LibreOffice is not installed: its part is left out")
        return
    for case in CASES:
        name = f"{case}.csv"
        target = OUT / "office"
        subprocess.run([office, "--headless", "--convert-to", "fods", "--infilter=CSV:44,34,76,1", "--outdir", target, OUT / name], check=True, capture_output=True)
        tree = etree.parse(target / f"{case}.fods", etree.XMLParser(huge_tree=True))
        table = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
        formulas = [cell for cell in tree.iter(f"{table}table-cell") if cell.get(f"{table}formula")]
        assert not formulas, f"{len(formulas)} formulas in {name}"
        rows = sum(1 for row in tree.iter(f"{table}table-row") if "".join(row.itertext()).strip())
        with open(OUT / name, newline="", encoding="utf-8") as file:
            expected = len(list(csv.reader(file)))
        assert rows == expected, f"{name}: LibreOffice has {rows} rows, csv {expected}"
        said = subprocess.run([office, "--version"], capture_output=True, text=True).stdout.strip()
        print(f"{said}: {name}, {rows} rows and no formula")


def documents():
    dtd = etree.DTD(DTD.open())
    for path in sorted(OUT.glob("*.timeml")):
        tree = etree.parse(path)
        assert dtd.validate(tree), dtd.error_log.filter_from_errors()
        tags = json.loads((OUT / f"{path.stem}.tag.json").read_text())[0]["timexes"]
        text = tree.find("TEXT")
        found = [("".join(timex.itertext()), timex.get("type"), timex.get("value")) for timex in text.iter("TIMEX3")]
        assert found == [(timex["text"], timex["type"], timex["value"]) for timex in tags], path
        print(f"lxml {version('lxml')}: {path.name}, valid, {len(found)} TIMEX3 as in the JSON")


def schemas():
    outputs = {command: sorted(OUT.glob(f"*.{command}.json")) for command in ("tag", "timeline", "check", "ask")}
    outputs["case"] = [OUT / f"{case}.json" for case in CASES]
    for command, paths in outputs.items():
        schema = json.loads((OUT / f"{command}.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        for path in paths:
            validator.validate(json.loads(path.read_text()))
        # A field of another type must be found, or the schema says nothing.
        wrong = json.loads(paths[0].read_text())
        (wrong[0] if isinstance(wrong, list) else wrong)["schema"] = "one"
        assert not validator.is_valid(wrong)
        print(f"jsonschema {version('jsonschema')}: {command}, {len(paths)} outputs")


calendars()
tables()
documents()
schemas()
