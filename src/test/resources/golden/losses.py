#!/usr/bin/env python3
"""Writes losses.json: losses and their gradients at the logits, by PyTorch in double precision. Run beside this file, without arguments."""
import json
import torch

torch.manual_seed(1)
torch.set_default_dtype(torch.float64)

LOSSES = {
    "cross-entropy": torch.nn.CrossEntropyLoss(),
    "binary-cross-entropy": torch.nn.BCEWithLogitsLoss(),
    "mean-squared-error": torch.nn.MSELoss(),
}


def one_hot(rows, outputs):
    return torch.nn.functional.one_hot(torch.randint(outputs, (rows,)), outputs).to(torch.float64)


def case(name, loss, logits, targets):
    logits = logits.clone().requires_grad_()
    value = LOSSES[loss](logits, targets)
    value.backward()
    return {
        "name": loss + ", " + name,
        "loss": loss,
        "logits": logits.tolist(),
        "targets": targets.tolist(),
        "value": value.item(),
        "gradient": logits.grad.tolist(),
    }


cases = []
for loss in LOSSES:
    cases.append(case("one-hot targets", loss, 3 * torch.randn(5, 4), one_hot(5, 4)))
    cases.append(case("soft targets", loss, torch.randn(3, 6), torch.softmax(torch.randn(3, 6), 1)))
    cases.append(case("one row", loss, torch.randn(1, 3), one_hot(1, 3)))
    cases.append(case("one output", loss, torch.randn(4, 1), torch.ones(4, 1)))
    cases.append(case("logits of every size", loss, torch.tensor([[-1000.0, 1000, -40, 0.5], [40, -1e-3, 30, -700]]), one_hot(2, 4)))

with open("losses.json", "w") as out:
    json.dump({"kind": "losses", "generator": "losses.py", "torch": torch.__version__, "cases": cases}, out)
    out.write("\n")
