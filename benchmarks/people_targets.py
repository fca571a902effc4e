"""Published human figures that the simulated people are compared with.

Koster et al. (2022), "Human-centred mechanism design with Democratic AI", Nature Human Behaviour,
doi 10.1038/s41562-022-01383-x; data CC BY 4.0, partly read off figures. The files are described in
`docs/simulated-people.md`; they are not part of this repository.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hcmd_lab.errors import UsageError

Curve = tuple[str, int, str]
"""Mechanism, tail endowment, role (`head` or `tail`)."""

Contest = tuple[str, int]
"""Baseline, tail endowment."""


FACTS = {
    "own_lag": 0.645, "others_lag": 0.25, "person_mean_correlation": 0.45,
    "share_nothing": 0.12, "share_half": 0.15, "share_all": 0.12,
}  # fmt: skip
"""Repeated public goods games without punishment: from Gächter et al. (2017), J. Public Economics
150. The share of half is between their first round, where everyone has the same round number of
coins (.25), and all rounds, where endowments are awkward numbers (.06)."""


@dataclass(frozen=True)
class LearnedShares:
    """The learned mechanism of Koster et al. (HCRM), rebuilt from their Fig. 3a.

    The figure gives the head's share by the head's contribution and the sum of the tails'. How the
    tails divide the rest is not shown; here it is in proportion to their contributions.

    Attributes:
        head_share: Per tail endowment, head contribution and sum of tail contributions.
    """

    head_share: dict[tuple[int, int, int], float]
    name: str = "hcrm"

    def weights(self, endowments: Sequence[int], contributions: Sequence[int]) -> tuple[float, ...]:
        """Shares of the fund per seat."""
        head, *tails = contributions
        share = self.head_share[endowments[-1], head, sum(tails)]
        parts = [t / sum(tails) for t in tails] if any(tails) else [1 / len(tails)] * len(tails)
        return (share, *((1 - share) * part for part in parts))


PayoutCell = tuple[str, int, str, int]
"""Mechanism, tail endowment, role, own contribution in coins."""


@dataclass(frozen=True)
class Targets:
    """What was published.

    Attributes:
        curves: Mean fraction contributed by round, `T` numbers a curve.
        votes_for_learned: Share of votes for HCRM against a baseline.
        learned: HCRM.
        payouts: Mean payout in coins by own contribution; not fitted, so it tests the fit.
    """

    curves: dict[Curve, NDArray[np.float64]]
    votes_for_learned: dict[Contest, float]
    learned: LearnedShares
    payouts: dict[PayoutCell, float]


def read_targets(folder: Path) -> Targets:
    """Read the published figures.

    Raises:
        UsageError: A file is missing, or is not what it should be.
    """
    try:
        return _read(folder)
    except FileNotFoundError as error:
        raise UsageError(
            f"There is no file {error.filename}; name the folder that holds the published figures "
            "of Koster et al. (2022)."
        ) from error
    except (KeyError, ValueError) as error:
        raise UsageError(
            f"The files in {folder} are not the published figures as they were written down "
            f"({error!r}); restore them."
        ) from error


def _read(folder: Path) -> Targets:
    rounds: dict[Curve, dict[int, float]] = {}
    for row in _rows(folder / "exp1_contributions_by_round_digitised.csv"):
        curve = (row["mechanism"], int(row["tail_endowment"]), row["role"])
        rounds.setdefault(curve, {})[int(row["timestep"])] = float(row["mean_rel_contribution"])
    votes = {
        (row["baseline"], int(row["tail_endowment"])): float(row["share"])
        for row in _rows(folder / "exp2_votes_exact.csv")
        if row["baseline"] != "rational"
    }
    share = {
        (
            int(row["tail_endowment"]),
            int(row["head_contribution"]),
            int(row["tail_contribution_sum"]),
        ): float(row["head_share"])
        for row in _rows(folder / "beach_head_share_digitised.csv")
        if row["mechanism"] == "hcrm"
    }
    curves = {curve: np.array([by[t] for t in sorted(by)]) for curve, by in rounds.items()}
    payouts = {
        (
            row["mechanism"].lower(),
            int(row["tail_endowment"]),
            row["role"],
            int(row["contribution"]),
        ): float(row["mean_payout"])
        for row in _rows(folder / "exp2_payout_by_contribution_digitised.csv")
        if row["mechanism"] != "rational"
    }
    return Targets(curves, votes, LearnedShares(share), payouts)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))
