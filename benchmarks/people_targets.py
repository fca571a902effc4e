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

ROLES = ("head", "tail")

LEARNED = "hcrm"
"""The learned mechanism's name."""

HELD_OUT_TAILS = frozenset({4})
"""Experiment 1 was played with tails of 2, 4 and 10. The curves of 4 are never fitted: they test
what the people do between the conditions that they were fitted to."""

Contest = tuple[str, int]
"""Baseline, tail endowment."""


FACTS = {
    "own_lag": 0.645, "others_lag": 0.25, "person_mean_correlation": 0.45,
    "share_nothing": 0.12, "share_half": 0.15, "share_all": 0.12,
}  # fmt: skip
"""Repeated public goods games without punishment: from Gächter et al. (2017), J. Public Economics
150. The share of half is between their first round, where everyone has the same round number of
coins (.25), and all rounds, where endowments are awkward numbers (.06)."""


@dataclass(frozen=True, eq=False)
class LearnedShares:
    """The learned mechanism of Koster et al. (HCRM), rebuilt from their Figs. 3a and 3c.

    Fig. 3a gives the head's share by the head's contribution and the sum of the tails'. How the
    tails divide the rest is not shown. Fig. 3c gives what tails were paid on average by their own
    contribution, which rises from next to nothing to more than proportional; here the rest is
    divided in proportion to that.

    Attributes:
        head_share: Per tail endowment, head contribution and sum of tail contributions.
        tail_payout: Mean payout in coins per tail endowment and own contribution.
    """

    head_share: dict[tuple[int, int, int], float]
    tail_payout: dict[tuple[int, int], float]
    name: str = LEARNED

    def weights(self, endowments: Sequence[int], contributions: Sequence[int]) -> tuple[float, ...]:
        """Shares of the fund per seat."""
        head, *tails = contributions
        share = self.head_share[endowments[-1], head, sum(tails)]
        worth = [self.tail_payout[endowments[-1], t] for t in tails]
        total = sum(worth)
        parts = [each / total for each in worth] if total > 0 else [1 / len(tails)] * len(tails)
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

    @property
    def fitted(self) -> dict[Curve, NDArray[np.float64]]:
        """The curves that the constants are fitted to."""
        return {curve: by for curve, by in self.curves.items() if curve[1] not in HELD_OUT_TAILS}

    @property
    def held_out(self) -> dict[Curve, NDArray[np.float64]]:
        """The curves that are kept for testing; none where the folder has none."""
        return {curve: by for curve, by in self.curves.items() if curve[1] in HELD_OUT_TAILS}


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
        if row["mechanism"] == LEARNED
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
    tail_payout = {
        (tail, given): mean
        for (name, tail, role, given), mean in payouts.items()
        if (name, role) == (LEARNED, "tail")
    }
    return Targets(curves, votes, LearnedShares(share, tail_payout), payouts)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))
