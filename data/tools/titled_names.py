#!/usr/bin/env python3
"""Adds `Sheikh Mohammed bin Rashid Al Maktoum` to official_aliases.tsv where `Sheikh Mohammed` is there.

A title before a given name is an alias of its own, and the matcher takes the longest that starts at the title: without these rows the
short one would hide the whole name behind it. Run it after adding such an alias; a second run adds nothing.
"""
import pathlib
import re

folder = pathlib.Path(__file__).resolve().parent.parent
path = folder / "official_aliases.tsv"
header, *lines = path.read_text(encoding="utf-8").splitlines()
rows = [line.split("\t") for line in lines]
names = {row[0]: row[1] for row in (line.split("\t") for line in (folder / "officials.tsv").read_text(encoding="utf-8").splitlines()[1:])}

TITLED = re.compile(r"^(Sheikh|Prince|King|Sultan|Emir|Queen|Princess|Sheikha) (\S+)$")
PATRONYMIC = re.compile(r" (bin|ibn|bint) ")
whole = {}
for row in rows:
    if row[2] in ("name", "alternative") and PATRONYMIC.search(row[1]):
        whole.setdefault(row[0], set()).add(row[1])
for official, name in names.items():
    if PATRONYMIC.search(name):
        whole.setdefault(official, set()).add(name)



def folded(alias):
    """Equal for aliases that the matcher takes for one."""
    return alias.casefold().replace("-", " ")


known = {(row[0], folded(row[1])) for row in rows}
added = []
for row in rows:
    match = TITLED.match(row[1])
    if not match:
        continue
    title, given = match.groups()
    for name in sorted(whole.get(row[0], ())):
        alias = f"{title} {name}"
        if name.split()[0] == given and (row[0], folded(alias)) not in known:
            known.add((row[0], folded(alias)))
            added.append([row[0], alias, "alternative"] + [""] * 8 + ["general"])
rows = sorted(rows + added, key=lambda row: (row[0], row[1]))
path.write_text("\n".join([header] + ["\t".join(row) for row in rows]) + "\n", encoding="utf-8")
print(f"{len(added)} aliases added")
