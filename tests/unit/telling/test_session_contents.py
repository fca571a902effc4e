"""What a session contains, and what is missing, is one conclusion that is told in one way."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import studies
from pytestqt.qtbot import QtBot

from hcmd_lab.game.script_settings import NO_SCRIPT
from hcmd_lab.game.session_rules import SessionRules, parse_rules
from hcmd_lab.storage.store import Store
from hcmd_lab.study.session_contents import Content, Gap, SessionContents, session_contents
from hcmd_lab.study.study import Study
from hcmd_lab.telling.session_contents import GAPS, TITLES, content_words, gap_words

LISTED = {"participant_list": True}


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Iterator[Study]:
    """A study with people."""
    folder = tmp_path_factory.mktemp("people") / "study"
    with Store.open(studies.playable_study(folder, 8, "people")) as store:
        yield Study(store)


def contents(study: Study, values: dict[str, object], labels: int = 8) -> SessionContents:
    rules = parse_rules(LISTED | values)
    names = tuple(f"p{number}" for number in range(labels))
    return session_contents(study, "acquire", 2, rules, names)


def test_nothing_is_missing_by_default(study: Study) -> None:
    assert contents(study, {}).gaps == ()
    assert session_contents(study, "acquire", 2, SessionRules()).gaps == ()


def test_a_label_that_is_asked_for_without_a_list_is_a_gap(study: Study) -> None:
    asked = session_contents(study, "acquire", 2, parse_rules({"ask_label": True}))
    assert asked.gaps == (Gap.NO_LIST,)
    assert content_words(asked, Content.CHECK_IN) == "Anyone, with any label or none"
    unasked = session_contents(study, "acquire", 2, SessionRules())
    assert content_words(unasked, Content.CHECK_IN) == "Anyone; no label is asked for"


@pytest.mark.parametrize(
    ("values", "gap"),
    [
        ({"consent": False}, Gap.NO_CONSENT),
        ({"instructions": False}, Gap.NO_INSTRUCTIONS),
        ({"control_questions": False}, Gap.NO_QUESTIONS),
        ({"questionnaire": False}, Gap.NO_QUESTIONNAIRE),
        ({"payment_screen": False}, Gap.PAY_UNSEEN),
        ({"decide_s": 0}, Gap.ENDLESS_WAIT),
    ],
)
def test_what_is_missing_is_named(study: Study, values: dict[str, object], gap: Gap) -> None:
    assert contents(study, values).gaps == (gap,)


def test_a_list_that_is_too_short_is_counted(study: Study) -> None:
    short = contents(study, {}, labels=7)
    assert short.gaps == (Gap.FEW_LABELS,)
    assert gap_words(short, Gap.FEW_LABELS) == (
        "The participant list has 7 labels for 8 seats: not every group can be filled."
    )


def test_every_entry_is_told_as_it_is(study: Study) -> None:
    told = {each: content_words(contents(study, {"practice_rounds": 2}), each) for each in Content}
    assert told[Content.GROUPS].startswith("2 groups at 8 stations")
    assert told[Content.CHECK_IN] == "Only people on the list: 8 labels"
    assert "English" in told[Content.CONSENT]
    assert told[Content.INSTRUCTIONS].startswith("4 pages, ")
    assert told[Content.PRACTICE] == "2 rounds with equal shares, unpaid"
    assert told[Content.GAME].startswith("Three stages of 10 rounds, a vote before the third. All")
    assert "vote 120 s" in told[Content.TIMES]
    off = replace(SessionRules(), script=NO_SCRIPT)
    bare = session_contents(study, "acquire", 2, off)
    assert content_words(bare, Content.CONSENT) == "Off"
    assert [each for each in Content if not bare.includes(each)] == [
        Content.CONSENT, Content.INSTRUCTIONS, Content.QUESTIONS, Content.PRACTICE,
        Content.QUESTIONNAIRE, Content.PAYMENT_SCREEN, Content.BLIND,
    ]  # fmt: skip


def test_simulated_participants_miss_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    with Store.open(studies.playable_study(tmp_path / "study", 4)) as store:
        alone = Study(store)
        assert session_contents(alone, "acquire", 2, alone.default_rules).gaps == ()


def test_everything_has_its_words() -> None:
    assert set(TITLES) == set(Content)
    assert set(GAPS) == set(Gap)


def test_a_tail_has_one_number_of_coins(study: Study) -> None:
    """Groups differ in it, tails of a group do not."""
    found = contents(study, {})
    alike = replace(found, tail_endowments=(6, 6))
    assert content_words(alike, Content.GROUPS).endswith("; each tail has 6 coins in a round")
    alone = replace(found, tail_endowments=(1,))
    assert content_words(alone, Content.GROUPS).endswith("; each tail has 1 coin in a round")
    apart = replace(found, tail_endowments=(6, 10, 6))
    assert content_words(apart, Content.GROUPS).endswith(
        "; coins of each tail in a round, group by group: 6, 10, 6"
    )


def test_whoever_was_dropped_is_not_said_to_see_the_pay(study: Study) -> None:
    """The experimenter leads them on to it, or nobody does (`hcmd-lab serve`)."""
    words = content_words(contents(study, {"payment_screen": True}), Content.PAYMENT_SCREEN)
    assert words.startswith("Everyone who is not dropped sees at the end")
