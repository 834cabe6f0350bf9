"""Units and subwords, the input of the network. `shared/encoder` computes the same in Rust.

White space separates stretches of text. A stretch is split into *runs*: letters, marks and digits together; in scripts without spaces and in
Hangul, a run of that class; any other character by itself. Each run is tokenized alone, with the sign of a space before it only where the text
has white space there. A run is one *unit*, which has a label; in scripts without spaces and in Hangul each subword is one.
"""

import json
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import numpy as np
from tokenizers import Tokenizer, models

import korean

SPACE = "▁"
@dataclass(frozen=True)
class Run:
    """A run of a text in code points."""

    start: int
    end: int
    spaced: bool
    piecewise: bool


# The scripts whose subwords are units, by ranges of code points. Japanese changes script where a name ends ("田中の"), so each is a class.
PIECEWISE = {
    "thai": [(0x0E00, 0x0EFF)],  # and Lao
    "burmese": [(0x1000, 0x109F)],
    "khmer": [(0x1780, 0x17FF)],
    "hiragana": [(0x3041, 0x309F)],
    "katakana": [(0x30A0, 0x30FF), (0x31F0, 0x31FF), (0xFF66, 0xFF9F)],
    "han": [(0x3005, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)],
    "hangul": [(0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7FF)],
}


@lru_cache(maxsize=None)
def character_class(c: str) -> str:
    """Returns `space`, `word`, `mark` or a script of `PIECEWISE`."""
    if c.isspace():
        return "space"
    if unicodedata.category(c)[0] not in "LMN":
        return "mark"
    code = ord(c)
    for name, ranges in PIECEWISE.items():
        if any(low <= code <= high for low, high in ranges):
            return name
    return "word"


def runs(text: str) -> list[Run]:
    """Splits a text into runs. The first one counts as after a space."""
    found, before, start = [], "space", 0
    spaced = True
    for at, c in enumerate(text):
        kind = character_class(c)
        if kind == "mark" or kind != before:
            found += of_class(text, start, at, spaced, before)
            spaced = spaced and before == "space"
            start = at
        if kind == "space":
            spaced = True
        before = kind
    return found + of_class(text, start, len(text), spaced, before)


def of_class(text: str, start: int, end: int, spaced: bool, kind: str) -> list[Run]:
    """Returns the run of a class; several where a Korean word is cut; none for white space."""
    if kind == "space":
        return []
    parts = korean.parts(text[start:end]) if kind == "hangul" else [text[start:end]]
    ends = list(accumulate(map(len, parts), initial=start))
    return [Run(a, b, spaced and a == start, kind in PIECEWISE) for a, b in zip(ends, ends[1:])]


class Pieces:
    """Splits texts into subwords, with a cache, since words repeat."""

    def __init__(self, tokenizer: dict):
        """`tokenizer` is the content of a `tokenizer.json`."""
        model = tokenizer["model"]
        self.vocabulary = [piece for piece, _ in model["vocab"]]
        index = {piece: number for number, piece in enumerate(self.vocabulary)}
        self.bos, self.pad, self.eos, self.unk = (index[t] for t in ("<s>", "<pad>", "</s>", "<unk>"))
        self.space = index[SPACE]
        self.normalizer = Tokenizer.from_str(json.dumps(tokenizer)).normalizer
        self.model = models.Unigram([tuple(pair) for pair in model["vocab"]], model["unk_id"], False)
        self.cache: dict[tuple[str, bool], list[tuple[int, int]]] = {}

    def of(self, run: str, spaced: bool) -> list[tuple[int, int]]:
        """Returns (id, number of characters) of each subword of a run. The sign of a space counts nothing."""
        known = self.cache.get((run, spaced))
        if known is None:
            known = self.cache[(run, spaced)] = self.split(run, spaced)
        return known

    def split(self, run: str, spaced: bool) -> list[tuple[int, int]]:
        normal = self.normalizer.normalize_str(run)
        # A few signs become a space and a mark: the accent standing alone, for example.
        normal = "".join(normal.split())
        if not normal:
            return []
        tokens = self.model.tokenize(SPACE + normal if spaced else normal)
        ends, end = [], -1 if spaced else 0
        for token in tokens:
            end += len(token.value)
            ends.append(max(0, end))
        if len(normal) != len(run):
            ends = self.original(run, normal, ends)
        return [(token.id, end - start) for token, start, end in zip(tokens, [0, *ends], ends)]

    def original(self, run: str, normal: str, ends: list[int]) -> list[int]:
        """Turns ends in the normalized run into ends in the run itself: at the first character that reaches as far."""
        sizes = np.cumsum([len("".join(self.normalizer.normalize_str(c).split())) for c in run])
        if sizes[-1] != len(normal):
            return [min(end, len(run)) for end in ends[:-1]] + [len(run)]
        return [int(np.searchsorted(sizes, end)) + 1 if end else 0 for end in ends]
