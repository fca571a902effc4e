import pytest
from walks import Walk, small_plan

from hcmd_lab.game import events as ev
from hcmd_lab.game.bounds import MAX_LINES
from hcmd_lab.game.mailbox import MAX_LINES_WRITTEN, MAX_MESSAGE_CHARACTERS
from hcmd_lab.game.session import apply
from hcmd_lab.game.state import IllegalEventError
from hcmd_lab.game.station_view import station_view
from hcmd_lab.game.view import Page


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


def lines(walk: Walk, station: str = "s1") -> list[tuple[bool, str]]:
    talk = station_view(walk.state, station, walk.now_ms).talk
    return [(line.by_participant, line.text) for line in talk]


def test_what_both_sides_write_is_one_thread_of_the_person(walk: Walk) -> None:
    walk.do(ev.HelpCalled(0, "p1", "n1", "My mouse is broken."))
    walk.do(ev.HelpCalled(0, "p1", "n2", "I use the keyboard now."))
    walk.do(ev.MessageSent(0, "p1", "Coming."))
    walk.do(ev.HelpGiven(0, "p1", False))
    walk.do(ev.Reseated(0, "p1", "spare"))
    expected = [
        (True, "My mouse is broken."),
        (True, "I use the keyboard now."),
        (False, "Coming."),
    ]
    assert lines(walk, "spare") == expected
    assert lines(walk, "s2") == []


def test_a_station_is_sent_the_latest_lines_and_the_log_has_all(walk: Walk) -> None:
    for number in range(MAX_LINES.count + 3):
        walk.do(ev.MessageSent(0, "p1", str(number)))
    assert [text for _, text in lines(walk)] == [
        str(number) for number in range(3, MAX_LINES.count + 3)
    ]
    assert len(walk.state.participants["p1"].talk) == MAX_LINES.count + 3


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (" \n", "some text"),
        ("x" * (MAX_MESSAGE_CHARACTERS + 1), "at most 500 characters"),
        ("a\x1b[31mb", "plain text"),
    ],
)
def test_a_line_and_a_note_are_checked_as_a_message_is(
    walk: Walk, text: str, sentence: str
) -> None:
    for event in (ev.HelpCalled(0, "p1", "n", text), ev.NoteTaken(0, text)):
        with pytest.raises(IllegalEventError, match=sentence):
            apply(walk.state, event)


def test_a_participant_cannot_fill_the_log(walk: Walk) -> None:
    for number in range(MAX_LINES_WRITTEN):
        walk.do(ev.HelpCalled(0, "p1", "", str(number)))
    with pytest.raises(IllegalEventError, match="at most 100 lines"):
        walk.do(ev.HelpCalled(0, "p1", "", "one more"))
    walk.do(ev.MessageSent(0, "p1", "The experimenter may."))


def test_a_note_changes_nothing_and_can_be_taken_after_the_close(walk: Walk) -> None:
    before = walk.state
    walk.do(ev.NoteTaken(0, "The lamp flickers.", "s1"))
    assert walk.state == before
    walk.do(ev.GroupEnded(0, 1, "ended_early", ""))
    walk.do(ev.SessionClosed(0))
    walk.do(ev.NoteTaken(0, "Everybody has left."))
