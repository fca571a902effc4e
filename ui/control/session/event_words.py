"""The log in words: one sentence per event, for the experimenter's eyes only."""

import dataclasses

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hcmd_lab.game import events as ev
from hcmd_lab.game.events import Event
from hcmd_lab.game.state import SessionState
from ui.control.session.words import part_words, seat_words
from ui.look.money import money
from ui.told import told

SENTENCES: dict[str, object] = {
    "SessionOpened": QT_TRANSLATE_NOOP("EventWords", "The session is open"),
    "HostResumed": QT_TRANSLATE_NOOP("EventWords", "The session goes on"),
    "SessionClosed": QT_TRANSLATE_NOOP("EventWords", "The session is over"),
    "StationBack": QT_TRANSLATE_NOOP("EventWords", "Station {station} is connected"),
    "StationLost": QT_TRANSLATE_NOOP("EventWords", "Station {station} has lost its connection"),
    "CheckedIn": QT_TRANSLATE_NOOP("EventWords", "{person} checked in at station {station}"),
    "TurnedAway": QT_TRANSLATE_NOOP("EventWords", "{person} is turned away: {reason}"),
    "ConsentAnswered": QT_TRANSLATE_NOOP("EventWords", "{person} agrees to take part"),
    "ConsentAnswered declined": QT_TRANSLATE_NOOP("EventWords", "{person} does not agree"),
    "PageTurned": QT_TRANSLATE_NOOP("EventWords", "{person} turns a page of the instructions"),
    "QuestionAnswered": QT_TRANSLATE_NOOP(
        "EventWords", "{person} answers the control question “{question}” correctly"
    ),
    "QuestionAnswered wrong": QT_TRANSLATE_NOOP(
        "EventWords", "{person} answers the control question “{question}” wrongly"
    ),
    "HelpCalled": QT_TRANSLATE_NOOP("EventWords", "{person} calls for help at station {place}"),
    "HelpGiven": QT_TRANSLATE_NOOP("EventWords", "{person} has been helped"),
    "HelpGiven passed": QT_TRANSLATE_NOOP(
        "EventWords", "{person} has been helped and goes on to the next question"
    ),
    "GateOpened": QT_TRANSLATE_NOOP("EventWords", "Your go for everyone: {part}"),
    "QuestionnaireAnswered": QT_TRANSLATE_NOOP("EventWords", "{person} hands in the questionnaire"),
    "PartSkipped": QT_TRANSLATE_NOOP("EventWords", "{person} leaves “{part}” early: {reason}"),
    "ParticipantLeft": QT_TRANSLATE_NOOP("EventWords", "{person} goes home: {reason}"),
    "PaymentAdjusted": QT_TRANSLATE_NOOP(
        "EventWords", "{person} is paid {amount} instead: {reason}"
    ),
    "Seated": QT_TRANSLATE_NOOP("EventWords", "{person} joins group {group} as {seat}"),
    "Reseated": QT_TRANSLATE_NOOP("EventWords", "{person} moves to station {station}"),
    "GroupStarted": QT_TRANSLATE_NOOP("EventWords", "Group {group} starts"),
    "Continued": QT_TRANSLATE_NOOP("EventWords", "Group {group}: {seat} goes on"),
    "Advanced": QT_TRANSLATE_NOOP("EventWords", "Group {group} leaves the page"),
    "Contributed": QT_TRANSLATE_NOOP(
        "EventWords",
        "Group {group}, stage {stage}, round {round}: {seat} puts in {contribution} of {endowment}",
    ),
    "Contributed timeout": QT_TRANSLATE_NOOP(
        "EventWords",
        "Group {group}, stage {stage}, round {round}: the time was up, {contribution} of "
        "{endowment} put in for {seat}",
    ),
    "Contributed stand_in": QT_TRANSLATE_NOOP(
        "EventWords",
        "Group {group}, stage {stage}, round {round}: {contribution} of {endowment} put in for "
        "{seat}, who has left",
    ),
    "FundDivided": QT_TRANSLATE_NOOP(
        "EventWords", "Group {group}, stage {stage}, round {round}: the fund is divided"
    ),
    "VoteCast": QT_TRANSLATE_NOOP("EventWords", "Group {group}: {seat} has voted"),
    "VoteCast timeout": QT_TRANSLATE_NOOP(
        "EventWords", "Group {group}: the time was up, no vote of {seat}"
    ),
    "VoteCast stand_in": QT_TRANSLATE_NOOP(
        "EventWords", "Group {group}: no vote of {seat}, who has left"
    ),
    "VotesCounted": QT_TRANSLATE_NOOP(
        "EventWords", "Group {group}: stage {winner} wins the vote {votes}"
    ),
    "VotesCounted coin": QT_TRANSLATE_NOOP(
        "EventWords", "Group {group}: the vote is tied {votes}, a coin decides for stage {winner}"
    ),
    "Paused": QT_TRANSLATE_NOOP("EventWords", "Group {group} is paused: {reason}"),
    "Paused automatic": QT_TRANSLATE_NOOP(
        "EventWords", "Group {group} is paused by the dropout policy: {reason}"
    ),
    "Resumed": QT_TRANSLATE_NOOP("EventWords", "Group {group} goes on"),
    "SeatDropped": QT_TRANSLATE_NOOP("EventWords", "Group {group}: {seat} is dropped: {reason}"),
    "GroupEnded ended_early": QT_TRANSLATE_NOOP(
        "EventWords", "Group {group} ends early with pay: {reason}"
    ),
    "GroupEnded void": QT_TRANSLATE_NOOP("EventWords", "Group {group} is declared void: {reason}"),
    "TimeCalled": QT_TRANSLATE_NOOP("EventWords", "Group {group}: the page's time is ended"),
    "StopAfterRound": QT_TRANSLATE_NOOP("EventWords", "Group {group} is to stop after its round"),
    "StopAfterRound off": QT_TRANSLATE_NOOP("EventWords", "Group {group} is to play on"),
    "MessageSent": QT_TRANSLATE_NOOP(
        "EventWords", "Message to {person} at station {place}: {text}"
    ),
    "MessageRead": QT_TRANSLATE_NOOP("EventWords", "{person} has read the message"),
    "ExitTried": QT_TRANSLATE_NOOP(
        "EventWords", "Station {station}: a wrong PIN was entered to leave the kiosk"
    ),
    "ExitTried succeeded": QT_TRANSLATE_NOOP(
        "EventWords", "Station {station}: the kiosk was left with the PIN"
    ),
    "GroupImported": QT_TRANSLATE_NOOP("EventWords", "Group {group} is imported"),
}
"""A sentence for each kind of event, and for the ways in which it can happen."""

_STEPS = (
    ev.Contributed, ev.VoteCast, ev.Continued, ev.Advanced, ev.FundDivided, ev.VotesCounted,
    ev.MessageRead, ev.Seated, ev.ConsentAnswered, ev.PageTurned, ev.QuestionAnswered,
    ev.QuestionnaireAnswered,
)  # fmt: skip


def is_step(event: Event) -> bool:
    """Whether an event belongs to the ordinary course of the game."""
    return isinstance(event, _STEPS) and not _variant(event)


def event_words(event: Event, state: SessionState) -> str:
    """What has happened.

    Args:
        event: Of this session.
        state: The session; it knows what the participants are called.
    """
    sentence = QCoreApplication.translate("EventWords", str(SENTENCES[sentence_key(event)]))
    values = {f.name: getattr(event, f.name) for f in dataclasses.fields(event)}
    if "participant" in values:
        known = state.participants.get(values["participant"])
        # At check-in the state may not know the person yet; then the event does.
        label = known.label if known else values.get("label", "")
        values |= {
            "person": label or values["participant"],
            "place": known.station if known else "",
        }
    if "reason" in values:
        # The experimenter's own words stay as they are; those of the program are translated.
        values["reason"] = told(values["reason"])
    if "part" in values:
        values["part"] = part_words(values["part"])
    if "cents" in values:
        values["amount"] = money(values["cents"], state.plan.payment.currency)
    if "seat" in values:
        values["seat"] = seat_words(values["seat"])
    if "votes" in values:
        values["votes"] = "{}:{}".format(*values["votes"])
    return sentence.format(**values)


def sentence_key(event: Event) -> str:
    """Under which key of `SENTENCES` an event stands."""
    return f"{type(event).__name__} {_variant(event)}".rstrip()


def _variant(event: Event) -> str:
    match event:
        case ev.Contributed(by=by) | ev.VoteCast(by=by):
            return "" if by == "participant" else by
        case ev.ConsentAnswered(agreed=False):
            return "declined"
        case ev.QuestionAnswered(correct=False):
            return "wrong"
        case ev.HelpGiven(passed=True):
            return "passed"
        case ev.VotesCounted(by_coin=True):
            return "coin"
        case ev.Paused(automatic=True):
            return "automatic"
        case ev.GroupEnded(ending=ending):
            return ending
        case ev.StopAfterRound(wanted=False):
            return "off"
        case ev.ExitTried(succeeded=True):
            return "succeeded"
        case _:
            return ""
