"""Gives what the example `render` writes to the tools it is for: python3 formats.py FOLDER

FOLDER holds NAME.txt with NAME.json-lines, NAME.csv, NAME.conll, NAME.ann, NAME.spacy and NAME.web-annotation. Needs spaCy; reads brat's
files with bratly too where that is installed. Prints a line a tool, fails at the first difference.
"""

import csv
import json
import pathlib
import re
import sys

import spacy
from spacy import displacy
from spacy.tokens import Doc
from spacy.training.converters import conll_ner_to_docs

LABELS = "OFFICIAL OFFICE COUNTRY REGION PLACE ORGANIZATION FORMAT".split()


def iri(text):
    """Whether a text is an absolute IRI without what RFC 3987 forbids."""
    return re.fullmatch(r'[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+', text) is not None


def web_annotation(page, text, mentions):
    """The musts of the W3C Web Annotation Data Model that apply to what the crate writes."""
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"  # 4: the context
    assert page["type"] == "AnnotationPage" and iri(page["id"])  # 5.2
    assert isinstance(page["startIndex"], int) and page["startIndex"] >= 0
    assert len({item["id"] for item in page["items"]}) == len(page["items"]) == len(mentions)
    for item, mention in zip(page["items"], mentions):
        assert iri(item["id"]) and item["type"] == "Annotation"  # 3.1: exactly one id, an IRI; 1 or more types
        assert item["motivation"] in {"identifying", "tagging"}  # 3.3.5: a motivation of the vocabulary
        for body in item["body"]:  # 3.1: 0 or more bodies
            if body["type"] == "TextualBody":  # 3.2.4: exactly one value, at most one format and language
                assert isinstance(body["value"], str) and body["format"] == "text/plain" and body["language"] == "en"
            else:
                assert body["type"] == "SpecificResource" and iri(body["source"])  # 4: exactly one source
            assert body["purpose"] in {"identifying", "describing", "tagging"}
        assert iri(item["target"]["source"])
        position, quote = item["target"]["selector"]
        # 4.2.5: not negative, in code points, as Python counts; 4.2.4: exact, prefix, suffix at most once, found in the text
        assert position["type"] == "TextPositionSelector" and 0 <= position["start"] < position["end"] <= len(text)
        assert text[position["start"] : position["end"]] == quote["exact"] == mention["text"]
        assert quote["type"] == "TextQuoteSelector"
        assert (quote["prefix"] + quote["exact"] + quote["suffix"]) in text


def ann(lines, text, mentions):
    """brat's own rules for a .ann file, line by line."""
    bound = re.compile(r"T(\d+)\t([A-Za-z0-9_-]+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)")
    normal = re.compile(r"N(\d+)\tReference T(\d+) ([^\s:]+):(\S+)\t(.+)")
    assert len(lines) == 2 * len(mentions)
    for line, reference, mention in zip(lines[::2], lines[1::2], mentions):
        number, label, places, quote = bound.fullmatch(line).groups()
        fragments = [tuple(map(int, place.split())) for place in places.split(";")]
        assert " ".join(text[start:end] for start, end in fragments) == quote and label in LABELS
        assert all(a[1] <= b[0] for a, b in zip(fragments, fragments[1:]))
        _, target, database, entity, name = normal.fullmatch(reference).groups()
        assert (target, database, entity, name) == (number, "demarche", mention["id"], mention["name"])


def main(folder):
    nlp = spacy.blank("en")
    counts = dict.fromkeys(["documents", "mentions", "tokens", "brat annotations by bratly"], 0)
    for path in sorted(pathlib.Path(folder).glob("*.txt")):
        text = path.read_bytes().decode()
        read = lambda suffix: path.with_suffix(suffix).read_bytes().decode()
        (line,) = read(".json-lines").splitlines()
        mentions = json.loads(line)["mentions"]
        encoded = text.encode()
        assert all(encoded[m["start"] : m["end"]].decode() == m["text"] for m in mentions)

        rows = list(csv.DictReader(path.with_suffix(".csv").open(newline=""), strict=True))
        assert [(int(r["start"]), int(r["end"]), r["text"], r["id"]) for r in rows] == [
            (m["start"], m["end"], m["text"], m["id"]) for m in mentions
        ]

        data = json.loads(read(".spacy"))
        doc = Doc(nlp.vocab).from_json(data, validate=True)
        assert doc.text == text
        assert [(s.text, s.kb_id_) for s in doc.spans["demarche"]] == [(m["text"], m["id"]) for m in mentions]
        assert all(ent.label_ in LABELS for ent in doc.ents) and (len(doc.ents) > 0) == (len(mentions) > 0)
        assert [ent["start"] for ent in data["ents"]] == [ent.start_char for ent in doc.ents]
        picture = displacy.render(data, style="ent", manual=True, page=True)
        assert picture.count("<mark") == len(doc.ents)
        if len(mentions) > 0:
            assert displacy.render(doc, style="span", options={"spans_key": "demarche"}).count("<div") > 0

        # spaCy's reader of CoNLL sees the same entities, token by token.
        ents = []
        for read_doc in conll_ner_to_docs(read(".conll"), no_print=True):
            ents += [(ent.label_, [token.text for token in ent]) for ent in read_doc.ents]
            counts["tokens"] += len(read_doc)
        visible = [(ent.label_, [t.text for t in ent if not t.is_space]) for ent in doc.ents]
        assert ents == visible, (path, ents, visible)

        ann(read(".ann").splitlines(), text, mentions)
        web_annotation(json.loads(read(".web-annotation")), text, mentions)
        try:
            from bratly.io.file_read_src import parse_ann_file
        except ImportError:
            pass
        else:
            # Its pattern for N lines takes no hyphen in an id, which brat's own documentation does not forbid: T lines only.
            bound = "".join(line for line in read(".ann").splitlines(keepends=True) if line.startswith("T"))
            annotations = parse_ann_file(bound, str(path), no_duplicates=False).annotations
            assert sorted(a.content for a in annotations) == sorted(line.split("\t")[2] for line in bound.splitlines())
            counts["brat annotations by bratly"] += len(annotations)
        counts["documents"] += 1
        counts["mentions"] += len(mentions)
    print(f"spaCy {spacy.__version__}, csv, W3C, brat:", ", ".join(f"{count} {what}" for what, count in counts.items()))


main(sys.argv[1])
