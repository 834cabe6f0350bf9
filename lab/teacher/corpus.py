"""Reads the corpora as raw text with names, and packs their sentences into chunks for the network."""

import json
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from pieces import Pieces, runs

LABELS = ["O"] + [f"{prefix}-{kind}" for kind in ("PER", "ORG", "LOC", "MISC") for prefix in "BI"]
OUTSIDE = LABELS.index("O")
MISC = [LABELS.index("B-MISC"), LABELS.index("I-MISC")]
CHUNK = 128  # subwords, including the two special ones
UNLABELLED = -100
SAME = {"OTH": "MISC"}

# Marks that stand tight to the word before or after them, for corpora that do not say where spaces are.
CLOSING = set(",.;:!?)]}%…’”»。，") | {"n't", "...", "''"}
OPENING = set("([{“„«¿¡‘$€£") | {"``"}


@dataclass
class Sentence:
    """A raw text and its names: start, end (code points) and type."""

    text: str
    names: list[tuple[int, int, str]]


@dataclass
class Corpus:
    """Documents of sentences. Without MISC annotation (`has_misc`), O may hide a MISC name."""

    name: str
    documents: list[list[Sentence]]
    has_misc: bool


@dataclass
class Chunk:
    """The subwords of a chunk; `target` has the label of the first subword of each unit, and UNLABELLED elsewhere."""

    pieces: list[int]
    target: list[int]
    has_misc: bool


def read(path: Path, has_misc: bool, spaced: bool = False) -> Corpus:
    """Reads a corpus. `spaced` leaves a space between all tokens of a file that does not say where spaces are."""
    if path.suffix == ".jsonl":
        records = map(json.loads, path.open(encoding="utf-8"))
        documents = [[Sentence(r["text"], sorted((a, b, t) for a, b, t in r["entities"])) for r in records]]
    else:
        documents = columns(path, spaced)
    return Corpus(path.stem, [d for d in documents if d], has_misc)


def columns(path: Path, spaced: bool) -> list[list[Sentence]]:
    """Reads a column file. Without document marks, all of it is one document."""
    lines = path.read_text(encoding="utf-8").split("\n")
    says_spaces = any(line.endswith("\tSpaceAfter=No") for line in lines)
    documents, tokens = [[]], []
    for line in [*lines, ""]:
        if line.startswith("-DOCSTART-"):
            documents.append([])
        elif line.strip():
            word, label, *rest = line.split("\t")
            tokens.append((word, label.strip(), rest == ["SpaceAfter=No"]))
        elif tokens:
            if not says_spaces:
                tight = [False] * len(tokens) if spaced else tight_by_rule([word for word, *_ in tokens])
                tokens = [(word, label, t) for (word, label, _), t in zip(tokens, tight)]
            documents[-1].append(composed(tokens))
            tokens = []
    return documents


def tight_by_rule(words: list[str]) -> list[bool]:
    """Says for each word whether no space follows it."""
    tight, quoted = [False] * len(words), False
    for at, word in enumerate(words):
        closes = word in CLOSING or (word[0] in "'’" and 1 < len(word) <= 3)
        if word in ('"', "'"):
            closes, opens = quoted, not quoted
            quoted = not quoted
        else:
            opens = word in OPENING
        if closes and at:
            tight[at - 1] = True
        if opens:
            tight[at] = True
    return tight


def composed(tokens: list[tuple[str, str, bool]]) -> Sentence:
    text, names, open_type = "", [], None
    for word, label, tight in tokens:
        prefix, _, kind = label.partition("-")
        kind = SAME.get(kind, kind)
        if prefix == "I" and open_type == kind:
            start, _, _ = names[-1]
            names[-1] = (start, len(text) + len(word), kind)
        elif prefix != "O":
            names.append((len(text), len(text) + len(word), kind))
        open_type = kind if prefix != "O" else None
        text += word + ("" if tight else " ")
    return Sentence(text.rstrip(), names)


@dataclass
class Encoded:
    """The subwords of a sentence and their labels; where each unit with a label starts and ends in the text."""

    pieces: list[int]
    target: list[int]
    units: list[tuple[int, int, int]]  # position of the first subword, start, end


def encode(sentence: Sentence, pieces: Pieces) -> Encoded:
    found = Encoded([], [], [])
    for run in runs(sentence.text):
        split = pieces.of(sentence.text[run.start : run.end], run.spaced)
        at, opens = run.start, True
        for number, size in split:
            if size and (opens or run.piecewise):
                if found.units and run.piecewise and not opens:
                    position, start, _ = found.units[-1]
                    found.units[-1] = (position, start, at)
                found.units.append((len(found.pieces), at, run.end))
                opens = False
            at += size
            found.pieces.append(number)
            found.target.append(UNLABELLED)
    label_units(found, sentence.names)
    return found


def label_units(found: Encoded, names: list[tuple[int, int, str]]):
    """Sets the label of each unit. A unit is in a name that covers more than half of it."""
    next_name, begun = 0, -1
    for position, start, end in found.units:
        while next_name < len(names) and names[next_name][1] <= start:
            next_name += 1
        found.target[position] = OUTSIDE
        for number in range(next_name, len(names)):
            low, high, kind = names[number]
            if low >= end:
                break
            if 2 * (min(end, high) - max(start, low)) > end - start:
                found.target[position] = LABELS.index(f"{'I' if begun == number else 'B'}-{kind}")
                begun = number


def recased(sentence: Sentence, draw: float) -> Sentence:
    """Turns one sentence in ten into capitals, title case or lower case, as headlines and careless writers do."""
    if draw > 0.10 or sentence.text.lower() == sentence.text.upper():
        return sentence
    text = sentence.text
    if draw < 0.05:
        text = "".join(c.upper() if len(c.upper()) == 1 else c for c in text)
    elif draw < 0.08:
        text = "".join(a.upper() if len(a.upper()) == 1 and not b.isalnum() else a for a, b in zip(text, " " + text))
    else:
        text = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return Sentence(text, sentence.names)


class Stream:
    """Yields chunks of a corpus without end, in blocks of neighbouring sentences in random order."""

    BLOCK = 24  # sentences

    def __init__(self, corpus: Corpus, pieces: Pieces, rng: random.Random, alone: float = 0.15):
        self.corpus, self.pieces, self.rng, self.alone = corpus, pieces, rng, alone
        self.blocks = [d[at : at + self.BLOCK] for d in corpus.documents for at in range(0, len(d), self.BLOCK)]
        self.passes = 0
        self.chunks = self.endless()

    def endless(self):
        while True:
            self.rng.shuffle(self.blocks)
            for block in self.blocks:
                yield from self.packed(block)
            self.passes += 1

    def packed(self, block: list[Sentence]):
        room = CHUNK - 2
        budget = self.rng.randint(room // 3, room)
        pieces, target = [], []
        for sentence in block:
            found = encode(recased(sentence, self.rng.random()), self.pieces)
            if pieces and len(pieces) + len(found.pieces) > budget:
                yield self.chunk(pieces, target)
                pieces, target = [], []
                budget = 1 if self.rng.random() < self.alone else room
            pieces, target = pieces + found.pieces, target + found.target
            while len(pieces) > room:
                yield self.chunk(pieces[:room], target[:room])
                pieces, target = pieces[room:], target[room:]
        if pieces:
            yield self.chunk(pieces, target)

    def chunk(self, pieces: list[int], target: list[int]) -> Chunk:
        return Chunk([self.pieces.bos, *pieces, self.pieces.eos], [UNLABELLED, *target, UNLABELLED], self.corpus.has_misc)


def batch(group: list[Chunk], pad: int, device: torch.device) -> tuple[torch.Tensor, ...]:
    """Returns one batch: subwords, whether a position is not padding, and the right labels there."""
    width = max(len(c.pieces) for c in group)
    pieces = np.full((len(group), width), pad, np.int64)
    real = np.zeros((len(group), width), bool)
    right = np.zeros((len(group), width, len(LABELS)), bool)
    for row, chunk in enumerate(group):
        size = len(chunk.pieces)
        pieces[row, :size], real[row, :size] = chunk.pieces, True
        for position, label in enumerate(chunk.target):
            if label == UNLABELLED:
                continue
            right[row, position, label] = True
            if label == OUTSIDE and not chunk.has_misc:
                right[row, position, MISC] = True
    return tuple(torch.from_numpy(array).to(device) for array in (pieces, real, right))
