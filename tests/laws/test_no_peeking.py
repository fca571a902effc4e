"""Before EVALUATE has counted the votes, no surface says how they stand."""

import json
import re
import shutil
import zipfile
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot
from studies import WHEN
from told_studies import BEFORE_EVALUATE, GROUPS, Bookshelf, Told

from hcmd_lab.cli import explain as explain_command
from hcmd_lab.cli import power as power_command
from hcmd_lab.cli import study as study_commands
from hcmd_lab.export.study_export import export_study
from hcmd_lab.figures.receipts import Occasion, receipt_html
from hcmd_lab.figures.report.contents import Paragraph, story
from hcmd_lab.figures.report.report_pictures import pictures
from hcmd_lab.game.payment_list import payment_rows
from hcmd_lab.inference import counting, labs
from hcmd_lab.storage.records import GroupRow
from hcmd_lab.storage.store import Store
from hcmd_lab.study.audit import audit
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.report import study_report
from hcmd_lab.study.study import Study
from hcmd_lab.study.summary import summarise
from hcmd_lab.support.support_file import write_support_file
from hcmd_lab.telling.audit import audit_in_words
from ui.control.data.contents import read_contents
from ui.control.data.study_tables import group_columns
from ui.control.desk import Desk
from ui.control.news import News
from ui.control.session.payment_columns import payment_columns
from ui.control.session.session_review import ReviewPage, SessionReview
from ui.control.training.explain_dialog import explanation_in_words
from ui.control.training.headline import headline
from ui.look.selectable_text import SelectableText

pytestmark = pytest.mark.usefixtures("qapp")

TARGET = 3 * GROUPS
WAITING = f"{GROUPS} groups have compared θ₁ with liberal egalitarian"


@pytest.fixture(scope="module")
def folder(shelf: Bookshelf) -> Path:
    """A study in which 4 of 12 groups have compared the mechanism with the baseline."""
    changes: dict[str, object] = {"evaluation_groups": TARGET}
    return shelf.study(Told("comparing", BEFORE_EVALUATE, True, evaluated=True, changes=changes))


@pytest.fixture(autouse=True)
def nobody_judges(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever computes a share of votes now fails."""

    def peek(*_: object, **__: object) -> NoReturn:
        raise AssertionError("somebody looks at the votes")

    for module in (counting, labs):
        monkeypatch.setattr(module, "judge", peek)


def test_explain_tells_only_how_many_have_voted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    explain_command.explain(folder, as_json=True)
    printed = capsys.readouterr()
    found = json.loads(printed.out)
    assert found["votes"] == []
    assert found["compared"] == GROUPS
    explain_command.explain(folder)
    told = capsys.readouterr().out
    assert WAITING in " ".join(told.split())
    assert "among heads" not in told


def test_the_dialog_tells_the_same(folder: Path) -> None:
    with Store.read(folder) as store:
        sections = explanation_in_words(ReadOnlyStudy(store), "theta_1")
    words = " ".join(paragraph for each in sections for paragraph in each.paragraphs)
    assert WAITING in words
    assert "among heads" not in words


def test_status_tells_counts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    study_commands.show_status(folder, True)
    found = json.loads(capsys.readouterr().out)
    assert (found["groups"], found["groups_target"]) == (GROUPS, TARGET)
    for_model = found.pop("data")  # of ACQUIRE: how many votes MODEL can use
    assert isinstance(for_model["votes"], int)
    assert "votes" not in json.dumps(found)


def test_the_report_has_no_votes_of_the_comparison(folder: Path) -> None:
    with Store.read(folder) as store:
        study = Study(store)
        report, summary = study_report(study), summarise(study, timings=False)
    assert not report.evaluations
    assert summary.evaluation is None
    assert not {"votes", "votes_by_role"} & set(pictures(report))
    said = " ".join(
        block.text
        for section in story(report, ())
        for block in section.blocks
        if isinstance(block, Paragraph)
    )
    assert "among heads" not in said


def test_the_data_panel_shows_how_many_voted(folder: Path) -> None:
    with Store.read(folder) as store:
        contents = read_contents(store, lambda *_: None)
        count = {row.number: each for row, each in Study(store).group_counts()}
    assert contents.hides_votes
    assert not {"votes", "votes_by_role"} & {shown.picture.name for shown in contents.pictures}

    def are_told(row: GroupRow) -> bool:
        return row.purpose != "evaluate" or not contents.hides_votes

    columns = group_columns(contents.mechanisms, lambda row: count[row.number], are_told)
    (votes,) = [column for column in columns if column.heading == "Votes"]
    shown = {row.purpose: votes.text(row) for row in contents.groups}
    assert shown["evaluate"] == "4 cast"
    assert " : " in shown["acquire"]


def test_nothing_that_is_explained_depends_on_the_votes(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The third stage repeats the stage voted for: rounds played would tell which."""
    explain_command.explain(folder, "liberal_egalitarian", as_json=True)
    told = json.loads(capsys.readouterr().out)
    with Store.read(folder) as store:
        study = ReadOnlyStudy(store)
        shown, played = study.shown_groups(), study.played(("evaluate",))
    assert all(max(each.stage for each in group.stages) == 3 for group in played)
    compared = [group for group in shown if group.purpose == "evaluate"]
    assert all({each.stage for each in group.stages} == {1, 2} for group in compared)
    assert sum(each["rounds_played"] for each in told["conditions"]) == 10 * GROUPS


def test_power_rests_on_counted_votes_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(power_command, "_MIN_GROUPS", 1)
    power_command.power(share=0.6, study=folder)
    assert f"from the votes of {GROUPS} groups" in " ".join(capsys.readouterr().out.split())


TELLING = re.compile(r"wins the vote|vote is tied|stage [12] w|for stage|\b[0-4] ?: ?[0-4]\b", re.I)
"""How the end of a vote is told where it may be."""


def compared_session(study: ReadOnlyStudy) -> str:
    return next(row.code for row in study.store.tables.sessions() if row.purpose == "evaluate")


def test_what_is_paid_says_nothing_of_votes(folder: Path) -> None:
    """Neither the list of payments nor a receipt parts what was earned by stages."""
    with Store.read(folder) as store:
        study = Study(store)
        code, state = study.session_state(compared_session(study))
        rows = payment_rows(state)
        assert rows
        occasion = Occasion("a study", code, WHEN[:10], state.plan.payment)
        said = [receipt_html(row, occasion, anonymous=False) for row in rows]
    said += [" ".join(column.heading for column in payment_columns())]
    for each in said:
        assert not re.search(r"vote|stage|theta|egalitarian|libertarian", each, re.IGNORECASE)


def test_a_session_that_is_over_does_not_say_how_its_votes_ended(
    folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """Its windows go as windows do: left to the garbage they had Qt crash at the next one."""
    kept = tmp_path / "study"
    shutil.copytree(folder, kept)
    desk = Desk()
    desk.open_study(kept)
    try:
        review = SessionReview(desk, compared_session(desk.study))
        qtbot.addWidget(review)
        words = ""
        for page in ReviewPage:
            review.show_page(page)
            words += "\n".join(each.toPlainText() for each in review.findChildren(QPlainTextEdit))
            for kind in (QLabel, SelectableText):
                words += "\n".join(each.text() for each in review.findChildren(kind))
        acquired = next(
            r.code for r in desk.study.store.tables.sessions() if r.purpose == "acquire"
        )
        other = SessionReview(desk, acquired)
        qtbot.addWidget(other)
        other.show_page(ReviewPage.LOG)
        (log,) = other.findChildren(QPlainTextEdit)
        assert TELLING.search(log.toPlainText()), "votes for one mechanism played twice are told"
    finally:
        desk.close_study()
    assert "Group 1" in words
    assert not TELLING.search(words)


def test_the_program_announces_only_what_is_to_be_done(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "study"
    shutil.copytree(folder, kept)
    desk = Desk()
    desk.open_study(kept)
    try:
        news = News(desk, desk)
        said = [str(getattr(news, name)) for name, kind in vars(News).items()
                if isinstance(kind, property)]  # fmt: skip
        said += [headline(desk).title, headline(desk).words]
    finally:
        desk.close_study()
    assert not any(re.search(r"\d%|preferred|decide", each) for each in said), said


def test_a_support_file_leaves_out_what_tells_the_votes(folder: Path, tmp_path: Path) -> None:
    packed = tmp_path / "support.zip"
    write_support_file(packed, folder, tmp_path)
    with zipfile.ZipFile(packed) as files:
        lines = files.read("events.jsonl").decode().splitlines()
        others = "".join(files.read(each).decode() for each in files.namelist()
                         if each != "events.jsonl")  # fmt: skip
    events = [json.loads(line) for line in lines]
    told = set().union(*(each for each in events))
    assert {"VoteCast", "VotesCounted"} <= {each["kind"] for each in events}
    assert not told & {"choice", "winner", "votes", "mechanism", "payout_hundredths", "by_coin"}
    assert not re.search(r"preferred|p_value|within_group", others)


def test_an_export_of_uncounted_votes_is_told_by_the_audit(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "study"
    shutil.copytree(folder, kept)
    with Store.read(kept) as store:
        assert not audit(Study(store)).exported
        export_study(store, tmp_path / "export")
        (exported,) = audit(Study(store)).exported
        assert exported.groups == GROUPS
        said = audit_in_words(audit(Study(store)))
    assert any(
        "data were exported with the votes of 4 groups that had not been counted." in line
        for line in said
    )
