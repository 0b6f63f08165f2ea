#!/usr/bin/env python3
"""Writes orthogonal.json: what torch.nn.init.orthogonal_ makes of a matrix it has drawn. Run beside this file, without arguments.

PyTorch draws itself; its function is given the draw by putting normal_ in its place.
"""
import json
from unittest import mock
import torch

torch.manual_seed(3)
torch.set_default_dtype(torch.float64)


def case(rows, columns):
    drawn = torch.randn(rows, columns)
    # orthogonal_ draws into a new matrix of this shape.
    made = torch.empty(rows, columns)
    with mock.patch.object(torch.Tensor, "normal_", lambda empty, *_: empty.copy_(drawn)):
        torch.nn.init.orthogonal_(made)
    return {"name": f"{rows} by {columns}", "drawn": drawn.tolist(), "orthogonal": made.tolist()}


cases = [case(rows, columns) for rows, columns in [(1, 1), (1, 4), (5, 1), (4, 4), (9, 9), (7, 3), (3, 8), (12, 11)]]
with open("orthogonal.json", "w") as out:
    json.dump({"kind": "orthogonal", "generator": "orthogonal.py", "torch": torch.__version__, "cases": cases}, out)
    out.write("\n")
