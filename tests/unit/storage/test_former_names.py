"""Logs, settings and files from before settings were renamed are read as they were meant."""

from pathlib import Path

import msgspec
import pytest

from hcmd_lab.errors import OperatorError
from hcmd_lab.game import events as ev
from hcmd_lab.game.script_settings import NO_SCRIPT
from hcmd_lab.game.session import replay
from hcmd_lab.game.session_rules import parse_rules
from hcmd_lab.game.session_settings import Dropout, Synchronize, TimeoutContribution
from hcmd_lab.game.state import Phase
from hcmd_lab.storage.codec import decode, encode

OLD_LOG = Path(__file__).with_name("session_before_renames.tsv")


def old_log() -> list[tuple[str, str]]:
    lines = OLD_LOG.read_text(encoding="utf-8").splitlines()
    return [(kind, body) for kind, body in (line.split("\t") for line in lines)]


def test_an_old_session_plays_as_it_did() -> None:
    events = [decode(number, kind, body) for number, (kind, body) in enumerate(old_log(), 1)]
    opened = events[0]
    assert isinstance(opened, ev.SessionOpened)
    assert opened.plan.settings.synchronize is Synchronize.ROUNDS
    assert opened.plan.settings.dropout is Dropout.PAUSE
    assert opened.plan.settings.timeout_contribution is TimeoutContribution.HALF
    assert opened.plan.script.participant_list
    state = replay(events)  # type: ignore[arg-type]
    assert [group.phase for group in state.groups.values()] == [Phase.GATHER, Phase.DECIDE]


def test_a_log_is_written_as_it_was_byte_for_byte() -> None:
    for number, (kind, body) in enumerate(old_log(), 1):
        assert encode(decode(number, kind, body)) == (kind, body)


def test_a_plan_from_before_there_were_scripts_is_the_game_alone() -> None:
    kind, body = old_log()[0]
    plan = msgspec.json.decode(body)
    del plan["plan"]["script"]
    opened = decode(1, kind, msgspec.json.encode(plan).decode())
    assert isinstance(opened, ev.SessionOpened)
    assert opened.plan.script == NO_SCRIPT


def test_new_names_are_read_from_a_log_too() -> None:
    kind, body = old_log()[0]
    renamed = body.replace('"in_step"', '"synchronize"').replace("guest_list", "participant_list")
    assert decode(1, kind, renamed) == decode(1, kind, body)


@pytest.mark.parametrize("body", ["3", "{}", '{"plan": 3}', '{"plan": {"settings": []}}'])
def test_a_damaged_first_event_is_still_told(body: str) -> None:
    with pytest.raises(OperatorError, match="Event 1 of the study"):
        decode(1, "SessionOpened", body)


def test_a_word_that_no_setting_has_is_told() -> None:
    kind, body = old_log()[0]
    with pytest.raises(OperatorError, match="damaged"):
        decode(1, kind, body.replace('"pause"', '"sleep"'))


def test_old_names_are_read_from_files_and_commands() -> None:
    rules = parse_rules({"in_step": "stages", "guest_list": True})
    assert rules == parse_rules({"synchronize": "stages", "participant_list": True})
    assert msgspec.json.decode(msgspec.json.encode(rules), type=type(rules)) == rules
