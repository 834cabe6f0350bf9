"""Reads the outputs of `wiredesk annotate` with readers that others wrote: spaCy, conllu, csv, html.parser.

Usage: check.py WIREDESK FILE|DIR...

What the readers give back is compared with the JSON Lines of the same articles. `.ci/run formats` runs this with
the test articles and with `hard.jsonl`, whose texts are hard to count, split and escape.
"""

import csv
import io
import json
import subprocess
import sys
import unicodedata
from html.parser import HTMLParser

import conllu
from spacy import displacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

# The members of ninjs 3.2 that may occur, as its specification names them, with their types. In a list it is the
# members of its objects. ninjs allows no others.
NINJS = {
    "uri": str, "standard": {"name": str, "version": str, "schema": str}, "type": str, "representationType": str,
    "version": str, "versionCreated": str, "language": str, "by": str, "located": str,
    "headlines": [{"value": str}],
    "descriptions": [{"role": str, "contentType": str, "value": str}],
    "bodies": [{"role": str, "contentType": str, "charCount": int, "value": str}],
    "people": [{"name": str, "rel": str, "uri": str, "literal": str}],
    "organisations": [{"name": str, "rel": str, "uri": str, "literal": str}],
    "places": [{"name": str, "rel": str, "uri": str, "literal": str}],
    "subjects": [{"name": str, "rel": str, "uri": str, "literal": str, "creator": str, "relevance": int}],
    "infoSources": [{"name": str}],
    "altIds": [{"role": str, "value": str}],
}
NAMES = {"people": "PER", "organisations": "ORG", "places": "LOC"}


def annotate(*arguments):
    """Runs `wiredesk annotate` and returns its output."""
    command = [sys.argv[1], "annotate", *arguments, *sys.argv[2:]]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")


def objects(output):
    # Not `splitlines`, which also splits at characters that may stand in a JSON string.
    return [json.loads(line) for line in output.split("\n") if line]


def fields(event):
    return {name: event["article"].get(name) or "" for name in ("headline", "body")}


def utf16(text, start, end):
    """Slices a text by UTF-16 units, as JavaScript does."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def plain(text):
    """Replaces what would end a line or a column of CoNLL-U by a space."""
    return "".join(" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter for letter in text)


def mentions(event):
    """Returns field, start, end, text and type of each mention."""
    return [
        (found.get("field", "body"), found["start"], found["end"], found["text"], found["type"])
        for found in event["entities"]["mentions"]
    ]


def check_spacy(events, output):
    docs = objects(output)
    assert len(docs) == len(events)
    for event, written in zip(events, docs):
        doc = Doc(Vocab()).from_json(written, validate=True)
        texts = [text for text in fields(event).values() if text.strip()]
        assert doc.text == "\n\n".join(texts) == written["text"]
        assert [ent.text for ent in doc.ents] == [ent[3] for ent in mentions(event)], doc.text
        assert [ent.label_ for ent in doc.ents] == [ent[4] for ent in mentions(event)]
        starts = {sentence.start_char for sentence in doc.sents}
        assert {sentence["start"] for sentence in written["sents"]} <= starts
        assert len(written["sents"]) == len(event["segments"]["sentences"])
        again = doc.to_json()
        assert again["tokens"] == written["tokens"]
        assert written["article"]["id"] == event["article"]["id"]
        html = displacy.render(written, style="ent", manual=True, page=True)
        assert html.count("<mark") == len(doc.ents)


def check_conllu(events, output):
    sentences = list(conllu.parse_incr(io.StringIO(output)))
    documents = [sentence for sentence in sentences if "newdoc id" in sentence.metadata]
    assert [sentence.metadata["newdoc id"] for sentence in documents] == [plain(event["article"]["id"]) for event in events]
    by_id = {sentence.metadata["sent_id"]: sentence for sentence in sentences}
    assert len(by_id) == len(sentences)
    for event in events:
        labelled = []
        for number, _ in enumerate(event["segments"]["sentences"], 1):
            sentence = by_id.get(f"{plain(event['article']['id'])}-{number}")
            labelled += tokens_of(event, sentence) if sentence else []
        assert labelled == expected_labels(event), event["article"]["id"]


def tokens_of(event, sentence):
    """Returns field, range and label of each token, after comparing the forms with the text."""
    field = sentence.metadata["field"]
    rebuilt, tokens = "", []
    for token in sentence:
        misc = token["misc"]
        start, end = map(int, misc["TokenRange"].split(":"))
        assert plain(fields(event)[field][start:end]) == token["form"]
        rebuilt += token["form"] + ("" if misc.get("SpaceAfter") == "No" else " ")
        tokens.append((field, start, end, misc.get("NER")))
    assert rebuilt.strip() == sentence.metadata["text"]
    return tokens


def expected_labels(event):
    """Computes the BIO label of each token in a sentence from the mentions."""
    expected = []
    segments = event["segments"]
    for sentence in segments["sentences"]:
        field = segments["blocks"][sentence["block"]].get("field", "body")
        spans = [found for found in mentions(event) if found[0] == field]
        for token in segments["tokens"]:
            inside = sentence["start"] <= token["start"] and token["end"] <= sentence["end"]
            if token.get("field", "body") != field or not inside:
                continue
            label = None
            for _, start, end, _, kind in spans:
                if start < token["end"] and token["start"] < end:
                    first = not any(
                        start < other["end"] <= token["start"]
                        for other in segments["tokens"]
                        if other.get("field", "body") == field
                    )
                    label = ("B-" if first else "I-") + kind
            expected.append((field, token["start"], token["end"], label))
    return expected


def check_csv(events, output, slice_text):
    rows = list(csv.DictReader(io.StringIO(output, newline=""), strict=True))
    expected = [(event, mention) for event in events for mention in mentions(event)]
    assert len(rows) == len(expected)
    for row, (event, (field, _, _, text, kind)) in zip(rows, expected):
        assert (row["id"], row["field"], row["text"], row["type"]) == (event["article"]["id"], field, text, kind)
        assert slice_text(fields(event)[field], int(row["start"]), int(row["end"])) == text
        assert None not in row and None not in row.values()


def check_annotations(events, output, slice_text):
    collections = objects(output)
    assert len(collections) == len(events)
    for event, collection in zip(events, collections):
        assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
        items = collection["first"]["items"]
        assert collection["total"] == len(items) == len(mentions(event))
        for annotation, (field, _, _, text, kind) in zip(items, mentions(event)):
            assert annotation["body"][0]["value"] == kind
            position, quote = annotation["target"]["selector"]
            assert slice_text(fields(event)[field], position["start"], position["end"]) == quote["exact"] == text
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in fields(event)[field]


def check_members(value, expected):
    """Fails for a member of ninjs that does not exist, or that has another type."""
    if isinstance(expected, list):
        assert isinstance(value, list) and value
        for element in value:
            check_members(element, expected[0])
    elif isinstance(expected, dict):
        for name, member in value.items():
            check_members(member, expected[name])
    else:
        assert type(value) is expected, value


def check_ninjs(events, output):
    items = objects(output)
    assert len(items) == len(events)
    for event, item in zip(events, items):
        check_members(item, NINJS)
        assert item["uri"].startswith("urn:wiredesk:article:") and item["type"] == "text"
        assert all(0 <= subject.get("relevance", 0) <= 100 for subject in item.get("subjects", []))
        assert item["bodies"][0]["value"] == event["article"]["body"]
        assert item["bodies"][0]["charCount"] == len(event["article"]["body"])
        for member, kind in NAMES.items():
            expected = [entity["name"] for entity in event["entities"]["entities"] if entity["type"] == kind]
            assert [named["name"] for named in item.get(member, [])] == expected


def check_bulk(events, output, slice_text):
    lines = objects(output)
    assert len(lines) == 2 * len(events)
    for event, action, document in zip(events, lines[::2], lines[1::2]):
        assert action == {"index": {"_id": event["article"]["id"]}}
        for found, (field, _, _, text, _) in zip(document.get("mentions", []), mentions(event), strict=True):
            assert slice_text(fields(event)[field], found["start"], found["end"]) == text


class Page(HTMLParser):
    """Collects the text of each body, and of each mark in headlines and bodies."""

    def __init__(self):
        super().__init__()
        self.inside, self.bodies, self.marks, self.tags = [], [], [], []

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        if tag == "div":
            self.bodies.append("")
        if tag == "mark":
            self.marks.append("")
        if tag != "meta":
            self.inside.append(tag)

    def handle_endtag(self, tag):
        assert self.inside.pop() == tag

    def handle_data(self, text):
        if "div" in self.inside:
            self.bodies[-1] += text
        if "mark" in self.inside:
            self.marks[-1] += text


def check_html(events, output):
    page = Page()
    page.feed(output)
    page.close()
    assert page.inside == [] and "script" not in page.tags
    assert page.bodies == [event["article"]["body"] for event in events]
    assert page.marks == [mention[3] for event in events for mention in mentions(event)]


def check_utf16_events(events, output):
    for event, converted in zip(events, objects(output), strict=True):
        assert converted["offsets"] == "utf16"
        for before, after in zip(mentions(event), mentions(converted), strict=True):
            assert utf16(fields(event)[after[0]], after[1], after[2]) == before[3]


def main():
    events = objects(annotate("--tokens", "--output", "jsonl"))
    count = sum(len(mentions(event)) for event in events)
    assert len(events) >= 20 and count >= 100, "too few articles to show anything"
    code_points = lambda text, start, end: text[start:end]
    units = ("--offsets", "utf16")
    passed = 0
    for name, check, flags, *more in [
        ("spaCy", check_spacy, ["--tokens", "--output", "spacy"]),
        ("spaCy, without tokens", check_spacy, ["--output", "spacy"]),
        ("CoNLL-U", check_conllu, ["--tokens", "--output", "conllu"]),
        ("CSV", check_csv, ["--output", "csv"], code_points),
        ("CSV, UTF-16", check_csv, ["--output", "csv", *units], utf16),
        ("Web Annotation", check_annotations, ["--output", "annotations"], code_points),
        ("Web Annotation, UTF-16", check_annotations, ["--output", "annotations", *units], utf16),
        ("ninjs", check_ninjs, ["--output", "ninjs"]),
        ("bulk", check_bulk, ["--output", "bulk"], code_points),
        ("bulk, UTF-16", check_bulk, ["--output", "bulk", *units], utf16),
        ("HTML", check_html, ["--output", "html"]),
        ("JSON Lines, UTF-16", check_utf16_events, ["--output", "jsonl", *units]),
    ]:
        check(events, annotate(*flags), *more)
        print(f"{name}: {len(events)} articles, {count} mentions read back")
        passed += 1
    print(f"{passed} passed, 0 failed")


main()
