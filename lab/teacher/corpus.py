"""Reads column files and packs their sentences into chunks for the model."""

import json
import random
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch

from pieces import SPECIAL, Pieces

LABELS = ["O"] + [f"{prefix}-{kind}" for kind in ("PER", "ORG", "LOC", "MISC") for prefix in "BI"]
OUTSIDE = LABELS.index("O")
MISC = [LABELS.index("B-MISC"), LABELS.index("I-MISC")]
CHUNK = 128  # subwords, including the two special ones
UNLABELLED = -100
SAME = {"B-OTH": "B-MISC", "I-OTH": "I-MISC"}


@dataclass
class Corpus:
    """Documents of sentences of (word, label) or (word, {label: probability}). Without MISC annotation (`has_misc`), O may hide a MISC name."""

    name: str
    documents: list[list[list[tuple[str, str | dict[str, float]]]]]
    has_misc: bool

    def words(self) -> int:
        return sum(len(s) for d in self.documents for s in d)


@dataclass
class Chunk:
    """The subwords of a chunk; `target` has the label of the first subword of each run, and UNLABELLED elsewhere."""

    pieces: list[int]
    shapes: list[int]
    target: list[int]
    has_misc: bool
    words: list[tuple[int, int]] = field(default_factory=list)  # (number of the word, position of its first subword)
    beliefs: list[tuple[int, np.ndarray]] = field(default_factory=list)  # (position, probabilities of the labels) by a teacher


def read(path: Path, has_misc: bool) -> Corpus:
    """Reads a column file. Without document marks, all of it is one document."""
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


def read_taught(path: Path) -> Corpus:
    """Reads a file of `cargo lab label`: label probabilities of the tokens that may be in a name. All other tokens are outside."""
    documents = []
    for line in path.open(encoding="utf-8", newline="\n"):
        record = json.loads(line)
        text, beliefs = record["text"].encode(), iter(record["beliefs"])
        belief, document = next(beliefs, None), []
        for start, end in record["sentences"]:
            sentence, at = [], start
            while belief and belief["start"] < end:
                sentence += outside(text[at : belief["start"]])
                sentence.append((text[belief["start"] : belief["end"]].decode(), belief["labels"]))
                at, belief = belief["end"], next(beliefs, None)
            sentence += outside(text[at:end])
            if sentence:
                document.append(sentence)
        documents.append(document)
    return Corpus(path.stem, [d for d in documents if d], has_misc=True)


def outside(text: bytes) -> list[tuple[str, str]]:
    return [(word, "O") for word in text.decode().split()]


def distribution(belief: dict[str, float], is_first: bool) -> np.ndarray:
    """Returns the probability of each label at a run of a token. After the first run, B- becomes I-."""
    shares = np.zeros(len(LABELS), np.float32)
    for label, share in belief.items():
        at = LABELS.index(label)
        shares[at if is_first or label[0] != "B" else at + 1] += share
    return shares / shares.sum()


def chunks(corpus: Corpus, pieces: Pieces, rng: random.Random | None = None, alone: float = 0.0) -> list[Chunk]:
    """Packs neighbouring sentences. With `rng`, chunks start at other sentences each time, and some have only one sentence."""
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
                packer.push(word, label, number)
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

    def push(self, word: list[tuple[int, int, bool]], label: str | dict[str, float], number: int):
        belief = label if isinstance(label, dict) else None
        label = OUTSIDE if belief is not None else LABELS.index(label)
        if self.size + len(word) > CHUNK - 2:
            self.close()
        word = word[: CHUNK - 2]
        chunk = self.chunk
        chunk.words.append((number, len(chunk.pieces)))
        for index, (piece, kind, opens) in enumerate(word):
            if belief is not None and opens:
                chunk.beliefs.append((len(chunk.pieces), distribution(belief, index == 0)))
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


def batch(group: list[Chunk], pad: int, device: torch.device) -> tuple[torch.Tensor, ...]:
    """Returns one batch: subwords, shapes, whether a position is not padding, the right labels there, and a teacher's probabilities."""
    width = max(len(c.pieces) for c in group)
    pieces = np.full((len(group), width), pad, np.int64)
    shapes = np.full((len(group), width), SPECIAL, np.int64)
    real = np.zeros((len(group), width), bool)
    right = np.zeros((len(group), width, len(LABELS)), bool)
    belief = np.zeros((len(group), width, len(LABELS)), np.float32)
    for row, chunk in enumerate(group):
        size = len(chunk.pieces)
        pieces[row, :size], shapes[row, :size], real[row, :size] = chunk.pieces, chunk.shapes, True
        for position, label in enumerate(chunk.target):
            if label == UNLABELLED:
                continue
            right[row, position, label] = True
            if label == OUTSIDE and not chunk.has_misc:
                right[row, position, MISC] = True
        for position, shares in chunk.beliefs:
            belief[row, position] = shares
    return tuple(torch.from_numpy(array).to(device) for array in (pieces, shapes, real, right, belief))


def batches(all_chunks: list[Chunk], size: int, rng: random.Random | None = None) -> list[list[Chunk]]:
    """Groups chunks of similar length to batches of about `size` subwords, so that there is little padding."""
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
