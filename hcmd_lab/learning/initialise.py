"""theta_0: the mechanism that the first ACQUIRE plays (paper, Algorithm 1).

It is drawn at random, or taken from another study (a warm start).
"""

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.files import atomic_write
from hcmd_lab.game.acquisition import Acquire, Variation, variations
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.rules import Game
from hcmd_lab.jobs.job_folder import variation_file
from hcmd_lab.jobs.progress import JobPhase, Progress
from hcmd_lab.jobs.report import Stopped
from hcmd_lab.jobs.requests import InitialiseJob, Origin
from hcmd_lab.jobs.trained import InitialiseResult
from hcmd_lab.learning.freezing import freezing, profiles_asked
from hcmd_lab.learning.policy import MAX_WIDTH, PolicyArchitecture, PolicyNetwork
from hcmd_lab.learning.seeds import generator
from hcmd_lab.system_faults import reason_of, remedy_of

FROZEN_NAME = "frozen.bin"


def initialise(
    job: InitialiseJob,
    folder: Path,
    checkpoints: Path,
    should_stop: Callable[[], bool] = lambda: False,
) -> Iterator[Progress | InitialiseResult | Stopped]:
    """Create the first policy, and write its checkpoint and its frozen table.

    Args:
        job: The job.
        folder: The job's own folder, for the frozen table.
        checkpoints: The folder for checkpoints.
        should_stop: Asked before each part of a table; a stopped job starts again.

    Yields:
        Progress; in the end the result, or `Stopped` if it was asked to stop.

    Raises:
        OperatorError: The files cannot be written, or the checkpoint to start from cannot be read.
        UsageError: The width is out of range, no policy can keep to the restriction, or the one to
            start from is of another kind.
    """
    job.restriction.mixture(job.game.seats)
    if not 1 <= job.policy_width <= MAX_WIDTH:
        raise UsageError(
            "The width must be between 1 and {most}, not {width}.",
            most=MAX_WIDTH,
            width=job.policy_width,
        )
    policy = _warm(job, job.origin, checkpoints) if job.origin else _random(job)
    made = yield from writing_policy(
        policy, job.game, job.acquire, folder, checkpoints, should_stop
    )
    if made is None:
        yield Stopped(step=0)
        return
    yield InitialiseResult(
        checkpoint=made.checkpoint, frozen=made.frozen, variations=made.variations
    )


def _random(job: InitialiseJob) -> PolicyNetwork:
    policy = PolicyNetwork(PolicyArchitecture.of(job.policy_width, job.restriction, job.game))
    policy.reset_parameters(generator(job.seed, "initialise"))
    return policy


def _warm(job: InitialiseJob, origin: Origin, checkpoints: Path) -> PolicyNetwork:
    policy = PolicyNetwork.load(checkpoints, origin.checkpoint)
    if policy.architecture != PolicyArchitecture.of(job.policy_width, job.restriction, job.game):
        raise UsageError(
            "The mechanism of the study {study} has a different width or different restrictions "
            "from those of this study; make this study with the same settings.",
            study=origin.study,
        )
    return policy


@dataclass(frozen=True, slots=True)
class WrittenPolicy:
    """The files of a policy.

    Attributes:
        checkpoint: SHA-256 of its checkpoint.
        frozen: Name of the file with the table that sessions play.
        variations: SHA-256 of the tables of its variations, in the files `variation_file`.
    """

    checkpoint: str
    frozen: str
    variations: dict[Variation, str]


def writing_policy(
    policy: PolicyNetwork,
    game: Game,
    acquire: Acquire,
    folder: Path,
    checkpoints: Path,
    should_stop: Callable[[], bool],
) -> Generator[Progress, None, WrittenPolicy | None]:
    """Write a policy's checkpoint and, into the job's folder, the tables that sessions play.

    The tables of a large game take minutes.

    Returns:
        The files; None if it was asked to stop.

    Raises:
        OperatorError: The files cannot be written.
    """
    checkpoint = policy.save(checkpoints)
    name = checkpoint[:12]
    wanted = (None, *variations(acquire))
    each_asks = profiles_asked(game)
    tables: dict[Variation | None, FrozenPolicy] = {}
    for number, variation in enumerate(wanted):
        for report in freezing(policy, game, name, checkpoint, variation):
            if isinstance(report, FrozenPolicy):
                tables[variation] = report
                continue
            if should_stop():
                return None
            yield Progress(
                phase=JobPhase.FREEZING,
                step=number * each_asks + report.done,
                total=len(wanted) * each_asks,
            )
    table = tables.pop(None)
    varied = {each: tables[each] for each in variations(acquire)}
    try:
        atomic_write(folder / FROZEN_NAME, table.to_bytes())
        for variation, other in varied.items():
            atomic_write(folder / variation_file(variation), other.to_bytes())
    except OSError as error:
        raise OperatorError(
            "The mechanism's table cannot be written to {folder} ({reason}); {remedy}, then try "
            "again.",
            folder=folder,
            reason=reason_of(error),
            remedy=remedy_of(error),
        ) from error
    return WrittenPolicy(
        checkpoint, FROZEN_NAME, {each: other.sha256 for each, other in varied.items()}
    )
