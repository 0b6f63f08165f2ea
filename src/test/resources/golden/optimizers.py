#!/usr/bin/env python3
"""Writes optimizers.json: what PyTorch's optimizers and schedules make of fixed gradients, in double precision.

Run beside this file, without arguments. Parameters and gradients are the same in all cases and stand at the top of the file. L2 and
weight decay are of the parameters of kind "weights" alone.
"""
import json
import torch
from torch.optim import SGD, Adam, AdamW, RMSprop
from torch.optim.lr_scheduler import ConstantLR, CosineAnnealingLR, LinearLR, SequentialLR, StepLR

torch.manual_seed(2)
torch.set_default_dtype(torch.float64)

STEPS = 12
KINDS = [("weights", (4, 3)), ("bias", (1, 3)), ("weights", (1, 1)), ("gamma", (1, 2)), ("beta", (1, 2))]
START = [torch.randn(shape) for _, shape in KINDS]
# Of very different sizes, since some optimizers divide by them; now and then one is 0.
GRADIENTS = [[torch.randn(shape) * 10.0 ** torch.randint(-4, 3, shape) for _ in range(STEPS)] for _, shape in KINDS]
GRADIENTS[0][0][1, 2] = 0
GRADIENTS[1][3].zero_()

CONSTANT = {"kind": "constant", "warmUp": 0, "steps": 1, "factor": 1.0}


def optimizer(settings, groups):
    rate, momentum = settings["learningRate"], settings["momentum"]
    return {
        "sgd": lambda: SGD(groups, lr=rate),
        "momentum": lambda: SGD(groups, lr=rate, momentum=momentum),
        "nesterov": lambda: SGD(groups, lr=rate, momentum=momentum, nesterov=True),
        "rmsprop": lambda: RMSprop(groups, lr=rate),
        "adam": lambda: Adam(groups, lr=rate),
        "adamw": lambda: AdamW(groups, lr=rate),
    }[settings["optimizer"]]()


def scheduler(made, schedule, rate):
    kind, warm_up, steps, factor = (schedule[key] for key in ("kind", "warmUp", "steps", "factor"))
    course = {
        "constant": lambda: ConstantLR(made, factor=1, total_iters=1),
        "step": lambda: StepLR(made, step_size=steps, gamma=factor),
        # Beyond its length PyTorch's cosine rises again; the cases do not go there.
        "cosine": lambda: CosineAnnealingLR(made, T_max=steps, eta_min=factor * rate),
    }
    if warm_up == 0:
        return course[kind]()
    rise = LinearLR(made, start_factor=1 / warm_up, total_iters=warm_up - 1)
    return SequentialLR(made, [rise, course[kind]()], milestones=[warm_up])


def case(name, kind, learning_rate, l2=0.0, weight_decay=0.0, momentum=0.9, schedule=CONSTANT):
    settings = {
        "optimizer": kind,
        "learningRate": learning_rate,
        "momentum": momentum,
        "l2": l2,
        "weightDecay": weight_decay,
        "schedule": schedule,
    }
    parameters = [torch.nn.Parameter(start.clone()) for start in START]
    weights = [p for p, (what, _) in zip(parameters, KINDS) if what == "weights"]
    others = [p for p, (what, _) in zip(parameters, KINDS) if what != "weights"]
    # PyTorch's weight_decay is L2 in all but AdamW, and apart from the gradient there. What an optimizer does not have is done by
    # hand, with the gradient of the penalty taken before the decay: it belongs to the weights that the loss was taken at.
    decays = kind == "adamw"
    penalizes = not decays and weight_decay == 0
    own = weight_decay if decays else l2 if penalizes else 0
    made = optimizer(settings, [{"params": weights, "weight_decay": own}, {"params": others, "weight_decay": 0}])
    moving = scheduler(made, schedule, learning_rate)
    rates, after = [], [[] for _ in parameters]
    for step in range(STEPS):
        rate = made.param_groups[0]["lr"]
        rates.append(rate)
        with torch.no_grad():
            for p, gradients, (what, _) in zip(parameters, GRADIENTS, KINDS):
                p.grad = gradients[step].clone()
                if what == "weights" and not penalizes:
                    p.grad += l2 * p
                if what == "weights" and not decays:
                    p *= 1 - rate * weight_decay
        made.step()
        moving.step()
        for p, numbers in zip(parameters, after):
            numbers.append(p.detach().flatten().tolist())
    return {"name": name, "training": settings, "rates": rates, "after": after}


def schedule(kind, warm_up, steps, factor):
    return {"kind": kind, "warmUp": warm_up, "steps": steps, "factor": factor}


RATES = {"sgd": 0.1, "momentum": 0.05, "nesterov": 0.05, "rmsprop": 0.01, "adam": 0.02, "adamw": 0.02}
cases = []
for kind, rate in RATES.items():
    cases.append(case(kind, kind, rate))
    cases.append(case(kind + " with L2", kind, rate, l2=0.3))
    if kind != "adam":
        cases.append(case(kind + " with weight decay", kind, rate, weight_decay=0.4))
        cases.append(case(kind + " with L2 and weight decay", kind, rate, l2=0.2, weight_decay=0.5))
    cases.append(case(
        kind + " with L2, warm-up and steps", kind, rate, l2=0.1, schedule=schedule("step", 3, 4, 0.5)))
    cases.append(case(
        kind + " with a cosine" + ("" if kind == "adam" else " and weight decay"), kind, rate,
        weight_decay=0 if kind == "adam" else 0.3, schedule=schedule("cosine", 0, 11, 0.1)))
cases.append(case("another momentum", "momentum", 0.1, momentum=0.5))
cases.append(case("another Nesterov momentum", "nesterov", 0.1, l2=0.1, momentum=0.99))
cases.append(case("warm-up alone", "sgd", 0.2, schedule=schedule("constant", 7, 1, 1.0)))
cases.append(case("steps of one step", "sgd", 0.2, schedule=schedule("step", 0, 1, 0.9)))
cases.append(case("warm-up and a cosine down to nothing", "adamw", 0.03, weight_decay=0.2, schedule=schedule("cosine", 5, 6, 0.0)))

whole = {
    "kind": "optimizers",
    "generator": "optimizers.py",
    "torch": torch.__version__,
    "parameters": [
        {"kind": what, "start": start.tolist(), "gradients": [g.flatten().tolist() for g in gradients]}
        for (what, _), start, gradients in zip(KINDS, START, GRADIENTS)
    ],
    "cases": cases,
}
with open("optimizers.json", "w") as out:
    json.dump(whole, out)
    out.write("\n")
