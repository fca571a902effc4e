"""Time of MODEL on as much data as the paper had, with its whole cross-validation.

    python -m benchmarks.model [--json] [--groups 414] [--threads 2] [--members 8] [--compared 3]

414 groups of simulated people with three stages each are the paper's 1,242 games. The settings are
those of the `paper` preset. Besides the time on the clock the time of the processor is told, which
other programs on the computer change little. Then both sizes are trained for a few epochs of one
split by the compiled loops and by torch (`torch_fit`): their times, and that they agree.
"""

import argparse
import json
import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.torch_fit import TorchFit
from hcmd_lab.learning.contribution_fit import ContributionFit

# isort: split
import msgspec
import torch

from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.progress import JobPhase, Progress
from hcmd_lab.jobs.requests import ModelJob
from hcmd_lab.learning import arrays, warm_up
from hcmd_lab.learning.cross_validation import random_splits
from hcmd_lab.learning.fit import model
from hcmd_lab.learning.lanes import Lanes
from hcmd_lab.learning.participants import ParticipantArchitecture
from hcmd_lab.learning.sequences import Sequences
from hcmd_lab.storage.store import Store
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from hcmd_lab.study.steps import prepare
from hcmd_lab.study.study import Study


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--groups", type=int, default=414, help="groups to fit to")
    parser.add_argument("--threads", type=int, default=0, help="CPU threads; 0 for the default")
    parser.add_argument("--members", type=int, default=8, help="fits in the set")
    parser.add_argument("--compared", type=int, default=3, help="epochs by torch too, or 0")
    arguments = parser.parse_args()
    changes: dict[str, object] = {
        "participants": "simulated", "groups": [arguments.groups], "updates": [2000],
        "min_iterations": 1, "threads": arguments.threads, "members": arguments.members,
        "device": "cpu",
    }  # fmt: skip
    settings = make_settings("paper", changes)
    warm_up.load()
    with tempfile.TemporaryDirectory(prefix="hcmd-model-") as folder:
        found = {
            "groups": arguments.groups,
            "members": arguments.members,
            "load": round(os.getloadavg()[0], 1),
        }
        groups, measured = _measure(Path(folder) / "study", settings)
    found |= measured
    if arguments.compared > 0:
        sizes = [_compare(groups, size, arguments.compared) for size in settings.sizes]
        found["against_torch"] = sizes
    if arguments.json:
        print(json.dumps(found))
        return
    for name, value in found.items():
        print(f"{name}: {value}")


def _measure(
    folder: Path, settings: StudySettings
) -> tuple[tuple[PlayedGroup, ...], dict[str, object]]:
    """The groups that were played, and what MODEL took and found."""
    seconds: dict[str, float] = {}
    processor: dict[str, float] = {}
    with Store.create(folder, {"settings": msgspec.to_builtins(settings)}) as store:
        study = Study(store)
        list(study.perform(Step.INITIALISE))
        play_simulated(study, "acquire", settings.groups[0])
        prepared = prepare(study, Step.MODEL)
        assert isinstance(prepared.job, ModelJob)
        began_s, began_processor_s = time.perf_counter(), time.process_time()
        result: object = None
        phase = JobPhase.CROSS_VALIDATION
        # In this process, whose time on the processor is known.
        for result in model(prepared.job, prepared.folder, Path(folder), lambda: False):
            now_s, now_processor_s = time.perf_counter(), time.process_time()
            seconds[phase] = seconds.get(phase, 0) + now_s - began_s
            processor[phase] = processor.get(phase, 0) + now_processor_s - began_processor_s
            began_s, began_processor_s = now_s, now_processor_s
            phase = result.phase if isinstance(result, Progress) else phase
        assert isinstance(result, ModelResult)
        groups = tuple(study.played(("acquire",)))
    return groups, {
        "seconds": round(sum(seconds.values()), 1),
        "processor_seconds": round(sum(processor.values()), 1),
        "seconds_by_phase": {name: round(value, 1) for name, value in seconds.items()},
        "processor_seconds_by_phase": {name: round(value, 1) for name, value in processor.items()},
        "decisions": result.decisions,
        "votes": result.votes,
        "size": f"{result.linear_size}/{result.lstm_size}",
        "epochs": result.epochs,
        "held_out": round(result.contribution.held_out, 4),
        "references": {name: round(v, 4) for name, v in result.contribution.references.items()},
    }


def _compare(
    groups: Sequence[PlayedGroup], size: tuple[int, int], epochs: int
) -> dict[str, object]:
    """The same epochs of one split by the compiled loops and by torch, one thread each."""
    torch.set_num_threads(1)
    data = arrays.contributions(groups, PAPER_GAME)
    architecture = ParticipantArchitecture(*size, one_hot=True)
    sequences = Sequences.of(data, architecture.inputs, torch.device("cpu"))
    lanes = Lanes(sequences, PAPER_GAME.max_endowment + 1)
    ((training, left_out),) = random_splits(1, "contributions", data.groups, 1)
    found: dict[str, float] = {}
    for name, kind in (("compiled", ContributionFit), ("torch", TorchFit)):
        fit = kind(architecture, lanes, training, torch.Generator().manual_seed(1))
        began_s = time.process_time()
        for _ in range(epochs):
            fit.epoch()
            held_out = fit.held_out(left_out)
        found[f"{name}_processor_seconds"] = round(time.process_time() - began_s, 3)
        found[f"{name}_held_out"] = round(held_out, 5)
    ratio = found["torch_processor_seconds"] / found["compiled_processor_seconds"]
    return {"size": f"{size[0]}/{size[1]}", "epochs": epochs, **found, "ratio": round(ratio, 1)}


if __name__ == "__main__":
    main()
