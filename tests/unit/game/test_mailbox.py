import pytest
from walks import Walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.mailbox import MAX_MESSAGE_CHARACTERS
from hcmd_lab.game.session import apply
from hcmd_lab.game.state import IllegalEventError
from hcmd_lab.game.view import Page, station_view


@pytest.fixture
def walk() -> Walk:
    walk = Walk(small_plan())
    walk.check_in()
    return walk


def shown(walk: Walk, station: str = "s1") -> str:
    return station_view(walk.state, station, walk.now_ms).message


def test_messages_are_shown_to_one_participant_and_in_their_order(walk: Walk) -> None:
    walk.do(ev.MessageSent(0, "p1", "Please sit still."))
    walk.do(ev.MessageSent(0, "p1", "Thank you."))
    assert (shown(walk), shown(walk, "s2")) == ("Please sit still.", "")
    walk.do(ev.MessageRead(0, "p1", "n1"))
    assert shown(walk) == "Thank you."
    walk.do(ev.MessageRead(0, "p1", "n2"))
    assert shown(walk) == ""
    assert walk.state.participants["p1"].read_nonce == "n2"


def test_a_message_changes_nothing_else(walk: Walk) -> None:
    before = walk.state.groups
    walk.do(ev.MessageSent(0, "p1", "Hello."))
    assert walk.state.groups == before
    assert list(walk.state.participants) == ["p1", "p2", "p3", "p4"]


def test_it_reaches_whoever_waits_for_a_seat_is_paused_or_has_ended(walk: Walk) -> None:
    walk.do(ev.CheckedIn(0, "p5", "s5", "", False))
    walk.do(ev.MessageSent(0, "p5", "You are the fifth."))
    assert shown(walk, "s5") == "You are the fifth."
    walk.do(ev.Paused(0, 1, ""))
    walk.do(ev.MessageSent(0, "p1", "One moment."))
    assert shown(walk) == "One moment."
    walk.do(ev.MessageRead(0, "p1"))
    walk.do(ev.GroupEnded(0, 1, "ended_early", ""))
    walk.do(ev.SessionClosed(0))
    walk.do(ev.MessageSent(0, "p1", "Please come to the desk."))
    view = station_view(walk.state, "s1", 0)
    assert (view.page, view.message) == (Page.ENDED_EARLY, "Please come to the desk.")
    walk.do(ev.MessageRead(0, "p1"))
    assert shown(walk) == ""


def test_it_follows_the_participant_to_another_station(walk: Walk) -> None:
    walk.do(ev.MessageSent(0, "p1", "Move, please."))
    walk.do(ev.Reseated(0, "p1", "spare"))
    assert (shown(walk), shown(walk, "spare")) == ("", "Move, please.")


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        (ev.MessageSent(0, "p9", "Hello."), "no participant p9"),
        (ev.MessageRead(0, "p9"), "no participant p9"),
        (ev.MessageRead(0, "p1"), "no message to read"),
        (ev.MessageSent(0, "p1", " \n"), "some text"),
        (ev.MessageSent(0, "p1", "x" * (MAX_MESSAGE_CHARACTERS + 1)), "at most 500 characters"),
        (ev.MessageSent(0, "p1", "a\x1b[31mb"), "plain text"),
    ],
)
def test_what_is_no_message_is_refused(walk: Walk, event: ev.SessionEvent, sentence: str) -> None:
    with pytest.raises(IllegalEventError, match=sentence):
        apply(walk.state, event)


def test_the_longest_message_may_have_lines_and_any_letters(walk: Walk) -> None:
    text = "Füße,\nпривет " + "x" * (MAX_MESSAGE_CHARACTERS - 13)
    assert len(text) == MAX_MESSAGE_CHARACTERS
    walk.do(ev.MessageSent(0, "p1", text))
    assert shown(walk) == text
