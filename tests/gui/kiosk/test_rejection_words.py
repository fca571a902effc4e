"""What participants are told about refusals."""

import pytest

from hcmd_lab.network.rejection import RejectionCode
from ui.kiosk.widgets.rejection_words import rejection_words

OF_COMMANDS = (
    RejectionCode.STATION_OCCUPIED,
    RejectionCode.NOT_ON_LIST,
    RejectionCode.LABEL_TAKEN,
    RejectionCode.TOOK_PART_BEFORE,
    RejectionCode.SESSION_FULL,
    RejectionCode.NOT_SEATED,
    RejectionCode.TOO_LATE,
    RejectionCode.ALREADY_DECIDED,
    RejectionCode.NOT_NOW,
    RejectionCode.NOT_SAVED,
    RejectionCode.TOO_FAST,
    RejectionCode.NOT_UNDERSTOOD,
)


@pytest.mark.parametrize("code", OF_COMMANDS)
def test_every_rejection_of_a_command_has_words_for_participants(code: RejectionCode) -> None:
    told = rejection_words(str(code))
    assert told != rejection_words("from_a_newer_host")
    assert told.endswith(".")


def test_any_other_refusal_asks_to_raise_a_hand() -> None:
    assert rejection_words("wrong_pin") == rejection_words("from_a_newer_host")
    assert "raise your hand" in rejection_words("wrong_pin")
