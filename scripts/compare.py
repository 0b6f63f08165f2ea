#!/usr/bin/env python3
"""The tables of docs/performance-kernels.md, measured on this machine, in Markdown on standard output.

    mvn -q -B package -DskipTests
    scripts/compare.py                                        # ours, PyTorch and EJML's multiplication, in turns
    scripts/compare.py --environments --jdk HOME_17 HOME_25   # kernels and hashes for each JDK, vector width and module

The first measures each net in rounds: ours, PyTorch in float64 and float32 with 1 and 2 threads, ours with EJML's multiplication, each
in a process of its own, one after the other, so that a machine that gets slower does so for all. Of the numbers of threads the better
one counts, and of the ways to write a step in PyTorch the fastest; float64 is also measured in the way that most people write it. Where the environment tells OpenBLAS which processor to expect (OPENBLAS_CORETYPE and the like), PyTorch is measured with
that and without. A ratio is that of one round; the median of the rounds stands in the table. It fails if PyTorch's loss in float64 is
not ours to 1e-6. The second fails if the weights after 500 steps are not the same everywhere.

JAVA_HOME chooses the Java, --jvm-flags=-XX:UseAVX=2 its vector width, --python the Python that has PyTorch.
"""
import argparse
import itertools
import os
import pathlib
import platform
import shlex
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
CLASS_PATH = ROOT / "target" / "shiftscope" / "lib" / "*"
OPTIONS = ROOT / "target" / "shiftscope" / "bin" / "java.options"
PYTORCH = ROOT / "scripts" / "pytorch_step.py"
NETS = {
    "784-100-100-100-10": ["--net", "784-100-100-100-10", "--batch", "60", "--activation", "sigmoid"],
    "784-256-256-256-256-256-10": ["--net", "784-256-256-256-256-256-10", "--batch", "128", "--activation", "relu"],
    "2-10-10-10-1": ["--net", "2-10-10-10-1", "--batch", "32", "--activation", "tanh"],
}
THREADS = (1, 2)
# What is measured of PyTorch: a type, and how steps are written; None is the fastest way.
USUAL = "modules, torch.optim.SGD"
SERIES = (("float64", None), ("float64", USUAL), ("float32", None))
LOSS_TOLERANCE = 1e-6
AVX = (2, 3)


def say(text):
    print(text, file=sys.stderr, flush=True)


def answers(command, environment=None):
    """What a command prints: lines of key=value, as dictionaries."""
    say("$ " + shlex.join(command))
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    if done.returncode != 0:
        sys.exit(f"{shlex.join(command)} ended with {done.returncode}:\n{done.stderr}")
    lines = [dict(pair.split("=", 1) for pair in shlex.split(line)) for line in done.stdout.splitlines()]
    for line in lines:
        say(f"  {line['steps_per_s']} steps/s")
    return lines


def java(home, flags, module=True):
    """The packaged program without its start script, which always names the module and what else it asks of Java."""
    program = str(pathlib.Path(home) / "bin" / "java") if home else "java"
    return [program, *flags, *([f"@{OPTIONS}"] if module else []), "-cp", str(CLASS_PATH), "shiftscope.Main"]


def bench(home, flags, net, *more, module=True):
    return answers([*java(home, flags, module), "bench", *NETS[net], *more])[0]


def key(answer, prefix):
    return next(value for name, value in answer.items() if name.startswith(prefix))


def number(answer):
    return float(answer["steps_per_s"])


class PyTorch:
    """PyTorch from one start file, in one environment, which has a name if there are several."""

    def __init__(self, python, start, name, environment):
        self.python, self.start, self.name, self.environment = python, start, name, environment
        self.steps = {}

    def measure(self, seconds):
        """One answer for each of the series and number of threads. The first call finds out how steps are written fastest, the others use it."""
        found = {}
        for series, threads in itertools.product(SERIES, THREADS):
            dtype, step = series
            command = [self.python, str(PYTORCH), self.start, "--dtype", dtype, "--threads", str(threads), "--seconds", str(seconds)]
            step = step or self.steps.get((series, threads))
            if step:
                command += ["--step", step]
            found[series, threads] = answers(command, self.environment)[0]
            self.steps[series, threads] = found[series, threads]["step"]
        return found


def environments():
    """The environment as it is, and if it tells OpenBLAS which processor to expect, also one in which that finds out by itself."""
    told = {name: value for name, value in os.environ.items() if name.startswith("OPENBLAS_")}
    yield " ".join(f"{name}={value}" for name, value in told.items()), dict(os.environ)
    if told:
        yield "OPENBLAS_* unset", {name: value for name, value in os.environ.items() if name not in told}


def compare(options):
    rows = []
    for net in options.nets:
        with tempfile.TemporaryDirectory() as folder:
            start = str(pathlib.Path(folder) / "start.bin")
            home, flags = os.environ.get("JAVA_HOME"), options.jvm_flags
            bench(home, flags, net, "--steps", "1", "--write", start)
            others = [PyTorch(options.python, start, name, environment) for name, environment in environments()]
            ours, ejml, torch = [], [], []
            for number_of_round in range(options.rounds):
                say(f"{net}, round {number_of_round + 1} of {options.rounds}")
                seconds = ["--seconds", str(options.seconds)]
                ours.append(bench(home, flags, net, *seconds))
                torch.append([other.measure(options.seconds) for other in others])
                ejml.append(bench(home, flags, net, *seconds, "--kernel", "ejml"))
        rows += table(net, ours, {other.name: [one[i] for one in torch] for i, other in enumerate(others)}, ejml)
    heading(["net", "engine", "steps/s (median)", "ours is faster by", "notes"])
    for row in rows:
        print("| " + " | ".join(row) + " |")
    if options.scaling:
        scaling(options)


def table(net, ours, torch, ejml):
    yield row(net, f"ours, float64, one thread, kernel {ours[0]['kernel']}, {ours[0]['lanes']} lanes", ours, ours,
              f"{100 * statistics.median(float(one['share_of_peak']) for one in ours):.0f} % of the peak of"
              f" {max(float(one['peak_gflop_per_s']) for one in ours):.1f} GFLOP/s; hash after 500 steps {key(ours[0], 'hash_after_')}")
    for series, (environment, rounds) in itertools.product(SERIES, torch.items()):
        dtype, step = series
        measured = [[found[series, threads] for found in rounds] for threads in THREADS]
        best = max(measured, key=lambda one: statistics.median(map(number, one)))
        apart = relative(float(key(best[0], "loss_after_")), float(key(ours[0], "loss_after_")))
        if dtype == "float64" and apart > LOSS_TOLERANCE:
            sys.exit(f"{net}: the losses are {apart:.1e} apart; they should be the same to {LOSS_TOLERANCE:.0e}.")
        yield row(net, f"PyTorch {best[0]['torch']}, {dtype}{', as usually written' if step else ''}, {best[0]['threads']} of"
                  f" {'/'.join(map(str, THREADS))} threads", best, ours,
                  "; ".join(filter(None, [environment, best[0]["step"], f"loss {apart:.0e} from ours"])))
    yield row(net, "ours with EJML's multiplication, float64, one thread", ejml, ours,
              f"loss {relative(float(key(ejml[0], 'loss_after_')), float(key(ours[0], 'loss_after_'))):.0e} from ours")


def row(net, engine, measured, ours, notes):
    ratio = statistics.median(number(own) / number(other) for own, other in zip(ours, measured))
    return net, engine, f"{statistics.median(map(number, measured)):,.0f}", "" if measured is ours else f"{ratio:.2f} ×", notes


def relative(one, other):
    return abs(one - other) / abs(other)


def scaling(options):
    print()
    heading(["net", "twins on one thread each, steps/s of both together", "faster than one after the other by", "two threads of multiplications in registers, than one"])
    for net in options.nets:
        found = [
            bench(os.environ.get("JAVA_HOME"), options.jvm_flags, net, "--threads", "2", "--scaling", "--seconds", str(options.seconds))
            for _ in range(options.rounds)
        ]
        if found[0]["threads"] == "1":
            print(f"| {net} | a second thread is not used: the steps are too small | | |")
            continue
        ratio, machine = (statistics.median(float(one[key]) for one in found) for key in ("twins_scaling", "machine_scaling"))
        print(f"| {net} | {statistics.median(map(number, found)):,.0f} | {ratio:.2f} × | {machine:.2f} × |")


def across(options):
    hashes = {net: set() for net in options.nets}
    heading(["net", "JDK", "-XX:UseAVX", "module jdk.incubator.vector", "kernel chosen", "lanes", "plain, steps/s", "chosen, steps/s",
             "chosen is faster by", "hash after 500 steps"])
    homes = options.jdk or [os.environ.get("JAVA_HOME")]
    for net, home, avx, module in itertools.product(options.nets, homes, AVX, (True, False)):
        flags = [*options.jvm_flags, f"-XX:UseAVX={avx}"]
        plain, chosen = [], []
        for _ in range(options.rounds):
            seconds = ["--seconds", str(options.seconds)]
            plain.append(bench(home, flags, net, *seconds, "--kernel", "plain", module=module))
            chosen.append(bench(home, flags, net, *seconds, module=module))
        hashes[net] |= {key(one, "hash_after_") for one in plain + chosen}
        ratio = statistics.median(number(own) / number(other) for own, other in zip(chosen, plain))
        print(f"| {net} | {version(home)} | {avx} | {'there' if module else 'absent'} | {chosen[0]['kernel']} | {chosen[0]['lanes']} |"
              f" {statistics.median(map(number, plain)):,.0f} | {statistics.median(map(number, chosen)):,.0f} | {ratio:.2f} × |"
              f" {key(chosen[0], 'hash_after_')} |", flush=True)
    for net, found in hashes.items():
        if len(found) > 1:
            sys.exit(f"{net}: the weights differ, {', '.join(sorted(found))}")
    print("\nThe hashes of each net are the same in all.")


def version(home):
    program = str(pathlib.Path(home) / "bin" / "java") if home else "java"
    said = subprocess.run([program, "-version"], stderr=subprocess.PIPE, text=True).stderr
    return said.split('"')[1]


def heading(columns):
    print("| " + " | ".join(columns) + " |")
    print("|" + " --- |" * len(columns))


def processor():
    try:
        with open("/proc/cpuinfo") as file:
            return next(line.split(":", 1)[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.machine()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--environments", action="store_true", help="the second table instead of the first")
    parser.add_argument("--jdk", nargs="+", metavar="HOME", help="the JDKs of the second table (JAVA_HOME)")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=5.0, help="for each measurement, after its warm-up (5)")
    parser.add_argument("--nets", nargs="+", choices=NETS, default=None, help="the first table: all; the second: the first net")
    parser.add_argument("--jvm-flags", type=shlex.split, default=[], metavar="FLAGS", help="for Java, as in --jvm-flags=-XX:UseAVX=2")
    parser.add_argument("--python", default="/usr/bin/python3", help="one that has PyTorch (/usr/bin/python3)")
    parser.add_argument("--no-scaling", dest="scaling", action="store_false", help="without the twins on two threads")
    options = parser.parse_args()
    if not CLASS_PATH.parent.is_dir():
        sys.exit(f"{CLASS_PATH.parent} is not there; build it with: mvn -q -B package -DskipTests")
    options.nets = options.nets or list(NETS)[:1 if options.environments else None]
    java_here = os.environ.get("JAVA_HOME")
    print(f"{processor()}, {os.cpu_count()} processors"
          + ("" if options.environments else f"; Java {version(java_here)} {shlex.join(options.jvm_flags)}".rstrip())
          + f"; median of {options.rounds} rounds of {options.seconds:g} s.")
    print(f"`scripts/{shlex.join([pathlib.Path(sys.argv[0]).name, *sys.argv[1:]])}`\n", flush=True)
    across(options) if options.environments else compare(options)


if __name__ == "__main__":
    main()
