"""People's sequences as the compiled loops of MODEL read them, group by group.

Shapes: `T` rounds, `L` lanes (people's sequences), `F` numbers that a person sees.
"""

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from hcmd_lab.learning.fused.arithmetic import Reals, Whole
from hcmd_lab.learning.fused.people_loss import Played
from hcmd_lab.learning.participant_inputs import ENDOWMENT, FRACTION, PAYOUT, last_choice
from hcmd_lab.learning.sequences import Sequences

MUCH = 0.99
"""Part of the payouts in the data that lies within what a model takes payouts to be."""


class Lanes:
    """All groups of a data set.

    Attributes:
        everyone: Indices of its groups.
    """

    def __init__(self, data: Sequences, contributions: int) -> None:
        """Lay out the sequences.

        Args:
            data: All groups.
            contributions: `K`, from nothing to the largest endowment, in which coins are counted.
        """
        order = torch.argsort(data.group, stable=True)
        group = data.group[order].numpy()
        features = data.features[order]
        self._seen = _reals(features.permute(1, 2, 0))
        last = last_choice(features[..., ENDOWMENT], features[..., FRACTION], contributions - 1)
        last[:, 0] = contributions
        self._last = _whole(last.T)
        self._limit = _whole(data.endowment[order].T)
        self._choice = _whole(data.contribution[order].T)
        self._counted = _reals(data.counted[order].T)
        self._group = group
        count = int(group.max()) + 1 if len(group) else 0
        self._first = np.searchsorted(group, np.arange(count + 1))
        self.everyone = torch.arange(count)

    def played(
        self,
        groups: Tensor,
        most_paid: float = np.inf,
        weights: Reals | None = None,
    ) -> Played:
        """The sequences of some groups.

        Args:
            groups: Indices of groups.
            most_paid: Largest endowments at which payouts are cut off.
            weights: How often each group counts, by its index; None: all once.
        """
        lanes = self._lanes(groups)
        seen, counted = self._seen.take(lanes, -1), self._counted.take(lanes, -1)
        if np.isfinite(most_paid):
            np.minimum(seen[:, PAYOUT], most_paid, out=seen[:, PAYOUT])
        if weights is not None:
            counted *= weights[self._group[lanes]]
        return Played(
            seen,
            self._last.take(lanes, -1),
            self._limit.take(lanes, -1),
            self._choice.take(lanes, -1),
            counted,
        )

    def most_paid(self, groups: Tensor) -> float:
        """Largest endowments below which most payouts lie that people of these groups saw."""
        if self._seen.shape[1] <= PAYOUT:
            return np.inf
        lanes = self._lanes(groups)
        paid = self._seen[1:, PAYOUT, lanes][self._counted[1:, lanes] > 0]
        return float(np.quantile(paid, MUCH)) if len(paid) else np.inf

    def _lanes(self, groups: Tensor) -> npt.NDArray[np.int64]:
        return np.concatenate(
            [np.arange(self._first[group], self._first[group + 1]) for group in groups.tolist()]
        )


def _reals(tensor: Tensor) -> Reals:
    return np.ascontiguousarray(tensor.numpy(), dtype=np.float32)


def _whole(tensor: Tensor) -> Whole:
    return np.ascontiguousarray(tensor.numpy(), dtype=np.int32)
