"""OPTIMIZE: train the mechanism to win votes against itself (paper section 3.3.3)."""

import copy
import math
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import msgspec

from hcmd_lab.computer import usable_cores
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.jobs.progress import JobPhase, Progress
from hcmd_lab.jobs.report import Stopped
from hcmd_lab.jobs.requests import OptimizeJob
from hcmd_lab.jobs.trained import OptimizeResult
from hcmd_lab.learning import resume
from hcmd_lab.learning.contest import Contest
from hcmd_lab.learning.devices import Device, prepare
from hcmd_lab.learning.expectation import Expectation
from hcmd_lab.learning.head_share_grids import HeadShareGrids
from hcmd_lab.learning.initialise import writing_policy
from hcmd_lab.learning.participant_set import ParticipantSet
from hcmd_lab.learning.policy import PolicyNetwork
from hcmd_lab.learning.seeds import generator
from hcmd_lab.learning.self_play import SelfPlay
from hcmd_lab.learning.share_curve import ShareCurve
from hcmd_lab.learning.step_length import StepLength, look_groups

REPORT_EVERY_S = 0.2
"""Least time between two reports."""

PICTURE_EVERY_S = 1.0
"""Least time between two reports with heat maps and the share of votes."""

LIVELY_S = 60.0
"""How long after the start pictures come soon: somebody is watching."""

LIVELY_PICTURE_SHARE = 10
"""Until then a picture may take one part in this many of the time, however slow the computer is."""

PICTURE_SHARE = 20
"""The same later."""

LIVE_GROUPS = 16
"""Groups per condition, at most, in which the share of such a report is estimated."""


def optimize(
    job: OptimizeJob, folder: Path, checkpoints: Path, should_stop: Callable[[], bool]
) -> Iterator[Progress | OptimizeResult | Stopped]:
    """Run the job, or resume it if its folder holds a stopped one.

    On one device, a job that was stopped or killed any number of times ends with the same
    checkpoint, bit for bit, as one that ran through.

    Args:
        job: The job.
        folder: The job's own folder, for the resume file and the frozen table.
        checkpoints: The folder of checkpoints.
        should_stop: Asked before each update.

    Yields:
        Progress; in the end one `OptimizeResult`, or `Stopped` if it was asked to stop.

    Raises:
        OperatorError: A checkpoint or the resume file cannot be used, or the disk is full.
        UsageError: The settings contradict each other.
    """
    training = _Training(job, folder, checkpoints)
    started_s = time.monotonic()
    report_due_s = picture_due_s = -math.inf
    while training.step < job.updates:
        if should_stop():
            training.save()
            yield Stopped(step=training.step)
            return
        began_s = time.monotonic()
        if began_s >= report_due_s:
            with_picture = began_s >= picture_due_s
            progress = training.progress(with_picture)
            now_s = time.monotonic()
            report_due_s = now_s + REPORT_EVERY_S
            if with_picture:
                is_lively = now_s < started_s + LIVELY_S
                share = LIVELY_PICTURE_SHARE if is_lively else PICTURE_SHARE
                picture_due_s = began_s + max(PICTURE_EVERY_S, share * (now_s - began_s))
            yield progress
        training.update()
        if training.step % job.checkpoint_every == 0:
            training.save()
    concluding = training.progress(with_picture=True)
    yield msgspec.structs.replace(concluding, phase=JobPhase.COUNTING)
    concluded = yield from training.finish(should_stop)
    if concluded is None:
        training.save()
        yield Stopped(step=training.step)
        return
    yield concluded


class _Training:
    """Training state between two updates."""

    def __init__(self, job: OptimizeJob, folder: Path, checkpoints: Path) -> None:
        self.step = 0
        self._job, self._folder, self._checkpoints = job, folder, checkpoints
        threads = job.compute.threads or usable_cores()
        self._device = prepare(msgspec.structs.replace(job.compute, threads=threads))
        self._threads = self._device.threads_for_parts()
        self._participants = _participants(job, checkpoints, self._device)
        self._started_from, self._start = self._choose_start(checkpoints)
        self._start_checkpoint = (*job.earlier, job.policy)[self._started_from]
        self._play = SelfPlay(
            copy.deepcopy(self._start),
            self._participants,
            job.game,
            _games_per_condition(job),
            job.learning_rate,
            generator(job.seed, "optimize/updates"),
            threads=self._threads,
        )
        # While it trains, the policy meets its start in the same groups again and again, so that
        # the curve shows what it has learned and not other draws.
        self._contest = self._new_contest("curve", min(LIVE_GROUPS, _games_per_condition(job)))
        self._opponent = self._contest.enter(self._start)
        # The looks have groups of their own, as the choice of the start has: those in which the
        # result is told have no part in it.
        self._length = StepLength(
            self._start,
            self._new_contest("looks", _look_groups(job, self._participants)),
            job.step_rule,
            job.caution,
            job.updates,
        )
        self._curve = ShareCurve(job.updates, self._contest.groups)
        self._pictures = HeadShareGrids(job.game, self._device.torch)
        self._elapsed_s = 0.0
        before = resume.load(folder, job)
        if before:
            self.step, self._elapsed_s = before.step, before.elapsed_s
            self._play.restore(before.tensors)
            self._length.restore(before.tensors)
            self._curve.restore(before.tensors)
        self._follow_curve()

    def update(self) -> None:
        began_s = time.perf_counter()
        self._play.update()
        self.step += 1
        self._length.follow(self._play.policy, self.step)
        self._elapsed_s += time.perf_counter() - began_s
        self._follow_curve()

    def save(self) -> None:
        tensors = self._play.tensors() | self._length.tensors() | self._curve.tensors()
        state = resume.Resume(self.step, self._elapsed_s, tensors)
        resume.save(self._folder, self._job, state)

    def progress(self, with_picture: bool) -> Progress:
        began_s = time.perf_counter()
        self._play.wait()
        self._elapsed_s += time.perf_counter() - began_s
        metrics = {}
        if self._play.gradient_norm is not None:
            metrics["gradient_norm"] = self._play.gradient_norm
            noise = self._noise
            if noise is not None:
                metrics["signal_to_noise"] = noise
            metrics["ms_per_update"] = self._ms_per_update
        picture = {}
        if with_picture:
            expected = self._expected()
            metrics["vote_share"] = expected.mean
            metrics["vote_share_error"] = expected.error(self._job.widening)
            metrics["vote_share_groups"] = self._contest.groups
            metrics["final_groups"] = self._job.repetitions * self._contest.conditions
            picture = self._pictures.of(self._play.policy)
        return Progress(
            phase=JobPhase.SELF_PLAY,
            step=self.step,
            total=self._job.updates,
            device=self._device.name,
            metrics=metrics,
            head_share=picture,
        )

    def _expected(self) -> Expectation:
        """Votes of the policy as it is, against the mechanism that training began with."""
        is_start = self.step == 0
        now = self._opponent if is_start else self._contest.enter(self._play.policy)
        return self._contest.expected(now, self._opponent)

    @property
    def _noise(self) -> float | None:
        # One gradient has no spread.
        return self._play.signal_to_noise.value if self.step > 1 else None

    def _follow_curve(self) -> None:
        if self._curve.is_due(self.step):
            expected = self._expected()
            self._curve.add(
                self.step, expected.mean, expected.error(self._job.widening), self._noise
            )

    def finish(
        self, should_stop: Callable[[], bool]
    ) -> Generator[Progress, None, OptimizeResult | None]:
        """Make the tables that sessions play; None if it was asked to stop meanwhile."""
        job = self._job
        policy = self._length.chosen(self._play.policy)
        made = yield from writing_policy(
            policy, job.game, job.acquire, self._folder, self._checkpoints, should_stop
        )
        if made is None:
            return None
        contest = self._new_contest("evaluation", job.repetitions)
        start = contest.enter(self._start)
        # The same mechanism, as after a refused step, is the same contestant: as in CONVERGENCE.
        is_start = made.checkpoint == self._start_checkpoint
        expected = contest.expected(start if is_start else contest.enter(policy), start)
        result = OptimizeResult(
            checkpoint=made.checkpoint,
            frozen=made.frozen,
            variations=made.variations,
            updates=self.step,
            ms_per_update=self._ms_per_update,
            device=self._device.name,
            vote_share=expected.interval(job.widening),
            against=self._started_from,
            signal_to_noise=self._play.signal_to_noise.value,
            kept_at=self._length.kept_at,
            curves=self._curve.curves(),
        )
        resume.delete(self._folder)
        return result

    def _choose_start(self, checkpoints: Path) -> tuple[int, PolicyNetwork]:
        """The mechanism to train from: the one before, unless people since have spoken against it.

        The models know the groups that have met it. If they expect an earlier mechanism to beat it,
        with the whole interval above one half, the best of those is taken.

        Returns:
            Its number among theta_0, theta_1, ..., and the network.
        """
        job = self._job
        loaded = [
            PolicyNetwork.load(checkpoints, sha256).to(self._device.torch)
            for sha256 in (*job.earlier, job.policy)
        ]
        last = len(loaded) - 1
        contest = self._new_contest("start", job.repetitions)
        entered = [contest.enter(policy) for policy in loaded] if last else []
        better = {
            number: expected.mean
            for number in range(last)
            if (expected := contest.expected(entered[number], entered[last]))
            .interval(job.widening)
            .low
            > 0.5
        }
        chosen = max(better, key=better.__getitem__, default=last)
        return chosen, loaded[chosen]

    @property
    def _ms_per_update(self) -> float:
        return 1000 * self._elapsed_s / max(self.step, 1)

    def _new_contest(self, purpose: str, groups_per_condition: int) -> Contest:
        return Contest(
            self._participants,
            self._job.game,
            groups_per_condition,
            generator(self._job.seed, f"optimize/{purpose}"),
            self._job.groups_known,
            self._threads,
        )


def _games_per_condition(job: OptimizeJob) -> int:
    """Games per condition, m >= 2: each is compared with another.

    Raises:
        UsageError: The games cannot be shared equally, or are too few.
    """
    conditions = len(job.game.tail_endowments)
    if job.games % conditions or job.games < 2 * conditions:
        raise UsageError(
            "The number of games in a batch must be a multiple of the {conditions} "
            "endowment conditions and at least {least}, not {games}.",
            conditions=conditions,
            least=2 * conditions,
            games=job.games,
        )
    return job.games // conditions


def _look_groups(job: OptimizeJob, participants: ParticipantSet) -> int:
    conditions = len(job.game.tail_endowments)
    return look_groups(job.updates, job.games, len(participants), conditions, job.repetitions)


def _participants(job: OptimizeJob, checkpoints: Path, device: Device) -> ParticipantSet:
    """The job's participant models on its device.

    Raises:
        OperatorError: The checkpoint cannot be used, or its people have learned another game.
    """
    models = ParticipantSet.load(checkpoints, job.participants)
    known = models.architecture
    if (known.rounds, known.seats) != (job.game.rounds, job.game.seats) or (
        known.max_endowment < job.game.max_endowment
    ):
        raise OperatorError(
            "The participant models were fitted to a game with {n} round(s), {seats} seats and at "
            "most {coins} coins; run MODEL again on data of the game that OPTIMIZE is to use.",
            n=known.rounds,
            seats=known.seats,
            coins=known.max_endowment,
        )
    return models.to(device.torch)
