"""Participant models of the paper's size, fitted to simulated people as a study does it."""

from pathlib import Path

from hcmd_lab.learning.participant_set import ParticipantSet  # isort: skip
from hcmd_lab.learning.participants import ParticipantModels  # isort: skip  # before torch

import msgspec

from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.storage.store import Store
from hcmd_lab.study.presets import make_settings
from hcmd_lab.study.simulated import play_simulated
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study


def fitted_people(folder: Path, groups: int = 100) -> ParticipantModels:
    """Play so many groups in a new study in `folder`, fit to them, return the models, frozen."""
    changes: dict[str, object] = {
        "participants": "simulated", "groups": [groups, groups], "evaluation_groups": 4,
        "linear_sizes": [32], "lstm_sizes": [8], "max_epochs": 60, "splits": 1,
        "vote_penalties": [0.1], "members": 1,
    }  # fmt: skip
    settings = make_settings("quick", changes)
    with Store.create(folder / "study", {"settings": msgspec.to_builtins(settings)}) as store:
        study = Study(store)
        list(study.perform(Step.INITIALISE))
        play_simulated(study, "acquire", groups)
        *_, result = study.perform(Step.MODEL)
        assert isinstance(result, ModelResult)
        (models,) = ParticipantSet.load(store.folder.checkpoints, result.checkpoint)
        return models.requires_grad_(False)
