"""Chooses the subwords that the network keeps: those that occur in the training text and in news of the languages served."""

import json
from collections import Counter
from pathlib import Path

from pieces import Pieces, runs

SPECIAL = ["<s>", "<pad>", "</s>", "<unk>"]
# Languages (ISO 639-3) whose sentences in `language/` count. The others keep the subwords that they share with these.
LANGUAGES = set(
    "eng deu spa por ron hrv srp slk pol rus swe nob nno dan fin est hun lav tur kaz hye ara hin ben nep urd ind jpn zho kor tha "
    "nld fra ita ces ukr ell bul fas heb vie cat slv lit mkd bel msa swa".split()
)
# The same languages as the product names them (ISO 639-1 where there is a code): the network serves them.
SERVED = sorted(
    "en de es pt ro hr sr sk pl ru sv nb nn no da fi et hu lv tr kk hy ar hi bn ne ur id ja zh ko th "
    "nl fr it cs uk el bg fa he vi ca sl lt mk be ms sw bs".split()
)
# A subword that is rarer, in the training text or in the sentences of these languages, is left out. Shorter ones take its place.
LEAST_IN_TRAINING, LEAST_IN_SENTENCES = 3, 2


def counts(texts, pieces: Pieces) -> Counter:
    """Counts the subwords of texts."""
    found, words = Counter(), Counter()
    for text in texts:
        words.update((text[run.start : run.end], run.spaced) for run in runs(text))
    for (word, spaced), times in words.items():
        for piece, _ in pieces.of(word, spaced):
            found[piece] += times
    pieces.cache.clear()
    return found


def sentences(data: Path):
    """Returns the sentences of `LANGUAGES` in the data of the language detector."""
    for file, column in [("ntrex_dev.tsv", 4), ("train_sib200_lingua.tsv", 1)]:
        for line in (data / "language" / file).read_text(encoding="utf-8").split("\n"):
            cells = line.split("\t")
            if len(cells) > column and cells[0] in LANGUAGES:
                yield cells[column]


def pruned(tokenizer: dict, kept: list[int]) -> dict:
    """Returns the tokenizer with the subwords `kept`, in order, and without its mask."""
    vocabulary = tokenizer["model"]["vocab"]
    model = {**tokenizer["model"], "vocab": [vocabulary[number] for number in kept]}
    names = {vocabulary[number][0]: at for at, number in enumerate(kept)}
    added = [{**token, "id": names[token["content"]]} for token in tokenizer["added_tokens"] if token["content"] in names]
    return {**tokenizer, "model": model, "added_tokens": added}


def save(path: Path, kept: list[int]):
    path.write_text(json.dumps(kept) + "\n", encoding="utf-8")


def chosen(subwords: list[str], training: Counter, sentences: Counter) -> list[int]:
    """Returns the special subwords, those that are frequent enough, and all single characters, in order of their numbers."""

    def is_kept(number: int, piece: str) -> bool:
        frequent = training[number] >= LEAST_IN_TRAINING or sentences[number] >= LEAST_IN_SENTENCES
        return piece in SPECIAL or len(piece) == 1 or frequent

    return [number for number, piece in enumerate(subwords) if is_kept(number, piece)]
