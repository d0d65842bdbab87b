"""Puts a few sentences about countries before other engines with the same list of names: python3 compare.py [CORPUS.jsonl]

Each engine gets every alias of every country in ../../data (names and aliases that the tables count `always` or `context`), as a user would
who exports the table; none of them has rules of its own for the look-alikes, which is the point of the comparison. With a file of documents
it also tells how fast each is on the first 4 MB of text. Needs spaCy and flashtext, country_converter for the last lines, and the example
`extract`, built in release.
"""

import collections
import csv
import json
import os
import pathlib
import subprocess
import sys
import time

root = pathlib.Path(__file__).resolve().parents[2]
extract = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", root / "target")) / "release/examples/extract"


def aliases():
    rows = {}
    for table, column in [("countries", "name"), ("country_aliases", "alias")]:
        for row in csv.DictReader((root / f"data/{table}.tsv").open(), delimiter="\t", quoting=csv.QUOTE_NONE):
            if row.get("policy") != "never":
                rows.setdefault(row[column], row["id"].removeprefix("country:"))
    return rows


def spacy_ruler(names):
    import spacy

    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    with nlp.select_pipes(disable="entity_ruler"):
        ruler.add_patterns([{"label": "COUNTRY", "pattern": name, "id": code} for name, code in names.items()])
    return lambda texts: [[(e.text, e.ent_id_) for e in doc.ents] for doc in nlp.pipe(texts)]


def flashtext(names, case_sensitive):
    from flashtext import KeywordProcessor

    engine = KeywordProcessor(case_sensitive=case_sensitive)
    for name, code in names.items():
        engine.add_keyword(name, code)
    return lambda texts: [
        [(text[start:end], code) for code, start, end in engine.extract_keywords(text, span_info=True)] for text in texts
    ]


def demarche(texts):
    lines = "".join(json.dumps({"id": i, "text": text}) + "\n" for i, text in enumerate(texts))
    out = subprocess.run([extract, "--jsonl", "--nested"], input=lines, capture_output=True, text=True, check=True).stdout
    mentions = [json.loads(line)["mentions"] for line in out.splitlines()]
    return [[(m["text"], m["country"]) for m in row if m["kind"] == "country"] for row in mentions]


def main():
    cases = [json.loads(line) for line in (root / "tests/tools/compare.jsonl").open()]
    names = aliases()
    engines = {
        "spaCy EntityRuler": spacy_ruler(names),
        "FlashText, case-sensitive": flashtext(names, True),
        "FlashText, as it comes": flashtext(names, False),
        "demarche": demarche,
    }
    print(f"{len(cases)} sentences, {sum(len(c['countries']) for c in cases)} countries in them; {len(names)} names given to each engine")
    for name, engine in engines.items():
        right = wrong = missed = 0
        details = []
        for case, found in zip(cases, engine([case["text"] for case in cases])):
            expected = collections.Counter(tuple(pair.rsplit("=", 1)) for pair in case["countries"])
            found = collections.Counter(found)
            extra, lost = found - expected, expected - found
            right += (expected & found).total()
            wrong += extra.total()
            missed += lost.total()
            if extra or lost:
                details.append(case["id"])
        print(f"{name:26} right {right:3}  wrong {wrong:3}  missed {missed:3}   not as expected: {', '.join(details) or 'none'}")
    if len(sys.argv) > 1:
        texts, size = [], 0
        for line in open(sys.argv[1]):
            try:
                texts.append(json.loads(line)["text"])
            except (ValueError, KeyError):
                continue
            size += len(texts[-1].encode())
            if size > 4_000_000:
                break
        for name, engine in engines.items():
            start = time.perf_counter()
            found = sum(map(len, engine(texts)))
            took = time.perf_counter() - start
            print(f"{name:26} {size / took / 1e6:6.2f} MB/s, {found} mentions (one run)")
    try:
        import country_converter
    except ImportError:
        return
    lists = ["Korea, Rep.", "Congo, Dem. Rep.", "Iran (Islamic Republic of)", "Macedonia, FYR", "Cote d'Ivoire", "St. Kitts and Nevis",
             "United Rep. of Tanzania", "Viet Nam", "Turkiye", "Swaziland", "Czechia", "Micronesia, Fed. Sts.", "Holland", "Burma"]
    expected = "KR CD IR MK CI KN TZ VN TR SZ CZ FM NL MM".split()
    coco = country_converter.convert(lists, to="ISO2", not_found=None)
    print("spellings of statistical tables: country_converter", sum(a == b for a, b in zip(coco, expected)), "of", len(lists), end="; ")
    print("demarche", sum(row == [(name, code)] for name, row, code in zip(lists, demarche(lists), expected)), "of", len(lists))


main()
