"""The report: complete, safe, whole or not at all."""

import base64
import dataclasses
import re
from html.parser import HTMLParser
from pathlib import Path

import figure_records as records
import msgspec
import pytest

from hcmd_lab.errors import OperatorError
from hcmd_lab.figures.report.html_page import HtmlPage
from hcmd_lab.figures.report.report_pictures import pictures
from hcmd_lab.figures.report.writing import REPORT_FILE, write_report
from hcmd_lab.game.rules import PAPER_GAME
from hcmd_lab.jobs.requests import Origin
from hcmd_lab.restriction import Reference, Restriction
from hcmd_lab.study.report import IterationReport, StudyReport
from hcmd_lab.telling.results import headline

pytestmark = pytest.mark.usefixtures("qapp")

PICTURES = {
    "votes", "reward_and_inequality", "contributions_compared", "policies", "cross_entropies",
    "behaviour_shift", "meta_game", "contributions_acquired", "rule", "incentives",
    "least_served", "votes_by_role", "predictive_checks", "predictions",
}  # fmt: skip

HOSTILE = "<script>alert('θ')</script> & \"Lab\""


class Reader(HTMLParser):
    """Collects text, and checks that every element is closed in order."""

    VOID = frozenset({"meta", "img"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.text += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def page_of(report: StudyReport) -> str:
    """The page, with one picture's bytes for all, since painting takes its time."""
    shown = pictures(report)
    return HtmlPage(report, shown, dict.fromkeys(shown, b"png")).html()


@pytest.fixture(scope="module")
def study_report() -> StudyReport:
    return records.study_report()


def test_it_writes_the_page_and_its_pictures(study_report: StudyReport, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "report"
    paths = write_report(study_report, folder)
    assert paths[0] == folder / REPORT_FILE
    assert {path.name for path in paths[1:]} == {f"{name}.png" for name in PICTURES}
    assert set(folder.iterdir()) == set(paths)  # no drafts are left
    page = paths[0].read_text("utf-8")
    embedded = re.findall(r'src="data:image/png;base64,([^"]+)"', page)
    assert {base64.b64decode(data) for data in embedded} == {p.read_bytes() for p in paths[1:]}
    assert not re.search(r'(src|href)="(?!data:)', page)  # it needs nothing from elsewhere


def test_a_folder_that_cannot_be_written_is_the_operators(
    study_report: StudyReport, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    bare = dataclasses.replace(study_report, policies=(), played=(), evaluations=())
    with pytest.raises(OperatorError, match="cannot be written"):
        write_report(bare, tmp_path / "file" / "report")


def test_text_typed_by_people_is_text(study_report: StudyReport) -> None:
    page = page_of(dataclasses.replace(study_report, name=HOSTILE, versions={HOSTILE: HOSTILE}))
    reader = read(page)
    assert "script" not in reader.seen
    assert reader.text.count(HOSTILE) == 5  # title, heading, provenance and the version's two cells


def test_simulated_participants_are_announced(study_report: StudyReport) -> None:
    banner = "Every decision and vote in this report was made by a simulation."
    assert banner in read(page_of(study_report)).text
    of_people = dataclasses.replace(study_report, simulated=False)
    assert banner not in read(page_of(of_people)).text


def test_the_numbers_are_on_the_page(study_report: StudyReport) -> None:
    text = read(page_of(study_report)).text
    for number in ("54.3%", "49.9% to 58.7%", "p\xa0=\xa00.058", "1.540", "1.710", "1.790", "1.970",
                   "0.651", "0.693", "53.9% to 58.1%", "84.2", "2,400", "d" * 64):  # fmt: skip
        assert number in text, number


def test_predictions_say_which_votes_they_are_compared_with(study_report: StudyReport) -> None:
    """A comparison is predicted by models of its own iteration, and its votes are not adjusted."""
    captions = {name: each.caption for name, each in pictures(study_report).items()}
    assert captions["predictions"].startswith("The models had not seen these groups when they")
    assert "Votes are told as they were cast" in captions["predictions"]
    assert "votes cast for" in read(page_of(study_report)).text


def test_the_groups_of_several_comparisons_are_not_said_to_be_of_one(
    study_report: StudyReport,
) -> None:
    two = dataclasses.replace(study_report, evaluations=study_report.evaluations * 2)
    text = read(page_of(two)).text
    assert "Groups in all comparisons" in text
    assert "Groups in the comparison" not in text


def test_curves_of_contributions_say_whose_decisions_they_leave_out(
    study_report: StudyReport,
) -> None:
    captions = {name: each.caption for name, each in pictures(study_report).items()}
    for name in ("contributions_acquired", "contributions_compared"):
        assert "What time-outs and stand-ins contributed is left out" in captions[name]


def test_bounds_are_told_with_the_worst_that_each_mechanism_does(
    study_report: StudyReport,
) -> None:
    assert "Restrictions on the mechanism" not in read(page_of(study_report)).text
    bounded = dataclasses.replace(
        study_report, restriction=Restriction(0.02, True, Reference.STRICT_EGALITARIAN, 0.8)
    )
    text = read(page_of(bounded)).text
    assert "Each participant gets at least 2.0% of the fund." in text
    assert "who contributes more, the others unchanged, never gets a smaller share." in text
    assert "At most 80.0% of the fund is divided differently from strict egalitarian." in text
    # theta_0 divides equally, theta_2 by relative contributions alone.
    assert "θ₀25.00%00.00%" in text
    assert "θ₂0.00%075.00%" in text


def test_a_warm_start_is_told_with_the_mark_of_simulation(study_report: StudyReport) -> None:
    assert "not drawn at random" not in read(page_of(study_report)).text
    origin = Origin(study="Rehearsal", iteration=2, simulated=True, checkpoint="c" * 64)
    warm = dataclasses.replace(study_report, origin=origin)
    told = "the study “Rehearsal” had trained it up to its iteration 2, with simulated"
    assert told in read(page_of(warm)).text
    of_people = dataclasses.replace(warm, origin=msgspec.structs.replace(origin, simulated=False))
    text = read(page_of(of_people)).text
    assert "had trained it up to its iteration 2." in text


def test_the_headline_says_who_was_preferred(study_report: StudyReport) -> None:
    result = records.evaluate_result()
    sure = msgspec.structs.replace(result, p_value=0.0004)
    lost = msgspec.structs.replace(
        sure, share=msgspec.structs.replace(result.share, estimate=0.4, low=0.35, high=0.45)
    )
    said = [
        headline(dataclasses.replace(study_report, evaluations=(evaluation,)))
        for evaluation in (result, sure, lost)
    ]
    assert said[0].startswith("The votes of simulated participants do not decide between θ₂ and")
    assert said[1].startswith("Simulated participants preferred θ₂ to liberal egalitarian. The")
    assert said[2].startswith("Simulated participants preferred liberal egalitarian to θ₂. The")
    people = dataclasses.replace(study_report, evaluations=(sure,), simulated=False)
    assert headline(people).startswith("People preferred θ₂ to liberal egalitarian.")


def test_an_early_study_has_a_report_too() -> None:
    nothing = StudyReport(name="Early", simulated=False, seed=1, game=PAPER_GAME, iterations=())
    assert "0 groups have played" in read(page_of(nothing)).text
    acquired = dataclasses.replace(
        nothing, iterations=(IterationReport(1, 3, 360),), played=records.played_groups(1, 3)
    )
    assert set(pictures(acquired)) == {"contributions_acquired"}
    read(page_of(acquired))
    trained = dataclasses.replace(
        nothing,
        iterations=(
            IterationReport(1, 10, 1200, records.model_result(1), records.optimize_result(1)),
        ),
    )
    text = read(page_of(trained)).text
    assert "θ₁ is expected to win 56.0%" in text
    assert "EVALUATE has not yet counted votes of new participants." in text
    assert "kept after" not in text
    short = msgspec.structs.replace(records.optimize_result(1), kept_at=340)
    shortened = dataclasses.replace(trained.iterations[0], optimize=short)
    text = read(page_of(dataclasses.replace(trained, iterations=(shortened,)))).text
    assert "The step was shortened to 340 updates" in text
    assert f"{short.updates:,}, kept after 340" in text


def test_sessions_of_evaluate_are_not_taken_for_acquired(study_report: StudyReport) -> None:
    compared = [dataclasses.replace(g, purpose="evaluate") for g in records.played_groups(1, 5)]
    bare = StudyReport(
        name="", simulated=False, seed=1, game=PAPER_GAME, iterations=(), played=tuple(compared)
    )
    assert pictures(bare) == {}
