"""What MODEL has found, in sentences."""

import math
from typing import assert_never

from hcmd_lab.jobs.modelled import Against, CrossEntropies, ModelResult
from hcmd_lab.telling import counts
from hcmd_lab.telling.checks import came_true, checked
from hcmd_lab.telling.numbers import apart, number
from hcmd_lab.telling.statistics import share
from hcmd_lab.telling.translate import translate


def model_in_words(model: ModelResult) -> str:
    """A cross-entropy expressed as a probability."""
    right = share(math.exp(-model.contribution.held_out))
    uniform = model.contribution.references.get("uniform")
    if uniform is None:
        return translate(
            "Fitted to a part of the groups, the newest model gave each contribution of the others "
            "a probability of {right} (geometric mean).",
            right=right,
        )
    return translate(
        "Fitted to a part of the groups, the newest model gave each contribution of the others a "
        "probability of {right} (geometric mean), where a uniform guess gives {guess}.",
        right=right,
        guess=share(math.exp(-uniform)),
    )


def is_better_than_guessing(found: CrossEntropies) -> bool:
    """Whether a model beats every simple reference, beyond what the choice of groups explains."""
    return found.against(found.references) is Against.BETTER


def modelled(result: ModelResult) -> str:
    """MODEL's data and predictive performance, in sentences."""
    return " ".join(modelled_parts(result))


def modelled_parts(result: ModelResult) -> list[str]:
    """The same, part by part: the data, the predictions of each kind, their checks."""
    said = [
        translate(
            "Fitted to {decisions} and {votes} of {groups}; model size {size}, {epochs}.",
            decisions=counts.decisions(result.decisions),
            votes=counts.votes(result.votes),
            groups=counts.groups(result.groups),
            size=f"{result.linear_size}/{result.lstm_size}",
            epochs=counts.epochs(result.epochs),
        ),
        pretrained(result.pretrained),
        _against_guesses(result.contribution, translate("Contributions")),
    ]
    if result.votes:
        said.append(_against_guesses(result.vote, translate("Votes")))
    return list(filter(None, [*said, came_true(result.checks), checked(result.features)]))


def pretrained(groups: int) -> str:
    """Whom the models of contributions knew before the study's groups; empty if nobody.

    Args:
        groups: Simulated groups.
    """
    if not groups:
        return ""
    return translate(
        "The models of contributions had first learned to predict {n} simulated group(s): what the "
        "study’s groups leave open, they take from those.",
        n=groups,
    )


def _against_guesses(found: CrossEntropies, what: str) -> str:
    model, guess = apart(found.held_out, min(found.references.values()), number, 3)
    values = {"what": what, "model": model, "guess": guess}
    if not found.leads:
        return translate(
            "{what}: {model} nats on groups left out, where the best simple rule has {guess}; the "
            "error of this difference is not known.",
            **values,
        )
    stands = found.against(found.references)
    match stands:
        case Against.BETTER:
            return translate(
                "{what}: predicted better than by every simple rule that was tried ({model} "
                "against {guess} nats).",
                **values,
            )
        case Against.WORSE:
            return translate(
                "{what}: predicted worse than by a simple rule ({model} against {guess} nats).",
                **values,
            )
        case Against.OPEN:
            return translate(
                "{what}: these groups do not tell whether they are predicted better than by a "
                "simple rule ({model} against {guess} nats).",
                **values,
            )
        case _:
            assert_never(stands)
