#!/usr/bin/env python3
"""Start-up time and memory of the program, as a table.

    program.py [--bin target/release/frise] [--documents 1000000]

Runs `frise tag` on an empty article forty times and takes the median; then `frise tag --jsonl` on a
thousand documents and on a million, and sets their peak memory side by side. Linux and macOS.
"""
import argparse, json, os, statistics, subprocess, sys, tempfile, time

TEXT = ("Le pont a cédé le 7 mars 2024, dix-huit jours avant l'attaque. Le lendemain, %s a publié un "
        "avertissement pour les 48 prochaines heures. Personne ne l'a lu.")

def document(number):
    return json.dumps({"id": number, "lang": "fr", "dct": "2024-04-05", "text": TEXT % ("la mairie %d" % number)})

def peak(binary, documents):
    """Kilobytes at most, and seconds, over so many documents."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as lines:
        for number in range(documents):
            lines.write(document(number) + "\n")
        lines.flush()
        start = time.time()
        with open(lines.name, "rb") as given, open(os.devnull, "wb") as out:
            child = subprocess.Popen([binary, "tag", "--jsonl"], stdin=given, stdout=out, stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(child.pid, 0)
        if status:
            sys.exit("%s tag --jsonl ended with %d" % (binary, status))
        kilobytes = usage.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
        return kilobytes, time.time() - start

def start_up(binary):
    """Milliseconds for an empty article, from the start of the process to its end."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as empty:
        taken = []
        for _ in range(40):
            start = time.perf_counter()
            subprocess.run([binary, "tag", "--lang", "fr", empty.name], stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, check=True)
            taken.append(time.perf_counter() - start)
        return 1000 * statistics.median(taken)

def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--bin", default="target/release/frise")
    arguments.add_argument("--documents", type=int, default=1_000_000)
    given = arguments.parse_args()
    print("| measure | value |\n| --- | ---: |")
    print("| `frise tag` on an empty article | %.1f ms |" % start_up(given.bin), flush=True)
    print("| size of the program | %.1f MB |" % (os.path.getsize(given.bin) / 1e6), flush=True)
    few, _ = peak(given.bin, 1000)
    print("| peak memory, 1,000 documents | %.1f MB |" % (few / 1000), flush=True)
    many, seconds = peak(given.bin, given.documents)
    print("| peak memory, %s documents | %.1f MB (%.2f ×), in %.0f s |"
          % (format(given.documents, ","), many / 1000, many / few, seconds))

main()
