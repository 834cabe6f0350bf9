"""Decodes logits to names, by the best sequence of labels in which I- only continues a name of its type, and computes F1."""

import numpy as np
import torch

from corpus import LABELS, Chunk, batch, batches


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


def logits_of(model, chunks: list[Chunk], pad: int, words: int) -> np.ndarray:
    """Returns the logits at the first subword of each of `words` words, in order."""
    found = np.zeros((words, len(LABELS)), np.float32)
    model.eval()
    with torch.inference_mode():
        for group in batches(chunks, 8192):
            pieces, shapes, real, _, _ = batch(group, pad, model.segment.device)
            with torch.autocast(pieces.device.type, dtype=torch.bfloat16, enabled=model.brief):
                out = model(pieces, shapes, real).float().cpu().numpy()
            for row, chunk in enumerate(group):
                for number, position in chunk.words:
                    found[number] = out[row, position]
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


def f1(gold: list[list[str]], predicted: list[list[str]], kinds=("PER", "ORG", "LOC")) -> float:
    """Returns micro F1 over `kinds` by exact spans, in percent."""
    right = found = wanted = 0
    for g, p in zip(gold, predicted, strict=True):
        g, p = ({s for s in spans(x) if s[2] in kinds} for x in (g, p))
        right, found, wanted = right + len(g & p), found + len(p), wanted + len(g)
    return 200 * right / max(1, found + wanted)
