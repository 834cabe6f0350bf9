"""Fine-tuning on a stream of chunks from all corpora, for a given time; it can be stopped and resumed."""

import os
import random
import time
from dataclasses import dataclass
from pathlib import Path

import torch

from corpora import Source
from corpus import Chunk, Corpus, Stream, batch
from pieces import Pieces

PIECES_A_STEP = 2048
LAYER_DECAY = 0.9  # the factor of the learning rate from each layer to the one below
HEAD_RATE = 1e-3
WARM_UP = 0.06
CHECKPOINT_EVERY = 600.0  # seconds
# In the last part of the time, silver corpora give less of the text.
LATE, LATE_SILVER = 0.75, 0.35


@dataclass
class Plan:
    """What a run does: its learning rate, its length in seconds, and how many of the lowest layers stay as they are."""

    rate: float
    seconds: float
    frozen: int
    seed: int


def parameter_groups(model, rate: float) -> list[dict]:
    """Groups the parameters by learning rate: the classifier, which starts at random, learns fastest, the lowest layers slowest."""
    depth = len(model.layers)
    groups = {}
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        if name.startswith("classifier"):
            peak = HEAD_RATE * rate / 3e-4
        elif name.startswith("layers."):
            peak = rate * LAYER_DECAY ** (depth - 1 - int(name.split(".")[1]))
        else:
            peak = rate * LAYER_DECAY**depth
        decay = 0.0 if parameter.ndim < 2 else 0.01
        groups.setdefault((peak, decay), []).append(parameter)
    return [{"params": ps, "lr": 0.0, "weight_decay": decay, "peak": peak} for (peak, decay), ps in groups.items()]


class Mixture:
    """Draws batches from all corpora, each by its share of the subwords so far. A batch has chunks of similar length."""

    def __init__(self, sources: list[tuple[Source, Corpus]], pieces: Pieces, rng: random.Random):
        self.shares = [source.share for source, _ in sources]
        self.silver = [source.silver for source, _ in sources]
        self.streams = [Stream(corpus, pieces, rng) for _, corpus in sources]
        # Subwords drawn, divided by the share: the corpus that is furthest behind is next.
        self.drawn = [rng.random() * 100 for _ in sources]
        self.pool: list[Chunk] = []
        self.rng = rng

    def draw(self, progress: float) -> Chunk:
        number = self.drawn.index(min(self.drawn))
        chunk = next(self.streams[number].chunks)
        share = self.shares[number] * (LATE_SILVER if self.silver[number] and progress > LATE else 1.0)
        self.drawn[number] += len(chunk.pieces) / share
        return chunk

    def batch(self, progress: float) -> list[Chunk]:
        """Returns neighbours in length out of a pool, which holds about eight batches."""
        while sum(len(chunk.pieces) for chunk in self.pool) < 8 * PIECES_A_STEP:
            self.pool.append(self.draw(progress))
        self.rng.shuffle(self.pool)
        self.pool.sort(key=lambda chunk: len(chunk.pieces) // 16)
        start = self.rng.randrange(len(self.pool))
        group, width = [], 0
        while start < len(self.pool):
            width = max(width, len(self.pool[start].pieces))
            if group and (len(group) + 1) * width > PIECES_A_STEP:
                break
            group.append(self.pool.pop(start))
        return group


def step_loss(model, pieces, real, right):
    """The mean of -log of the probability of all right labels, over the labelled positions."""
    with torch.autocast(pieces.device.type, dtype=torch.bfloat16, enabled=model.brief):
        logits = model(pieces, real)
    labelled = right.any(-1)
    logits, right = logits.float()[labelled], right[labelled]
    return (logits.logsumexp(-1) - logits.masked_fill(~right, float("-inf")).logsumexp(-1)).mean()


def factor(progress: float) -> float:
    """Returns the part of the peak rate: a linear warm-up, then linear to nothing."""
    return progress / WARM_UP if progress < WARM_UP else max(0.0, (1 - progress) / (1 - WARM_UP))


class Run:
    """A run of training. `state` is its checkpoint."""

    def __init__(self, model, mixture: Mixture, pieces: Pieces, plan: Plan, path: Path):
        self.model, self.mixture, self.pieces, self.plan, self.path = model, mixture, pieces, plan, path
        model.freeze(plan.frozen)
        self.optimizer = torch.optim.AdamW(parameter_groups(model, plan.rate), betas=(0.9, 0.98), eps=1e-6, fused=True)
        self.spent, self.steps, self.seen = 0.0, 0, 0

    def restore(self, saved: dict):
        self.optimizer.load_state_dict(saved["optimizer"])
        self.spent, self.steps, self.seen = saved["spent"], saved["steps"], saved["seen"]
        self.mixture.drawn = saved["drawn"]

    def save(self):
        state = {
            "state": {k: v for k, v in self.model.state_dict().items() if k != "subwords.weight"},
            "layers": len(self.model.layers), "plan": vars(self.plan), "optimizer": self.optimizer.state_dict(),
            "spent": self.spent, "steps": self.steps, "seen": self.seen, "drawn": self.mixture.drawn,
        }
        torch.save(state, self.path.with_suffix(".part"))
        os.replace(self.path.with_suffix(".part"), self.path)

    def train(self):
        """Trains until the time of the plan is spent. The clock decides the learning rate, so a slow machine learns from less text."""
        parameters = [p for p in self.model.parameters() if p.requires_grad]
        last_save, begun, recent = self.spent, time.monotonic() - self.spent, []
        while self.spent < self.plan.seconds:
            progress = self.spent / self.plan.seconds
            for group in self.optimizer.param_groups:
                group["lr"] = group["peak"] * factor(progress)
            self.model.train()
            chunks = self.mixture.batch(progress)
            loss = step_loss(self.model, *batch(chunks, self.pieces.pad, self.model.segment.device))
            self.optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parameters, 1.0)
            self.optimizer.step()
            self.steps += 1
            self.seen += sum(len(chunk.pieces) for chunk in chunks)
            recent.append(loss.item())
            self.spent = time.monotonic() - begun
            if self.steps % 25 == 0:
                print(f"step {self.steps}: loss {sum(recent) / len(recent):.4f}, {self.seen} subwords, {self.spent:.0f} of {self.plan.seconds:.0f} s", flush=True)
                recent = []
            if self.spent - last_save > CHECKPOINT_EVERY:
                self.save()
                last_save = self.spent
        self.save()
