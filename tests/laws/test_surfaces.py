"""Every conclusion is computed once and said once; all surfaces quote it.

`SURFACES` is the table: what is shown where. Each case of `told_studies` is rendered on every
surface that shows something of it. Then the conclusions themselves are replaced by others that no
figure supports: a surface that computes its own does not follow, and fails.
"""

import csv
import dataclasses
import json
import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from shutil import which
from typing import Any

import msgspec
import pytest
from odd_results import ODD
from PySide6.QtWidgets import QLabel, QTableWidget, QWidget
from told_studies import (
    BEFORE_EVALUATE,
    CASES,
    LOST,
    PREFERRED,
    TIED,
    Bookshelf,
    Told,
    add_result,
)

from hcmd_lab.cli import contrast as contrast_commands
from hcmd_lab.cli import demo, learn, simulate
from hcmd_lab.cli import study as study_commands
from hcmd_lab.errors import OperatorError
from hcmd_lab.export.study_export import export_study
from hcmd_lab.figures.report import pdf
from hcmd_lab.figures.report.contents import Notes, Paragraph, story
from hcmd_lab.figures.report.html_page import HtmlPage
from hcmd_lab.figures.report.report_pictures import pictures
from hcmd_lab.figures.report.tables import ReportTable
from hcmd_lab.figures.report.writing import write_study_pdf
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs import evaluated
from hcmd_lab.jobs.evaluated import EvaluateResult, Preferred
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.report import Result
from hcmd_lab.jobs.trained import ConvergenceResult, OptimizeResult
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.store import Store
from hcmd_lab.study import reader
from hcmd_lab.study import report as study_reports
from hcmd_lab.study.arena import plan_contrast
from hcmd_lab.study.next_step import status as standing_of
from hcmd_lab.study.recommendation import Recommendation
from hcmd_lab.study.report import study_report
from hcmd_lab.study.status import Step, StudyStanding
from hcmd_lab.study.study import Study
from hcmd_lab.study.summary import summarise
from hcmd_lab.telling import (
    convergence_results,
    evaluation_results,
    model_results,
    optimize_results,
    results,
    statistics,
    votes,
)
from hcmd_lab.telling import library as library_words
from hcmd_lab.telling.numbers import number
from hcmd_lab.telling.objectives import objectives_in_words
from hcmd_lab.telling.translate import translate
from ui.control.data.contents import run_in_words
from ui.control.data.study_tables import run_columns
from ui.control.data.table_model import RecordTable
from ui.control.desk import Desk
from ui.control.mechanisms_panel import MechanismsPanel
from ui.control.study_panel import StudyPanel
from ui.control.training.headline import headline
from ui.control.training.step_record import read_records
from ui.control.training.views import StepViews
from ui.control.welcome import RecentButton, WelcomePage

pytestmark = pytest.mark.usefixtures("qapp")


class Fact(StrEnum):
    """What is told of a study."""

    STANDING = "where the study stands"
    MODEL = "how well people are predicted"
    NATS = "its cross-entropy"
    EXPECTED = "the share of votes that OPTIMIZE expects, with its interval"
    WON = "that share"
    RECOMMENDED = "what to do after CONVERGENCE"
    IN_BRIEF = "the same in a word"
    REASONS = "why"
    ADVANTAGE = "the advantage over the mechanism before"
    PREFERRED = "which mechanism was preferred"
    FIGURES = "the share of votes, its interval and p-value"
    SHARE = "the share of votes"
    ESTIMAND = "what that share is a mean over"
    OBJECTIVES = "what groups earned, and the heads' votes"


class Surface(StrEnum):
    """Where something is told."""

    COMMAND = "command of the step"
    STATUS = "hcmd-lab study status"
    SIMULATE = "hcmd-lab simulate"
    DEMO = "hcmd-lab demo"
    TRAINING = "Training panel"
    HEADLINE = "Training panel, head"
    STUDY = "Study panel"
    WELCOME = "welcome page"
    STEPS = "table of training steps"
    MECHANISMS = "Mechanisms panel"
    HTML = "report, HTML"
    PDF = "report, PDF"


F = Fact
_REPORT = {
    F.NATS,
    F.WON,
    F.RECOMMENDED,
    F.REASONS,
    F.ADVANTAGE,
    F.PREFERRED,
    F.FIGURES,
    F.OBJECTIVES,
}

SURFACES: dict[Surface, set[Fact]] = {
    Surface.COMMAND: {F.STANDING, F.MODEL, F.EXPECTED, F.RECOMMENDED, F.REASONS, F.PREFERRED,
                      F.FIGURES, F.OBJECTIVES},
    Surface.STATUS: {F.STANDING},
    Surface.SIMULATE: {F.PREFERRED, F.FIGURES},
    Surface.DEMO: {F.NATS, F.EXPECTED, F.RECOMMENDED, F.PREFERRED, F.FIGURES},
    Surface.TRAINING: {F.MODEL, F.EXPECTED, F.RECOMMENDED, F.REASONS, F.PREFERRED, F.FIGURES,
                       F.OBJECTIVES},
    Surface.HEADLINE: {F.STANDING},
    Surface.STUDY: {F.STANDING, F.NATS, F.EXPECTED, F.WON, F.IN_BRIEF, F.ADVANTAGE,
                    F.PREFERRED, F.SHARE, F.ESTIMAND},
    Surface.WELCOME: {F.STANDING},
    Surface.STEPS: {F.MODEL, F.EXPECTED, F.RECOMMENDED, F.REASONS, F.PREFERRED, F.FIGURES},
    Surface.MECHANISMS: {F.PREFERRED, F.FIGURES},
    Surface.HTML: _REPORT,
    Surface.PDF: _REPORT,
}  # fmt: skip
"""The table of surfaces: what each says, once the study has it."""

# Whoever gives the figures says what they are a mean over.
for _facts in SURFACES.values():
    if F.FIGURES in _facts:
        _facts.add(F.ESTIMAND)

WAITS_FOR_GROUPS = {StudyStanding.ACQUIRING, StudyStanding.COMPARING}
"""Where the panels say the standing; in others they offer the step itself."""

_MODELLED = {F.MODEL, F.NATS}
_CONVERGENCE = {F.RECOMMENDED, F.IN_BRIEF, F.REASONS, F.ADVANTAGE}
_EVALUATE = {F.PREFERRED, F.FIGURES, F.SHARE, F.ESTIMAND, F.OBJECTIVES}
OF_STEP = {
    Step.MODEL: _MODELLED,
    Step.OPTIMIZE: {F.EXPECTED, F.WON},
    Step.CONVERGENCE: _CONVERGENCE,
    Step.EVALUATE: _EVALUATE,
}


# --- what is true --------------------------------------------------------------------------------


def truth(study: Study) -> dict[Fact, str]:
    """What is to be said of a study, from its conclusions and figures alone."""
    found = {F.STANDING: translate(study.status().sentence)}
    recommendation = study.recommendations().get(1)
    simulated = study.settings.simulated
    for run in study.store.learned.runs():
        match run.result:
            case ModelResult() as model:
                found[F.MODEL] = model_results.modelled(model)
                found[F.NATS] = statistics.nats(model.contribution.held_out)
            case OptimizeResult() as trained:
                found[F.EXPECTED] = optimize_results.expected_of(trained, 1)
                found[F.WON] = statistics.share(trained.vote_share.estimate)
            case ConvergenceResult() as compared:
                assert recommendation is not None
                found[F.RECOMMENDED] = convergence_results.recommended(recommendation, 1)
                found[F.IN_BRIEF] = convergence_results.recommended_in_brief(recommendation)
                found[F.REASONS] = convergence_results.reasons(compared)
                found[F.ADVANTAGE] = convergence_results.advantage(compared)
            case EvaluateResult() as result:
                found[F.PREFERRED] = evaluation_results.conclusion(result, simulated=simulated)
                found[F.FIGURES] = votes.evaluation_figures(result)
                found[F.ESTIMAND] = str(votes.estimand(votes.plan_of(result)))
                found[F.OBJECTIVES] = objectives_in_words(result)
                assert found[F.OBJECTIVES]
                found[F.SHARE] = statistics.share(result.share.estimate)
    return found


# --- what is shown -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Place:
    """Where a case is rendered.

    Attributes:
        case: What is told.
        folder: A study of it that nothing writes to.
        shelf: Makes others.
        capture: What the commands print since the last time: stdout and stderr.
        patch: Changes the program for this test.
    """

    case: Told
    folder: Path
    shelf: Bookshelf
    capture: Callable[[], tuple[str, str]]
    patch: pytest.MonkeyPatch


def by_command(place: Place, *, as_json: bool = False) -> str:
    """What the newest result's command prints, which does not compute it but finds it."""
    step = place.case.newest
    commands = {
        Step.MODEL: learn.model, Step.OPTIMIZE: learn.optimize,
        Step.CONVERGENCE: learn.converge, Step.EVALUATE: learn.evaluate,
    }  # fmt: skip
    if step is None:
        return ""
    folder = place.shelf.study(place.case, without_newest=True)
    result = place.case.results[step]

    class Found(Study):
        def require(self, step: Step) -> None:
            """It has had its turn, in this case before groups of EVALUATE played."""

        def perform(self, step: Step, *_: object) -> Iterator[Result]:
            add_result(self.store, step, result)
            yield self.find_result(step, 1, type(result)) or result

    place.patch.setattr(learn, "Study", Found)
    commands[step](folder, as_json=as_json)
    return place.capture()[0]


def by_status(place: Place, *, as_json: bool = False) -> str:
    study_commands.show_status(place.folder, as_json)
    return place.capture()[0]


def is_complete(place: Place) -> bool:
    return place.case.simulated and Step.EVALUATE in place.case.results


def by_simulate(place: Place, *, as_json: bool = False) -> str:
    if not is_complete(place):
        return ""
    simulate.simulate(study=place.folder, as_json=as_json)
    return place.capture()[0]


def by_demo(place: Place) -> str:
    if not is_complete(place):
        return ""
    with Store.read(place.folder) as store:
        demo._tell(summarise(Study(store), timings=False))
    return place.capture()[0]


def words_of(widget: QWidget) -> str:
    """All that a widget says in labels and tables."""
    words = [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]
    for table in widget.findChildren(QTableWidget):
        cells = [table.item(row, column) for row in range(table.rowCount())
                 for column in range(table.columnCount())]  # fmt: skip
        words += [cell.text() for cell in cells if cell is not None]
    words += [part.accessibleDescription() for part in widget.findChildren(QWidget)]
    return " | ".join(words)


def by_training_panel(place: Place) -> str:
    views = StepViews(PAPER_GAME)
    words = []
    with Store.read(place.folder) as store:
        for record in read_records(Study(store)).values():
            views.show_record(record, None, None)
            shown = (views.model, views.optimize, views.convergence, views.evaluate)
            words += [words_of(view) for view in shown if not view.isHidden()]
    return " | ".join(words)


def at_desk(place: Place, look: Callable[[Desk], str]) -> str:
    desk = Desk()
    desk.open_study(place.folder)
    try:
        return look(desk)
    finally:
        desk.close_study()


def by_headline(place: Place) -> str:
    def look(desk: Desk) -> str:
        found = headline(desk)
        return f"{found.title} | {found.words}"

    return at_desk(place, look)


def by_study_panel(place: Place) -> str:
    def look(desk: Desk) -> str:
        panel = StudyPanel(desk)
        words = [words_of(panel)]
        panel.iterations.iteration_chosen.emit(1)
        return " | ".join([*words, words_of(panel)])

    return at_desk(place, look)


def by_welcome_page(place: Place) -> str:
    page = WelcomePage()
    row = RecentButton(place.folder, page)
    row.look_into()
    return words_of(row)


def by_table_of_steps(place: Place) -> str:
    with Store.read(place.folder) as store:
        study = Study(store)
        recommendations, runs = study.recommendations(), store.learned.runs()
        told = {
            run.id: run_in_words(run, recommendations, simulated=place.case.simulated)
            for run in runs
        }
    return " | ".join(column.text(run) for run in runs for column in run_columns(told))


def by_mechanisms_panel(place: Place) -> str:
    def look(desk: Desk) -> str:
        panel = MechanismsPanel(desk)
        panel.refresh()
        words = [words_of(panel)]
        for table in panel.findChildren(RecordTable):
            model = table.records
            cells = [
                model.index(row, column)
                for row in range(model.rowCount())
                for column in range(model.columnCount())
            ]
            words += [str(model.data(cell)) for cell in cells]
        return " | ".join(words)

    return at_desk(place, look)


def by_export(place: Place) -> list[dict[str, str]]:
    """The exported table of contrasts."""
    with Store.read(place.folder) as store:
        folder = export_study(store, place.folder / "exported").folder
    with (folder / "contrasts.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def by_html(place: Place) -> str:
    with Store.read(place.folder) as store:
        report = study_report(Study(store))
    shown = pictures(report)
    page = HtmlPage(report, shown, dict.fromkeys(shown, b"png")).html()
    page = re.sub(r"<style>.*?</style>|data:[^\"]*", "", page, flags=re.DOTALL)
    return re.sub(r"<[^>]*>", " ", page).replace("&#x27;", "'").replace("&quot;", '"')


def by_pdf(place: Place) -> str:
    with Store.open(place.folder) as store:
        study = Study(store)
        read = which("pdftotext")
        if read is None:
            return _printed(study)
        try:
            path = write_study_pdf(study)
        except OperatorError as error:
            return str(error)
    return subprocess.run(
        [read, "-raw", str(path), "-"], capture_output=True, check=True, encoding="utf-8"
    ).stdout


def _printed(study: Study) -> str:
    """What the PDF says, where nothing can read it back."""
    report = study_report(study)
    words = [results.headline(report)]
    for section in story(report, ()):
        for block in section.blocks:
            match block:
                case Paragraph():
                    words.append(block.text)
                case Notes():
                    words += [f"{term} {text}" for term, text in block.entries]
                case ReportTable():
                    words += [cell for row in block.rows for cell in row]
    return " | ".join(words)


RENDER: dict[Surface, Callable[[Place], str]] = {
    Surface.COMMAND: by_command,
    Surface.STATUS: by_status,
    Surface.SIMULATE: by_simulate,
    Surface.DEMO: by_demo,
    Surface.TRAINING: by_training_panel,
    Surface.HEADLINE: by_headline,
    Surface.STUDY: by_study_panel,
    Surface.WELCOME: by_welcome_page,
    Surface.STEPS: by_table_of_steps,
    Surface.MECHANISMS: by_mechanisms_panel,
    Surface.HTML: by_html,
    Surface.PDF: by_pdf,
}


def is_shown(place: Place, surface: Surface, fact: Fact, standing: StudyStanding) -> bool:
    """Whether a surface shows something of this case."""
    if fact not in SURFACES[surface]:
        return False
    if surface is Surface.COMMAND:
        newest = place.case.newest
        return newest is not None and (fact is F.STANDING or fact in OF_STEP[newest])
    if surface in (Surface.SIMULATE, Surface.DEMO):
        return is_complete(place)
    if fact is F.STANDING and surface in (Surface.STUDY, Surface.HEADLINE):
        return standing in WAITS_FOR_GROUPS
    return True


# --- the laws ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def folders(shelf: Bookshelf) -> dict[str, Path]:
    return {case.name: shelf.study(case) for case in CASES}


@pytest.fixture(scope="module")
def truths(folders: dict[str, Path]) -> dict[str, dict[Fact, str]]:
    found = {}
    for name, folder in folders.items():
        with Store.read(folder) as store:
            found[name] = truth(Study(store))
    return found


@pytest.fixture
def place_of(
    shelf: Bookshelf,
    folders: dict[str, Path],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[Told], Place]:
    # None of them is a conclusion, and all take their time.
    monkeypatch.setattr(study_reports, "explain", lambda *_: None)
    monkeypatch.setattr(study_reports, "freeze", FREEZE)
    monkeypatch.setattr(pdf, "pictures", lambda _: {})
    monkeypatch.setenv("COLUMNS", "250")

    def make(case: Told) -> Place:
        return Place(
            case, folders[case.name], shelf, lambda: tuple(capsys.readouterr()), monkeypatch
        )

    return make


FREEZE = cache(study_reports.freeze)
"""The baseline is the same table in every report."""


def plain(text: str) -> str:
    """A text whatever its line breaks and ligatures."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def check(
    place: Place, surface: Surface, true: dict[Fact, str], false: dict[Fact, set[str]]
) -> str:
    """Hold what a surface says against what is true, and against what is not."""
    with Store.read(place.folder) as store:
        standing = Study(store).status().standing
    shown = RENDER[surface](place)
    for fact, words in true.items():
        if is_shown(place, surface, fact, standing):
            assert plain(words) in plain(shown), (surface, fact, words, shown)
    for fact, wrong in false.items():
        for words in wrong:
            assert plain(words) not in plain(shown), (surface, fact, words, shown)
    return shown


TOLD_WHOLE = (F.STANDING, F.RECOMMENDED, F.REASONS, F.PREFERRED, F.FIGURES)
"""Facts told in whole sentences, of which a surface must say no other than the true one."""


@pytest.mark.parametrize("surface", Surface)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_all_surfaces_say_the_same(
    case: Told,
    surface: Surface,
    place_of: Callable[[Told], Place],
    truths: dict[str, dict[Fact, str]],
) -> None:
    true = truths[case.name]
    false = {
        fact: {other[fact] for other in truths.values() if fact in other} - {true.get(fact)}
        for fact in TOLD_WHOLE
    }
    shown = check(place_of(case), surface, true, false)
    assert not re.search(r"\d[\s\u202f]%", shown), "percentages are written in one way"
    assert not re.search(r"[a-z,;] (Liberal egalitarian|Libertarian|Strict egalitarian)", shown)
    assert not re.search(r"theta_\d|liberal_egalitarian", shown), "mechanisms have names"
    if case.simulated:
        assert "People preferred" not in shown


@pytest.mark.parametrize("surface", [s for s in Surface if {F.EXPECTED, F.WON} & SURFACES[s]])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_expected_share_stands_without_its_interval(
    case: Told, surface: Surface, place_of: Callable[[Told], Place]
) -> None:
    shown = RENDER[surface](place_of(case))
    for result in case.results.values():
        match result:
            case OptimizeResult():
                expected = [result.vote_share]
            case ConvergenceResult():
                expected = [result.expected(0, 1), result.expected(1, 0)]
            case _:
                expected = []
        for share in expected:
            # The end of another interval is no estimate.
            estimate = rf"(?<!to )(?<!interval ){re.escape(statistics.share(share.estimate))}"
            for found in re.finditer(estimate, shown):
                beside = shown[found.end() : found.end() + 40]
                assert number(100 * share.low, 1) in beside, shown
                assert number(100 * share.high, 1) in beside, shown


def concluded(place: Place) -> dict[str, dict[str, Any]]:
    """What the commands give as JSON, by command."""
    found = {"status": json.loads(by_status(place, as_json=True))}
    if place.case.newest is not None:
        found["command"] = json.loads(by_command(place, as_json=True))
    if is_complete(place):
        found["simulate"] = json.loads(by_simulate(place, as_json=True))
    return found


def check_json(place: Place) -> None:
    """Hold the JSON of the commands against the study's conclusions."""
    with Store.read(place.folder) as store:
        study = Study(store)
        standing, recommendation = study.status().standing, study.recommendations().get(1)
        result = next((run.result for run in store.learned.runs(Step.EVALUATE)), None)
        assert result is None or isinstance(result, EvaluateResult)
    told = concluded(place)
    assert {each["standing"] for each in told.values()} == {standing}
    assert told["status"]["recommendations"] == (
        {} if recommendation is None else {"1": recommendation}
    )
    if place.case.newest is Step.CONVERGENCE:
        assert told["command"]["recommendation"] == recommendation
    if place.case.newest is Step.EVALUATE and result is not None:
        assert told["command"]["preferred"] == result.preferred
        assert told["command"]["share"] == msgspec.to_builtins(result.share)
    if is_complete(place) and result is not None:
        assert told["simulate"]["evaluation"]["preferred"] == result.preferred
        assert told["simulate"]["iterations"][0]["recommendation"] == recommendation


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_json_holds_the_same_conclusions(case: Told, place_of: Callable[[Told], Place]) -> None:
    check_json(place_of(case))


@pytest.mark.parametrize(
    ("result", "level", "preferred"),
    [(TIED, 1.0, Preferred.MECHANISM), (PREFERRED, 0.0, Preferred.UNDECIDED)],
)
@pytest.mark.parametrize("surface", [s for s in Surface if F.PREFERRED in SURFACES[s]])
def test_no_surface_decides_which_mechanism_was_preferred(
    result: EvaluateResult,
    level: float,
    preferred: Preferred,
    surface: Surface,
    place_of: Callable[[Told], Place],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(evaluated, "LEVEL", level)
    case = next(each for each in CASES
                if each.simulated and each.results.get(Step.EVALUATE) == result)  # fmt: skip
    place = place_of(case)
    with Store.read(place.folder) as store:
        stored = store.learned.runs(Step.EVALUATE)[-1].result
        true = truth(Study(store))
    assert isinstance(stored, EvaluateResult)
    assert stored.preferred is preferred
    check(place, surface, {F.PREFERRED: true[F.PREFERRED]}, {})
    check_json(place)


@pytest.mark.parametrize("surface", [s for s in Surface if _CONVERGENCE & SURFACES[s]])
@pytest.mark.parametrize("recommendation", Recommendation)
def test_no_surface_decides_what_to_do(
    recommendation: Recommendation,
    surface: Surface,
    place_of: Callable[[Told], Place],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reader, "recommend", lambda *_, **__: recommendation)
    others = {
        convergence_results.recommended(each, 1)
        for each in Recommendation
        if each is not recommendation
    }
    true = {
        F.RECOMMENDED: convergence_results.recommended(recommendation, 1),
        F.IN_BRIEF: convergence_results.recommended_in_brief(recommendation),
    }
    cases = [next(each for each in CASES if each.newest is step)
             for step in (Step.CONVERGENCE, Step.EVALUATE)]  # fmt: skip
    for case in cases:
        place = place_of(case)
        check(place, surface, true, {F.RECOMMENDED: others})
        check_json(place)


@pytest.mark.parametrize("surface", [s for s in Surface if F.STANDING in SURFACES[s]])
def test_no_surface_has_words_of_its_own_for_the_standing(
    surface: Surface, place_of: Callable[[Told], Place], monkeypatch: pytest.MonkeyPatch
) -> None:
    probe = Sentence("The study stands on its head.")

    def stands(*arguments: Any) -> object:
        return dataclasses.replace(standing_of(*arguments), sentence=probe)

    monkeypatch.setattr(reader, "status", stands)
    for case in CASES:
        check(place_of(case), surface, {F.STANDING: str(probe)}, {})


DECIDING = re.compile(r"\.(p_value|converged|beats_all|advantage)\b")
"""What a conclusion could be drawn from."""

DECIDE = {
    "hcmd_lab/export/contrast_table.py",
    "hcmd_lab/export/training_tables.py",
    "hcmd_lab/inference/verdict.py",
    "hcmd_lab/inference/vote_shares.py",
    "hcmd_lab/jobs/evaluated.py",
    "hcmd_lab/jobs/trained.py",
    "hcmd_lab/replications/results_table.py",
    "hcmd_lab/study/reader.py",
    "hcmd_lab/study/next_step.py",
    "hcmd_lab/study/summary.py",
    "hcmd_lab/learning/evaluation.py",
    "hcmd_lab/telling/convergence_results.py",
    "hcmd_lab/telling/votes.py",
}


def test_nothing_else_looks_at_what_a_conclusion_is_drawn_from() -> None:
    root = Path(__file__).parents[2]
    files = [path for folder in ("hcmd_lab", "ui") for path in (root / folder).rglob("*.py")]
    found = {
        path.relative_to(root).as_posix()
        for path in files
        if DECIDING.search(path.read_text("utf-8"))
    }
    assert found == DECIDE


def test_the_table_of_surfaces_is_whole() -> None:
    assert set(SURFACES) == set(RENDER) == set(Surface)
    assert set.union(*SURFACES.values()) == set(Fact)
    assert set(OF_STEP) <= {case.newest for case in CASES}


def test_every_contrast_is_told(shelf: Bookshelf, place_of: Callable[[Told], Place]) -> None:
    case = next(each for each in CASES if each.name == "preferred, simulated")
    folder = shelf.study(case)
    second = msgspec.structs.replace(LOST, mechanism="libertarian", baseline="strict_egalitarian")
    with Store.open(folder) as store:
        study = Study(store)
        plan_contrast(study, "libertarian", "strict_egalitarian", 4)
        add_result(store, Step.EVALUATE, second)
        plan_contrast(study, "libertarian", "liberal_egalitarian", 4)
        true = [evaluation_results.conclusion(each, simulated=True) for each in study.evaluations()]
        waits = library_words.contrast_progress(study.contrasts()[2])
        standing = translate(study.status().sentence)
    assert len(set(true)) == 2
    place = dataclasses.replace(place_of(case), folder=folder)
    everywhere = (
        by_html, by_pdf, by_training_panel, by_table_of_steps, by_mechanisms_panel, by_contrasts,
    )  # fmt: skip
    for render in everywhere:
        shown = plain(render(place))
        for words in true:
            assert plain(words) in shown, (render, words)
    for render in (by_training_panel, by_mechanisms_panel, by_contrasts):
        assert plain(waits) in plain(render(place)), render
    for render in (by_status, by_headline, by_study_panel):
        assert plain(standing) in plain(render(place)), render
    listed = json.loads(by_contrasts(place, as_json=True))
    assert [each["result"] and each["result"]["preferred"] for each in listed] == [
        "mechanism", "baseline", None,
    ]  # fmt: skip
    exported = by_export(place)
    assert [row["contrast.preferred"] for row in exported] == ["mechanism", "baseline", ""]
    with Store.read(place.folder) as store:
        for row, contrast in zip(exported, Study(store).contrasts(), strict=True):
            assert row["contrast.mechanism"] == contrast.mechanism
            assert row["contrast.played"] == str(contrast.played)
            result = contrast.result
            if result is None:
                assert not row["contrast.share"]
                continue
            assert float(row["contrast.share"]) == result.share.estimate
            assert float(row["contrast.share_low"]) == result.share.low
            for each in result.objectives:
                assert float(row[f"contrast.{each.kind}_mechanism"]) == each.mechanism
                assert float(row[f"contrast.{each.kind}_other"]) == each.baseline
            assert result.objectives


_PAIRS = (
    ("theta_1", "liberal_egalitarian"), ("theta_1", "libertarian"),
    ("theta_1", "strict_egalitarian"), ("theta_0", "theta_1"), ("theta_0", "libertarian"),
    ("libertarian", "liberal_egalitarian"), ("libertarian", "strict_egalitarian"),
)  # fmt: skip
_SEVEN = ("every group tied", "weights turn the votes", "one group", "one order", "votes missing",
          "stopped early", "two labs")  # fmt: skip
"""Results that seldom come; the first has the place of the contrast of the settings."""


def test_seven_odd_contrasts_are_told_everywhere(
    shelf: Bookshelf, place_of: Callable[[Told], Place]
) -> None:
    results = [ODD[name].result(*pair) for name, pair in zip(_SEVEN, _PAIRS, strict=True)]
    case = Told("seven", _turn_with(results[0]), simulated=True, evaluated=True)
    folder = shelf.study(case)
    with Store.open(folder) as store:
        study = Study(store)
        for pair, result in zip(_PAIRS[1:], results[1:], strict=True):
            plan_contrast(study, *pair, 4)
            add_result(store, Step.EVALUATE, result)
        assert study.evaluations() == results
    place = dataclasses.replace(
        place_of(next(each for each in CASES if each.name == "preferred, simulated")), folder=folder
    )
    everywhere = (
        by_html, by_pdf, by_training_panel, by_table_of_steps, by_mechanisms_panel, by_contrasts,
    )  # fmt: skip
    for render in everywhere:
        shown = plain(render(place))
        for result in results:
            for words in (
                evaluation_results.conclusion(result, simulated=True),
                votes.evaluation_figures(result),
            ):
                assert plain(words) in shown, (render, words)
    with Store.read(folder) as store:
        several = library_words.many_tests(Study(store).contrasts())
    assert "at least one of 7 would seem decided with a chance of up to 30%" in several
    for render in (by_html, by_pdf, by_training_panel, by_contrasts):
        assert plain(several) in plain(render(place)), render
    for render in (by_html, by_pdf):
        shown = plain(render(place))
        for result in results:
            for words in [*votes.evaluation_statistics(result), objectives_in_words(result)]:
                assert plain(words) in shown, (render, words)
    exported = by_export(place)
    listed = json.loads(by_contrasts(place, as_json=True))
    for result, row, each in zip(results, exported, listed, strict=True):
        assert row["contrast.preferred"] == each["result"]["preferred"] == result.preferred
        assert float(row["contrast.share"]) == each["result"]["share"]["estimate"]
        assert float(row["contrast.share"]) == result.share.estimate
        assert result.plan is not None
        assert row["contrast.order_adjusted"] == str(int(result.plan.order_adjusted))


def _turn_with(result: EvaluateResult) -> dict[Step, Result]:
    return {**BEFORE_EVALUATE, Step.EVALUATE: result}


def by_contrasts(place: Place, *, as_json: bool = False) -> str:
    contrast_commands.show_contrasts(place.folder, as_json)
    return place.capture()[0]
