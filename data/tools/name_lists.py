#!/usr/bin/env python3
"""Makes the rows of data/given_names.tsv and data/surnames.tsv that come from packages; rows of other sources stay, and each given name
gets its gender where the packages agree on one.

usage: pip install --no-deps names==0.3.0 Faker==40.63.0 tzdata && python3 data/tools/name_lists.py

Given names: the locales of Faker in Latin script. Left out is what is also an English word, a word of OTHER, a country, a place or a surname that counts
by itself, since a given name takes such a one for a person's. Surnames: the most frequent of the United States Census 1990. Gender: a
name is a woman's if each list that knows it says so: those of Faker's locales, and the Census with fewer than one man in CLEAR bearers.
"""
import importlib
import importlib.util
import pathlib
import re
import unicodedata

SURNAMES = 1500
CLEAR = 20
# Words of the news, towns and regions, which are given names far more seldom.
OTHER = (
    "Tory Nazi Cabir Tri Warwick Canal Basel Brooklyn Verde Rico Rica Baptist Coral Indie Candela Siena Erbil Wadi Sina Medina Macarena Savannah Janus Destiny "
    "Gaia Campo Lenin Beverley Leider Grit Toon Ale Reagan Adana Bursa Sivas Valencia Granada Islam Imam Sultan Emir Pasha Ramadan Java Soweto Kano Ulster "
    "Munster Leinster Nassau Lorraine Euro Real Inter Sunni Han Tibet Amazon Senator General Premier Union Victoria"
).split()
GENDERS = {"first_names_male": "m", "first_names_female": "f"}
LOCALES = "cs_CZ da_DK en_IN es_MX fi_FI fr_FR hr_HR hu_HU it_IT ja_JP lt_LT lv_LV nl_NL no_NO pl_PL pt_BR sk_SK sl_SI sv_SE".split()
# Their gender counts for names alone that the others do not know.
FURTHER = (
    "az_AZ de_AT de_CH de_DE en_IE en_KE en_NG en_NZ en_PK es_AR es_CL es_CO es_ES et_EE fr_BE fr_CA fr_CH fr_DZ ga_IE ha_NG id_ID ig_NG nl_BE pt_PT "
    "ro_RO tr_TR tw_GH uz_UZ vi_VN yo_NG zu_ZA"
).split()
data = pathlib.Path(__file__).parent.parent


def rows(table):
    lines = (data / f"{table}.tsv").read_text(encoding="utf-8").split("\n")
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"))) for line in lines[1:] if line]


def fold(text):
    plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return plain.translate(str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ə": "a"})).replace("ß", "ss").replace("æ", "ae")


def write(table, column, found, genders=None):
    path = data / f"{table}.tsv"
    kept = [(row[column], row["source"]) for row in rows(table)] if path.exists() else []
    known = {fold(word) for word, _ in kept}
    kept += [row for row in sorted(found) if fold(row[0]) not in known]
    header, lines = [column, "source"], sorted(kept)
    if genders is not None:
        header, lines = [column, "gender", "source"], [(word, genders.get(fold(word), ""), source) for word, source in lines]
    path.write_text("\n".join("\t".join(line) for line in [header, *lines]) + "\n", encoding="utf-8")
    print(table, len(kept))


def folder(package):
    return pathlib.Path(importlib.util.find_spec(package).origin).parent


census = [line.split()[0].capitalize() for line in (folder("names") / "dist.all.last").read_text().split("\n") if line.strip()]
write("surnames", "surname", {(name, "census") for name in census[:SURNAMES]})

taken = {fold(word) for word in OTHER} | {fold(row["english_word"]) for row in rows("english_words")} | {fold(row["surname"]) for row in rows("surnames")}
for table in "country_aliases", "place_aliases", "region_aliases":
    taken |= {fold(row["alias"]) for row in rows(table)}
taken |= {fold(row["alias"]) for row in rows("official_aliases") if row["kind"] in ("surname", "given", "nickname")}


def bearers(gender):
    lines = (folder("names") / f"dist.{gender}.first").read_text().split("\n")
    return {fold(line.split()[0]): float(line.split()[1]) for line in lines if line.strip()}


men, women = bearers("male"), bearers("female")
said = {}
for name in men.keys() | women.keys():
    share = men.get(name, 0), women.get(name, 0)
    said[name] = {"m" if share[0] > CLEAR * share[1] else "f" if share[1] > CLEAR * share[0] else "either"}
found = {}
for locale in [*LOCALES, *FURTHER]:
    known = set(said) if locale == FURTHER[0] else known if locale in FURTHER else set()
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    for attribute in dir(provider):
        if attribute.startswith("first_"):
            values = getattr(provider, attribute)
            # Of a tuple of spellings the last is the romanised one.
            for value in values if isinstance(values, (tuple, list, dict)) else ():
                word = value[-1] if isinstance(value, tuple) else value
                if isinstance(word, str) and re.fullmatch(r"[^\W\d_]{3,}", word) and word[0].isupper():
                    if unicodedata.name(word[0]).startswith("LATIN") and fold(word) not in taken:
                        found.setdefault(fold(word), word)
                if isinstance(word, str) and attribute in GENDERS and fold(word) not in known:
                    said.setdefault(fold(word), set()).add(GENDERS[attribute])
genders = {name: next(iter(genders)) for name, genders in said.items() if genders in ({"f"}, {"m"})}
write("given_names", "given_name", {(word, "faker") for word in found.values()}, genders)
