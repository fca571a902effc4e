"""What OPTIMIZE expects of its mechanism, in sentences."""

from collections.abc import Sequence

from hcmd_lab.jobs.record import Interval
from hcmd_lab.jobs.trained import OptimizeResult
from hcmd_lab.telling import counts
from hcmd_lab.telling.mechanism_names import device_name, theta
from hcmd_lab.telling.numbers import number
from hcmd_lab.telling.statistics import with_interval
from hcmd_lab.telling.translate import translate

TELLS_NOTHING = 0.5
"""Width of an interval of a share beyond which the estimate in its middle is but a guess."""


def training_speed(result: OptimizeResult) -> str:
    """OPTIMIZE's computing effort, in one sentence."""
    return translate(
        "{updates} at {ms} ms each on {device}; the gradient's signal-to-noise ratio ended at "
        "{noise}.",
        updates=counts.updates(result.updates),
        ms=number(result.ms_per_update, 1),
        device=device_name(result.device),
        noise=number(result.signal_to_noise, 2),
    )


def expected_of(result: OptimizeResult, iteration: int, names: Sequence[str] = ()) -> str:
    """The vote share that OPTIMIZE expects for its mechanism, as `expected_share`."""
    return expected_share(result.vote_share, iteration, result.against, result.kept_at, names)


def expected_share(
    won: Interval,
    iteration: int,
    against: int | None,
    kept_at: int | None,
    names: Sequence[str] = (),
) -> str:
    """The vote share OPTIMIZE expects for its mechanism, and whether a step was rejected.

    Args:
        won: The share.
        iteration: Of the mechanism.
        against: Of the mechanism that it was trained from; None for the one before.
        kept_at: Updates after which the mechanism was kept; None for the whole way.
        names: Names of the trained mechanisms by iteration, as for `theta`.
    """
    before = iteration - 1 if against is None else against
    said = _expected(won, theta(iteration, names), theta(before, names), kept_at)
    if before == iteration - 1:
        return said
    rejected = translate(
        "It was trained from {before} again: the newest models expect {rejected} to lose against "
        "it.",
        before=theta(before, names),
        rejected=theta(iteration - 1, names),
    )
    return f"{said} {rejected}"


def _expected(won: Interval, mechanism: str, before: str, kept_at: int | None) -> str:
    names = {"mechanism": mechanism, "before": before}
    if kept_at == 0:
        return translate(
            "{before} was kept: the models’ verdict on no step was better.", before=before
        )
    said = translate(
        "{mechanism} is expected to win {share} of the votes against {before}.",
        share=with_interval(won),
        **names,
    )
    if won.high - won.low > TELLS_NOTHING:
        said += " " + translate(
            "So wide an interval tells next to nothing; it narrows with groups that vote between "
            "different mechanisms."
        )
    if kept_at is None:
        return said
    shortened = translate(
        "The step was shortened to {kept}, where the models’ verdict was best.",
        kept=counts.updates(kept_at),
    )
    return f"{said} {shortened}"
