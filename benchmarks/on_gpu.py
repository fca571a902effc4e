"""Training on an NVIDIA GPU: is it right, does it resume exactly, and how fast is it?

    python -m benchmarks.on_gpu [--json] [--updates 2000] [--quick]

At the paper's size (1,000 games, participants 32/8, policy of width 32, 32-bit floats):

gradient_error  the GPU's gradient against torch's on the CPU in 64 bits, for the same draws, as a
                part of its norm; `cpu_gradient_error` is that of the CPU's compiled loops
graphed         whether the update was captured as a CUDA graph
graph_error     the gradient that a replay used against the CPU's compiled loops, for its own draws
graph_is_eager  whether as many updates with and without the graph end in the same bits
resumes         whether a run that was stopped and resumed ends in the same bits as a straight one
ms_*            milliseconds an update: with the graph, without, on one thread of this computer's
                CPU, and with the graph and a set of eight members (`seconds_set`)
seconds_optimize, seconds_model   so many updates; MODEL on 414 groups of simulated people

It ends with code 1 if something is wrong, and with code 2 without an NVIDIA GPU. `--quick` leaves
out MODEL, and makes a tenth of the updates.
"""

import argparse
import copy
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.paper_size import GAME, GAMES_PER_CONDITION, people, policy  # isort: skip

import msgspec
import torch
from torch import Tensor

from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.learning.fused.engine import FusedGradient
from hcmd_lab.learning.gradient import TorchGradient
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.rollout import condition_endowments, draw_uniforms
from hcmd_lab.learning.self_play import SelfPlay
from hcmd_lab.storage.store import Store
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study

RATE = 4e-5
COMPARED = 20
"""Updates of the comparisons."""

TOLERANCE = 1e-4
"""Largest error of a gradient in 32 bits, as a part of its norm."""


def main() -> int:
    """Check, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--updates", type=int, default=2000, help="updates to be timed")
    parser.add_argument("--quick", action="store_true", help="no MODEL, a tenth of the updates")
    arguments = parser.parse_args()
    if not torch.cuda.is_available():
        print("There is no NVIDIA GPU that PyTorch can use here; nothing was run.", file=sys.stderr)
        return 2
    updates = max(1, arguments.updates // 10) if arguments.quick else arguments.updates
    gpu = torch.device("cuda")
    found: dict[str, object] = {"device": torch.cuda.get_device_name(), "torch": torch.__version__}
    checks = gradient_errors(gpu) | replayed_gradient(gpu) | same_bits(gpu)
    found |= checks | timings(gpu, updates)
    if not arguments.quick:
        found |= {"seconds_model": model_seconds("cuda"), "cpu_seconds_model": model_seconds("cpu")}
    is_right = all(
        value <= TOLERANCE if name.endswith("_error") else value for name, value in checks.items()
    )
    found["is_right"] = is_right
    if arguments.json:
        print(json.dumps(found))
    else:
        print("\n".join(f"{name}: {value}" for name, value in found.items()))
    return 0 if is_right else 1


def training(device: torch.device, seed: int = 0, members: int = 1) -> SelfPlay:
    """OPTIMIZE at the paper's size on a device."""
    dice = torch.Generator().manual_seed(seed)
    models = some_people(members).to(device)
    return SelfPlay(policy().to(device), models, GAME, GAMES_PER_CONDITION, RATE, dice)


def some_people(members: int = 1) -> ParticipantSet:
    """A set of so many members."""
    return ParticipantSet.of(*(people() for _ in range(members)))


def without_graph(device: torch.device) -> SelfPlay:
    """The same, whose updates are launched kernel by kernel."""
    made = training(device)
    made._make_update = made._ascent.run
    return made


def gradient_errors(gpu: torch.device) -> dict[str, float]:
    """Errors of the gradients in 32 bits for the same draws, as parts of the norm."""
    endowment = condition_endowments(GAME, GAMES_PER_CONDITION, policy().readout.weight)
    uniforms = draw_uniforms(GAME.rounds, endowment, torch.Generator().manual_seed(2))
    size = GAME, GAMES_PER_CONDITION
    exact = TorchGradient(policy().double(), some_people().double(), *size)(uniforms.double())
    on_gpu = TorchGradient(policy().to(gpu), some_people().to(gpu), *size)(uniforms.to(gpu))
    on_cpu = FusedGradient(policy(), some_people(), *size, threads=1)(uniforms)
    return {
        "gradient_error": _error(_flat(on_gpu), _flat(exact)),
        "cpu_gradient_error": _error(_flat(on_cpu), _flat(exact)),
    }


def replayed_gradient(gpu: torch.device) -> dict[str, float]:
    """Whether there is a graph, and the gradient of a replay against the CPU's for its draws."""
    play = training(gpu)
    play.update()  # captures, and replays once
    before = copy.deepcopy(play.policy).cpu()
    play.update()
    used = _flat([p.grad for p in play.policy.parameters() if p.grad is not None])
    drawn = play._ascent._uniforms.cpu()
    there = FusedGradient(before, some_people(), GAME, GAMES_PER_CONDITION, threads=1)(drawn)
    return {
        "graphed": play._make_update != play._ascent.run,
        "graph_error": _error(used, _flat(there).double()),
    }


def same_bits(gpu: torch.device) -> dict[str, bool]:
    """Whether graph and kernels, and a straight and a resumed run, end in the same bits."""
    straight, eager, first = training(gpu), without_graph(gpu), training(gpu)
    for _ in range(COMPARED):
        straight.update()
        eager.update()
    for _ in range(COMPARED // 2):
        first.update()
    saved = {name: value.detach().cpu().clone() for name, value in first.tensors().items()}
    second = training(gpu, seed=1)
    second.restore(saved)
    for _ in range(COMPARED - COMPARED // 2):
        second.update()
    return {
        "graph_is_eager": _equal(straight.tensors(), eager.tensors()),
        "resumes": _equal(straight.tensors(), second.tensors()),
    }


def timings(gpu: torch.device, updates: int) -> dict[str, float]:
    """Seconds of so many updates, and milliseconds an update of each way."""
    play = training(gpu)
    began_s = time.perf_counter()
    play.update()
    torch.cuda.synchronize()
    captured_s = time.perf_counter() - began_s
    with_graph = _seconds(play.update, updates)
    few = max(1, updates // 20)
    eager = _seconds(without_graph(gpu).update, few)
    cpu = _seconds(training(torch.device("cpu")).update, few)
    of_eight = _seconds(training(gpu, members=8).update, updates)
    return {
        "updates": updates,
        "seconds_optimize": round(with_graph, 2),
        "seconds_set": round(of_eight, 2),
        "seconds_capture": round(captured_s, 2),
        "ms_graph": round(1000 * with_graph / updates, 3),
        "ms_eager": round(1000 * eager / few, 3),
        "ms_cpu_one_thread": round(1000 * cpu / few, 3),
    }


def model_seconds(device: str) -> float:
    """Seconds of MODEL on 414 groups with the settings of the `paper` preset."""
    changes: dict[str, object] = {
        "participants": "simulated", "groups": [414], "updates": [2000], "min_iterations": 1,
        "device": device,
    }  # fmt: skip
    facts = {"settings": msgspec.to_builtins(make_settings("paper", changes))}
    with (
        tempfile.TemporaryDirectory(prefix="hcmd-gpu-") as folder,
        Store.create(Path(folder) / "study", facts) as store,
    ):
        study = Study(store)
        list(study.perform(Step.INITIALISE))
        play_simulated(study, "acquire", 414)
        began_s = time.perf_counter()
        *_, result = study.perform(Step.MODEL)
        assert isinstance(result, ModelResult)
        return round(time.perf_counter() - began_s, 1)


def _seconds(update: Callable[[], None], times: int) -> float:
    update()
    torch.cuda.synchronize()
    began_s = time.perf_counter()
    for _ in range(times):
        update()
    torch.cuda.synchronize()
    return time.perf_counter() - began_s


def _flat(parts: list[Tensor]) -> Tensor:
    return torch.cat([part.flatten() for part in parts])


def _error(found: Tensor, exact: Tensor) -> float:
    return float(((found.cpu().double() - exact).norm() / exact.norm()).item())


def _equal(one: dict[str, Tensor], other: dict[str, Tensor]) -> bool:
    # The two CPU generators only seed those of the GPU.
    names = one.keys() - {"generator"}
    return names == other.keys() - {"generator"} and all(
        torch.equal(one[name].cpu(), other[name].cpu()) for name in names
    )


if __name__ == "__main__":
    sys.exit(main())
