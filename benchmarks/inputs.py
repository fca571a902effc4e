"""What the contribution model has to see, and what a mechanism is worth that was trained on it.

    python -m benchmarks.inputs STUDY [--json]

STUDY is a study of simulated participants (`hcmd-lab simulate --study STUDY`). To all its groups
the contribution model is fitted with some of its inputs blotted out. Reported are the held-out
cross-entropy per decision in nats, at the best epoch and averaged over splits by group, and the
true share of votes against liberal egalitarian, among very many simulated people, of a policy
trained to its end under this contribution model and the study's own votes.
"""

import argparse
import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path

from benchmarks.true_votes import true_share  # isort: skip

import torch
from torch import Tensor

from benchmarks.votes import fit, train
from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import LIBERAL_EGALITARIAN
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.requests import Inputs
from hcmd_lab.learning import arrays
from hcmd_lab.learning.contribution_fit import ContributionFit
from hcmd_lab.learning.cross_validation import random_splits
from hcmd_lab.learning.freezing import freeze_network
from hcmd_lab.learning.lanes import Lanes
from hcmd_lab.learning.participants import ParticipantArchitecture, ParticipantModels
from hcmd_lab.learning.seeds import generator
from hcmd_lab.learning.sequences import Sequences
from hcmd_lab.learning.vote_fit import LEVEL
from hcmd_lab.storage.store import Store
from hcmd_lab.study.study import Study

ARCHITECTURE = ParticipantArchitecture(linear_size=32, lstm_size=8, vote_inputs=Inputs.FULL)
EPOCHS = 150
SPLITS = 3

WAYS = {"paper": 3, "and payout, others' fraction": 5, "and others' coins": 6}
"""How many of the columns of `contribution_inputs` are seen."""


def compare(groups: Sequence[PlayedGroup]) -> list[dict[str, object]]:
    """All ways for the groups of a study."""
    baseline = freeze(LIBERAL_EGALITARIAN, PAPER_GAME)
    data = arrays.contributions(groups, PAPER_GAME)
    everything = Sequences.of(data, Inputs.FULL, torch.device("cpu"))
    splits = random_splits(1, "contributions", data.groups, SPLITS)
    _, _, votes = fit(groups, Inputs.FULL, LEVEL)
    rows: list[dict[str, object]] = []
    for way, columns in WAYS.items():
        features = everything.features.clone()
        features[..., columns:] = 0
        seen = dataclasses.replace(everything, features=features)
        lanes = Lanes(seen, PAPER_GAME.max_endowment + 1)
        curves = [
            _held_out(lanes, training, left_out, number)
            for number, (training, left_out) in enumerate(splits)
        ]
        curve = torch.tensor(curves).mean(0)
        epochs = int(curve.argmin()) + 1
        policy = train(_people(lanes, data.groups, columns, epochs, votes))
        share = true_share(freeze_network(policy, PAPER_GAME, way), baseline)
        rows.append(
            {
                "inputs": way,
                "groups": data.groups,
                "epochs": epochs,
                "held_out": float(curve.min()),
                "true_share": share.share,
                "error": share.error,
            }
        )
    return rows


def _held_out(data: Lanes, training: Tensor, left_out: Tensor, number: int) -> list[float]:
    fitted = ContributionFit(ARCHITECTURE, data, training, generator(1, f"split {number}"))
    curve = []
    for _ in range(EPOCHS):
        fitted.epoch()
        curve.append(fitted.held_out(left_out))
    return curve


def _people(
    data: Lanes, groups: int, columns: int, epochs: int, votes: Tensor
) -> ParticipantModels:
    """Fitted to all groups; what they have not seen they do not look at in self-play either."""
    everyone = torch.arange(groups)
    fitted = ContributionFit(ARCHITECTURE, data, everyone, generator(1, "all groups"))
    for _ in range(epochs):
        fitted.epoch()
    people = ParticipantModels(ARCHITECTURE)
    people.contribution.load_state_dict(fitted.model.state_dict())
    with torch.no_grad():
        people.contribution.encoder.weight[:, columns:] = 0
    people.vote.set_weights(votes)
    return people


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("study", type=Path)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    torch.set_num_threads(1)  # the compiled loops have the threads
    with Store.open(given.study) as store:
        groups = Study(store).played(("acquire",))
    print(json.dumps(compare(groups), indent=2 if given.json else None))


if __name__ == "__main__":
    main()
