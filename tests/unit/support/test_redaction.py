"""What a support file tells of people: nothing."""

import dataclasses
import os
import traceback
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hcmd_lab.game.events import Event, HelpGiven
from hcmd_lab.storage.codec import Logged
from hcmd_lab.support.redaction import NAMELESS, Redaction, event_outline, without_words

NOBODY = Redaction((), "", Path("/"))
TYPED_BY_PEOPLE = {"label", "text", "note", "reason", "answers", "version", "nonce"}
OF_PEOPLE = {
    "agreed", "answer", "cents", "choice", "contribution", "correct", "mechanism",
    "payout_hundredths", "votes", "weight_units", "winner",
}  # fmt: skip


@pytest.mark.parametrize("kind", get_args(Event), ids=lambda kind: kind.__name__)
def test_no_event_tells_what_somebody_typed_chose_or_earned(kind: type) -> None:
    outline = event_outline(Logged(7, "SESSIONX", "2026-01-01T00:00:00", _marked(kind)), NOBODY)
    private = {field.name for field in dataclasses.fields(kind)} & (TYPED_BY_PEOPLE | OF_PEOPLE)
    assert private <= set(outline["left_out"])
    assert not private & set(outline)
    assert "Ann Other" not in msgspec.json.encode(outline).decode()


def _marked(kind: type) -> object:
    """An event whose typed texts are a name, and whose parts are plain."""
    plain = {
        "at_ms": 5,
        "group": 1,
        "seat": 2,
        "stage": 1,
        "round": 3,
        "participant": "p",
        "page": 1,
    }
    values = {
        field.name: plain.get(field.name, "Ann Other" if field.name in TYPED_BY_PEOPLE else ["x"])
        for field in dataclasses.fields(kind)
    }
    return kind(**values)


@given(
    label=st.text(min_size=2, max_size=12).filter(str.strip), around=st.sampled_from(" ,.;'\"(\n")
)
def test_a_label_is_found_wherever_it_stands_alone(label: str, around: str) -> None:
    label = label.strip()
    assume(label.casefold() not in ("x", "y"))  # those would be found twice
    text = f"x{around}{label}{around}y"
    told = Redaction([label], "", Path("/")).of(text)
    assert told == f"x{around}{NAMELESS}{around}y"


def test_case_is_no_disguise_and_a_part_of_a_word_is_no_name() -> None:
    home = Path("/home/jo")
    redaction = Redaction(["Ann", "Ann Other"], "jo", home)
    told = redaction.of(f"ANN OTHER at {home / 'studies'}; jo; banner; Annual")
    assert told == f"{NAMELESS} at ~{os.sep}studies; {NAMELESS}; banner; Annual"


def test_labels_that_are_numbers_leave_numbers_times_and_fields_alone() -> None:
    event = HelpGiven(11, "7", passed=True)
    redaction = Redaction(["7", "11", "passed"], "", Path("/"))
    outline = event_outline(Logged(7, "SESSIONX", "2026-11-07T07:11:00", event), redaction)
    assert outline == {
        "session_code": "SESSIONX", "event_id": 7, "utc": "2026-11-07T07:11:00",
        "kind": "HelpGiven", "at_ms": 11, "participant": NAMELESS, "passed": True, "left_out": [],
    }  # fmt: skip


def test_a_crash_keeps_its_calls_and_its_kind_alone() -> None:
    def refuse(label: str) -> None:
        raise ValueError(f"no such label: {label}\nAnn Other: Error\nhcmd-lab Ann")

    try:
        refuse("Ann Other")
    except ValueError as error:
        log = "--- 2026-01-01T00:00:00+00:00\nhcmd-lab 9.9\n" + "".join(
            traceback.format_exception(error)
        )
    told = without_words(log).splitlines()
    assert told[:3] == [
        "--- 2026-01-01T00:00:00+00:00", "hcmd-lab 9.9", "Traceback (most recent call last):",
    ]  # fmt: skip
    assert told[-1] == "ValueError"
    assert "Ann" not in "".join(told)
    assert sum("test_redaction.py" in line for line in told) == 2
