"""The event log in words: one sentence per event."""

import dataclasses
from typing import assert_never

from hcmd_lab.game import events as ev
from hcmd_lab.game.blind import payment_number
from hcmd_lab.game.events import Event
from hcmd_lab.game.room import Order, Outcome
from hcmd_lab.game.state import SessionState
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling import times
from hcmd_lab.telling.alarms import alarm_of, alarm_words
from hcmd_lab.telling.money import money
from hcmd_lab.telling.room import OUTCOMES, outcome_words
from hcmd_lab.telling.translate import translate
from ui.control.session.state_words import part_words, seat_words

SENTENCES: dict[str, Sentence] = {
    "SessionOpened": Sentence("The session is open"),
    "HostResumed": Sentence("The session continues"),
    "HostStalled": Sentence(
        "The lab computer stood still for {duration}; this time does not count"
    ),
    "HostStalled unsaved": Sentence(
        "The lab computer could not save anything for {duration}; this time does not count"
    ),
    "SessionClosed": Sentence("The session is over"),
    "StationBack": Sentence("Station {station} is connected"),
    "StationLost": Sentence("Station {station} has lost its connection"),
    "CheckedIn": Sentence("{person} checked in at station {station}"),
    "CheckedIn took_part_before": Sentence(
        "{person} checked in at station {station} and has taken part before"
    ),
    "CheckInRefused took_part_before": Sentence(
        "Station {station}: a check-in was refused, the label has taken part before"
    ),
    "CheckInRefused label_taken": Sentence(
        "Station {station}: a check-in was refused, the label is in this session already"
    ),
    "TurnedAway": Sentence("{person} is turned away: {reason}"),
    "ConsentAnswered": Sentence("{person} agrees to take part"),
    "ConsentAnswered declined": Sentence("{person} does not agree"),
    "PageTurned": Sentence("{person} turns a page of the instructions"),
    "QuestionAnswered": Sentence("{person} answers the control question “{question}” correctly"),
    "QuestionAnswered wrong": Sentence(
        "{person} answers the control question “{question}” wrongly"
    ),
    "HelpCalled": Sentence("{person} calls for help at station {place}"),
    "HelpCalled written": Sentence("{person} calls for help at station {place}: {text}"),
    "HelpGiven": Sentence("{person} has been helped"),
    "HelpGiven passed": Sentence("{person} has been helped and goes on to the next question"),
    "GateOpened": Sentence("Started for everyone: {part}"),
    "QuestionnaireAnswered": Sentence("{person} submits the questionnaire"),
    "PartSkipped": Sentence("{person} leaves “{part}” early: {reason}"),
    "ParticipantLeft": Sentence("{person} goes home: {reason}"),
    "PaymentAdjusted": Sentence("{person} is paid {amount} instead: {reason}"),
    "PaidOut": Sentence("{person} has been paid {amount}"),
    "PaidOut back": Sentence("{person} is marked as not paid"),
    "Seated": Sentence("{person} joins group {group} as {seat}"),
    "GroupAdded": Sentence("Group {group} is opened"),
    "Moved": Sentence("{person} moves to group {group} as {seat}"),
    "Released": Sentence("{person} is not needed for a group: {reason}"),
    "Reseated": Sentence("{person} moves to station {station}"),
    "GroupStarted": Sentence("Group {group} starts"),
    "Continued": Sentence("Group {group}: {seat} continues"),
    "Advanced": Sentence("Group {group} leaves the page"),
    "Contributed": Sentence(
        "Group {group}, {place}: {seat} contributes {contribution} of {endowment}"
    ),
    "Contributed timeout": Sentence(
        "Group {group}, {place}: no choice in time from {seat}, "
        "{contribution} of {endowment} contributed by default"
    ),
    "Contributed stand_in": Sentence(
        "Group {group}, {place}: {contribution} of {endowment} contributed for {seat}, who has left"
    ),
    "Contributed blind": Sentence("Group {group}, {place}: {seat} has contributed"),
    "Contributed timeout blind": Sentence(
        "Group {group}, {place}: no choice in time from {seat}, the default contribution was made"
    ),
    "Contributed stand_in blind": Sentence(
        "Group {group}, {place}: the default contribution was made for {seat}, who has left"
    ),
    "FundDivided": Sentence("Group {group}, {place}: the fund is divided"),
    "VoteCast": Sentence("Group {group}: {seat} has voted"),
    "VoteCast timeout": Sentence("Group {group}: no vote in time from {seat}"),
    "VoteCast stand_in": Sentence("Group {group}: no vote from {seat}, who has left"),
    "VotesCounted": Sentence("Group {group}: stage {winner} wins the vote {votes}"),
    "VotesCounted coin": Sentence(
        "Group {group}: the vote is tied {votes}, a coin decides for stage {winner}"
    ),
    "VotesCounted blind": Sentence("Group {group}: stage {winner} wins the vote"),
    "VotesCounted coin blind": Sentence(
        "Group {group}: the vote is tied, a coin decides for stage {winner}"
    ),
    "Paused": Sentence("Group {group} is paused: {reason}"),
    "Paused automatic": Sentence("Group {group} is paused automatically: {reason}"),
    "Resumed": Sentence("Group {group} continues"),
    "ClockStopped": Sentence("Group {group}: the clock is stopped because a station is lost"),
    "ClockResumed": Sentence("Group {group}: the clock continues"),
    "SeatDropped": Sentence("Group {group}: {seat} is dropped: {reason}"),
    "GroupEnded ended_early": Sentence("Group {group} ends early with pay: {reason}"),
    "GroupEnded unfilled": Sentence("Group {group} closes before it starts: {reason}"),
    "GroupEnded void": Sentence("Group {group} is declared void: {reason}"),
    "TimeCalled": Sentence("Group {group}: the page's time limit is ended"),
    "TimeAdded": Sentence("Group {group}: {n} second(s) more for the page"),
    "NoteTaken": Sentence("Note: {note}"),
    "NoteTaken station": Sentence("Note on station {station}: {note}"),
    "StopAfterRound": Sentence("Group {group} is to stop after its round"),
    "StopAfterRound off": Sentence("Group {group} is to play on"),
    "MessageSent": Sentence("Message to {person} at station {place}: {text}"),
    "MessageRead": Sentence("{person} has read the message"),
    "ExitTried": Sentence("Station {station}: a wrong PIN was entered to leave the kiosk"),
    "ExitTried succeeded": Sentence("Station {station}: the kiosk was left with the PIN"),
    "KioskOrdered message": Sentence(
        "Station {station}: the kiosk is asked to show a message: {text}"
    ),
    "KioskOrdered no_message": Sentence(
        "Station {station}: the kiosk is asked to take the message away"
    ),
    "KioskOrdered identify": Sentence("Station {station}: the kiosk is asked to show its name"),
    "KioskOrdered visit": Sentence("Station {station}: the kiosk is asked for a report"),
    "KioskOrdered restart": Sentence("Station {station}: the kiosk is asked to restart"),
    "KioskOrdered quit": Sentence("Station {station}: the kiosk is asked to end"),
    "KioskOrdered shut_down": Sentence("Station {station}: the computer is asked to shut down"),
    "KioskAnswered": Sentence("Station {station}: {answer}"),
    "KioskInterrupted asleep": Sentence("Station {station}: the computer slept for {duration}"),
    "KioskInterrupted locked": Sentence(
        "Station {station}: the computer’s screen was locked, or was asked to lock"
    ),
    "KioskInterrupted unlocked": Sentence("Station {station}: the screen was unlocked"),
    "KioskInterrupted away": Sentence("Station {station}: another user is in front"),
    "KioskInterrupted returned": Sentence("Station {station}: the kiosk’s user is in front again"),
    "KioskInterrupted ending": Sentence(
        "Station {station}: the computer announces a shutdown or log-off"
    ),
    "KioskInterrupted goes_on": Sentence("Station {station}: the shutdown was called off"),
    "HostInterrupted asleep": Sentence("The lab computer slept"),
    "HostInterrupted locked": Sentence(
        "The lab computer’s screen was locked, or was asked to lock"
    ),
    "HostInterrupted unlocked": Sentence("The lab computer’s screen was unlocked"),
    "HostInterrupted away": Sentence("Another user is in front at the lab computer"),
    "HostInterrupted returned": Sentence("The experimenter’s user is in front again"),
    "HostInterrupted ending": Sentence("The lab computer announces a shutdown or log-off"),
    "HostInterrupted goes_on": Sentence("The lab computer’s shutdown was called off"),
    "AlarmRaised": Sentence("Alarm: {alarm}"),
    "GroupImported": Sentence("Group {group} is imported"),
    "ImportTakenBack": Sentence("The imported groups were taken back: {reason}"),
    "SessionSetAside data": Sentence(
        "Set aside: the study went back to {step} of iteration {iteration}; what the groups did "
        "stays data for MODEL"
    ),
    "SessionSetAside unused": Sentence(
        "Set aside: the study went back to {step} of iteration {iteration}"
    ),
}
"""A sentence for each kind of event, and for the ways in which it can happen."""

_UNTOLD = {key.removesuffix(" blind"): key for key in SENTENCES if key.endswith(" blind")}
"""The sentences that tell nothing of a choice, in place of those that do."""

_STEPS = (
    ev.Contributed, ev.VoteCast, ev.Continued, ev.Advanced, ev.FundDivided, ev.VotesCounted,
    ev.MessageRead, ev.Seated, ev.ConsentAnswered, ev.PageTurned, ev.QuestionAnswered,
    ev.QuestionnaireAnswered,
)  # fmt: skip


def is_step(event: Event) -> bool:
    """Whether an event belongs to the ordinary course of the game.

    What is done for somebody who has left follows from their being dropped, round by round.
    """
    return isinstance(event, _STEPS) and _variant(event) in ("", "stand_in")


def event_words(event: Event, state: SessionState) -> str:
    """An event in words.

    Args:
        event: An event of this session.
        state: The session; it knows what the participants are called.
    """
    values = {f.name: getattr(event, f.name) for f in dataclasses.fields(event)}
    if "participant" in values:
        known = state.participants.get(values["participant"])
        # At check-in the state may not know the person yet; then the event does.
        label = known.label if known else values.get("label", "")
        values |= {
            "person": label or values["participant"],
            "place": known.station if known else "",
        }
        if state.plan.settings.blind:
            values["person"] = _blind_name(state, values["participant"])
    if "reason" in values:
        # The experimenter's words stay as they are; the program's are translated.
        values["reason"] = translate(values["reason"])
    if isinstance(event, ev.SessionSetAside):
        values["step"] = event.step.upper()
    if "part" in values:
        values["part"] = part_words(values["part"])
    if "added_ms" in values:
        values["n"] = values["added_ms"] // 1000
    if "cents" in values:
        values["amount"] = money(values["cents"], state.plan.payment.currency)
    if isinstance(event, ev.KioskAnswered):
        values["answer"] = _answer(event)
    if isinstance(event, ev.AlarmRaised):
        values["alarm"] = alarm_words(alarm_of(event))
    if (stood_ms := values.get("stalled_ms", values.get("lasted_ms"))) is not None:
        values["duration"] = times.took(stood_ms / 1000)
    if "round" in values and "stage" in values:
        values["place"] = _place(values["stage"], values["round"])
    if "seat" in values:
        values["seat"] = seat_words(values["seat"], state.plan.game)
    if "votes" in values:
        values["votes"] = ":".join(map(str, values["votes"]))
    key = sentence_key(event)
    if state.plan.settings.blind:
        key = _UNTOLD.get(key, key)
    return translate(SENTENCES[key], **values)


def _place(stage: int, round_number: int) -> str:
    if stage == 0:
        return translate("practice round {round}", round=round_number)
    return translate("stage {stage}, round {round}", stage=stage, round=round_number)


def _answer(event: ev.KioskAnswered) -> str:
    """What a kiosk has answered; of a message it only says that what was asked is done."""
    if (event.order, event.outcome) == (Order.MESSAGE, Outcome.DONE):
        return translate(OUTCOMES[Outcome.DONE])
    return outcome_words(event.order, event.outcome, event.detail)


def _blind_name(state: SessionState, code: str) -> str:
    if code not in state.participants:
        return translate("Somebody")
    return translate("Participant {number}", number=payment_number(state, code))


def sentence_key(event: Event) -> str:
    """An event's key in `SENTENCES`."""
    return f"{type(event).__name__} {_variant(event)}".rstrip()


def _variant(event: Event) -> str:
    match event:
        case ev.Contributed(by=by) | ev.VoteCast(by=by):
            return "" if by == "participant" else by
        case ev.CheckedIn():
            return "took_part_before" if event.took_part_before else ""
        case ev.CheckInRefused():
            return event.why
        case ev.ConsentAnswered():
            return "" if event.agreed else "declined"
        case ev.QuestionAnswered():
            return "" if event.correct else "wrong"
        case ev.HelpCalled():
            return "written" if event.text else ""
        case ev.NoteTaken():
            return "station" if event.station else ""
        case ev.HelpGiven():
            return "passed" if event.passed else ""
        case ev.HostStalled():
            return "unsaved" if event.unsaved else ""
        case ev.VotesCounted():
            return "coin" if event.by_coin else ""
        case ev.Paused():
            return "automatic" if event.automatic else ""
        case ev.GroupEnded():
            return event.ending
        case ev.StopAfterRound():
            return "" if event.wanted else "off"
        case ev.PaidOut():
            return "" if event.paid_utc else "back"
        case ev.ExitTried():
            return "succeeded" if event.succeeded else ""
        case ev.KioskOrdered():
            is_empty = event.order is Order.MESSAGE and not event.text
            return "no_message" if is_empty else event.order.value
        case ev.SessionSetAside():
            return "data" if event.is_data else "unused"
        case ev.KioskInterrupted() | ev.HostInterrupted():
            return event.what.value
        case (
            ev.SessionOpened() | ev.HostResumed() | ev.SessionClosed() | ev.StationBack()
            | ev.ClockStopped() | ev.ClockResumed()
            | ev.KioskAnswered()
            | ev.StationLost() | ev.Seated() | ev.Reseated() | ev.GroupStarted()
            | ev.GroupAdded() | ev.Moved() | ev.Released()
            | ev.Continued() | ev.Advanced() | ev.FundDivided() | ev.Resumed() | ev.SeatDropped()
            | ev.TimeCalled() | ev.MessageSent() | ev.MessageRead() | ev.TurnedAway()
            | ev.PageTurned() | ev.TimeAdded() | ev.GateOpened() | ev.QuestionnaireAnswered()
            | ev.PartSkipped() | ev.ParticipantLeft() | ev.PaymentAdjusted() | ev.GroupImported()
            | ev.ImportTakenBack() | ev.AlarmRaised()
        ):  # fmt: skip
            return ""  # one sentence says it
        case _:
            assert_never(event)
