"""The teacher's commands: `python teacher.py --help`."""

import argparse
from pathlib import Path

import torch

import export
import reference
import training
from corpus import Corpus, read, read_taught
from model import from_base, vocabulary
from pieces import Pieces, base_folder

SEED = 20261124
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the development data")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints, outside the repository")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--full-precision", action="store_true", help="compute in float32, for CPUs that are slow at bfloat16")
    commands = parser.add_subparsers(dest="command", required=True)
    everything = commands.add_parser("train", help="fine-tune on all training data")
    everything.add_argument("--epochs", type=int, default=3)
    everything.add_argument("--rate", type=float, default=3e-4)
    everything.add_argument("--layers", type=int, default=6)
    instead = everything.add_mutually_exclusive_group()
    instead.add_argument("--languages", action="store_true", help="German, Portuguese, Croatian and Swedish instead of GMB")
    instead.add_argument("--taught", type=Path, nargs="+", help="files of `cargo lab label` instead of GMB: the label probabilities of an earlier network")
    refine = commands.add_parser("refine", help="continue on the hand-annotated data")
    refine.add_argument("checkpoint", type=Path)
    refine.add_argument("--epochs", type=int, default=3)
    refine.add_argument("--rate", type=float, default=1e-4)
    refine.add_argument("--hold-out", action="store_true", help="hold out every eighth document and score on it")
    score = commands.add_parser("score", help="F1 of a checkpoint on the development sets")
    score.add_argument("checkpoint", type=Path)
    out = commands.add_parser("export", help="write the model folder")
    out.add_argument("checkpoint", type=Path)
    out.add_argument("--name", required=True, help="name of the model in provenance")
    out.add_argument("--out", type=Path, required=True, help="the folder to write")
    out.add_argument("--reference", type=Path, help="also write the reference logits of the parity test to this file")
    tiny = commands.add_parser("tiny", help="write the small random network and its reference logits for the tests")
    tiny.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    arguments.work.mkdir(parents=True, exist_ok=True)
    runs = {"train": run_train, "refine": run_refine, "score": run_score, "export": run_export, "tiny": run_tiny}
    runs[arguments.command](arguments)


def silver(data: Path) -> list[Corpus]:
    return [read(data / "entities/gmb_4class_train.tsv", has_misc=True)]


def by_hand(data: Path) -> list[Corpus]:
    return [
        read(data / "entities/wikigold.tsv", has_misc=True),
        read(data / "entities/uner_en_ewt_dev.tsv", has_misc=False),
    ]


def other_languages(data: Path) -> tuple[list[Corpus], list[Corpus]]:
    """Returns the training and the development data of German, Portuguese, Croatian and Swedish. German has one file; its last fifth is the latter."""
    german = read(data / "entities/germeval14_dev.tsv", has_misc=True)
    [sentences] = german.documents
    cut = len(sentences) * 4 // 5
    learnt, scored = (Corpus(german.name, [part], german.has_misc) for part in (sentences[:cut], sentences[cut:]))
    names = [("pt_bosque", False), ("hr_set", True), ("sv_talbanken", False)]
    train, dev = ([read(data / f"entities/uner_{n}_{part}.tsv", has_misc) for n, has_misc in names] for part in ("train", "dev"))
    return [learnt, *train], [scored, *dev]


def load(path: Path, arguments):
    saved = torch.load(path, map_location="cpu", weights_only=True)
    model = from_base(base_folder(), saved["layers"])
    model.load_state_dict(saved["state"])
    model.brief = not arguments.full_precision
    return model


def save(model, path: Path):
    torch.save({"state": model.state_dict(), "layers": len(model.layers)}, path)


def run_train(arguments):
    torch.manual_seed(SEED)
    model = from_base(base_folder(), arguments.layers).to(DEVICE)
    model.brief = not arguments.full_precision
    pieces = Pieces(vocabulary(base_folder()))
    dev = [read(arguments.data / "entities/gmb_4class_dev.tsv", has_misc=True)]
    if arguments.taught:
        kind, corpora = "taught", [read_taught(path) for path in arguments.taught]
    elif arguments.languages:
        kind, (corpora, scored) = "languages", other_languages(arguments.data)
        dev += scored
    else:
        kind, corpora = "all", silver(arguments.data)
    corpora = corpora + by_hand(arguments.data)

    def after(epoch):
        save(model, arguments.work / f"{kind}-{arguments.layers}-{epoch}.pt")
        print(", ".join(f"{c.name} {training.evaluate(model, c, pieces):.2f}" for c in dev), flush=True)

    training.train(model, corpora, pieces, arguments.epochs, arguments.rate, SEED, after)


def run_refine(arguments):
    model = load(arguments.checkpoint, arguments).to(DEVICE)
    pieces = Pieces(vocabulary(base_folder()))
    corpora, held = by_hand(arguments.data), []
    if arguments.hold_out:
        held = [Corpus(c.name, c.documents[::8], c.has_misc) for c in corpora]
        corpora = [Corpus(c.name, [d for i, d in enumerate(c.documents) if i % 8], c.has_misc) for c in corpora]
    dev = read(arguments.data / "entities/gmb_4class_dev.tsv", has_misc=True)

    def after(epoch):
        held_out = "-held" if arguments.hold_out else ""
        save(model, arguments.work / f"{arguments.checkpoint.stem}-hand-{epoch}{held_out}.pt")
        if held:
            scores = [f"{c.name} {training.evaluate(model, c, pieces):.2f}" for c in [dev, *held]]
            print(", ".join(scores), flush=True)

    training.train(model, corpora, pieces, arguments.epochs, arguments.rate, SEED + 1, after)


def run_score(arguments):
    model = load(arguments.checkpoint, arguments).to(DEVICE)
    pieces = Pieces(vocabulary(base_folder()))
    for name, has_misc in [("uner_en_pud_dev", False), ("gmb_4class_dev", True)]:
        corpus = read(arguments.data / f"entities/{name}.tsv", has_misc)
        whole, alone = (training.evaluate(model, corpus, pieces, by_sentence) for by_sentence in (False, True))
        print(f"{name}: {whole:.2f}, by sentence {alone:.2f}")


def reference_documents() -> list[list[list[str]]]:
    text = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8")
    return [[line.split() for line in document.splitlines()] for document in text.strip().split("\n\n")]


def run_export(arguments):
    model = load(arguments.checkpoint, arguments)
    words = vocabulary(base_folder())
    training_data = {"base": "all-MiniLM-L6-v2 (Apache-2.0)", "checkpoint": arguments.checkpoint.name, "seed": SEED}
    export.write(model, words, arguments.name, arguments.out, training_data)
    if arguments.reference:
        reference.write_reference(export.rounded(model), Pieces(words), reference_documents(), arguments.reference)


def run_tiny(arguments):
    arguments.out.mkdir(parents=True, exist_ok=True)
    # The small vocabulary spells words by letters, so only shortened documents fit its window.
    documents = [[line[:7] for line in document] for document in reference_documents()[:7]]
    reference.tiny(arguments.out, documents)


if __name__ == "__main__":
    main()
