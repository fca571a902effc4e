"""A multinomial logit on the inputs of the contribution model: what a linear model makes of them.

Needs scikit-learn, which the project itself does not.
"""

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from hcmd_lab.learning.contribution_fit import Sequences

STRENGTHS = (0.01, 0.1, 1.0, 10.0)
"""Inverse penalties to choose among by cross-validation over groups."""


def logit_cross_entropy(training: Sequences, left_out: Sequences) -> float:
    """Mean cross-entropy in nats of each counted decision of the groups left out."""
    scores = {
        strength: np.mean(
            [
                _cross_entropy(_fit(training, strength, part), training, ~part)
                for part in _parts(training)
            ]
        )
        for strength in STRENGTHS
    }
    best = min(scores, key=lambda strength: scores[strength])
    everything = np.ones(len(_classes(training)), dtype=bool)
    fitted = _fit(training, best, everything)
    return _cross_entropy(fitted, left_out, np.ones(len(_classes(left_out)), dtype=bool))


def _parts(data: Sequences) -> list[NDArray[np.bool_]]:
    """Decisions to learn from, in each of three splits by group."""
    groups = data.group.unsqueeze(1).expand_as(data.counted)[data.counted].numpy()
    parts = []
    for used, _ in GroupKFold(3).split(groups, groups=groups):
        part = np.zeros(len(groups), dtype=bool)
        part[used] = True
        parts.append(part)
    return parts


def _fit(data: Sequences, strength: float, part: NDArray[np.bool_]) -> Pipeline:
    fitted = make_pipeline(StandardScaler(), LogisticRegression(C=strength, max_iter=2000))
    return fitted.fit(_features(data)[part], _classes(data)[part])


def _cross_entropy(fitted: Pipeline, data: Sequences, part: NDArray[np.bool_]) -> float:
    """What lies above the endowment is excluded, as in the contribution model."""
    classes = list(fitted.classes_)
    chances = fitted.predict_proba(_features(data)[part])
    endowment = data.endowment[data.counted].numpy()[part]
    chances[np.array(classes)[None, :] > endowment[:, None]] = 0
    chances = np.maximum(chances / chances.sum(1, keepdims=True), 1e-9)
    columns = {coins: column for column, coins in enumerate(classes)}
    chosen = _classes(data)[part]
    # A contribution that nobody made while it learned has no column.
    found = [
        chances[row, columns[coins]] if coins in columns else 1e-9
        for row, coins in enumerate(chosen)
    ]
    return float(-np.log(found).mean())


def _features(data: Sequences) -> NDArray[np.float32]:
    features: NDArray[np.float32] = data.features[data.counted].numpy()
    return features


def _classes(data: Sequences) -> NDArray[np.int64]:
    classes: NDArray[np.int64] = data.contribution[data.counted].numpy()
    return classes
