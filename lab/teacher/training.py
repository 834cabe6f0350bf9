"""Fine-tuning: first on all training data, then on the hand-annotated part."""

import random
import time

import numpy as np
import torch

from corpus import Chunk, Corpus, batch, batches, chunks
from decoding import decode, f1, logits_of
from corpus import LABELS
from pieces import DIGIT, LOWER, MARK, SPECIAL, TITLE, UPPER, LETTER, Pieces

PIECES_A_STEP = 4096
LAYER_DECAY = 0.9  # the factor of the learning rate from each layer to the one below
WARM_UP = 0.1


def parameter_groups(model, rate: float) -> list[dict]:
    """Groups the parameters by learning rate: the classifier and the word shapes, which start near zero, learn fastest, embeddings slowest."""
    depth = len(model.layers)
    groups = {}
    for name, parameter in model.named_parameters():
        if name.startswith("layers."):
            below = depth - int(name.split(".")[1])
        elif name.startswith("classifier") or name.startswith("word_shapes"):
            below = 0
        else:
            below = depth + 1
        decay = 0.0 if parameter.ndim < 2 else 0.01
        groups.setdefault((below, decay), []).append(parameter)
    return [
        {"params": parameters, "lr": rate * LAYER_DECAY**below, "weight_decay": decay, "peak": rate * LAYER_DECAY**below}
        for (below, decay), parameters in groups.items()
    ]


def recase(chunk: Chunk, rng: random.Random) -> Chunk:
    """Turns 12 % of the chunks into capitals, lower case or title case, as headlines and careless writers do."""
    draw = rng.random()
    if draw > 0.12:
        return chunk
    letters = [s not in (SPECIAL, DIGIT, MARK) for s in chunk.shapes]
    if draw < 0.04:
        shapes = [(LETTER if s == LETTER else UPPER) if is_letter else s for s, is_letter in zip(chunk.shapes, letters)]
    elif draw < 0.08:
        shapes = [LOWER if is_letter else s for s, is_letter in zip(chunk.shapes, letters)]
    else:
        shapes = [TITLE if s == LOWER else s for s in chunk.shapes]
    return Chunk(chunk.pieces, shapes, chunk.target, chunk.has_misc, chunk.words, chunk.beliefs)


def step_losses(model, pieces, shapes, real, right, belief):
    """The loss at each labelled position: -log of the probability of all right labels, or the cross-entropy with a teacher's beliefs."""
    with torch.autocast(pieces.device.type, dtype=torch.bfloat16, enabled=model.brief):
        logits = model(pieces, shapes, real)
    labelled = right.any(-1)
    logits, right, belief = logits.float()[labelled], right[labelled], belief[labelled]
    hard = logits.logsumexp(-1) - logits.masked_fill(~right, float("-inf")).logsumexp(-1)
    soft = -(belief * logits.log_softmax(-1)).sum(-1)
    return torch.where(belief.sum(-1) > 0, soft, hard)


def train(model, corpora: list[Corpus], pieces: Pieces, epochs: int, rate: float, seed: int, after_epoch, stop_at=None):
    """Trains with AdamW and a linear warm-up and decay. Order, chunking and case change each epoch; the seed determines them."""
    rng = random.Random(seed)
    torch.manual_seed(seed)
    optimizer = torch.optim.AdamW(parameter_groups(model, rate), betas=(0.9, 0.98), eps=1e-6, fused=True)
    total, done = None, 0
    for epoch in range(epochs):
        every = [recase(c, rng) for corpus in corpora for c in chunks(corpus, pieces, rng, alone=0.15)]
        groups = batches(every, PIECES_A_STEP, rng)
        total = total or epochs * len(groups)
        begun, losses = time.monotonic(), []
        for number, group in enumerate(groups):
            share = min(1.0, done / total)
            factor = share / WARM_UP if share < WARM_UP else max(0.0, (1 - share) / (1 - WARM_UP))
            for parameter_group in optimizer.param_groups:
                parameter_group["lr"] = parameter_group["peak"] * factor
            model.train()
            loss = step_losses(model, *batch(group, pieces.pad, model.segment.device)).mean()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            losses.append(loss.item())
            done += 1
            if number % 25 == 24:
                print(f"  {number + 1}/{len(groups)} loss {np.mean(losses[-25:]):.4f} {time.monotonic() - begun:.0f} s", flush=True)
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.4f}, {time.monotonic() - begun:.0f} s", flush=True)
        after_epoch(epoch + 1)


def evaluate(model, corpus: Corpus, pieces: Pieces, by_sentence: bool = False) -> float:
    """Returns F1 over PER, ORG and LOC, in percent."""
    if by_sentence:
        corpus = Corpus(corpus.name, [[s] for d in corpus.documents for s in d], corpus.has_misc)
    sentences = [s for d in corpus.documents for s in d]
    logits = logits_of(model, chunks(corpus, pieces), pieces.pad, corpus.words())
    gold, predicted, at = [], [], 0
    for sentence in sentences:
        rows = logits[at : at + len(sentence)]
        at += len(sentence)
        gold.append([label for _, label in sentence])
        predicted.append([LABELS[i] for i in decode(rows)])
    return f1(gold, predicted)
