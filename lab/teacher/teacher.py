"""The teacher's commands: `python teacher.py --help`."""

import argparse
import json
import random
from pathlib import Path

import torch

import corpora
import decoding
import export
import folder
import reference
import vocabulary
from base import read_base, read_tokenizer
from model import from_base
from pieces import Pieces
from training import Mixture, Plan, Run

SEED = 20261124
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
KEPT = "vocabulary.json"  # the numbers of the subwords kept, in the folder of the checkpoints


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the development data")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints, outside the repository")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--brief", action="store_true", help="compute in bfloat16, for machines that are faster at it")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("vocabulary", help="choose the subwords that the network keeps")
    train = commands.add_parser("train", help="fine-tune on all corpora; resumes the run of this name")
    train.add_argument("name", help="name of the checkpoint")
    train.add_argument("--minutes", type=float, required=True, help="length of the run")
    train.add_argument("--rate", type=float, default=3e-4)
    train.add_argument("--layers", type=int, default=12)
    train.add_argument("--frozen", type=int, default=0, help="how many of the lowest layers stay as they are, which saves time")
    train.add_argument("--start", type=Path, help="begin with the weights of this checkpoint")
    score = commands.add_parser("score", help="F1 of a checkpoint on the development sets")
    score.add_argument("checkpoint", type=Path)
    score.add_argument("--words", type=int, default=1 << 30, help="only about so many words of each set")
    back = commands.add_parser("import", help="make a checkpoint of a model folder, to train it further")
    back.add_argument("folder", type=Path)
    back.add_argument("--name", required=True, help="name of the checkpoint")
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
    runs = {
        "vocabulary": run_vocabulary, "train": run_train, "score": run_score, "import": run_import, "export": run_export, "tiny": run_tiny,
    }
    runs[arguments.command](arguments)


def run_vocabulary(arguments):
    tokenizer = read_tokenizer()
    pieces = Pieces(tokenizer)
    texts = [s.text for _, corpus in corpora.training(arguments.data) for document in corpus.documents for s in document]
    found = [vocabulary.counts(part, pieces) for part in (texts, vocabulary.sentences(arguments.data))]
    kept = vocabulary.chosen(pieces.vocabulary, *found)
    vocabulary.save(arguments.work / KEPT, kept)
    print(f"{len(kept)} of {len(pieces.vocabulary)} subwords")


def kept_subwords(arguments) -> list[int]:
    return json.loads((arguments.work / KEPT).read_text())


def load(arguments, layers: int, state: dict | None):
    """Returns the network and its subwords. The rows come from the base, since training leaves them as they are."""
    kept = kept_subwords(arguments)
    model = from_base(read_base(), kept, layers)
    if state:
        missing, _ = model.load_state_dict(state, strict=False)
        assert missing == ["subwords.weight"], missing
    model.brief = arguments.brief
    return model.to(DEVICE), Pieces(vocabulary.pruned(read_tokenizer(), kept))


def run_train(arguments):
    torch.manual_seed(SEED)
    path = arguments.work / f"{arguments.name}.pt"
    saved = torch.load(path, map_location="cpu", weights_only=True) if path.exists() else None
    start = saved or (torch.load(arguments.start, map_location="cpu", weights_only=True) if arguments.start else None)
    model, pieces = load(arguments, start["layers"] if start else arguments.layers, start and start["state"])
    seed = SEED + (saved["steps"] if saved else start["seen"] if start else 0)  # a run that goes on reads in another order
    mixture = Mixture(corpora.training(arguments.data), pieces, random.Random(seed))
    run = Run(model, mixture, pieces, Plan(arguments.rate, arguments.minutes * 60, arguments.frozen, seed), path)
    if saved:
        run.restore(saved)
    elif start:
        run.seen = start["seen"]
    run.train()


def run_score(arguments):
    saved = torch.load(arguments.checkpoint, map_location="cpu", weights_only=True)
    model, pieces = load(arguments, saved["layers"], saved["state"])
    for corpus in corpora.development(arguments.data, arguments.words):
        print(f"{corpus.name} {decoding.f1(model, corpus, pieces):.2f}", flush=True)


def run_import(arguments):
    kept = folder.subwords(arguments.folder, read_tokenizer())
    vocabulary.save(arguments.work / KEPT, kept)
    model = from_base(read_base(), kept)
    names = [name for name in model.state_dict() if name != "subwords.weight"]
    torch.save(folder.checkpoint(arguments.folder, names), arguments.work / f"{arguments.name}.pt")
    print(f"{arguments.name}.pt, with {len(kept)} subwords")


def run_export(arguments):
    saved = torch.load(arguments.checkpoint, map_location="cpu", weights_only=True)
    model, _ = load(arguments, saved["layers"], saved["state"])
    kept = kept_subwords(arguments)
    tokenizer = export.with_short_scores(vocabulary.pruned(read_tokenizer(), kept))
    made_from = {"base": "multilingual-e5-small (MIT)", "checkpoint": arguments.checkpoint.name, "subwords seen": saved["seen"]}
    export.write(model, read_base().rows[kept], tokenizer, arguments.name, vocabulary.SERVED, arguments.out, made_from)
    if arguments.reference:
        texts = reference.documents()
        reference.write_reference(export.rounded(model), Pieces(tokenizer), texts, arguments.reference)


def run_tiny(arguments):
    reference.tiny(arguments.out, export.with_short_scores(read_tokenizer()))


if __name__ == "__main__":
    main()
