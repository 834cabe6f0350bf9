"""Writes the references of the parity tests in `shared/encoder`: PyTorch's logits for sentences written for the tests."""

import json
from pathlib import Path

import numpy as np
import torch

from base import BLOCK, BLOCK_BYTES, floats
from corpus import Sentence, encode
from decoding import logits_of, windows
from export import rounded, write
from model import Encoder
from pieces import Pieces, character_class, runs

SENTENCES = Path(__file__).parent / "sentences.txt"


def documents() -> list[list[str]]:
    """Returns the sentences of each document."""
    text = SENTENCES.read_text(encoding="utf-8")
    return [document.splitlines() for document in text.strip().split("\n\n")]


def write_reference(model, pieces: Pieces, texts: list[list[str]], path: Path):
    """Writes subwords and words of each document, with the logits at each. A document must fit one window."""
    model.brief = False
    rows = []
    for document in texts:
        encoded = [encode(Sentence(text, []), pieces) for text in document]
        chunks, places = windows(encoded, pieces)
        assert len(chunks) == 1 and len(chunks[0].pieces) == 2 + sum(len(e.pieces) for e in encoded), document[0]
        [logits] = logits_of(model, chunks, pieces.pad)
        words = [whole_words(text, sentence.units) for text, sentence in zip(document, encoded)]
        at_words = [logits[first + at] for own, (_, first) in zip(words, places) for at, _, _ in own]
        rows.append({
            "sentences": document,
            "pieces": chunks[0].pieces,
            "words": [[[start, end] for _, start, end in own] for own in words],
            "logits": [[round(float(value), 5) for value in row] for row in at_words],
        })
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(f"{path}: {len(rows)} documents")


def whole_words(text: str, units: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Returns the units as the product's words: a run of Hangul is one word, and its later units are inside."""
    found = []
    for unit in units:
        inside = found and found[-1][2] == unit[1] and character_class(text[unit[1]]) == "hangul" and unit[1] not in {r.start for r in runs(text)}
        if inside:
            found[-1] = (found[-1][0], found[-1][1], unit[2])
        else:
            found.append(unit)
    return found


def small_tokenizer(tokenizer: dict, texts: list[list[str]]) -> dict:
    """Returns the tokenizer with the subwords of the texts and single characters only."""
    pieces = Pieces(tokenizer)
    used = {0, 1, 2, 3, pieces.space}
    for document in texts:
        for text in document:
            used.update(encode(Sentence(text, []), pieces).pieces)
    wanted = {c for document in texts for text in document for c in text}
    used.update(n for n, piece in enumerate(pieces.vocabulary) if len(piece) == 1 and piece in wanted)
    vocabulary = tokenizer["model"]["vocab"]
    kept = sorted(used)
    model = {**tokenizer["model"], "vocab": [vocabulary[number] for number in kept]}
    return {**tokenizer, "model": model, "added_tokens": tokenizer["added_tokens"][:4]}


def tiny(folder: Path, tokenizer: dict):
    """Writes a network of random weights, small enough to commit."""
    texts = documents()
    tokenizer = small_tokenizer(tokenizer, texts)
    # The table of the base is larger than the network.
    tokenizer["normalizer"] = {"type": "NFKC"}
    torch.manual_seed(7)
    rows = random_rows(len(tokenizer["model"]["vocab"]), 32)
    model = Encoder(len(rows), 32, 4, 64, 2, 128)
    for name, parameter in model.named_parameters():
        if parameter.ndim == 2 and name != "subwords.weight":
            torch.nn.init.normal_(parameter, std=0.3)
    torch.nn.init.normal_(model.segment, std=0.1)
    model.subwords.weight.data = torch.from_numpy(floats(rows))
    write(model, rows, tokenizer, "tiny", ["en", "ja", "ko", "th"], folder, {"note": "random weights, for tests"})
    write_reference(rounded(model), Pieces(tokenizer), texts, folder / "reference.json")


def random_rows(count: int, hidden: int) -> np.ndarray:
    """Returns blocks of random weights: scales near 0.1, and any nibbles."""
    generator = np.random.default_rng(7)
    blocks = generator.integers(0, 256, (count, hidden // BLOCK, BLOCK_BYTES), dtype=np.uint8)
    scales = generator.uniform(0.05, 0.15, (count, hidden // BLOCK)).astype(np.float16)
    blocks[:, :, :2] = scales[:, :, None].view(np.uint8).reshape(count, hidden // BLOCK, 2)
    return blocks.reshape(count, -1)
