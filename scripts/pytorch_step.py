#!/usr/bin/env python3
"""The steps of `shiftscope bench` in PyTorch, eager: from the same weights, on the same mini-batches, with the same losses.

    shiftscope bench --net 784-100-100-100-10 --batch 60 --write start.bin
    scripts/pytorch_step.py start.bin --dtype float64 float32 --threads 1 2

prints one line for each type and number of threads: the median of windows of a tenth of a second, as `shiftscope bench` takes it.
A step can be written in several ways (modules or functions; an optimizer of torch.optim or the update by hand; parameter by
parameter or all at once). All are tried, and the fastest is what counts. Nothing is read out of a tensor while steps are timed.

Needs PyTorch 1.13 or newer, nothing else. The form of the file is described in shiftscope.benchmark.StartFile.
"""
import argparse
import ctypes
import json
import statistics
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

FORM = 1
WINDOW = 0.1
TRIAL = 0.5
WARM_UP = 50
ACTIVATIONS = {
    "sigmoid": (torch.sigmoid, nn.Sigmoid),
    "tanh": (torch.tanh, nn.Tanh),
    "relu": (torch.relu, nn.ReLU),
    "leaky-relu": (lambda y: F.leaky_relu(y, 0.01), lambda: nn.LeakyReLU(0.01)),
    "identity": (lambda y: y, nn.Identity),
}
NORMALIZATIONS = ("none", "batch", "layer")
LOSSES = {
    "cross-entropy": F.cross_entropy,
    "mean-squared-error": F.mse_loss,
    "binary-cross-entropy": F.binary_cross_entropy_with_logits,
}
OPTIMIZERS = {
    "sgd": lambda header: (torch.optim.SGD, {}),
    "momentum": lambda header: (torch.optim.SGD, {"momentum": header["momentum"]}),
    "nesterov": lambda header: (torch.optim.SGD, {"momentum": header["momentum"], "nesterov": True}),
    "rmsprop": lambda header: (torch.optim.RMSprop, {}),
    "adam": lambda header: (torch.optim.Adam, {}),
    "adamw": lambda header: (torch.optim.AdamW, {"weight_decay": 0.0}),
}


class Start:
    """What the file holds, as tensors of one type."""

    def __init__(self, path, dtype):
        with open(path, "rb") as file:
            self.header = json.loads(file.readline())
            numbers = torch.frombuffer(bytearray(file.read()), dtype=torch.float64).to(dtype)
        header = self.header
        if header["shiftscopeBenchmark"] != FORM:
            sys.exit(f"{path} has the form {header['shiftscopeBenchmark']}; this script reads {FORM}.")
        for key, known in (("activation", ACTIVATIONS), ("normalization", NORMALIZATIONS), ("loss", LOSSES), ("optimizer", OPTIMIZERS)):
            if header[key] not in known:
                sys.exit(f"{path} asks for the {key} {header[key]}; this script knows {', '.join(known)}.")
        self.dtype = dtype
        net = header["net"]
        at = 0

        def take(rows, columns):
            nonlocal at
            at += rows * columns
            return numbers[at - rows * columns:at].view(rows, columns)

        # Weights lie inputs × units in the file; PyTorch's linear layers want units × inputs.
        self.layers = []
        for inputs, units, has_bias in zip(net, net[1:], header["trainedBiases"]):
            weights = take(inputs, units).t().contiguous()
            self.layers.append((weights, take(1, units)[0].clone() if has_bias else None))
        self.batches = []
        for _ in range(header["batches"]):
            x = take(header["batch"], net[0]).clone()
            targets = take(header["batch"], net[-1]).clone()
            self.batches.append((x, targets.argmax(1) if header["loss"] == "cross-entropy" else targets))
        if at != len(numbers):
            sys.exit(f"{path} holds {len(numbers)} numbers; its header speaks of {at}.")

    def modules(self):
        """The network as anybody would write it: the parameters, and the forward pass."""
        header = self.header
        parts = []
        for i, (weights, bias) in enumerate(self.layers):
            units, inputs = weights.shape
            linear = nn.Linear(inputs, units, bias=bias is not None, dtype=self.dtype)
            with torch.no_grad():
                linear.weight.copy_(weights)
                if bias is not None:
                    linear.bias.copy_(bias)
            parts.append(linear)
            if i + 1 < len(self.layers):
                if header["normalization"] == "batch":
                    parts.append(nn.BatchNorm1d(units, eps=header["epsilon"], momentum=header["newBatchWeight"], dtype=self.dtype))
                elif header["normalization"] == "layer":
                    parts.append(nn.LayerNorm(units, eps=header["epsilon"], dtype=self.dtype))
                parts.append(ACTIVATIONS[header["activation"]][1]())
        net = nn.Sequential(*parts)
        return list(net.parameters()), net

    def functions(self):
        """The same without modules, which saves what they do around each call."""
        header = self.header
        kind, epsilon, weight = header["normalization"], header["epsilon"], header["newBatchWeight"]
        activation = ACTIVATIONS[header["activation"]][0]
        parameters = []
        hidden = []
        for i, (weights, bias) in enumerate(self.layers):
            weights = weights.clone().requires_grad_()
            bias = None if bias is None else bias.clone().requires_grad_()
            parameters += [weights] if bias is None else [weights, bias]
            if i + 1 == len(self.layers):
                last = (weights, bias)
            else:
                units = (len(weights),)
                scale = torch.ones(units, dtype=self.dtype, requires_grad=kind != "none")
                shift = torch.zeros(units, dtype=self.dtype, requires_grad=kind != "none")
                parameters += [] if kind == "none" else [scale, shift]
                hidden.append((weights, bias, units, scale, shift, torch.zeros_like(shift), torch.ones_like(scale)))

        def forward(x):
            for weights, bias, units, scale, shift, mean, variance in hidden:
                x = F.linear(x, weights, bias)
                if kind == "batch":
                    x = torch.batch_norm(x, scale, shift, mean, variance, True, weight, epsilon, False)
                elif kind == "layer":
                    x = torch.layer_norm(x, units, scale, shift, epsilon)
                x = activation(x)
            return F.linear(x, *last)

        return parameters, forward

    def ways(self):
        """Every way to write a step, by name: each call begins anew, and gives the step and the loss of the batch that is next."""
        name = self.header["optimizer"]
        optimizer, settings = OPTIMIZERS[name](self.header)
        rate = self.header["learningRate"]
        updates = {
            f"torch.optim.{optimizer.__name__}": lambda parameters: by_optimizer(optimizer(parameters, lr=rate, foreach=False, **settings)),
            f"torch.optim.{optimizer.__name__}, foreach":
                lambda parameters: by_optimizer(optimizer(parameters, lr=rate, foreach=True, **settings)),
        }
        if name == "sgd":
            updates["by hand"] = lambda parameters: by_hand(parameters, rate)
            updates["by hand, foreach"] = lambda parameters: by_hand_at_once(parameters, rate)
        return {
            f"{net.__name__}, {update}": lambda net=net, make=make: self.way(net, make)
            for net in (self.modules, self.functions) for update, make in updates.items()
        }

    def way(self, net, make_update):
        parameters, forward = net()
        update = make_update(parameters)
        loss_of = LOSSES[self.header["loss"]]
        batches = self.batches
        count = len(batches)
        made = 0

        def steps(n):
            nonlocal made
            for step in range(made, made + n):
                x, targets = batches[step % count]
                update(loss_of(forward(x), targets))
            made += n

        def loss():
            x, targets = batches[made % count]
            with torch.no_grad():
                return loss_of(forward(x), targets).item()

        return steps, loss


def by_optimizer(optimizer):
    def update(loss):
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()

    return update


def by_hand(parameters, rate):
    def update(loss):
        gradients = torch.autograd.grad(loss, parameters)
        with torch.no_grad():
            for parameter, gradient in zip(parameters, gradients):
                parameter.add_(gradient, alpha=-rate)

    return update


def by_hand_at_once(parameters, rate):
    def update(loss):
        gradients = torch.autograd.grad(loss, parameters)
        with torch.no_grad():
            torch._foreach_add_(parameters, gradients, alpha=-rate)

    return update


def set_threads(threads):
    """Both PyTorch's own threads and those of an OpenBLAS that it may call, which heeds only its own setting."""
    torch.set_num_threads(threads)
    try:
        ctypes.CDLL("libblas.so.3").openblas_set_num_threads(threads)
    except (OSError, AttributeError):
        pass


def speed(steps, seconds):
    """Steps per second, in the median window."""
    rates = []
    size = 1
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        begin = time.perf_counter()
        made = 0
        # The clock is read about ten times in a window, lest one that stalls takes minutes.
        while time.perf_counter() - begin < WINDOW:
            steps(size)
            made += size
        rates.append(made / (time.perf_counter() - begin))
        size = max(1, int(rates[-1] * WINDOW / 10))
    return statistics.median(rates)


def fastest_way(start):
    speeds = {}
    for name, begin in start.ways().items():
        steps, _ = begin()
        steps(WARM_UP)
        speeds[name] = speed(steps, TRIAL)
        print(f"{name}: {speeds[name]:.1f} steps/s", file=sys.stderr)
    return max(speeds, key=speeds.get)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", help="what `shiftscope bench --write` wrote")
    parser.add_argument("--dtype", nargs="+", choices=("float64", "float32"), default=["float64"])
    parser.add_argument("--threads", nargs="+", type=int, default=[1])
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--step", metavar="NAME", help="make steps in this way instead of trying all, a name that an earlier call printed")
    parser.add_argument("--loss-after", type=int, default=300, metavar="N", help="print the loss after that many updates (300)")
    options = parser.parse_args()
    for dtype in options.dtype:
        start = Start(options.file, getattr(torch, dtype))
        header = start.header
        for threads in options.threads:
            set_threads(threads)
            way = options.step or fastest_way(start)
            if way not in start.ways():
                sys.exit(f"--step is \"{way}\"; accepted are {', '.join(start.ways())}.")
            steps, loss = start.ways()[way]()
            steps(options.loss_after)
            after = loss()
            rate = speed(steps, options.seconds)
            print(
                f"net={'-'.join(map(str, header['net']))} batch={header['batch']} activation={header['activation']}"
                f" normalization={header['normalization']} optimizer={header['optimizer']} loss={header['loss']}"
                f" torch={torch.__version__} dtype={dtype} threads={threads} steps_per_s={rate:.1f}"
                f" loss_after_{options.loss_after}={after!r} step=\"{way}\"",
                flush=True)


if __name__ == "__main__":
    main()
