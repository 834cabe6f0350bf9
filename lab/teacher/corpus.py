"""Column files, and the chunks of neighbouring sentences that the model reads."""

import random
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from pieces import SPECIAL, Pieces

LABELS = ["O"] + [f"{prefix}-{kind}" for kind in ("PER", "ORG", "LOC", "MISC") for prefix in "BI"]
OUTSIDE = LABELS.index("O")
MISC = [LABELS.index("B-MISC"), LABELS.index("I-MISC")]
CHUNK = 128  # pieces, the two special ones included
UNLABELLED = -100
SAME = {"B-OTH": "B-MISC", "I-OTH": "I-MISC"}


@dataclass
class Corpus:
    """Documents of sentences of (word, label). Where MISC is not annotated, O may hide one."""

    name: str
    documents: list[list[list[tuple[str, str]]]]
    has_misc: bool

    def words(self) -> int:
        return sum(len(s) for d in self.documents for s in d)


@dataclass
class Chunk:
    """Pieces in order; `target` is the label of the first piece of each run, else UNLABELLED."""

    pieces: list[int]
    shapes: list[int]
    target: list[int]
    has_misc: bool
    words: list[tuple[int, int]] = field(default_factory=list)  # (word's number, position of its first piece)


def read(path: Path, has_misc: bool) -> Corpus:
    """A file without document marks is one document: its sentences follow one another."""
    documents, sentence = [[]], []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("-DOCSTART-"):
            documents.append([])
        elif not line.strip():
            if sentence:
                documents[-1].append(sentence)
            sentence = []
        else:
            word, label = line.split("\t")[:2]
            sentence.append((word, SAME.get(label, label)))
    if sentence:
        documents[-1].append(sentence)
    return Corpus(path.stem, [d for d in documents if d], has_misc)


def chunks(corpus: Corpus, pieces: Pieces, rng: random.Random | None = None, alone: float = 0.0) -> list[Chunk]:
    """Packs neighbouring sentences. With `rng`, chunks begin elsewhere each time and some hold one sentence only."""
    packed, number = [], 0
    for document in corpus.documents:
        packer = Packer(pieces, corpus.has_misc)
        budget = rng.randint(1, CHUNK - 2) if rng else CHUNK - 2
        for sentence in document:
            split = [pieces.of(word) for word, _ in sentence]
            size = sum(map(len, split))
            if packer.size and packer.size + size > budget:
                packer.close()
                budget = 1 if rng and rng.random() < alone else CHUNK - 2
            for (_, label), word in zip(sentence, split):
                packer.push(word, LABELS.index(label), number)
                number += 1
        packer.close()
        packed += packer.chunks
    return packed


class Packer:
    def __init__(self, pieces: Pieces, has_misc: bool):
        self.pieces, self.has_misc = pieces, has_misc
        self.chunks: list[Chunk] = []
        self.size = 0
        self.open()

    def open(self):
        self.size = 0
        self.chunk = Chunk([self.pieces.cls], [SPECIAL], [UNLABELLED], self.has_misc)

    def push(self, word: list[tuple[int, int, bool]], label: int, number: int):
        if self.size + len(word) > CHUNK - 2:
            self.close()
        word = word[: CHUNK - 2]
        chunk = self.chunk
        chunk.words.append((number, len(chunk.pieces)))
        for index, (piece, kind, opens) in enumerate(word):
            chunk.pieces.append(piece)
            chunk.shapes.append(kind)
            inside = label if index == 0 or LABELS[label][0] != "B" else label + 1
            chunk.target.append(inside if opens else UNLABELLED)
        self.size += len(word)

    def close(self):
        if self.size:
            self.chunk.pieces.append(self.pieces.sep)
            self.chunk.shapes.append(SPECIAL)
            self.chunk.target.append(UNLABELLED)
            self.chunks.append(self.chunk)
        self.open()


def batch(group: list[Chunk], pad: int):
    """Arrays of one batch: pieces, shapes, whether a position is real, and which labels are right there."""
    width = max(len(c.pieces) for c in group)
    pieces = np.full((len(group), width), pad, np.int64)
    shapes = np.full((len(group), width), SPECIAL, np.int64)
    real = np.zeros((len(group), width), bool)
    right = np.zeros((len(group), width, len(LABELS)), bool)
    for row, chunk in enumerate(group):
        size = len(chunk.pieces)
        pieces[row, :size], shapes[row, :size], real[row, :size] = chunk.pieces, chunk.shapes, True
        for position, label in enumerate(chunk.target):
            if label == UNLABELLED:
                continue
            right[row, position, label] = True
            if label == OUTSIDE and not chunk.has_misc:
                right[row, position, MISC] = True
    return pieces, shapes, real, right


def batches(all_chunks: list[Chunk], size: int, rng: random.Random | None = None) -> list[list[Chunk]]:
    """Groups of about `size` pieces, of like lengths, so that little is padding."""
    order = sorted(all_chunks, key=lambda c: (len(c.pieces), rng.random() if rng else 0))
    groups, group = [], []
    for chunk in order:
        if group and (len(group) + 1) * len(chunk.pieces) > size:
            groups.append(group)
            group = []
        group.append(chunk)
    if group:
        groups.append(group)
    if rng:
        rng.shuffle(groups)
    return groups
