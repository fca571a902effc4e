"""A study in whose second iteration people are to meet a trained mechanism."""

from pathlib import Path

from step_results import MODELLED, better, store_turn, trained_mechanism
from studies import playable_study

from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.foreseen import ConditionProspect, ForeseeResult, Spread
from hcmd_lab.jobs.requests import ForeseeJob
from hcmd_lab.storage.store import Store
from hcmd_lab.study import foreseeing
from hcmd_lab.study.study import Study


def modelled_study(
    folder: Path, *, foreseen: ForeseeResult | None, participants: str = "people"
) -> Path:
    """A study with a MODEL and a trained mechanism, of which something may be foreseen."""
    path = playable_study(folder, 4, participants)
    with Store.open(path) as store:
        store_turn(store, better(MODELLED, 0.6))
        if foreseen is not None:
            job = ForeseeJob(
                seed=1, mechanism=foreseen.mechanism, baseline="b", participants="m",
                game=PAPER_GAME,
            )  # fmt: skip
            foreseeing.keep(Study(store), (job, folder / "jobs" / "none"), foreseen)
    return path


def prospect(lost: float) -> ForeseeResult:
    """What is expected under the trained mechanism."""
    everywhere = ConditionProspect(
        tail_endowment=2, head_gives=0.4, tail_gives=0.6, head_gain=-0.5, tail_gain=1.25,
        somebody_lost=lost, heads_among_least=0.9, known=0.9, gives_known=0.5, gives_beyond=0.25,
    )  # fmt: skip
    return ForeseeResult(
        mechanism=trained_mechanism().sha256, baseline="b", participants="m", models=2, groups=100,
        conditions=(everywhere,), somebody_lost=Spread(mean=lost, lowest=lost, highest=lost),
        baseline_lost=Spread(mean=0.4, lowest=0.4, highest=0.4),
        vote_share=Spread(mean=0.53, lowest=0.52, highest=0.54),
    )  # fmt: skip
