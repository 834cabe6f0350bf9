"""Distils the table of vectors that the story core uses (`shared/encoder`, `StaticEmbedding`). numpy is enough; a CPU takes ten minutes.

    python table.py --data ../../../shared/data --work /tmp/table --out ../../shared/stories/model

1. The network of the base reads each subword alone, once.
2. A linear discriminant analysis reduces its output. A class is a sentence of NTREX in all languages, so that the directions in which languages
   differ are left out and those in which subjects differ are kept. Only half of the documents take part; `cargo lab eval stories` scores the other.
3. The weight of a subword falls with its frequency p: a / (a + p) (Arora, Liang and Ma 2017).
4. The mean vector of news in each language, from the same half, is subtracted from the vectors of texts.
"""

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

import vocabulary
from base import floats, read_base, read_tokenizer
from forward import Network
from pieces import Pieces, Run, character_class, runs

# Set by hand on the half of NTREX that takes part.
FREQUENT = 3e-4  # a: subwords that are more frequent than this lose weight
SHRINKAGE = 0.05  # of the covariance within classes, as a share of its mean variance
ROWS = 512  # subwords that the network reads at once
LEAD = 180  # characters of the body
# ISO 639-1 where there is a code, as on the wire.
TAGS = dict(
    pair.split(":")
    for pair in (
        "eng:en deu:de spa:es por:pt ron:ro hrv:hr srp:sr slk:sk pol:pl rus:ru swe:sv nob:nb nno:nn dan:da fin:fi est:et hun:hu lav:lv tur:tr "
        "kaz:kk hye:hy ara:ar hin:hi ben:bn nep:ne urd:ur ind:id jpn:ja zho:zh kor:ko tha:th nld:nl fra:fr ita:it ces:cs ukr:uk ell:el bul:bg "
        "fas:fa heb:he vie:vi cat:ca slv:sl lit:lt mkd:mk bel:be msa:ms swa:sw"
    ).split()
)


def whole_runs(text: str) -> list[Run]:
    """Returns the runs of a text. Korean words stay whole: only the entity tagger knows particles."""
    found = []
    for run in runs(text):
        if found and found[-1].end == run.start and {character_class(text[run.start - 1]), character_class(text[run.start])} == {"hangul"}:
            before = found.pop()
            run = Run(before.start, run.end, before.spaced, True)
        found.append(run)
    return found


class Document:
    def __init__(self):
        self.segments: list[str] = []  # headlines first
        self.headlines = 0

    def lead(self) -> str:
        found = self.segments[: self.headlines]
        length = 0
        for text in self.segments[self.headlines :]:
            if length >= LEAD:
                break
            found, length = [*found, text], length + len(text)
        return " ".join(found)


def takes_part(document: str) -> bool:
    """Returns whether a document of NTREX is in the half for training: the rule of `lab/src/eval/held_back.rs`."""
    value = 0xCBF29CE484222325
    for byte in document.encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return ((value ^ value >> 29) * 0xBF58476D1CE4E5B9 % 2**64 >> 20) & 1 == 0


def read_ntrex(data: Path) -> dict[tuple[str, str, str], Document]:
    """Returns the documents by language, variant and name."""
    documents = defaultdict(Document)
    for line in (data / "language/ntrex_dev.tsv").read_text(encoding="utf-8").splitlines():
        language, variant, name, field, text = line.split("\t", 4)
        document = documents[language, variant, name]
        document.headlines += field == "headline"
        document.segments.append(text)
    return documents


def training_texts(data: Path, documents: dict):
    """Returns the sentences that subwords are counted in: SIB-200 and others of the languages served, and the documents that take part."""
    for line in (data / "language/train_sib200_lingua.tsv").read_text(encoding="utf-8").splitlines():
        language, text = line.split("\t", 1)
        if language in TAGS:
            yield text
    for (language, _, _), document in documents.items():
        if language in TAGS:
            yield from document.segments


class Reader:
    """Splits texts into different subwords, with a cache, since words repeat."""

    def __init__(self, tokenizer: dict):
        self.pieces = Pieces(tokenizer)

    def counts(self, text: str) -> Counter:
        found = Counter()
        for run in whole_runs(text):
            found.update(number for number, _ in self.pieces.of(text[run.start : run.end], run.spaced))
        return found

    def subwords(self, text: str) -> np.ndarray:
        return np.array(sorted(self.counts(text)), dtype=np.int64)


def count_subwords(reader: Reader, texts) -> Counter:
    words = Counter()
    for text in texts:
        words.update((text[run.start : run.end], run.spaced) for run in whole_runs(text))
    found = Counter()
    for (word, spaced), times in words.items():
        for number, _ in reader.pieces.of(word, spaced):
            found[number] += times
    return found


def kept_subwords(tokenizer: dict, counts: Counter, most: int) -> list[int]:
    """Returns the numbers of the special subwords, of all single characters that occur, and of the most frequent others."""
    pieces = [piece for piece, _ in tokenizer["model"]["vocab"]]
    always = [n for n, piece in enumerate(pieces) if piece in vocabulary.SPECIAL or (len(piece.lstrip("▁")) <= 1 and counts[n])]
    others = [n for n, _ in counts.most_common() if n not in set(always)]
    return sorted([*always, *others[: max(0, most - len(always))]])


def outputs(pieces: list[str], cache: Path) -> np.ndarray:
    """Returns the network's output for each subword between the signs of begin and end."""
    name = cache / (hashlib.sha256("\n".join(pieces).encode()).hexdigest()[:12] + ".npy")
    if name.exists():
        return np.load(name)
    base = read_base()
    network = Network(base)
    index = {piece: number for number, (piece, _) in enumerate(read_tokenizer()["model"]["vocab"])}
    begin, end = floats(base.rows[[index["<s>"], index["</s>"]]])
    found = []
    for start in range(0, len(pieces), ROWS):
        own = floats(base.rows[[index[piece] for piece in pieces[start : start + ROWS]]])
        found.append(network(np.stack([np.broadcast_to(begin, own.shape), own, np.broadcast_to(end, own.shape)], 1))[:, 1])
        print(f"{start} of {len(pieces)} subwords", end="\r", flush=True)
    found = np.concatenate(found).astype(np.float16)  # half the file, and far more than the 8 bits in the end
    np.save(name, found)
    return found


def discriminant(vectors: np.ndarray, classes: np.ndarray, dimensions: int) -> np.ndarray:
    """Returns the directions in which classes differ most, measured by how much the members of a class differ."""
    sums = np.zeros((classes.max() + 1, vectors.shape[1]))
    np.add.at(sums, classes, vectors)
    means = sums / np.bincount(classes)[:, None]
    rest = vectors - means[classes]
    within = rest.T @ rest / len(rest)
    within += SHRINKAGE * np.trace(within) / len(within) * np.eye(len(within))
    means -= vectors.mean(0)
    values, axes = np.linalg.eigh(within)
    white = axes / np.sqrt(values)
    _, turned = np.linalg.eigh(white.T @ (means.T @ means / len(means)) @ white)
    return (white @ turned[:, ::-1][:, :dimensions]).astype(np.float32)


def mean_of(rows: np.ndarray, weights: np.ndarray, subwords: np.ndarray) -> np.ndarray:
    """Returns the weighted mean of the rows of a text's subwords."""
    own = weights[subwords]
    return own @ rows[subwords] / max(own.sum(), 1e-9)


def unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9)


def directions(rows, weights, documents, reader, dimensions: int) -> np.ndarray:
    """Reduces the rows, by the sentences of the documents."""
    vectors, classes, numbers = [], [], {}
    for (language, _, name), document in documents.items():
        if language not in TAGS:
            continue
        for place, text in enumerate(document.segments):
            # Headlines are counted from the front and sentences from the back: some translations lack the headline.
            place = place if place < document.headlines else place - len(document.segments)
            subwords = reader.subwords(text)
            if len(subwords):
                vectors.append(mean_of(rows, weights, subwords))
                classes.append(numbers.setdefault((name, place), len(numbers)))
    return discriminant(unit(np.array(vectors)), np.array(classes), dimensions)


def language_means(rows, weights, documents, reader) -> dict[str, np.ndarray]:
    """Returns the mean of leads and whole articles in each language, and in all others together."""
    found = defaultdict(list)
    for (language, _, _), document in documents.items():
        for text in (document.lead(), " ".join(document.segments)):
            found[TAGS.get(language, "und")].append(mean_of(rows, weights, reader.subwords(text)))
    return {tag: np.mean(vectors, 0) for tag, vectors in sorted(found.items(), key=lambda pair: (pair[0] == "und", pair[0]))}


def rounded(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Returns rows as whole numbers from -127 to 127, and their scales."""
    scale = np.maximum(np.abs(rows).max(1), 1e-8) / 127
    return (rows / scale[:, None]).round().astype(np.int8), scale.astype(np.float16)


def write(out: Path, name: str, tokenizer: dict, rows, weights, means: dict[str, np.ndarray], made_from: dict):
    out.mkdir(parents=True, exist_ok=True)
    values, scale = rounded(rows)
    stacked = np.stack(list(means.values())).astype(np.float32)
    tensors = {"embeddings": values, "embeddings_scale": scale, "weights": weights.astype(np.float16), "means": stacked}
    save_file(tensors, out / "model.safetensors")
    (out / "model.safetensors").chmod(0o644)
    short = {**tokenizer, "model": {**tokenizer["model"], "vocab": [[p, round(score, 2)] for p, score in tokenizer["model"]["vocab"]]}}
    text = json.dumps(short, ensure_ascii=False, separators=(",", ":"))
    (out / "tokenizer.json").write_text(text + "\n", encoding="utf-8")
    config = {
        "model_type": "static", "wiredesk_name": name, "dimensions": rows.shape[1], "subwords": len(rows), "languages": list(means),
        "made_from": made_from,
    }
    (out / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")


def write_tiny(folder: Path, tokenizer: dict):
    """Writes the small random table of the tests in `shared/encoder`, and the vectors of some texts."""
    random = np.random.default_rng(1)
    size = len(tokenizer["model"]["vocab"])
    rows = random.normal(size=(size, 8)).astype(np.float32)
    weights = random.random(size).astype(np.float16).astype(np.float32)
    means = {"en": random.normal(size=8) / 10, "und": np.zeros(8)}
    write(folder, "tiny", tokenizer, rows, weights, means, {"base": "random numbers"})
    values, scale = rounded(rows)
    rows = values * scale.astype(np.float32)[:, None]
    reader = Reader(tokenizer)
    reference = []
    for text in ["Rain fell in Oslo.", "Rain, rain in Oslo-Nord (G20)!", "東京で雨", "서울에서 비", "دمشق"]:
        for language in means:
            vector = unit(mean_of(rows, weights, reader.subwords(text)) - means[language])
            reference.append({"text": text, "language": language, "vector": [round(float(v), 5) for v in vector]})
    (folder / "reference.json").write_text(json.dumps(reference, ensure_ascii=False) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the development data")
    parser.add_argument("--work", type=Path, required=True, help="folder for the network's output, outside the repository")
    parser.add_argument("--out", type=Path, required=True, help="the folder to write")
    parser.add_argument("--name", default="story-vectors-1")
    parser.add_argument("--subwords", type=int, default=80_000)
    parser.add_argument("--dimensions", type=int, default=96)
    parser.add_argument("--tokenizer", type=Path, default=Path("../../services/entity-tagger/model/accurate/tokenizer.json"))
    parser.add_argument("--tiny", action="store_true", help="write the small random table of the tests instead")
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    tokenizer = json.loads(arguments.tokenizer.read_text(encoding="utf-8"))
    if arguments.tiny:
        return write_tiny(arguments.out, tokenizer)
    documents = {key: document for key, document in read_ntrex(arguments.data).items() if takes_part(key[2])}
    texts = list(training_texts(arguments.data, documents))
    kept = kept_subwords(tokenizer, count_subwords(Reader(tokenizer), texts), arguments.subwords)
    tokenizer = vocabulary.pruned(tokenizer, kept)
    reader = Reader(tokenizer)
    counts = count_subwords(reader, texts)
    frequency = np.array([counts[number] + 0.5 for number in range(len(kept))])
    weights = (FREQUENT / (FREQUENT + frequency / frequency.sum())).astype(np.float32)
    rows = outputs([piece for piece, _ in tokenizer["model"]["vocab"]], arguments.work).astype(np.float32)
    rows = rows - np.average(rows, axis=0, weights=frequency)
    rows = rows @ directions(rows, weights, documents, reader, arguments.dimensions)
    means = language_means(rows, weights, documents, reader)
    made_from = {"base": "multilingual-e5-small (MIT)", "documents": len({name for _, _, name in documents})}
    write(arguments.out, arguments.name, tokenizer, rows, weights, means, made_from)
    size = sum(path.stat().st_size for path in arguments.out.iterdir())
    print(f"{len(kept)} subwords, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
