"""Whether a study is whole: its log, and everything that its next step needs.

A log that replays is not enough: without the checkpoint of its newest mechanism a study cannot be
trained any further, without its table it cannot play, and with texts that cannot be read it cannot
open a session.
"""

from collections.abc import Callable, Iterator
from typing import assert_never

from hcmd_lab.errors import OperatorError
from hcmd_lab.game.events import SessionOpened
from hcmd_lab.game.played import Aside, Purpose
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.trained import InitialiseResult, OptimizeResult
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.checker import OnProgress, check_study
from hcmd_lab.study.foreseeing import passed_over
from hcmd_lab.study.lost import Lost, find_lost, find_lost_tables, why_not
from hcmd_lab.study.status import Step
from hcmd_lab.study.study import Study
from hcmd_lab.study.study_log import LogKind, is_whole
from hcmd_lab.study.trained_names import table_fact, trained_names

_Part = Callable[[Study], Iterator[Sentence]]


def check_whole(study: Study, on_progress: OnProgress = lambda done, total: None) -> list[Sentence]:
    """Everything that is wrong with a study or missing from it; empty if it is whole.

    Args:
        study: The study, open for writing or reading.
        on_progress: Told the progress; may raise to end the check.
    """
    findings = check_study(study.store, on_progress=on_progress)
    if any(map(_is_of_rows, findings)):
        findings.append(
            Sentence(
                "what these tables hold follows from the log; to make them again from it, in a "
                "terminal: hcmd-lab study remake STUDY"
            )
        )
    parts: tuple[_Part, ...] = (
        _settings, _folders, _steps, _made, _unnamed_tables, _pictures, _people, _kept, _aside,
        _next,
    )  # fmt: skip
    for part in parts:
        if part is _next and findings:
            break  # what it could not do has its reason told
        try:
            findings += part(study)
        except OperatorError as error:
            findings.append(error.sentence)
    return list(dict.fromkeys(findings))


def _is_of_rows(finding: Sentence) -> bool:
    """Whether a finding is about rows that follow from the log."""
    inner = finding.values.get("finding", finding)
    return isinstance(inner, Sentence) and inner.template.startswith("table ")


def _settings(study: Study) -> Iterator[Sentence]:
    """Without its settings a study would go on with others."""
    if study.store.facts.get("settings") is None:
        yield Sentence(
            "the study's settings are missing; restore a backup (File, Backups, or: hcmd-lab "
            "restore STUDY)"
        )


def _folders(study: Study) -> Iterator[Sentence]:
    """No file stands where a step or a restoration would write into a folder."""
    folder = study.store.folder
    for path in (folder.checkpoints, folder.jobs, folder.exports, folder.backups):
        if path.exists() and not path.is_dir():
            yield Sentence(
                "{path} is a file, and a study has a folder there; move it elsewhere, and the "
                "program makes the folder",
                path=path,
            )


def _steps(study: Study) -> Iterator[Sentence]:
    """The training steps: each rests on those before it, and their numbers have no gap."""
    runs = study.store.learned.every_run()
    for expected, run in enumerate(runs, start=1):
        if run.id != expected:
            yield Sentence(
                "the training step number {number} is missing, which came before {step} of "
                "iteration {iteration}",
                number=expected,
                step=run.kind.upper(),
                iteration=run.iteration,
            )
            break
    done = {(run.kind, run.iteration) for run in runs if not run.set_aside_utc}
    for kind, iteration in sorted(done):
        for before in _before(Step(kind), iteration):
            if before not in done:
                yield Sentence(
                    "{step} of iteration {iteration} rests on {before} of iteration {earlier}, "
                    "whose result is missing",
                    step=kind.upper(),
                    iteration=iteration,
                    before=before[0].upper(),
                    earlier=before[1],
                )
    trained = {table_fact(name) for name in trained_names(study.store.learned).values()}
    for name in study.store.facts.names():
        if name.startswith("table of ") and name not in trained:
            yield Sentence(
                "the study has the {table} and no result of the step that made it", table=name
            )


def _before(step: Step, iteration: int) -> list[tuple[str, int]]:
    """What a step of an iteration rests on."""
    made = (Step.INITIALISE.value, 0) if iteration <= 1 else (Step.OPTIMIZE.value, iteration - 1)
    match step:
        case Step.MODEL:
            return [made]
        case Step.OPTIMIZE:
            return [made, (Step.MODEL.value, iteration)]
        case Step.CONVERGENCE:
            return [(Step.OPTIMIZE.value, iteration)]
        case Step.EVALUATE:
            return [(Step.CONVERGENCE.value, iteration)]
        case Step.INITIALISE | Step.ACQUIRE | Step.DONE:
            return []
        case _:
            assert_never(step)


def _made(study: Study) -> Iterator[Sentence]:
    """Networks and tables of the training steps, by name and by the bytes that it promises."""
    for table in find_lost_tables(study):
        if table.again is not None:
            yield Sentence(
                "the table of {mechanism} is missing or damaged; to make it again, in a terminal: "
                "hcmd-lab study remake STUDY",
                mechanism=table.name,
            )
        else:
            yield Sentence(
                "the table of {mechanism} is missing or damaged; if there is a backup, restore it "
                "(File, Backups, or: hcmd-lab restore STUDY)",
                mechanism=table.name or table.sha256[:12],
            )
    coming: set[str] = set()
    for each in find_lost(study):
        if why_not(study, each, coming) is None:
            coming.add(each.result.checkpoint)
            yield from (
                Sentence(
                    "{finding}; to compute it again from what is recorded, and to take it if it "
                    "is bit-identical, in a terminal: hcmd-lab study remake STUDY",
                    finding=finding,
                )
                for finding in _lost(study, each)
            )
        else:
            yield from (
                Sentence(
                    "{finding}; if there is a backup, restore it (File, Backups, or: hcmd-lab "
                    "restore STUDY)",
                    finding=finding,
                )
                if each.tables
                else Sentence(
                    "{finding}; if there is a backup, bring it back from there (File, Backups, "
                    "Bring back checkpoints, or: hcmd-lab restore STUDY --checkpoints)",
                    finding=finding,
                )
                for finding in _lost(study, each)
            )


def _lost(study: Study, each: Lost) -> Iterator[Sentence]:
    """What of a step's network and tables is missing or damaged."""
    step: dict[str, object] = {"step": each.run.kind.upper(), "iteration": each.run.iteration}
    sha256 = each.result.checkpoint
    if each.checkpoint:
        named = step | {"checkpoint": sha256[:12]}
        if study.store.folder.has_sound_checkpoint(sha256) is None:
            yield Sentence(
                "{step} of iteration {iteration}: its checkpoint {checkpoint} is missing", **named
            )
        else:
            yield Sentence(
                "{step} of iteration {iteration}: its checkpoint {checkpoint} is damaged", **named
            )
    known = {row.sha256 for row in study.store.learned.mechanisms()}
    variations = (
        {} if isinstance(each.result, ModelResult) else
        {table: variation for variation, table in each.result.variations.items()}
    )  # fmt: skip
    for table in each.tables:
        if table in variations:
            name = Sentence(
                "the table of the variation {variation} of {mechanism}",
                variation=variations[table],
                mechanism=trained_names(study.store.learned)[each.run.id],
            )
        else:
            name = Sentence(
                "the table of the mechanism of iteration {iteration}",
                iteration=each.run.iteration,
            )
        if table in known:
            yield Sentence("{table} is damaged", table=name)
        else:
            yield Sentence("{table} is missing", table=name)


def _unnamed_tables(study: Study) -> Iterator[Sentence]:
    """A training step whose table the study does not even name."""
    for run in study.store.learned.every_run():
        if not isinstance(run.result, InitialiseResult | OptimizeResult):
            continue
        if not study.mechanisms.table_of(run):
            yield Sentence(
                "the study does not name the table of the mechanism of iteration {iteration}; "
                "restore a backup (File, Backups, or: hcmd-lab restore STUDY)",
                iteration=run.iteration,
            )


def _pictures(study: Study) -> Iterator[Sentence]:
    """Pictures in the texts that participants have read."""
    sound = {
        sha256: study.store.learned.picture(sha256) is not None
        for sha256 in study.store.learned.pictures()
    }
    for sha256 in (each for each, is_sound in sound.items() if not is_sound):
        yield Sentence("the picture {picture} is damaged", picture=sha256[:12])
    for code in study.store.log.sessions():
        opened = study.store.log.first_event(code)
        if not isinstance(opened, SessionOpened):
            continue
        for sha256 in opened.plan.materials.pictures:
            if not sound.get(sha256):
                yield Sentence(
                    "session {session}: the picture {picture} is missing or damaged",
                    session=code,
                    picture=sha256[:12],
                )


def _people(study: Study) -> Iterator[Sentence]:
    """What checking in needs: the key of the fingerprints, and an open session's list."""
    store = study.store
    if not store.fingerprints.has_key():
        yield Sentence(
            "the key of the fingerprints is missing: nobody with a label could check in; restore "
            "a backup (File, Backups, or: hcmd-lab restore STUDY)"
        )
    code = store.sessions.unfinished()
    opened = None if code is None else store.log.first_event(code)
    if code is None or not isinstance(opened, SessionOpened):
        return
    if opened.plan.script.participant_list and not store.private.participant_list(code):
        yield Sentence(
            "session {session} is open and its participant list is empty: nobody could check in; "
            "add the labels in the window",
            session=code,
        )


def _kept(study: Study) -> Iterator[Sentence]:
    """What is noted beside the log: every record that nothing replays."""
    store = study.store
    for code in store.sessions.without_software():
        yield Sentence("session {session}: it is not noted which software ran it", session=code)
    files = store.log.imported_files()
    for row in store.tables.sessions():
        if row.imported and row.code not in files:
            yield Sentence(
                "session {session}: it is not noted which file it was imported from; importing "
                "that file again would count its groups twice",
                session=row.code,
            )
    numbers = store.private.audit_numbers()
    if numbers != list(range(1, len(numbers) + 1)):
        yield Sentence("the audit of deleted labels and withdrawals lacks an entry")
    if not is_whole(study.log()):
        yield Sentence("an entry of the study’s log was changed or taken out")
    study.added_iterations()
    passed_over(study)


def _aside(study: Study) -> Iterator[Sentence]:
    """What the study's log says was set aside is marked so, and used by nothing."""
    marked = {run.id for run in study.store.learned.every_run() if run.set_aside_utc}
    sessions = {row.code: row for row in study.store.tables.sessions()}
    for entry in study.log():
        if entry.kind is not LogKind.WENT_BACK:
            continue
        for number in entry.details["runs"]:
            if number not in marked:
                yield Sentence(
                    "the training step number {number} was set aside by the study's log, and is "
                    "not marked so; restore a backup (File, Backups, or: hcmd-lab restore STUDY)",
                    number=number,
                )
        for code in entry.details["sessions"]:
            if code in sessions and sessions[code].set_aside is Aside.NO:
                yield Sentence(
                    "session {session} was set aside by the study's log, and is not marked so; "
                    "restore a backup (File, Backups, or: hcmd-lab restore STUDY)",
                    session=code,
                )


def _next(study: Study) -> Iterator[Sentence]:
    """What the next step reads is read, as the step would."""
    now = study.status()
    study.contrasts()
    if now.step in (Step.ACQUIRE, Step.EVALUATE):
        purpose: Purpose = "acquire" if now.step is Step.ACQUIRE else "evaluate"
        tails = study.conditions(purpose, 1)
        study.materials(study.last_rules(), tails)
        study.store.learned.mechanism(study.mechanisms.newest())
    yield from ()
