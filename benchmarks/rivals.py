"""Predictors that the contribution model has to be better than: a logit and boosted trees.

Both see what it sees: the endowment and, of each of the last three rounds, the own and the others'
contributions and the payout, the last choice as one of the possible ones; and the round, which the
contribution model has to count. Their penalties and sizes are chosen by cross-validation over the
training groups. Needs scikit-learn, which the project itself does not.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.base import ClassifierMixin
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from hcmd_lab.learning.participant_inputs import ENDOWMENT, FRACTION, last_choice
from hcmd_lab.learning.sequences import Sequences

LAGS = 3
STRENGTHS = (0.003, 0.01, 0.03, 0.1, 0.3, 1.0)
"""Inverse penalties of the logit to choose among."""

ROUNDS_OF_TREES = (10, 20, 40, 80)
"""Numbers of boosting rounds to choose among."""

Make = Callable[[float], ClassifierMixin]


@dataclass(frozen=True)
class _Decisions:
    features: NDArray[np.float32]
    choice: NDArray[np.int64]
    endowment: NDArray[np.int64]
    group: NDArray[np.int64]

    def of(self, rows: NDArray[np.intp]) -> "_Decisions":
        return _Decisions(
            self.features[rows], self.choice[rows], self.endowment[rows], self.group[rows]
        )


def rival_cross_entropies(training: Sequences, left_out: Sequences) -> dict[str, float]:
    """Mean cross-entropy in nats of each counted decision of the groups left out, by rival."""
    known, others = _decisions(training), _decisions(left_out)
    return {
        "logit": _chosen(_logit, STRENGTHS, known, others),
        "boosted_trees": _chosen(_trees, ROUNDS_OF_TREES, known, others),
    }


def _logit(strength: float) -> ClassifierMixin:
    return make_pipeline(StandardScaler(), LogisticRegression(C=strength, max_iter=2000))


def _trees(rounds: float) -> ClassifierMixin:
    return HistGradientBoostingClassifier(
        max_iter=int(rounds), learning_rate=0.1, max_leaf_nodes=8, min_samples_leaf=20,
        l2_regularization=1.0, early_stopping=False, random_state=0,
    )  # fmt: skip


def _chosen(
    make: Make, candidates: tuple[float, ...], known: _Decisions, others: _Decisions
) -> float:
    folds = list(GroupKFold(3).split(known.choice, groups=known.group))
    scores = {
        value: np.mean(
            [
                _cross_entropy(make(value), known.of(used), known.of(tested))
                for used, tested in folds
            ]
        )
        for value in candidates
    }
    return _cross_entropy(make(min(scores, key=scores.__getitem__)), known, others)


def _cross_entropy(unfitted: ClassifierMixin, known: _Decisions, others: _Decisions) -> float:
    """What lies above the endowment is excluded, as in the contribution model."""
    fitted = unfitted.fit(known.features, known.choice)
    count = int(max(known.endowment.max(), others.endowment.max())) + 1
    chances = np.full((len(others.choice), count), 1e-4)  # of what nobody did while it learned
    chances[:, fitted.classes_.astype(int)] += fitted.predict_proba(others.features)
    chances[np.arange(count)[None, :] > others.endowment[:, None]] = 0
    chances /= chances.sum(1, keepdims=True)
    return float(-np.log(chances[np.arange(len(chances)), others.choice]).mean())


def _decisions(data: Sequences) -> _Decisions:
    people, rounds, _ = data.features.shape
    lagged = [data.features[:, :, :1], *_lags(data.features[:, :, 1:])]
    last = last_choice(data.features[..., ENDOWMENT], data.features[..., FRACTION])
    one_hot = torch.nn.functional.one_hot(last, 11)
    number = torch.arange(rounds).expand(people, rounds)
    begun = torch.stack([(number == early) for early in range(LAGS)] + [number / rounds], -1)
    features = torch.cat([*lagged, one_hot * (number > 0).unsqueeze(-1), begun], -1)
    kept = data.counted
    return _Decisions(
        features[kept].numpy(),
        data.contribution[kept].numpy(),
        data.endowment[kept].long().numpy(),
        data.group.unsqueeze(1).expand_as(kept)[kept].numpy(),
    )


def _lags(seen: torch.Tensor) -> list[torch.Tensor]:
    """What was seen of the last round `[P, T, F]`, and of the rounds before it."""
    nothing = torch.zeros_like(seen[:, :1])
    lags = [seen]
    for _ in range(LAGS - 1):
        lags.append(torch.cat([nothing, lags[-1][:, :-1]], 1))
    return lags
