"""Makes normalizers.json and normalizers_training.json beside itself: python3 normalizers.py (with PyTorch 1.13 or newer).

Layer normalization is torch.nn.LayerNorm. PyTorch 1.13 has no RMS normalization, so it is written out, x / sqrt(mean(x^2) + eps), with a
gain and an offset. Batch normalization with constant statistics is written out too, with detach() around mean and variance.
Everything is float64, and all gradients are autograd's.
"""
import json
import os

import torch
from torch import nn
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)
HERE = os.path.dirname(os.path.abspath(__file__))


def normalize(kind, x, eps):
    """x hat: of layer and rms over each row, of constant-batch over each column."""
    if kind == "layer":
        return F.layer_norm(x, x.shape[1:], eps=eps)
    if kind == "rms":
        return x / torch.sqrt((x * x).mean(dim=1, keepdim=True) + eps)
    mean = x.mean(dim=0).detach()
    variance = x.var(dim=0, unbiased=False).detach()
    return (x - mean) / torch.sqrt(variance + eps)


def single(name, kind, rows, units, eps, affine=True, offset=0.0, scale=1.0, constant_row=False):
    x = (offset + scale * torch.randn(rows, units)).round(decimals=6)
    if constant_row:
        x[0] = x[0, 0]
    x.requires_grad_()
    dy = torch.randn(rows, units).round(decimals=3)
    gamma = (1 + 0.5 * torch.randn(units)).round(decimals=3) if affine else torch.ones(units)
    beta = (0.5 * torch.randn(units)).round(decimals=3) if affine else torch.zeros(units)
    gamma.requires_grad_()
    beta.requires_grad_()
    if kind == "layer":
        module = nn.LayerNorm(units, eps=eps)
        with torch.no_grad():
            module.weight.copy_(gamma)
            module.bias.copy_(beta)
        y = module(x)
        parameters = (module.weight, module.bias)
    else:
        y = gamma * normalize(kind, x, eps) + beta
        parameters = (gamma, beta)
    (y * dy).sum().backward()
    largest = lambda t: max(1.0, t.abs().max().item())
    dx, dgamma, dbeta = x.grad, parameters[0].grad, parameters[1].grad
    return {
        "name": name, "kind": kind, "N": rows, "C": units, "eps": eps, "affine": affine,
        "gamma": gamma.tolist(), "beta": beta.tolist(), "x": x.tolist(), "dy": dy.tolist(),
        "y": y.tolist(), "dx": dx.tolist(), "dgamma": dgamma.tolist(), "dbeta": dbeta.tolist(),
        "scale": {"y": largest(y), "dx": largest(dx), "dgamma": largest(dgamma), "dbeta": largest(dbeta)},
        # What rounding x to a double does to x - mean(x), times a few.
        "tol": 1e-12 * max(1.0, abs(offset) / scale),
    }


def singles():
    torch.manual_seed(1)
    cases = []
    for kind in ("layer", "rms", "constant-batch"):
        cases += [
            single(kind + "_n4_c5", kind, 4, 5, 1e-5),
            single(kind + "_n7_c3_noaffine", kind, 7, 3, 1e-3, affine=False),
            single(kind + "_n3_c16_off1000", kind, 3, 16, 1e-5, offset=1000.0),
            single(kind + "_n3_c6_tiny", kind, 3, 6, 1e-5, scale=1e-3),
            single(kind + "_n2_c2", kind, 2, 2, 1e-5),
        ]
    for kind in ("layer", "rms"):
        cases += [
            single(kind + "_n1_c8", kind, 1, 8, 1e-5),
            single(kind + "_n5_c1", kind, 5, 1, 1e-5),
            single(kind + "_n3_c4_constant_row", kind, 3, 4, 1e-5, constant_row=True),
        ]
    return cases


ACTIVATIONS = {"tanh": torch.tanh, "sigmoid": torch.sigmoid, "relu": torch.relu}


class Net:
    """W[i][out][in], z = x W^T + b; rows of x are examples."""

    def __init__(self, sizes, kind, bn, activation, eps, momentum):
        self.kind, self.bn, self.activation, self.eps, self.momentum = kind, bn, ACTIVATIONS[activation], eps, momentum
        draw = lambda *shape, centre=0.0, spread=1.0: (centre + spread * torch.randn(*shape)).round(decimals=4).requires_grad_()
        self.W = [draw(o, i, spread=0.6) for i, o in zip(sizes, sizes[1:])]
        self.b = [draw(o, spread=0.1) for o in sizes[1:]]
        self.gamma = [draw(o, centre=1.0, spread=0.2) for o in sizes[1:-1]]
        self.beta = [draw(o, spread=0.2) for o in sizes[1:-1]]
        self.running_mean = [torch.zeros(o) for o in sizes[1:-1]]
        self.running_var = [torch.ones(o) for o in sizes[1:-1]]

    def parameters(self):
        return self.W + self.b + self.gamma + self.beta

    def normalizer(self, i, x, train, seen):
        if self.kind == "constant-batch" and not train:
            hat = (x - self.running_mean[i]) / torch.sqrt(self.running_var[i] + self.eps)
        else:
            hat = normalize(self.kind, x, self.eps)
        seen.append(x.detach())
        return self.gamma[i] * hat + self.beta[i]

    def forward(self, x, train=True):
        seen, hidden = [], []
        for i in range(len(self.W) - 1):
            z = x @ self.W[i].T + self.b[i]
            if self.bn == "pre":
                x = self.activation(self.normalizer(i, z, train, seen))
            else:
                x = self.normalizer(i, self.activation(z), train, seen)
            hidden.append({"z": z.tolist(), "bn_in": seen[i].tolist(), "out": x.tolist()})
        return x @ self.W[-1].T + self.b[-1], hidden, seen

    def track(self, seen):
        for i, x in enumerate(seen):
            p = self.momentum
            self.running_mean[i] = (1 - p) * self.running_mean[i] + p * x.mean(dim=0)
            self.running_var[i] = (1 - p) * self.running_var[i] + p * x.var(dim=0, unbiased=True)

    def state(self):
        state = {k: [t.tolist() for t in getattr(self, k)] for k in ("W", "b", "gamma", "beta")}
        if self.kind == "constant-batch":
            state.update({k: [t.tolist() for t in getattr(self, k)] for k in ("running_mean", "running_var")})
        return state


def training(name, kind, bn, activation, loss, optimizer):
    sizes, batch, eps, momentum = [4, 6, 5, 3], 7, 1e-5, 0.1
    net = Net(sizes, kind, bn, activation, eps, momentum)
    if optimizer["kind"] == "adam":
        stepper = torch.optim.Adam(net.parameters(), lr=optimizer["lr"])
    else:
        stepper = torch.optim.SGD(net.parameters(), lr=optimizer["lr"], momentum=optimizer.get("momentum", 0))
    case = {
        "name": name, "normalization": kind, "sizes": sizes, "activation": activation, "bn": bn, "affine": True, "hidden_bias": True,
        "output_bias": True, "loss": loss, "optimizer": optimizer, "batch": batch, "eps": eps, "momentum": momentum,
        "init": net.state(), "steps": [],
    }
    batches = []
    for number in range(4):
        x = torch.randn(batch, sizes[0]).round(decimals=3)
        batches.append(x)
        target = torch.randint(0, 3, (batch,)) if loss == "cross_entropy" else torch.randn(batch, 3).round(decimals=3)
        logits, hidden, seen = net.forward(x)
        value = F.cross_entropy(logits, target) if loss == "cross_entropy" else ((logits - target) ** 2).mean()
        stepper.zero_grad()
        value.backward()
        squares = sum((p.grad ** 2).sum().item() for p in net.parameters())
        step = {"x": x.tolist(), "target": target.tolist(), "loss": value.item(), "grad_l2": squares ** 0.5}
        if number == 0:
            step["logits"] = logits.tolist()
            step["hidden"] = hidden
            step["grads"] = {k: [t.grad.tolist() for t in getattr(net, k)] for k in ("W", "b", "gamma", "beta")}
        stepper.step()
        net.track(seen)
        step["after"] = net.state()
        case["steps"].append(step)
    x = torch.randn(5, sizes[0]).round(decimals=3)
    case["eval"] = {
        "x": x.tolist(),
        "logits": net.forward(x, train=False)[0].tolist(),
        "train_mode_logits_same_x": net.forward(x)[0].tolist(),
    }
    if kind == "constant-batch":
        case["algorithm2"] = algorithm2(net, batches, x)
    return case


def algorithm2(net, batches, x):
    passes = [net.forward(batch)[2] for batch in batches]
    mean = [sum(seen[i].mean(dim=0) for seen in passes) / len(passes) for i in range(2)]
    var = [sum(seen[i].var(dim=0, unbiased=True) for seen in passes) / len(passes) for i in range(2)]
    held = net.running_mean, net.running_var
    net.running_mean, net.running_var = mean, var
    logits = net.forward(x, train=False)[0]
    net.running_mean, net.running_var = held
    return {"mean": [t.tolist() for t in mean], "var": [t.tolist() for t in var], "eval_logits": logits.tolist()}


def trainings():
    torch.manual_seed(2)
    sgd, momentum, adam = {"kind": "sgd", "lr": 0.1}, {"kind": "sgd", "lr": 0.1, "momentum": 0.9}, {"kind": "adam", "lr": 0.01}
    return [
        training("layer_pre_tanh_ce_sgd", "layer", "pre", "tanh", "cross_entropy", sgd),
        training("layer_pre_relu_mse_adam", "layer", "pre", "relu", "mse", adam),
        training("layer_post_sigmoid_ce_mom", "layer", "post", "sigmoid", "cross_entropy", momentum),
        training("rms_pre_sigmoid_ce_mom", "rms", "pre", "sigmoid", "cross_entropy", momentum),
        training("rms_pre_tanh_ce_adam", "rms", "pre", "tanh", "cross_entropy", adam),
        training("rms_post_relu_mse_sgd", "rms", "post", "relu", "mse", sgd),
        training("constant_pre_tanh_ce_mom", "constant-batch", "pre", "tanh", "cross_entropy", momentum),
        training("constant_pre_sigmoid_mse_adam", "constant-batch", "pre", "sigmoid", "mse", adam),
        training("constant_post_relu_ce_sgd", "constant-batch", "post", "relu", "cross_entropy", sgd),
    ]


def write(name, cases):
    whole = {"generator": "normalizers.py", "torch": torch.__version__, "dtype": "float64", "cases": cases}
    with open(os.path.join(HERE, name), "w") as out:
        json.dump(whole, out, separators=(",", ":"))
        out.write("\n")


write("normalizers.json", singles())
write("normalizers_training.json", trainings())
