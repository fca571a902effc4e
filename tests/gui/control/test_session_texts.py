"""Nothing that can be shown is without words, and no sentence names what is not known."""

from dataclasses import replace
from typing import get_args

import pytest
from pytestqt.qtbot import QtBot
from reading_in import reading_in
from scripted import come_to_the_game, scripted
from walks import Walk, random_walk, small_plan

from hcmd_lab.export.answer_tables import PAGE_TIMES
from hcmd_lab.export.group_tables import GROUPS, VOTES
from hcmd_lab.export.long_table import LONG
from hcmd_lab.export.value_labels import LABELS
from hcmd_lab.game import events as ev
from hcmd_lab.game.events import EVENT_TYPES
from hcmd_lab.game.payment_settings import PaymentSettings, PayRule
from hcmd_lab.game.room import Order, Outcome
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.state import Phase
from hcmd_lab.game.view import Page
from hcmd_lab.hosting.preflight import Check, Finding, Verdict
from ui.control.session.control_texts import NAMES, TIPS, ControlTexts
from ui.control.session.event_words import SENTENCES, event_words, is_step, sentence_key
from ui.control.session.experimenter_commands import Act, EventDraft, Offer
from ui.control.session.grid_view import Selection
from ui.control.session.joining import joining, spelled
from ui.control.session.log_pane import LogPane
from ui.control.session.preflight_words import SENTENCES as FINDINGS
from ui.control.session.preflight_words import TITLES, check_title, finding_sentence
from ui.control.session.state_words import listed, page_words, part_words, person_words, phase_words

FACTS = {
    "sentence": "Why.", "iteration": "2", "session": "abcd1234", "port": "8765",
    "address": "0.0.0.0", "cause": "in use", "addresses": "192.168.1.10 (Ethernet)",  # noqa: S104
    "remedy": "choose another port",
    "free_mb": "150", "free_gb": "20", "needed_mb": "200", "now": "1", "last": "2", "step": "MODEL",
    "kiosks": "4 kiosks", "day": "1 March 2027", "room": "All 4 kiosks are alike.",
    "now_utc": "2026-03-05T09:30:00.000+00:00", "last_utc": "2026-03-06T09:30:00.000+00:00",
}  # fmt: skip


def test_every_page_and_phase_has_words() -> None:
    assert all(page_words(page) for page in Page)
    assert all(phase_words(phase) for phase in Phase)
    assert all(part_words(part) for part in Part)


def test_every_control_has_a_name_and_an_explanation() -> None:
    assert set(NAMES) == set(TIPS) == set(Act)


@pytest.mark.parametrize(("check", "verdict"), list(FINDINGS))
def test_every_finding_can_be_told(check: Check, verdict: Verdict) -> None:
    sentence = finding_sentence(Finding(check, verdict, FACTS))
    assert sentence
    assert "{" not in sentence
    assert check_title(check)


def test_every_check_has_a_title() -> None:
    assert set(TITLES) == set(Check) == {check for check, _ in FINDINGS}


def test_every_kind_of_event_has_a_sentence() -> None:
    assert {key.split(" ")[0] for key in SENTENCES} == set(EVENT_TYPES)


@pytest.mark.parametrize(
    ("by", "ordinary"), [("participant", True), ("stand_in", True), ("timeout", False)]
)
def test_only_what_ran_out_of_time_stands_out(by: ev.DecidedBy, ordinary: bool) -> None:
    assert is_step(ev.Contributed(0, 1, 1, 1, 0, 10, 5, by)) is ordinary
    assert is_step(ev.VoteCast(0, 1, 0, None, by)) is ordinary


def test_a_default_is_not_blamed_on_the_clock() -> None:
    """The experimenter may have ended the page; the log notes one cause, `timeout`, for both."""
    told = [sentence.template for key, sentence in SENTENCES.items() if " timeout" in key]
    told += [
        meaning
        for values in LABELS.values()
        for code, meaning in values.items()
        if code == "timeout"
    ]
    told += [
        column.meaning
        for table in (LONG, GROUPS, VOTES, PAGE_TIMES)
        for column in table.columns
        if "timeout" in column.name
    ]
    assert len(told) >= 8
    assert not [each for each in told if "time was up" in each or "time ran out" in each]


def test_a_whole_session_can_be_told() -> None:
    told = set()
    for seed in range(6):
        walk = random_walk(seed)
        for event in walk.events:
            sentence = event_words(event, walk.state)
            assert sentence
            assert "{" not in sentence
            told.add(sentence_key(event))
    assert "Contributed timeout" in told


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        (ev.GroupEnded(0, 2, "ended_early", "fire"), "Group 2 ends early with pay: fire"),
        (ev.GroupEnded(0, 2, "void", "fire"), "Group 2 is declared void: fire"),
        (ev.StopAfterRound(0, 1, False), "Group 1 is to play on"),
        (ev.TimeAdded(0, 1, 60_000), "Group 1: 60 seconds more for the page"),
        (ev.NoteTaken(0, "It rains."), "Note: It rains."),
        (ev.NoteTaken(0, "It rains.", "s1"), "Note on station s1: It rains."),
        (ev.HelpCalled(0, "p1", "", "Where?"), "p1 calls for help at station s1: Where?"),
        (ev.ExitTried(0, "s1", False), "Station s1: a wrong PIN was entered to leave the kiosk"),
        (ev.MessageSent(0, "p1", "{seat}"), "Message to p1 at station s1: {seat}"),
        (ev.GateOpened(0, Part.INSTRUCTIONS), "Started for everyone: Instructions"),
        (
            ev.PartSkipped(0, "p1", Part.QUESTIONNAIRE, "ill"),
            "p1 leaves “Questionnaire” early: ill",
        ),
        (ev.TurnedAway(0, "p9", "A9", "full"), "A9 is turned away: full"),
        (ev.ConsentAnswered(0, "p1", False, "v"), "p1 does not agree"),
        (ev.SeatDropped(0, 1, 0, "ill"), "Group 1: Head is dropped: ill"),
        (
            ev.Contributed(0, 1, 0, 2, 0, 10, 5, "timeout"),
            "Group 1, practice round 2: no choice in time from Head, 5 of 10 contributed by "
            "default",
        ),
        (
            ev.KioskOrdered(0, "s1", Order.MESSAGE, ""),
            "Station s1: the kiosk is asked to take the message away",
        ),
        (ev.KioskAnswered(0, "s1", Order.MESSAGE, Outcome.DONE), "Station s1: Done"),
        (
            ev.KioskAnswered(0, "s1", Order.QUIT, Outcome.DONE),
            "Station s1: Done: the kiosk has ended",
        ),
    ],
)
def test_an_event_in_words(event: ev.SessionEvent, sentence: str) -> None:
    assert event_words(event, random_walk(1).state) == sentence


@pytest.mark.parametrize(
    ("stations", "asked"),
    [
        (("3",), "Drop the participant at station 3?"),
        (("3", "7"), "Drop the participants at stations 3, 7?"),
    ],
)
def test_a_question_counts_whom_it_is_about(stations: tuple[str, ...], asked: str) -> None:
    chosen = Selection(stations=stations)
    warned = ControlTexts().warning(Act.DROP, Offer(()), chosen, PaymentSettings())
    assert warned[0] == asked


@pytest.mark.parametrize("rule", PayRule)
@pytest.mark.parametrize(("act", "setting"), [(Act.DROP, "pay_dropped"), (Act.VOID, "pay_void")])
def test_what_ends_a_game_says_what_is_paid(act: Act, setting: str, rule: PayRule) -> None:
    payment = PaymentSettings(**{setting: rule})
    warned = ControlTexts().warning(act, Offer(()), Selection(stations=("3",)), payment)
    assert warned[1].endswith(f": {rule.sentence}")


def ended(payment: PaymentSettings, **named: bool) -> str:
    return ControlTexts().warning(Act.END, Offer(()), Selection(), payment, **named)[1]


@pytest.mark.parametrize("rule", PayRule)
def test_the_end_of_a_group_says_what_is_paid_and_no_more(rule: PayRule) -> None:
    paid, unpaid = "The rounds played so far are paid.", "Coins are not paid in this session."
    with_coins = PaymentSettings(pay_dropped=rule)
    assert ended(with_coins).endswith(paid)
    dropped = f"Pay of whoever was dropped: {rule.sentence}"
    assert ended(with_coins, has_dropped=True).endswith(f"{paid} {dropped}")
    for_coming = PaymentSettings(coin_value=0.0)
    assert ended(for_coming).endswith(unpaid)
    assert paid not in ended(for_coming, has_dropped=True)
    assert paid not in str(NAMES[Act.END]) + str(TIPS[Act.END])


@pytest.mark.parametrize("rule", [rule for rule in PayRule if rule is not PayRule.SHOW_UP])
@pytest.mark.parametrize(("act", "setting"), [(Act.DROP, "pay_dropped"), (Act.VOID, "pay_void")])
def test_no_coins_are_promised_that_are_not_paid(act: Act, setting: str, rule: PayRule) -> None:
    payment = PaymentSettings(**{setting: rule}, coin_value=0.0)
    told = ControlTexts().warning(act, Offer(()), Selection(stations=("3",)), payment)[1]
    assert told.endswith("Coins are not paid in this session.")


@pytest.mark.parametrize("at_once", [True, False])
def test_the_log_says_once_that_a_group_is_complete(qtbot: QtBot, at_once: bool) -> None:
    log = LogPane()
    qtbot.addWidget(log)
    walk = scripted()
    come_to_the_game(walk)
    walk.play_stage(1)
    told = 0 if at_once else len(walk.events)
    log.add(walk.events[:told])
    log.write(walk.state)
    assert "is complete" not in log.lines.toPlainText()
    walk.play_stage(1)
    walk.vote(1, 1, 1, 2, 2)
    walk.read(1)
    walk.play_stage(1)
    assert walk.state.groups[1].phase is Phase.FINISHED
    log.add(walk.events[told:])
    log.write(walk.state)
    assert log.lines.toPlainText().count("Group 1 is complete") == 1
    log.steps.setChecked(True)
    assert log.lines.toPlainText().count("Group 1 is complete") == 1


@pytest.mark.parametrize(
    ("kinds", "seated", "seatless"),
    [
        ([ev.SeatDropped], True, False),
        ([ev.ParticipantLeft], False, True),
        ([ev.ParticipantLeft, ev.SeatDropped], True, True),
    ],
)
def test_dropping_says_what_the_screen_will_say(
    kinds: list[type[ev.SessionEvent]], seated: bool, seatless: bool
) -> None:
    """Before the game a person reads where to go, not that their part has ended."""
    offered = Offer(tuple(EventDraft(kind, ("p1", "ill")) for kind in kinds))
    told = ControlTexts().warning(Act.DROP, offered, Selection(), PaymentSettings())[1]
    assert ("reads that their part has ended" in told) is seated
    assert ("sends them to the experimenter’s desk" in told) is seatless


def test_the_end_of_a_session_says_whose_answers_it_does_not_keep() -> None:
    walk = scripted()
    walk.check_in(4)
    assert "typed" not in ControlTexts().end_warning(walk.state)
    people = dict(walk.state.participants)
    for code, each in list(people.items())[:2]:
        people[code] = replace(each, progress=replace(each.progress, part=Part.QUESTIONNAIRE))
    told = ControlTexts().end_warning(replace(walk.state, participants=people))
    assert "2 participants have not submitted the questionnaire yet" in told


def test_the_end_of_a_session_tells_who_plays_and_who_has_not_begun() -> None:
    walk = scripted()
    walk.check_in(3)
    told = ControlTexts().end_warning(walk.state)
    assert told == (
        "No group is playing. The session cannot be resumed. "
        "3 participants have not begun to play and will not."
    )
    playing = Walk(small_plan(2))
    playing.check_in(8)
    told = ControlTexts().end_warning(playing.state)
    assert told.startswith("2 groups in play end now. The session cannot be resumed. The rounds")
    over = replace(
        playing.state,
        groups={n: replace(g, phase=Phase.FINISHED) for n, g in playing.state.groups.items()},
    )
    assert ControlTexts().end_warning(over) == "No group is playing. The session cannot be resumed."


@pytest.mark.parametrize(("language", "amount"), [("en_US", "€12.05"), ("de", "12,05\u00a0€")])
def test_money_is_written_as_the_reader_does(language: str, amount: str) -> None:
    with reading_in(language):
        words = event_words(ev.PaymentAdjusted(0, "p1", 1205, "extra"), random_walk(1).state)
    assert words == f"p1 is paid {amount} instead: extra"


def test_every_way_of_deciding_has_a_sentence() -> None:
    for by in get_args(ev.DecidedBy):
        assert sentence_key(ev.Contributed(0, 1, 1, 1, 0, 10, 3, by)) in SENTENCES
        assert sentence_key(ev.VoteCast(0, 1, 0, None, by)) in SENTENCES


def test_numbers_of_groups_are_drawn_together() -> None:
    assert listed([3, 1, 2, 6, 7]) == "1–3, 6, 7"


def test_whoever_has_been_dropped_is_not_said_to_be_done() -> None:
    walk = Walk(small_plan(1))
    walk.check_in(4)
    walk.settle()
    stays, leaves = walk.state.groups[1].seats[0], walk.state.groups[1].seats[1]
    walk.do(ev.SeatDropped(walk.now_ms, 1, 1, "ill"))
    told = {
        code: person_words(walk.state, person) for code, person in walk.state.participants.items()
    }
    assert told[leaves.participant or ""] == "Dropped"
    assert told[stays.participant or ""] == part_words(Part.GAME)


def test_a_code_is_spelled() -> None:
    assert spelled("7Q4M") == "7 Quebec 4 Mike"


def test_the_command_of_a_station() -> None:
    known = joining("AAAA-BBBB-CCCC-DDDD", "192.168.1.10", 8765)
    assert known.command == ("hcmd-kiosk --server 192.168.1.10:8765 --station 1 --code -")
    assert joining("", "fe80::1", 1).servers == ("[fe80::1]:1",)
