"""Decodes logits to names, by the best sequence of labels in which I- only continues a name of its type, and computes F1."""

import numpy as np
import torch

from corpus import CHUNK, LABELS, UNLABELLED, Chunk, Corpus, Encoded, batch, encode


def allowed() -> np.ndarray:
    """Returns a matrix whose [a, b] says whether label b may follow label a. A name cannot begin with I-."""
    matrix = np.ones((len(LABELS), len(LABELS)), bool)
    for b, label in enumerate(LABELS):
        if label[0] == "I":
            for a, before in enumerate(LABELS):
                matrix[a, b] = before[1:] == label[1:] and before != "O"
    return matrix


PENALTY = np.where(allowed(), 0.0, -1e4).astype(np.float32)
START = np.array([-1e4 if label[0] == "I" else 0.0 for label in LABELS], np.float32)


def decode(logits: np.ndarray) -> list[int]:
    """Returns the best allowed sequence of labels, one for each row of `logits`."""
    score, back = logits[0] + START, []
    for row in logits[1:]:
        paths = score[:, None] + PENALTY
        back.append(paths.argmax(0))
        score = paths.max(0) + row
    best = [int(score.argmax())]
    for step in reversed(back):
        best.append(int(step[best[-1]]))
    return best[::-1]


def logits_of(model, chunks: list[Chunk], pad: int) -> list[np.ndarray]:
    """Returns the logits at each subword of each chunk."""
    found: list[np.ndarray] = [None] * len(chunks)
    order = sorted(range(len(chunks)), key=lambda number: len(chunks[number].pieces))
    model.eval()
    with torch.inference_mode():
        for start in range(0, len(order), 32):
            numbers = order[start : start + 32]
            pieces, real, _ = batch([chunks[number] for number in numbers], pad, model.segment.device)
            with torch.autocast(pieces.device.type, dtype=torch.bfloat16, enabled=model.brief):
                out = model(pieces, real).float().cpu().numpy()
            for row, number in enumerate(numbers):
                found[number] = out[row, : len(chunks[number].pieces)]
    return found


def windows(sentences: list[Encoded], pieces) -> tuple[list[Chunk], list[tuple[int, int]]]:
    """Packs the sentences of a document as the product does; where each begins: (window, position). Long ones lose their end."""
    found, places, open_pieces = [], [], []
    for sentence in sentences:
        own = sentence.pieces[: CHUNK - 2]
        if open_pieces and len(open_pieces) + len(own) > CHUNK - 2:
            found.append(Chunk([pieces.bos, *open_pieces, pieces.eos], [UNLABELLED] * (len(open_pieces) + 2), True))
            open_pieces = []
        places.append((len(found), 1 + len(open_pieces)))
        open_pieces = open_pieces + own
    if open_pieces:
        found.append(Chunk([pieces.bos, *open_pieces, pieces.eos], [UNLABELLED] * (len(open_pieces) + 2), True))
    return found, places


def names_of(model, document: list, pieces) -> list[set[tuple[int, int, str]]]:
    """Returns the names that the network finds in each sentence of a document."""
    encoded = [encode(sentence, pieces) for sentence in document]
    chunks, places = windows(encoded, pieces)
    logits = logits_of(model, chunks, pieces.pad)
    found = []
    for sentence, (window, first) in zip(encoded, places):
        units = [unit for unit in sentence.units if unit[0] < CHUNK - 2]
        rows = [logits[window][first + position] for position, _, _ in units]
        labels = [LABELS[i] for i in decode(np.stack(rows))] if rows else []
        found.append({(units[a][1], units[b - 1][2], kind) for a, b, kind in spans(labels)})
    return found


def spans(labels: list[str]) -> set[tuple[int, int, str]]:
    """Returns the names that the labels mark: start, end and type."""
    found, start, kind = set(), None, None
    for index, label in enumerate(labels + ["O"]):
        if start is not None and (label[0] != "I" or label[2:] != kind):
            found.add((start, index, kind))
            start = None
        if label[0] == "B" or (label[0] == "I" and start is None):
            start, kind = index, label[2:]
    return found


def f1(model, corpus: Corpus, pieces, kinds=("PER", "ORG", "LOC")) -> float:
    """Returns micro F1 over `kinds` by exact spans of the raw text, in percent."""
    right = found = wanted = 0
    for document in corpus.documents:
        for sentence, names in zip(document, names_of(model, document, pieces)):
            gold, predicted = ({n for n in side if n[2] in kinds} for side in (set(sentence.names), names))
            right, found, wanted = right + len(gold & predicted), found + len(predicted), wanted + len(gold)
    return 200 * right / max(1, found + wanted)
