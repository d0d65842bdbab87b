#!/usr/bin/env python3
"""Marks the surnames that need support: sets policy `context` in data/official_aliases.tsv.

    pip download --no-deps --no-binary :all: names==0.3.0 && tar xzf names-0.3.0.tar.gz
    python3 data/tools/surnames.py names-0.3.0/names/dist.all.last [--check]

A surname needs support if it is among the 2,000 most frequent of the United States census of 1990; that of a person who was never head
of state or of government, nor the soldier behind them (Noriega), also if it is among the 10,000 most frequent, or if two officials share it. The list is public domain (United
States government work); the package names of PyPI ships it. Rows that have the policy already keep it.
"""

import pathlib
import sys
import unicodedata

DATA = pathlib.Path(__file__).parent.parent
HEADS = ("head_of_state", "head_of_government")


def rows(name):
    lines = (DATA / name).read_text(encoding="utf-8").split("\n")[:-1]
    return lines[0].split("\t"), [line.split("\t") for line in lines[1:]]


def plain(name):
    """MÜLLER-ARMACK: without accents, spaces and hyphens, in capitals, as the census writes it."""
    letters = unicodedata.normalize("NFD", name.replace("ł", "l").replace("ø", "o").replace("đ", "d"))
    return "".join(c for c in letters if c.isalpha() and not unicodedata.combining(c)).upper()


def main():
    rank = {line.split()[0]: place for place, line in enumerate(pathlib.Path(sys.argv[1]).open(), 1)}
    _, offices = rows("offices.tsv")
    heads = {row[0] for row in offices if row[0].endswith("/military-leader") or any(function in HEADS for function in row[3].split(";"))}
    _, tenures = rows("tenures.tsv")
    leaders = {row[0] for row in tenures if row[1] in heads}
    header, aliases = rows("official_aliases.tsv")
    kind, policy = header.index("kind"), header.index("policy")
    bearers = {}
    for row in aliases:
        if row[kind] == "surname":
            bearers.setdefault(plain(row[1]), set()).add(row[0])
    marked = []
    for row in aliases:
        place = rank.get(plain(row[1]), len(rank) + 1)
        common = place <= 10000 or len(bearers.get(plain(row[1]), ())) > 1
        if row[kind] == "surname" and not row[policy] and (place <= 2000 or common and row[0] not in leaders):
            row[policy] = "context"
            marked.append(f"{row[0]}\t{row[1]}")
    print("\n".join(marked), f"\n{len(marked)} surnames to mark", sep="")
    if marked and "--check" not in sys.argv:
        text = "\n".join(["\t".join(header), *("\t".join(row) for row in aliases)]) + "\n"
        (DATA / "official_aliases.tsv").write_text(text, encoding="utf-8")


main()
