#!/usr/bin/env python3
"""Draws docs/reasoning-speed.svg from the table that the reasoning bench prints.

    cargo bench --bench reasoning -- growth | python3 scripts/growth.py
"""
import math
import pathlib
import sys

SERIES = [("check ms", "checking all", "#1b6ca8"), ("read ms", "reading the edges once", "#7a7a7a"),
          ("claim ms", "one claim about the largest component", "#b3541e"), ("add µs", "adding one statement", "#2e7d32")]
WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 720, 420, 70, 20, 20, 50


def table(lines):
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines if line.startswith("|")]
    head, body = rows[0], [row for row in rows[1:] if row[0].isdigit()]
    return [dict(zip(head, row)) for row in body]


def seconds(row, name):
    return float(row[name]) * (1e-6 if name.endswith("µs") else 1e-3)


def main():
    rows = table(sys.stdin)
    if len(rows) < 2:
        sys.exit("no table on standard input: pipe `cargo bench --bench reasoning -- growth` into this")
    sizes = [int(row["statements"]) for row in rows]
    values = [seconds(row, name) for row in rows for name, _, _ in SERIES]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    first, last = math.log10(sizes[0]), math.log10(sizes[-1])

    def x(size):
        return LEFT + (math.log10(size) - first) / (last - first) * (WIDTH - LEFT - RIGHT)

    def y(value):
        return HEIGHT - BOTTOM - (math.log10(value) - low) / (high - low) * (HEIGHT - TOP - BOTTOM)

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
           'font-size="12" role="img" aria-label="Time against the number of statements, both on logarithmic scales">',
           f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>']
    names = {0: "1 s", -3: "1 ms", -6: "1 µs", 1: "10 s", 2: "100 s"}
    for power in range(low, high + 1):
        at = y(10 ** power)
        out.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{at:.1f}" y2="{at:.1f}" stroke="#e4e4e4"/>')
        if power in names:
            out.append(f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{names[power]}</text>')
    for size in sizes:
        out.append(f'<text x="{x(size):.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{size:,}</text>')
    out.append(f'<text x="{WIDTH / 2}" y="{HEIGHT - 10}" text-anchor="middle">statements</text>')
    for at, (name, label, colour) in enumerate(SERIES):
        points = [(x(int(row["statements"])), y(seconds(row, name))) for row in rows]
        path = " ".join(f"{a:.1f},{b:.1f}" for a, b in points)
        out.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3" fill="{colour}"/>' for a, b in points]
        top = TOP + 14 + 18 * at
        out.append(f'<line x1="{LEFT + 12}" x2="{LEFT + 36}" y1="{top - 4}" y2="{top - 4}" stroke="{colour}" stroke-width="2"/>')
        out.append(f'<text x="{LEFT + 44}" y="{top}">{label}</text>')
    out.append("</svg>")
    target = pathlib.Path(__file__).resolve().parent.parent / "docs" / "reasoning-speed.svg"
    target.write_text("\n".join(out) + "\n", encoding="utf-8")


main()
