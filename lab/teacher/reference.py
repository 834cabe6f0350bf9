"""Writes the references of the parity tests in `shared/encoder`: PyTorch's logits for sentences written for the tests."""

import json
from pathlib import Path

import torch

from corpus import Corpus, chunks
from decoding import logits_of
from export import rounded, write
from model import Encoder
from pieces import Pieces

# The vocabulary of the small network: letters, which spell every word, and a few whole words.
TINY_VOCABULARY = (
    ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "oslo", "the", "mayor", "of", "said", "rain", "##ing", ".", ",", "'"]
    + [chr(c) for c in range(ord("a"), ord("z") + 1)]
    + ["##" + chr(c) for c in range(ord("a"), ord("z") + 1)]
)


def logits(model, pieces: Pieces, documents: list[list[list[str]]]) -> list[list[list[float]]]:
    """Returns the logits of all words of each document, in order. Each document must fit one window."""
    model.eval()
    model.brief = False
    found = []
    for document in documents:
        corpus = Corpus("reference", [[[(word, "O") for word in sentence] for sentence in document]], True)
        packed = chunks(corpus, pieces)
        assert len(packed) == 1, "a reference document must fit one window"
        found.append(logits_of(model, packed, pieces.pad, corpus.words()).tolist())
    return found


def write_reference(model, pieces: Pieces, documents: list[list[list[str]]], path: Path):
    rows = [
        {
            "sentences": document,
            "pieces": [[p for p, _, _ in pieces.of(word)] for sentence in document for word in sentence],
            "shapes": [[s for _, s, _ in pieces.of(word)] for sentence in document for word in sentence],
            "logits": [[round(value, 6) for value in row] for row in found],
        }
        for document, found in zip(documents, logits(model, pieces, documents))
    ]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(f"{path}: {len(rows)} documents")


def tiny(folder: Path, documents: list[list[list[str]]]):
    """Writes a network of random weights, small enough to commit."""
    torch.manual_seed(7)
    model = Encoder(len(TINY_VOCABULARY), 32, 4, 64, 2, 128)
    for parameter in model.parameters():
        if parameter.ndim == 2:
            torch.nn.init.normal_(parameter, std=0.3)
    torch.nn.init.normal_(model.segment, std=0.1)
    write(model, TINY_VOCABULARY, "tiny", folder, {"note": "random weights, for tests"})
    write_reference(rounded(model), Pieces(TINY_VOCABULARY), documents, folder / "reference.json")
