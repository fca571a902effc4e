"""An open study: plans sessions, takes the steps of the loop, keeps results.

It joins the study's store with the training jobs. `hcmd_lab.study.status` says whether a step may
be taken; the job runner that is passed in computes it: the supervised process of
`hcmd_lab.training` unless a caller computes in its own process.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Protocol

import msgspec

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.assignment import plan_contrasts, plan_groups
from hcmd_lab.game.events import PaidOut, PaymentAdjusted, RecordEvent, SessionOpened
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.materials import Materials
from hcmd_lab.game.payment import payment
from hcmd_lab.game.plan import GroupPlan, SessionPlan
from hcmd_lab.game.played import Purpose
from hcmd_lab.game.session import obstacle, replay
from hcmd_lab.game.session_rules import GAME_ALONE, SessionRules
from hcmd_lab.game.settings import parse
from hcmd_lab.game.state import SessionState
from hcmd_lab.jobs.evaluated import EvaluateResult
from hcmd_lab.jobs.progress import Progress
from hcmd_lab.jobs.report import Failure, Report, Result, Stopped
from hcmd_lab.jobs.requests import EvaluateJob, Job
from hcmd_lab.storage.store import Store
from hcmd_lab.study import steps
from hcmd_lab.study.arena import (
    Pair,
    conditions_used,
    contrast_to_extend,
    is_contrasts,
    known_table,
    pairs_of_session,
    pairs_to_play,
    require_groups,
    set_groups,
    settle_rule,
    stored_table,
)
from hcmd_lab.study.contrasts import Contrast
from hcmd_lab.study.making import added_iteration
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.recorded import COPY_FACT
from hcmd_lab.study.resting import ADDED_FACT
from hcmd_lab.study.settings import StudySettings
from hcmd_lab.study.status import Step
from hcmd_lab.study.steps import MadeTables, PreparedStep
from hcmd_lab.study.study_log import LogKind, add_to_log
from hcmd_lab.study.table_rows import table_rows
from hcmd_lab.study.trained_names import table_fact
from hcmd_lab.texts.shipped import text_folder
from hcmd_lab.texts.text_reader import read_materials
from hcmd_lab.timestamps import utc_now
from hcmd_lab.training import run_job

_PRACTICE = "strict_egalitarian"
"""Divides the fund in practice: equal shares teach the game and nothing about a mechanism."""


class Runner(Protocol):
    """Runs a job: reports its progress, then exactly one outcome (see `training.run_job`)."""

    def __call__(
        self, job: Job, folder: Path, checkpoints: Path, should_stop: Callable[[], bool]
    ) -> Iterator[Report]:
        """Yield `Progress` records and last a result, `Stopped` or `Failure`."""


def paid_out(state: SessionState, participant: str, *, is_paid: bool) -> PaidOut:
    """The event that notes a payment as handed out now, or takes that back.

    Raises:
        UsageError: There is no such participant.
    """
    if participant not in state.participants:
        raise UsageError("There is no participant {participant}.", participant=participant)
    cents = payment(state, participant).due_cents
    return PaidOut(state.clock_ms, participant, cents, utc_now() if is_paid else "")


class Study(ReadOnlyStudy):
    """A study opened for changes in this process.

    Attributes:
        store: The open study.
        settings: The study's settings.
    """

    def __init__(self, store: Store, runner: Runner = run_job) -> None:
        """Read the study's settings.

        Args:
            store: The open study.
            runner: Runs the training jobs.

        Raises:
            OperatorError: The settings in the study are not valid.
        """
        super().__init__(store)
        self._runner = runner

    # --- sessions ----------------------------------------------------------------------------

    def plan_session(
        self,
        purpose: Purpose,
        groups: int,
        rules: SessionRules | None = None,
        contrast: int | None = None,
    ) -> tuple[SessionPlan, dict[str, FrozenPolicy]]:
        """Plan a session, balancing conditions and orders over all sessions of the same purpose.

        Args:
            purpose: Acquire plays the newest mechanism against itself or, if the study's settings
                say so, against variations of it; evaluate plays the contrasts of the study; a
                pilot plays what the study would play now and counts for nothing.
            groups: Number of groups.
            rules: Procedure, instructions and surveys, and payment of the session; None for
                the game alone with the defaults.
            contrast: Number of the contrast that its groups play; None balances those that need
                groups.

        Returns:
            The plan, and the tables that it names by their SHA-256.

        Raises:
            OperatorError: The study does not play such a session now, or a text of the session is
                missing or not right.
        """
        rules = rules or GAME_ALONE
        iteration = self.status().iteration
        pairs = pairs_to_play(self, purpose, contrast, stored_table)
        practice = stored_table(self, _PRACTICE) if rules.script.practice_rounds else ""
        seed, plans = self._draw(purpose, groups, pairs, practice)
        pictures: dict[str, bytes] = {}
        plan = SessionPlan(
            purpose,
            iteration,
            seed,
            self.game,
            rules.settings,
            plans,
            rules.script,
            rules.payment,
            self.materials(rules, (each.tail_endowment for each in plans), pictures),
        )
        for data in pictures.values():
            self.store.learned.add_picture(data)
        tables = {sha256: self.store.learned.mechanism(sha256) for sha256 in plan.mechanisms}
        for table in tables.values():
            if table.game != self.game:
                raise OperatorError(
                    "The mechanism {mechanism} was made for another game than this version plays; "
                    "go on with the version that made the study.",
                    mechanism=table.name,
                )
        return plan, tables

    @property
    def default_rules(self) -> SessionRules:
        """The settings of a first session: simulated participants play the game alone."""
        return GAME_ALONE if self.settings.simulated else SessionRules()

    def last_rules(self) -> SessionRules:
        """The settings of the study's last session, as defaults for the next one."""
        newest = self.store.sessions.newest_played()
        first = None if newest is None else self.store.log.first_event(newest.code)
        if not isinstance(first, SessionOpened):
            return self.default_rules
        return SessionRules(first.plan.settings, first.plan.script, first.plan.payment)

    def materials(
        self,
        rules: SessionRules,
        tail_endowments: Iterable[int],
        pictures: dict[str, bytes] | None = None,
    ) -> Materials:
        """Everything participants will read and be asked, with the session's numbers filled in.

        Args:
            rules: The session's settings.
            tail_endowments: Tail endowments of its groups.
            pictures: Gets the pictures that the texts show, by their SHA-256.

        Raises:
            OperatorError: A text is missing or not right.
        """
        folder = text_folder(self.store.folder.path)
        return read_materials(
            folder, self.settings.name, self.game, rules, tail_endowments, pictures
        )

    def conditions(
        self, purpose: Purpose, groups: int, contrast: int | None = None
    ) -> tuple[int, ...]:
        """The tail endowments that `plan_session` would draw now, one per group.

        Raises:
            OperatorError: The study does not play such a session now.
        """
        return tuple(tail for tail, _ in self.draws(purpose, groups, contrast))

    def draws(
        self, purpose: Purpose, groups: int, contrast: int | None = None
    ) -> tuple[tuple[int, int | None], ...]:
        """Of each group that `plan_session` would draw now, its tail endowment and its contrast.

        The contrast is told by its number; None where no planned contrast is played.

        Raises:
            OperatorError: The study does not play such a session now.
        """
        pairs = pairs_to_play(self, purpose, contrast, known_table)
        numbers: dict[frozenset[str], int] = {}
        if is_contrasts(pairs):
            for plan, number in zip(self.planned_contrasts(), count(1), strict=False):
                sides = (known_table(self, plan.mechanism), known_table(self, plan.other))
                numbers[frozenset(sides)] = number
        return tuple(
            (plan.tail_endowment, numbers.get(frozenset(plan.mechanisms)))
            for plan in self._draw(purpose, groups, pairs)[1]
        )

    def pairs_for(
        self, purpose: Purpose, contrast: int | None = None
    ) -> tuple[tuple[str, str], ...]:
        """Names of the pairs of mechanisms of which `plan_session` would let a group compare one.

        Raises:
            OperatorError: The study does not play such a session now.
        """
        names = {known.sha256: known.name for known in self.store.learned.mechanisms()}
        return tuple(
            (names.get(first, first), names.get(second, second))
            for first, second in pairs_to_play(self, purpose, contrast, known_table)
        )

    def _sessions_ever(self) -> int:
        """How many sessions there have been; of one that was removed no later one gets the seed."""
        removed = [
            entry
            for entry in self.log()
            if entry.kind is LogKind.IMPORT_TAKEN_BACK and entry.details["removed"]
        ]
        return self.store.sessions.count() + len(removed)

    def _draw(
        self,
        purpose: Purpose,
        groups: int,
        pairs: Mapping[Pair, int],
        practice: str = "",
    ) -> tuple[int, tuple[GroupPlan, ...]]:
        """The seed of a new session and the plans of its groups."""
        played_before = conditions_used(self, purpose, self.status().iteration, pairs)
        # Labs that share a study's design must not draw the same groups.
        copy = self.store.facts.get(COPY_FACT, "")
        seed = self.seed(f"session {copy}{self._sessions_ever() + 1}")
        if is_contrasts(pairs):
            plans = plan_contrasts(self.game, groups, pairs, seed, played_before, practice)
        else:
            plans = plan_groups(self.game, groups, list(pairs), seed, played_before, practice)
        return seed, plans

    def another_group(self, state: SessionState) -> GroupPlan:
        """The plan of one more group for a running session, balanced as its own groups are.

        Where participants read the coins that others may have, it is one of the session's own
        conditions: what they read stays true.
        """
        plan = state.plan
        reads = plan.script.instructions or plan.script.control_questions
        tails = tuple(dict.fromkeys(group.tail_endowment for group in plan.groups))
        game = replace(plan.game, tail_endowments=tails) if reads else plan.game
        seed = self.seed(f"group {len(state.groups) + 1} of session {plan.seed}")
        pairs = pairs_of_session(self, plan)
        used = conditions_used(self, plan.purpose, plan.iteration, pairs)
        practice = plan.groups[0].practice_mechanism
        if is_contrasts(pairs):
            (drawn,) = plan_contrasts(game, 1, pairs, seed, used, practice)
        else:
            (drawn,) = plan_groups(game, 1, list(pairs), seed, used, practice)
        return drawn

    def session_state(self, session: str = "") -> tuple[str, SessionState]:
        """A session's final state according to its log.

        Args:
            session: Its code; empty for the newest that was played here.

        Returns:
            Its code and its state.

        Raises:
            UsageError: There is no such session, or it was played elsewhere.
        """
        played = [row.code for row in self.store.tables.sessions() if not row.imported]
        code = session or next(reversed(played), "")
        if not played:
            raise UsageError("The study has no session that was played here.")
        if code not in played:
            raise UsageError(
                "The study has no session {session} that was played here; its sessions are: "
                "{sessions}.",
                session=code,
                sessions=", ".join(played),
            )
        return code, replay(
            event for event in self.store.log.events(code) if not isinstance(event, RecordEvent)
        )

    def add_payment(self, session: str, event: PaymentAdjusted | PaidOut) -> None:
        """Log a change of a payment, in a session that no program is hosting now.

        Raises:
            UsageError: There is no such session or participant, the reason is missing, or nobody
                is paid there.
        """
        code, state = self.session_state(session)
        why_not = obstacle(state, event)
        if why_not is not None:
            raise UsageError("The payment cannot be changed: {why}.", why=why_not)
        self.store.log.append(code, [event], utc_now())

    def add_iteration(self, groups: int, updates: int) -> None:
        """Plan one more iteration, because training is not at its end in the last one.

        It is noted when and by whom; the mechanism that comes of it tells so too.

        Args:
            groups: Groups to acquire in it.
            updates: Updates of OPTIMIZE in it.

        Raises:
            UsageError: The study does not improve any more, is not at its last iteration, or new
                participants compare its mechanism already; or a number is not allowed.
        """
        if not self.can_add_iteration:
            raise UsageError(
                "An iteration can be added only where CONVERGENCE of the last planned iteration "
                "has not found that training is at its end, and before a session of EVALUATE. "
                "{status}",
                status=self.status().sentence,
            )
        now = self.settings
        changed = replace(now, groups=(*now.groups, groups), updates=(*now.updates, updates))
        values = msgspec.to_builtins(changed)
        self.settings = parse(StudySettings, values)
        note = added_iteration(now.iterations + 1, groups, updates)
        with self.store.transaction():
            self.store.facts.set("settings", values)
            self.store.facts.set(ADDED_FACT, [*self.added_iterations(), note])

    def add_evaluation_groups(self, groups: int, contrast: int | None = None) -> None:
        """Plan more groups for a contrast, which a sequential plan allows; it is logged.

        Args:
            groups: How many more.
            contrast: Its number; None for the only one that is undecided.

        Raises:
            UsageError: The plan does not allow it, the votes have decided already, several
                contrasts are undecided and none is named, or the number is not allowed.
        """
        wanted = contrast_to_extend(self, contrast)
        planned = wanted.target + groups
        if groups < 1:
            raise UsageError("Give a number of groups to add, at least 1.")
        require_groups(planned)
        noted: dict[str, object] = {}
        if self.planned_contrasts():
            noted = {"mechanism": wanted.mechanism, "baseline": wanted.other}
        with self.store.transaction():
            if self.planned_contrasts():
                set_groups(self, wanted.number, planned)
            else:
                values = msgspec.to_builtins(replace(self.settings, evaluation_groups=planned))
                self.settings = parse(StudySettings, values)
                self.store.facts.set("settings", values)
            add_to_log(
                self.store.facts,
                LogKind.GROUPS_ADDED,
                added=groups,
                before=wanted.target,
                planned=planned,
                played=wanted.played,
                **noted,
            )

    # --- training ----------------------------------------------------------------------------

    def perform(
        self,
        step: Step,
        should_stop: Callable[[], bool] = lambda: False,
        anew: steps.Anew | None = None,
    ) -> Iterator[Progress | Result | Stopped]:
        """Run a training step and store its result in the study.

        A step that was stopped or killed resumes when it is performed again. Whether it is possible
        is known at once, not with the first report.

        Args:
            step: The step.
            should_stop: Asked several times a second.
            anew: How it is taken anew, as for `steps.prepare`.

        Returns:
            Progress, and last the result (already stored) or `Stopped`. It raises what `_run` does.

        Raises:
            OperatorError: The step is not possible now.
        """
        return self._run(steps.prepare(self, step, anew), should_stop)

    def _run(
        self, prepared: PreparedStep, should_stop: Callable[[], bool]
    ) -> Iterator[Progress | Result | Stopped]:
        """Run a prepared step.

        Raises:
            OperatorError: It failed for a reason that the operator can mend.
            RuntimeError: It failed by a bug; the text is the traceback.
        """
        checkpoints = self.store.folder.checkpoints
        for report in self._runner(prepared.job, prepared.folder, checkpoints, should_stop):
            if isinstance(report, Failure):
                if report.operator:
                    raise OperatorError.of(report.sentence)
                raise RuntimeError(report.traceback or str(report.sentence))
            if not isinstance(report, Progress | Stopped):
                self.keep(prepared, report)
            yield report

    def keep(
        self, prepared: PreparedStep, result: Result, tables: MadeTables | None = None
    ) -> None:
        """Store a step's result in the study and remove its job folder.

        Args:
            prepared: The computed step.
            result: Its result.
            tables: The mechanism it made, if it has been read already (`steps.load_tables`).

        Raises:
            OperatorError: The mechanism cannot be read, or the study cannot be written.
        """
        made = tables or steps.load_tables(prepared, result)
        step, iteration, job = prepared.step, prepared.iteration, prepared.job
        looked = self._looked_at(job)
        is_again = self.status().again is step
        with self.store.transaction():
            if made is not None:
                self.store.facts.set(table_fact(prepared.name), made.mechanism.sha256)
                for table, provenance in table_rows(self, prepared, made):
                    self.store.learned.add_mechanism(table, provenance)
            run = self.store.learned.add_run(
                step.value, iteration, job, result, prepared.started_utc, utc_now()
            )
            if is_again:
                add_to_log(
                    self.store.facts,
                    LogKind.TAKEN_AGAIN,
                    run=run,
                    step=step.value,
                    iteration=iteration,
                )
            if isinstance(result, EvaluateResult):
                add_to_log(
                    self.store.facts,
                    LogKind.LOOKED,
                    run=run,
                    played=looked.played if looked else 0,
                    groups=result.groups,
                    planned=looked.target if looked else 0,
                    mechanism=result.mechanism,
                    baseline=result.baseline,
                    preferred=result.preferred.value,
                )
        with suppress(OperatorError):  # what is missing is a mark; the result is stored
            self.store.settle()
        settle_rule(self)
        # A job's saved state is useless once its result is stored, and so is that of a step that
        # had begun to build on the earlier one.
        shutil.rmtree(prepared.folder, ignore_errors=True)
        if is_again:
            self.discard_begun()

    def _looked_at(self, job: Job) -> Contrast | None:
        """The contrast whose votes a job counts, as it stands now."""
        if not isinstance(job, EvaluateJob):
            return None
        pair = {job.mechanism, job.baseline}
        found = (each for each in self.contrasts() if {each.mechanism, each.other} == pair)
        return next(found, None)

    def discard_begun(self) -> None:
        """Delete the saved state of every begun step: what it would rest on has changed."""
        for step in Step:
            for folder in self.store.folder.jobs.glob(f"{step.value}-*"):
                shutil.rmtree(folder, ignore_errors=True)

    def discard(self, step: Step) -> None:
        """Delete the saved state of a started step; it will start again from the beginning."""
        shutil.rmtree(steps.job_folder(self, step), ignore_errors=True)
