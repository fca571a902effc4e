"""How well votes are predicted, and what a mechanism is worth that was trained on the prediction.

    python -m benchmarks.votes STUDY [--json]

STUDY is a study of simulated participants (`hcmd-lab simulate --study STUDY`). For the data of each
of its iterations the vote model is fitted three ways: as the paper names its inputs with a plain
penalty, the same with rounds that count alike unless the votes say otherwise, and with the
logarithm of the own reward besides. Reported are the held-out cross-entropy per vote in nats and
the true share of votes, among very many simulated people, of a policy trained to its end under the
study's own contribution model and these votes.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean

from benchmarks.true_votes import true_share  # isort: skip

import msgspec
import torch

from hcmd_lab.computer import usable_cores
from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import LIBERAL_EGALITARIAN
from hcmd_lab.game.played import PlayedGroup
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.requests import Inputs
from hcmd_lab.learning import vote_arrays
from hcmd_lab.learning.cross_validation import random_splits
from hcmd_lab.learning.freezing import freeze_network
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.participants import ParticipantModels
from hcmd_lab.learning.policy import PolicyArchitecture, PolicyNetwork
from hcmd_lab.learning.self_play import SelfPlay
from hcmd_lab.learning.vote_fit import LEVEL, PLAIN, fit_votes, held_out_votes
from hcmd_lab.storage.store import Store
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study

PENALTIES = (0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 100.0)
SPLITS = 20
UPDATES = 700
LEARNING_RATE = 3e-3

WAYS: dict[str, tuple[Inputs, float]] = {
    "paper": (Inputs.PAPER, PLAIN),
    "rounds alike": (Inputs.PAPER, LEVEL),
    "own reward": (Inputs.FULL, LEVEL),
}


def compare(folder: Path) -> list[dict[str, object]]:
    """All ways for all iterations of a study."""
    baseline = freeze(LIBERAL_EGALITARIAN, PAPER_GAME)
    rows: list[dict[str, object]] = []
    with Store.open(folder) as store:
        study = Study(store)
        acquired = study.played(("acquire",))
        for run in store.learned.runs(Step.MODEL):
            assert isinstance(run.result, ModelResult)
            fitted = ParticipantSet.load(store.folder.checkpoints, run.result.checkpoint)[0]
            groups = [group for group in acquired if group.iteration <= run.iteration]
            for way, (inputs, level) in WAYS.items():
                l2, held_out, weights = fit(groups, inputs, level)
                policy = train(with_votes(fitted, inputs, weights))
                table = freeze_network(policy, PAPER_GAME, way)
                rows.append(
                    {
                        "iteration": run.iteration,
                        "groups": len(groups),
                        "way": way,
                        "l2": l2,
                        "held_out": held_out,
                        "true_share": true_share(table, baseline).share,
                    }
                )
    return rows


def fit(
    groups: Sequence[PlayedGroup], inputs: Inputs, level: float
) -> tuple[float, float, torch.Tensor]:
    """The penalty that cross-validation prefers, its cross-entropy, and the weights of all."""
    votes = vote_arrays.votes_to_fit(groups, PAPER_GAME, inputs)
    splits = random_splits(1, "votes", votes.groups, SPLITS)
    held_out = {l2: fmean(held_out_votes(votes, splits, l2, level)) for l2 in PENALTIES}
    l2 = min(held_out, key=held_out.__getitem__)
    return l2, held_out[l2], fit_votes(votes, l2, level)


def with_votes(
    fitted: ParticipantModels, inputs: Inputs, weights: torch.Tensor
) -> ParticipantModels:
    """The same people with other votes."""
    made = ParticipantModels(msgspec.structs.replace(fitted.architecture, vote_inputs=inputs))
    made.contribution.load_state_dict(fitted.contribution.state_dict())
    made.vote.set_weights(weights)
    return made


def train(people: ParticipantModels) -> PolicyNetwork:
    """A policy trained until nothing more is won from these people."""
    dice = torch.Generator().manual_seed(0)
    policy = PolicyNetwork(PolicyArchitecture())
    policy.reset_parameters(dice)
    play = SelfPlay(
        policy, ParticipantSet.of(people), PAPER_GAME, 200, LEARNING_RATE, dice,
        threads=usable_cores(),
    )  # fmt: skip
    for _ in range(UPDATES):
        play.update()
    return policy


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("study", type=Path)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    torch.set_num_threads(1)  # the compiled loops have the threads
    rows = compare(given.study)
    print(json.dumps(rows, indent=2 if given.json else None))


if __name__ == "__main__":
    main()
