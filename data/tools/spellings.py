#!/usr/bin/env python3
"""Adds to official_aliases.tsv the spellings that follow from a name by rule; a second run adds nothing.

- Gulf names: who is `Khalid bin Salman bin Abdulaziz Al Saud` in full is `Khalid bin Salman` and `Khalid bin Salman Al Saud` in the news.
- Given names that have several romanisations in a script: `Sergei` and `Sergey`, `Mohammed` and `Mohamed`, `Nikos` and `Nicos`. Only for
  people whose surname needs support: a surname that counts alone already takes any given name that sounds alike.
- `Xi Jinping` is `Xi Jin-ping` in older texts, `Ma Ying-jeou` and `Kim Jong-un` are `Ma Yingjeou` and `Kim Jongun` where a style knows no
  hyphens. The matcher takes a hyphen for a space, so that `Xi Jin Ping` follows.
- Middle names fall: `Joseph Oladele Sanusi` is `Joseph Sanusi`; where names end in the mother's surname, that falls: `Felipe Larraín Bascuñán` is
  `Felipe Larraín`. Not where names are chains of fathers' names, nor where what is left is made of a given name and a frequent surname or
  ends in the surname of several officials.
- `Schäuble` is `Schaeuble` where the wires write without dots, as a surname too.
- `al-Hariri` is `Hariri` too, where the article is left out at the second mention.
- `Monastyrskyi` is `Monastyrsky`, `Monastyrskyy` and `Monastyrskiy`, too: the endings that the Ukrainian and Russian romanisations have.
- `Sarbayev` is `Sarbaev`, `Mnatsakanian` is `Mnatsakanyan`, and `Kassymov` of Kazakhstan `Kasymov`, too.
- `Ihor Smeshko` is `Igor Smeshko` in older news, `Davit Tevzadze` `David`: given names in Russian form, for every official of Ukraine,
  Belarus, Georgia and Armenia.

- `'Akilisi Pohiva` is `Akilisi Pohiva`, too: the sign before a word is what transcriptions leave out first.

A spelling that is somebody else's name is left out, and so is one that two people would get.

    python3 data/tools/spellings.py [--check]
"""

import pathlib
import re
import sys
import unicodedata

DATA = pathlib.Path(__file__).resolve().parent.parent
CYRILLIC = "AM AZ BG BY GE KG KZ MD MK MN RU SU TJ TM UA UZ".split()
ARABIC = "AE AF BD BH DJ DZ EG IQ IR JO KM KW LB LY MA MR MV OM PK PS QA SA SD SO SY TN YE YD".split()
GIVEN = {
    tuple(CYRILLIC): (
        "Aleksandr Alexander",
        "Aleksei Alexei Alexey",
        "Anatoliy Anatoly",
        "Andrei Andrey",
        "Dmitri Dmitry",
        "Evgeny Yevgeny",
        "Gennadiy Gennady",
        "Grigory Grigoriy",
        "Maksim Maxim",
        "Nikolai Nikolay",
        "Sergei Sergey",
        "Valeriy Valery",
        "Vasiliy Vasily",
        "Viktor Victor",
        "Vitaliy Vitaly",
        "Yekaterina Ekaterina",
        "Yulia Yuliya",
        "Yuri Yuriy Yury",
    ),
    ("UA",): (
        "Andrii Andriy",
        "Oleksii Oleksiy",
        "Serhii Serhiy Sergiy",
        "Valerii Valeriy",
        "Yurii Yuriy",
    ),
    tuple(ARABIC): (
        "Abdallah Abdulla Abdullah",
        "Ahmad Ahmed",
        "Hasan Hassan",
        "Hussain Hussein",
        "Ibrahim Ebrahim",
        "Jaber Jabir",
        "Khaled Khalid",
        "Mahmood Mahmoud Mahmud",
        "Mohamed Mohammad Mohammed Muhammad",
        "Mostafa Mustafa",
        "Osama Usama",
        "Osman Othman",
        "Saeed Said",
        "Sulaiman Suleiman",
        "Tareq Tariq",
        "Yousef Youssef Yusuf",
    ),
    ("CY", "GR"): (
        "Constantine Konstantinos Kostas Costas",
        "Dimitris Demetris Dimitrios",
        "George Georgios Giorgos Yiorgos",
        "Charis Haris Harris",
        "Giannis Ioannis Yannis Yiannis",
        "Nicos Nikos",
        "Spyros Spiros",
    ),
}
# Given names that are others in Russian, by which older news goes: `Igor` of `Ihor`.
RUSSIAN = {
    ("UA",): (
        "Andriy Andrii Andrei Andrey",
        "Artem Artyom",
        "Borys Boris",
        "Dmytro Dmitry Dmitri",
        "Fedir Fyodor",
        "Hennadiy Gennady Gennadiy",
        "Hryhoriy Grigory",
        "Ihor Igor",
        "Iryna Irina",
        "Kostyantyn Kostiantyn Konstantin",
        "Mykhailo Mykhaylo Mikhail",
        "Mykola Nikolai Nikolay",
        "Oleh Oleg",
        "Oleksandr Alexander Aleksandr",
        "Oleksiy Alexei Alexey",
        "Olena Elena Yelena",
        "Pavlo Pavel",
        "Petro Pyotr",
        "Rostyslav Rostislav",
        "Serhiy Serhii Sergei Sergey",
        "Vasyl Vasily",
        "Vladyslav Vladislav",
        "Volodymyr Vladimir",
        "Vyacheslav Viacheslav",
        "Yevhen Yevgeny Evgeny",
    ),
    ("BY",): (
        "Aleh Oleg",
        "Aliaksandr Alexander Aleksandr",
        "Dzmitry Dmitry",
        "Ihar Igor",
        "Mikalai Nikolai Nikolay",
        "Siarhei Sergei Sergey",
        "Sviatlana Svetlana",
        "Uladzimir Vladimir",
        "Viktar Viktor",
        "Yauheni Yevgeny",
    ),
    ("GE",): (
        "Aleksandre Alexander",
        "Davit David",
        "Giorgi George",
        "Konstantine Konstantin",
        "Mikheil Mikhail",
        "Vladimer Vladimir",
    ),
    ("AM",): ("Artur Arthur", "Davit David"),
}
CHINESE = {"CN", "HK", "MO"}
HYPHENATED = {"KP", "KR", "TW"}
SYLLABLE = "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])(?:a(?:i|ng?|o)?|e(?:i|ng?|r)?|i(?:a(?:ng?|o)?|e|ng?|ong|u)?|o(?:ng|u)?|u(?:a(?:i|ng?)?|e|i|n|o)?)"
PINYIN = re.compile(f"([A-Z][a-z]+) (?!{SYLLABLE}$)((?:{SYLLABLE}|A(?:i|ng?|o)?|E(?:n|r)?))({SYLLABLE})", re.IGNORECASE)
# Names whose last part is the mother's surname, or whose parts are no given name and surname.
IBERIAN = set("AD AO AR BO BR CL CO CR CU CV DO EC ES GQ GT GW HN MX MZ NI PA PE PH PR PT PY ST SV TL UY VE".split())
CHAINED = set(ARABIC) | set("DJ ER ET IN KM NE NP SN SO TD".split())
ORDERED = set("BT CN HK KH KP KR LA MM MN MO SG TW VN".split())
PARTICLES = set("abd abdel abdul abu af al bin de del den der di do dos du el ibn la le ould ter ten van von zu".split())
TITLED = re.compile(r"\d|,|\b[IVX]+$|Sheikh|Prince|King|Sultan |Queen|Lord|\bof\b|Pope|^\S*\. ")
ADJECTIVE = r"(?:y|yi|yy|iy|ii)"
ENDINGS = (
    ("UA", rf"(\w{{2,}}(?:sk|kh|n|t|v)){ADJECTIVE}", "y yi yy iy"),
    ("BY RU", rf"(\w{{2,}}sk){ADJECTIVE}", "y iy"),
    ("AZ BY KG KZ RU TJ TM UZ", r"(\w{2,}[aeio])y?ev", "yev ev"),
    ("AZ BY KG KZ RU TJ TM UZ", r"(\w{2,}[aeio])y?eva", "yeva eva"),
    ("AM", r"(\w{3,})[iy]an", "ian yan"),
)
GERMAN = {"AT", "CH", "DE", "LI"}
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
LETTERS = str.maketrans({"æ": "ae", "ð": "d", "þ": "th", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "œ": "oe"})
HOUSES = "A[lL][- ](Khalifa|Maktoum|Nahyan|Qasimi|Sabah|Said|Saud|Thani)"
SIGN = re.compile("(?<![^ ])['’ʻʿ‘](?=\\w)")
QUOTE = re.compile("['’](?= |$)")
FULL = ("name", "alternative", "transliteration", "official")
PATRONYMIC = re.compile(r"^((?:Sheikh |Prince )?\S+ (?:bin|ibn|bint) [A-Z]\S+)(?: (?:bin|ibn) \S+)*(?: (A[lL][- ]\S+(?: \S+)?))?$")


def folded(text):
    """Equal for names that the matcher takes for one."""
    letters = unicodedata.normalize("NFD", text.casefold().translate(LETTERS))
    letters = "".join(c for c in letters if not unicodedata.combining(c))
    return " ".join(re.sub("[-‐–.]", " ", re.sub("['’ʻʿ‘]", "", letters)).split())


def table(name):
    lines = (DATA / name).read_text(encoding="utf-8").split("\n")[:-1]
    return lines[0].split("\t"), [line.split("\t") for line in lines[1:]]


def gulf(name):
    found = PATRONYMIC.match(name)
    if not found:
        return
    short, house = found.groups()
    if house:
        yield f"{short} {house}"
    # `Ahmed bin Mohammed` alone could be anybody, unless he is of a ruling house.
    if house and re.fullmatch(HOUSES, house):
        yield short


def romanised(name, groups):
    first, _, rest = name.partition(" ")
    if re.search(r" of | [IVX]+\b", name):
        return
    for group in groups:
        if rest and first in group.split():
            yield from (f"{other} {rest}" for other in group.split() if other != first)


def chinese(name):
    """`Xi Jin-ping` of `Xi Jinping`: a second syllable starts with a consonant; pinyin writes an apostrophe before a vowel."""
    found = PINYIN.fullmatch(name)
    if found:
        yield "{} {}-{}".format(*found.groups())


def joined(name):
    """`Ma Yingjeou` of `Ma Ying-jeou`."""
    if re.fullmatch(r"[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+", name):
        yield name.replace("-", "")


def shorter(name, surnames, where, given):
    """The given name and a surname alone, if one word stands between them or the mother's surname behind them."""
    words = name.split()
    if TITLED.search(name) or where & ORDERED or any(word.lower() in PARTICLES for word in words[:2]):
        return
    if where & IBERIAN:
        end = 3 if len(words) == 4 and folded(words[1]) in given else 2
        if len(words) > end and words[end - 1] in surnames and words[end].lower() not in PARTICLES:
            yield " ".join(words[:end])
    elif len(words) == 3 and words[2] in surnames and words[1] not in surnames and not where & CHAINED:
        yield f"{words[0]} {words[2]}"


def main():
    frequent = {folded(row[0]) for row in table("surnames.tsv")[1]}
    given = {folded(row[0]) for row in table("given_names.tsv")[1]}
    _, officials = table("officials.tsv")
    header, aliases = table("official_aliases.tsv")
    _, tenures = table("tenures.tsv")
    names = {row[0]: row[1] for row in officials}
    countries = {}
    for row in tenures:
        countries.setdefault(row[0], set()).add(row[1].split(":")[1].split("/")[0])
    known = {}
    for person, name in [*names.items(), *((row[0], row[1]) for row in aliases)]:
        known.setdefault(folded(name), set()).add(person)
    anybody = {row[0] for row in aliases if row[2] == "name" and row[4]}
    alone = {row[0] for row in aliases if row[2] == "surname" and not row[4]}
    surnames, bearers = {}, {}
    for row in aliases:
        if row[2] == "surname":
            bearers.setdefault(folded(row[1]), set()).add(row[0])
            surnames.setdefault(row[0], []).append(row[1])
    spellings = {person: [name] for person, name in names.items()}
    for row in aliases:
        if row[2] in FULL and not row[4]:
            spellings[row[0]].append(row[1])
    made = {}
    for person, alias, kind, policy in [*((*pair, "name", "") for pair in names.items()), *((*row[:3], row[4]) for row in aliases)]:
        spelling = alias.translate(UMLAUTS)
        if spelling != alias and countries.get(person, set()) & GERMAN:
            kind, policy = (kind, policy) if kind == "surname" else ("transliteration", "context" if person in anybody else policy)
            made.setdefault(folded(spelling), {}).setdefault(person, (spelling, kind, policy))
        for where, ending, endings in ENDINGS:
            found = kind == "surname" and countries.get(person, set()) & set(where.split()) and re.fullmatch(ending, alias)
            for spelling in (found[1] + ending for ending in endings.split()) if found else ():
                made.setdefault(folded(spelling), {}).setdefault(person, (spelling, kind, policy))
                if policy and person not in anybody and names[person].endswith(f" {alias}"):
                    whole = names[person].removesuffix(alias) + spelling
                    made.setdefault(folded(whole), {}).setdefault(person, (whole, "transliteration", ""))
        doubled = re.fullmatch("([A-Z][a-z]*[aeiouy])ss([aeiouy][a-z]+)", alias)
        if kind == "surname" and doubled and "KZ" in countries.get(person, ()):
            made.setdefault(folded("s".join(doubled.groups())), {}).setdefault(person, ("s".join(doubled.groups()), kind, policy))
            if names[person].endswith(f" {alias}") and person not in anybody:
                whole = names[person].removesuffix(alias) + "s".join(doubled.groups())
                made.setdefault(folded(whole), {}).setdefault(person, (whole, "transliteration", ""))
        article = re.fullmatch("[AaEe]l-(\\w.*)", alias)
        if kind == "surname" and article:
            made.setdefault(folded(article[1]), {}).setdefault(person, (article[1], kind, "context"))
    for person, own in sorted(spellings.items()):
        groups = [group for where, groups in GIVEN.items() if countries.get(person, set()) & set(where) for group in groups]
        new = [] if person in alone | anybody else list(romanised(names[person], groups))
        own_too = [group for where, groups in RUSSIAN.items() if countries.get(person, set()) & set(where) for group in groups]
        new += [] if person in anybody else romanised(names[person], own_too)
        new += [short for name in own + new for short in gulf(name)]
        for short in shorter(names[person], surnames.get(person, ()), countries.get(person, set()), given):
            first, *_, last = folded(short).split()
            if len(last) > 3 and last not in given and not (first in given and last in frequent) and len(bearers.get(last, ())) < 2:
                new.append(short)
        if countries.get(person, set()) & CHINESE:
            new += chinese(names[person])
        if countries.get(person, set()) & HYPHENATED:
            new += joined(names[person])
        for spelling in new:
            made.setdefault(folded(spelling), {}).setdefault(person, (spelling, "transliteration", ""))
    added = []
    for key, people in sorted(made.items()):
        for person, (spelling, kind, policy) in people.items():
            # A surname may be that of two.
            if person in known.get(key, ()) or kind != "surname" and (key in known or len(people) > 1):
                continue
            row = dict.fromkeys(header, "") | {"id": person, "alias": spelling, "kind": kind, "policy": policy, "source": "general"}
            added.append([row[column] for column in header])
    written = {(row[0], row[1]) for row in aliases}
    for row in [*([person, name, "name", "", ""] for person, name in names.items()), *aliases]:
        bare = SIGN.sub("", row[1])
        if bare != row[1] and not QUOTE.search(bare) and (row[0], bare) not in written:
            written.add((row[0], bare))
            kind, policy = ("transliteration" if row[2] in FULL else row[2]), row[4]
            new = dict.fromkeys(header, "") | {"id": row[0], "alias": bare, "kind": kind, "policy": policy, "source": "general"}
            added.append([new[column] for column in header])
    print("\n".join(f"{row[0]}\t{row[1]}" for row in added), f"\n{len(added)} spellings to add", sep="")
    if added and "--check" not in sys.argv:
        lines = sorted("\t".join(row) for row in aliases + added)
        (DATA / "official_aliases.tsv").write_text("\n".join(["\t".join(header), *lines]) + "\n", encoding="utf-8")


main()
