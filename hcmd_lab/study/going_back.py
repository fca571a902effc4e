"""Goes back to a step: what came after it is set aside; a step that has only begun is deleted.

What is set aside stays in the store and is told as such on every surface; no step, count or figure
uses it. One thing is not set aside with a session of ACQUIRE, unless that is asked for: what its
groups did. MODEL learns how people contribute and vote from everybody who has played so far,
whatever mechanism they met, and the groups have played.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

import msgspec

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.events import SessionSetAside
from hcmd_lab.game.played import Aside
from hcmd_lab.jobs.job_folder import JOB_FILE
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.records import MechanismRow, RunRow, SessionRow
from hcmd_lab.study.contrasts import CONTRASTS_FACT, PlannedContrast
from hcmd_lab.study.counting import Exclusion
from hcmd_lab.study.order_of_runs import notes_at
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.registration import Registration, registration
from hcmd_lab.study.rows_of_the_log import require_rows_of_the_log
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.study.study_log import LogEntry, LogKind, add_to_log
from hcmd_lab.timestamps import utc_now

_ORDER = (Step.MODEL, Step.OPTIMIZE, Step.CONVERGENCE, Step.EVALUATE)
"""The steps that a study can go back to, in the order in which an iteration takes them."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A step that a study can go back to.

    Attributes:
        step: The step, which comes next afterwards.
        iteration: The study's iteration.
    """

    step: Step
    iteration: int


@dataclass(frozen=True, slots=True)
class WayBack:
    """What going back would set aside.

    Attributes:
        goal: The step.
        runs: Results of training steps, oldest first.
        sessions: Sessions, pilots included, oldest first.
        groups: Their groups that count now.
        votes: Votes that these have cast.
        compared: Those of the groups that have played a comparison.
        data: Those that can stay data for MODEL.
        mechanisms: Tables that were trained or follow from trained ones.
        contrasts: Planned contrasts with one of these mechanisms.
        registration: The registration; None if there is none, or it stays.
        begun: Steps that have begun and have no result: what they have saved is deleted.
    """

    goal: Goal
    runs: tuple[RunRow, ...]
    sessions: tuple[SessionRow, ...]
    groups: int
    votes: int
    compared: int
    data: int
    mechanisms: tuple[MechanismRow, ...]
    contrasts: tuple[PlannedContrast, ...]
    registration: Registration | None
    begun: tuple[Step, ...] = ()

    @property
    def identity(self) -> tuple[tuple[int, ...], tuple[str, ...]]:
        """The runs and sessions, from which all else follows."""
        return tuple(run.id for run in self.runs), tuple(each.code for each in self.sessions)

    def count(self, step: Step) -> int:
        """How many results of a step would be set aside."""
        return sum(run.kind == step for run in self.runs)


def goals(study: ReadOnlyStudy) -> list[Goal]:
    """The steps that a study can go back to, the newest first."""
    iteration = study.status().iteration
    reached = {(run.kind, run.iteration) for run in study.store.learned.runs()}
    if study.store.sessions.has("evaluate"):
        reached.add((Step.EVALUATE, iteration))
    return [
        Goal(step, number)
        for number in range(iteration, 0, -1)
        for step in reversed(_ORDER)
        if (step, number) in reached
    ]


def find_goal(study: ReadOnlyStudy, step: Step, iteration: int | None) -> Goal:
    """A step that a study can go back to.

    Args:
        study: The study.
        step: The step.
        iteration: The study's iteration; None for the newest in which the step was taken.

    Raises:
        OperatorError: No step has been taken.
        UsageError: It has not been taken, or is none that a study can go back to.
    """
    _require_goal(step)
    possible = goals(study)
    for goal in possible:
        if goal.step is step and iteration in (None, goal.iteration):
            return goal
    if not possible:
        raise OperatorError("The study has not taken any step yet that it could go back to.")
    raise UsageError(
        "The study cannot go back to {step}{where}, which has not been taken; it can go back to: "
        "{goals}.",
        step=step.upper(),
        where="" if iteration is None else Sentence(" of iteration {n}", n=iteration),
        goals=", ".join(f"{each.step} {each.iteration}" for each in possible),
    )


def _require_goal(step: Step) -> None:
    match step:
        case Step.MODEL | Step.OPTIMIZE | Step.CONVERGENCE | Step.EVALUATE:
            return
        case Step.INITIALISE:
            raise UsageError(
                "A study keeps the mechanism that it began with, because everything in it rests on "
                "that; to begin with another one, make a new study."
            )
        case Step.ACQUIRE:
            raise UsageError(
                "A study does not go back to sessions: what people did is not undone. To let more "
                "groups play before MODEL, go back to MODEL; a session that was wrong is declared "
                "unusable."
            )
        case Step.DONE:
            raise UsageError("DONE is no step; it says that the study is complete.")
        case _:
            assert_never(step)


def plan_way_back(study: ReadOnlyStudy, goal: Goal) -> WayBack:
    """All that going back to a step would set aside; nothing is changed.

    Raises:
        OperatorError: A session has not ended.
        UsageError: The study cannot go back to this step.
    """
    if study.store.sessions.unfinished() is not None:
        raise OperatorError("A session of the study has not ended; end it before going back.")
    find_goal(study, goal.step, goal.iteration)
    runs = tuple(run for run in study.store.learned.runs() if _is_after(run, goal))
    mechanisms = tuple(_made(study, runs))
    sessions = tuple(_sessions(study, goal, {row.sha256 for row in mechanisms}))
    codes = {session.code for session in sessions}
    counted = [
        group for group, count in study.group_counts() if group.session in codes and count.counts
    ]
    compared = sum(group.purpose == "evaluate" for group in counted)
    names = {row.name for row in mechanisms}
    return WayBack(
        goal,
        runs,
        sessions,
        groups=len(counted),
        votes=sum(sum(group.votes or ()) for group in counted),
        compared=compared,
        data=len(counted) - compared,
        mechanisms=mechanisms,
        contrasts=tuple(
            plan for plan in study.planned_contrasts() if names & {plan.mechanism, plan.other}
        ),
        registration=_registration(study, runs, is_compared=compared > 0),
        begun=tuple(_begun(study)),
    )


def _begun(study: ReadOnlyStudy) -> Iterator[Step]:
    """The steps that have begun, each of which `discard_begun` forgets."""
    jobs = study.store.folder.jobs
    for step in Step:
        if any((folder / JOB_FILE).exists() for folder in jobs.glob(f"{step.value}-*")):
            yield step


def _is_after(run: RunRow, goal: Goal) -> bool:
    """Whether a step comes with or after the one that is gone back to."""
    step = Step(run.kind)
    if step not in _ORDER:
        return False
    if step is Step.EVALUATE:
        return True
    return (run.iteration, _ORDER.index(step)) >= (goal.iteration, _ORDER.index(goal.step))


def _made(study: ReadOnlyStudy, runs: tuple[RunRow, ...]) -> Iterator[MechanismRow]:
    """The tables that steps have made, with the variations and rules of these."""
    table_of = study.mechanisms.table_of
    in_use = {table_of(run) for run in study.store.learned.runs() if run not in runs}
    made = {table_of(run) for run in runs if run.kind == Step.OPTIMIZE} - in_use - {""}
    for row in study.store.learned.mechanisms():
        of = {row.provenance.get("variation_of"), row.provenance.get("of_sha256")}
        if row.sha256 in made or of & made:
            yield row


def _sessions(study: ReadOnlyStudy, goal: Goal, made: set[str]) -> Iterator[SessionRow]:
    """The sessions that came after a step, or met what is set aside.

    Imported groups have met no mechanism of the study: they stay where they are.
    """
    met = {
        group.session
        for group in study.store.tables.groups()
        if made.intersection(group.mechanisms)
    }
    for session in study.store.tables.sessions():
        if session.imported or session.set_aside is not Aside.NO:
            continue
        is_later = session.purpose == "evaluate" or session.iteration > goal.iteration
        if is_later or session.code in met:
            yield session


def _registration(
    study: ReadOnlyStudy, runs: tuple[RunRow, ...], *, is_compared: bool
) -> Registration | None:
    """The registration, where the comparison has begun or it came after what is set aside."""
    frozen = registration(study)
    if frozen is None:
        return None
    is_later = any(
        notes_at(study.store, run).is_before_entry(frozen.entry, frozen.utc) for run in runs
    )
    return frozen if is_compared or is_later else None


def go_back(
    study: Study, way: WayBack, reason: str, *, keep_data: bool = True, compared: object = None
) -> LogEntry:
    """Go back to a step, in one transaction, with an entry in the study's log.

    Args:
        study: Open for writing.
        way: What is set aside, from `plan_way_back` on the study as it is now.
        reason: Why; it is told in the audit.
        keep_data: Whether what groups did in ACQUIRE stays data for MODEL.
        compared: What `require_rows_of_the_log` has returned before the way was told, if it has.

    Returns:
        The entry.

    Raises:
        UsageError: The reason is missing.
        OperatorError: The study has changed since the way was planned or cannot be written, or
            another program has changed what groups did.
    """
    if not reason.strip():
        raise UsageError("Give the reason; it is kept in the study's log.")
    if plan_way_back(study, way.goal).identity != way.identity:
        raise OperatorError("The study has changed meanwhile; look again at what is set aside.")
    require_rows_of_the_log(
        study.store, compared
    )  # these say which sessions and groups are set aside
    goal, utc = way.goal, utc_now()
    event = SessionSetAside(0, goal.step.value, goal.iteration, keep_data)
    left = [plan for plan in study.planned_contrasts() if plan not in way.contrasts]
    with study.store.transaction():
        study.store.learned.set_aside([run.id for run in way.runs], utc)
        for session in way.sessions:
            study.store.log.append(session.code, [event], utc)
        if way.contrasts:
            study.store.facts.set(CONTRASTS_FACT, msgspec.to_builtins(left))
        entry = add_to_log(
            study.store.facts,
            LogKind.WENT_BACK,
            step=goal.step.value,
            iteration=goal.iteration,
            reason=reason.strip(),
            runs=[run.id for run in way.runs],
            models=way.count(Step.MODEL),
            sessions=[session.code for session in way.sessions],
            groups=way.groups,
            votes=way.votes,
            compared=way.compared,
            data=way.data if keep_data else 0,
            mechanisms=[row.name for row in way.mechanisms],
            contrasts=[(plan.mechanism, plan.other, plan.groups) for plan in way.contrasts],
            registration="" if way.registration is None else way.registration.sha256,
        )
    study.discard_begun()
    return entry


# --- afterwards ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SetAside:
    """What a study has set aside, as it is marked in the store.

    Attributes:
        runs: Results of training steps, oldest first.
        sessions: Sessions, oldest first.
        groups: Groups that would count otherwise.
        data: Those of them that stay data for MODEL.
    """

    runs: tuple[RunRow, ...] = ()
    sessions: tuple[SessionRow, ...] = ()
    groups: int = 0
    data: int = 0

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.runs or self.sessions)


def set_aside(study: ReadOnlyStudy) -> SetAside:
    """Everything that a study has set aside."""
    counts = [count for _, count in study.group_counts() if count.exclusion is Exclusion.SET_ASIDE]
    sessions = study.store.tables.sessions()
    return SetAside(
        tuple(run for run in study.store.learned.every_run() if run.set_aside_utc),
        tuple(session for session in sessions if session.set_aside is not Aside.NO),
        groups=sum(count.is_complete for count in counts),
        data=sum(count.is_data for count in counts),
    )
