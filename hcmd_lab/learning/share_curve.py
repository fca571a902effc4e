"""The curves of OPTIMIZE: votes won and the gradient's noise, looked at after the same updates."""

import torch
from torch import Tensor

from hcmd_lab.jobs.curve import Curve, Measure

LOOKS = 40
"""Places of the curves where the path is long enough, both ends among them."""

UPDATES_A_LOOK = 10
"""Where it is not, one in so many updates: a look takes about as long as an update."""

_TENSOR = "curves"


def curve_places(updates: int) -> frozenset[int]:
    """Numbers of updates after which the curves have a point; a number of updates has one set.

    They do not depend on the clock, so that the same job stores the same curves.
    """
    steps = min(LOOKS - 1, max(1, updates // UPDATES_A_LOOK))
    return frozenset(round(updates * place / steps) for place in range(steps + 1))


class ShareCurve:
    """Collects the points of the curves; they are saved and restored with the training."""

    def __init__(self, updates: int, groups: int) -> None:
        """Begin empty.

        Args:
            updates: Updates of the whole path.
            groups: Simulated groups behind each share of votes.
        """
        self._due = curve_places(updates)
        self._groups = groups
        self._points: list[tuple[int, float, float, float]] = []

    def is_due(self, updates: int) -> bool:
        """Whether a point belongs after so many updates, and is not there yet."""
        return updates in self._due and all(updates != point[0] for point in self._points)

    def add(self, updates: int, share: float, error: float, noise: float | None) -> None:
        """Add a point.

        Args:
            updates: Updates made.
            share: Expected share of votes against the mechanism that training began with.
            error: Its error.
            noise: The gradient's signal-to-noise ratio; None where there is none yet.
        """
        self._points.append((updates, share, error, float("nan") if noise is None else noise))

    def curves(self) -> tuple[Curve, ...]:
        """The curves so far."""
        places, shares, errors, _ = zip(*self._points, strict=True) if self._points else [()] * 4
        noises = [(place, noise) for place, _, _, noise in self._points if noise == noise]  # noqa: PLR0124 - a number
        return (
            Curve(
                measure=Measure.VOTE_SHARE,
                places=places,
                values=shares,
                errors=errors,
                groups=self._groups,
            ),
            Curve(
                measure=Measure.SIGNAL_TO_NOISE,
                places=tuple(place for place, _ in noises),
                values=tuple(noise for _, noise in noises),
            ),
        )

    def tensors(self) -> dict[str, Tensor]:
        """The points, by name."""
        points = torch.tensor(self._points, dtype=torch.float64).reshape(-1, 4)
        return {_TENSOR: points}

    def restore(self, tensors: dict[str, Tensor]) -> None:
        """Go on from what `tensors` returned; an earlier version saved no points."""
        saved = tensors.get(_TENSOR)
        points = [] if saved is None else saved.tolist()
        self._points = [
            (round(place), share, error, noise) for place, share, error, noise in points
        ]
