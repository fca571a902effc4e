"""Time of MODEL on as much data as the paper had, with its whole cross-validation.

    python -m benchmarks.model [--json] [--groups 414] [--threads 0]

414 groups of simulated people with three stages each are the paper's 1,242 games. The settings are
those of the `paper` preset.
"""

import argparse
import json
import tempfile
import time
from pathlib import Path

import msgspec

from hcmd_lab.jobs import ModelResult
from hcmd_lab.storage.store import Store
from hcmd_lab.study.settings import StudySettings, make_settings
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--groups", type=int, default=414, help="groups to fit to")
    parser.add_argument("--threads", type=int, default=0, help="CPU threads; 0 for the default")
    arguments = parser.parse_args()
    changes: dict[str, object] = {
        "participants": "simulated", "groups": [arguments.groups], "updates": [2000],
        "min_iterations": 1, "threads": arguments.threads, "device": "cpu",
    }  # fmt: skip
    settings = make_settings("paper", changes)
    with tempfile.TemporaryDirectory(prefix="hcmd-model-") as folder:
        found = {"groups": arguments.groups, **_measure(Path(folder) / "study", settings)}
    if arguments.json:
        print(json.dumps(found))
        return
    print(
        f"{found['seconds']} s for {found['decisions']} decisions of {found['groups']} groups: "
        f"size {found['size']}, {found['epochs']} epochs, held-out cross-entropy "
        f"{found['held_out']}"
    )


def _measure(folder: Path, settings: StudySettings) -> dict[str, object]:
    with Store.create(folder, {"settings": msgspec.to_builtins(settings)}) as store:
        study = Study(store)
        list(study.perform(Step.INITIALISE))
        play_simulated(study, "acquire", settings.groups[0])
        began_s = time.perf_counter()
        *_, result = study.perform(Step.MODEL)
        elapsed_s = time.perf_counter() - began_s
        assert isinstance(result, ModelResult)
    return {
        "seconds": round(elapsed_s, 1),
        "decisions": result.decisions,
        "votes": result.votes,
        "size": f"{result.linear_size}/{result.lstm_size}",
        "epochs": result.epochs,
        "held_out": round(result.contribution.held_out, 4),
        "references": {name: round(v, 4) for name, v in result.contribution.references.items()},
    }


if __name__ == "__main__":
    main()
