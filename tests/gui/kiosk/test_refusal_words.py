"""What participants are told about refusals."""

import pytest

from hcmd_lab.network.messages import Refusal
from ui.kiosk.parts.refusal_words import refusal_words

OF_INTENTIONS = (
    Refusal.STATION_OCCUPIED,
    Refusal.SESSION_FULL,
    Refusal.NOT_SEATED,
    Refusal.TOO_LATE,
    Refusal.ALREADY_DECIDED,
    Refusal.NOT_NOW,
    Refusal.NOT_SAVED,
    Refusal.TOO_FAST,
    Refusal.NOT_UNDERSTOOD,
)


@pytest.mark.parametrize("code", OF_INTENTIONS)
def test_every_refusal_of_an_intention_has_words_for_participants(code: Refusal) -> None:
    told = refusal_words(str(code))
    assert told != refusal_words("from_a_newer_host")
    assert told.endswith(".")


def test_any_other_refusal_asks_to_raise_a_hand() -> None:
    assert refusal_words("wrong_pin") == refusal_words("from_a_newer_host")
    assert "raise your hand" in refusal_words("wrong_pin")
