"""`hcmd-lab restore --checkpoints` says what it brought, and what no backup holds."""

import json
from pathlib import Path

from lab_commands import Lab
from studies import playable_study


def checkpoint(study: Path) -> Path:
    (found,) = (study / "checkpoints").glob("*.safetensors")
    return found


def test_it_says_that_nothing_was_to_be_brought_back(lab: Lab, tmp_path: Path) -> None:
    study = playable_study(tmp_path / "study", 4)
    told = "Nothing to bring back: no checkpoint is missing or damaged.\n"
    assert lab("restore", study, "--checkpoints")[:2] == (0, told)


def test_it_ends_with_1_while_a_checkpoint_is_missing_that_no_backup_holds(
    lab: Lab, tmp_path: Path
) -> None:
    study = playable_study(tmp_path / "study", 4)
    lost = checkpoint(study)
    lost.rename(tmp_path / "kept")
    code, out, _ = lab("restore", study, "--checkpoints")
    assert (code, "1 checkpoint is still missing or damaged" in out) == (1, True), out
    told = json.loads(lab("restore", study, "--checkpoints", "--json")[1])
    assert told == {"checkpoints": [], "lacking": [lost.stem]}
    (tmp_path / "kept").rename(lost)
    lab("backup", study)
    lost.write_bytes(b"rotten")
    assert lab("restore", study, "--checkpoints")[:2] == (0, "1 checkpoint was brought back.\n")
