"""Derives table rows from single events."""

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias, assert_never

from hcmd_lab.game import events as ev
from hcmd_lab.game.plan import GroupPlan
from hcmd_lab.storage.codec import Logged, encode_settings
from hcmd_lab.storage.derive_records import recorded
from hcmd_lab.storage.derived_writes import (
    Write,
    insert,
    of_group,
    of_person,
    of_slot,
    origin,
    update,
    write_incident,
)


def derive(connection: sqlite3.Connection, logged: Logged) -> None:
    """Bring the derived tables up to date with one more event."""
    for sql, writes in groupby(_writes(logged), key=itemgetter(0)):
        connection.executemany(sql, (values for _, values in writes))


def _writes(logged: Logged) -> Iterator[Write]:
    """The statements that bring the derived tables up to date with one more event."""
    event = logged.event
    match event:
        case ev.SessionOpened():
            yield from _opened(logged, event)
        case ev.GroupImported() | ev.ImportTakenBack() | ev.SessionSetAside():
            yield from recorded(logged, event)
        case ev.SessionClosed():
            yield update(
                "session", {"code": logged.session}, status="closed", closed_utc=logged.utc
            )
        case ev.CheckedIn():
            yield insert(
                "participant",
                session=logged.session,
                code=event.participant,
                is_bot=event.is_bot,
                station=event.station,
                language=event.language,
                checked_in_utc=logged.utc,
            )
            if event.took_part_before:
                yield write_incident(logged, event)
        case (
            ev.TurnedAway() | ev.ConsentAnswered() | ev.QuestionAnswered()
            | ev.QuestionnaireAnswered() | ev.PaymentAdjusted()
        ):  # fmt: skip
            yield from _beside_game(logged, event)
        case ev.Seated():
            person = of_person(logged, event.participant)
            yield update("participant", person, group_number=event.group, seat=event.seat)
        case ev.GroupAdded() | ev.Moved() | ev.Released():
            yield from _regrouped(logged, event)
            yield write_incident(logged, event)
        case ev.Reseated():
            person = of_person(logged, event.participant)
            yield update("participant", person, station=event.station)
            yield write_incident(logged, event)
        case ev.GroupStarted():
            yield update("session_group", of_group(logged, event.group), status="playing")
        case ev.Continued() | ev.Advanced() | ev.PageTurned():
            return  # pages that were read; they matter only to the session's state
        case ev.Contributed(stage=0) | ev.FundDivided(stage=0):
            return  # practice is not data
        case ev.Contributed():
            yield insert(
                "decision",
                **of_slot(logged, event.group, event.stage, event.round, event.seat),
                endowment=event.endowment,
                contribution=event.contribution,
                decided_by=event.by,
            )
        case ev.FundDivided():
            yield from _divided(logged, event)
        case ev.VoteCast():
            yield insert(
                "vote",
                **of_group(logged, event.group),
                seat=event.seat,
                choice=event.choice,
                decided_by=event.by,
                **origin(logged),
            )
            if event.choice is not None:
                yield _one_more_vote(logged, event.group)
        case ev.VotesCounted():
            yield update(
                "session_group",
                of_group(logged, event.group),
                votes_1=event.votes[0],
                votes_2=event.votes[1],
                by_coin=event.by_coin,
                winner=event.winner,
            )
        case ev.SeatDropped():
            seat = {**of_group(logged, event.group), "seat": event.seat}
            yield update("participant", seat, dropped=True)
            yield write_incident(logged, event)
        case ev.GroupEnded():
            yield from _ended(logged, event)
        case (
            ev.HostResumed() | ev.HostStalled() | ev.StationBack() | ev.StationLost()
            | ev.Paused() | ev.Resumed() | ev.TimeCalled() | ev.StopAfterRound()
            | ev.MessageSent() | ev.MessageRead()
            | ev.ExitTried() | ev.HelpCalled() | ev.HelpGiven() | ev.GateOpened()
            | ev.PartSkipped() | ev.ParticipantLeft() | ev.CheckInRefused() | ev.PaidOut()
            | ev.TimeAdded() | ev.NoteTaken() | ev.ClockStopped() | ev.ClockResumed()
            | ev.KioskOrdered() | ev.KioskAnswered() | ev.KioskInterrupted()
            | ev.HostInterrupted() | ev.AlarmRaised()
        ):  # fmt: skip
            yield write_incident(logged, event)
        case _:
            assert_never(event)


_BesideGame: TypeAlias = (
    ev.TurnedAway
    | ev.ConsentAnswered
    | ev.QuestionAnswered
    | ev.QuestionnaireAnswered
    | ev.PaymentAdjusted
)


def _beside_game(logged: Logged, event: _BesideGame) -> Iterator[Write]:
    match event:
        case ev.TurnedAway():
            yield insert(
                "participant",
                session=logged.session,
                code=event.participant,
                is_bot=False,
                station="",
                turned_away=True,
                checked_in_utc=logged.utc,
            )
            yield write_incident(logged, event)
        case ev.ConsentAnswered():
            yield update(
                "participant",
                of_person(logged, event.participant),
                consent=event.agreed,
                consent_version=event.version,
                consent_utc=logged.utc,
            )
        case ev.QuestionAnswered():
            yield insert(
                "control_answer",
                session=logged.session,
                participant=event.participant,
                question=event.question,
                answer=event.answer,
                correct=event.correct,
                **origin(logged),
            )
        case ev.QuestionnaireAnswered():
            for item, answer in event.answers.items():
                yield insert(
                    "questionnaire_answer",
                    session=logged.session,
                    participant=event.participant,
                    item=item,
                    answer=None if answer is None else str(answer),
                    **origin(logged),
                )
        case ev.PaymentAdjusted():
            yield update(
                "participant",
                of_person(logged, event.participant),
                adjusted_cents=event.cents,
                adjusted_reason=event.reason,
            )
            yield write_incident(logged, event)
        case _:  # pragma: no cover
            assert_never(event)


def _regrouped(logged: Logged, event: ev.GroupAdded | ev.Moved | ev.Released) -> Iterator[Write]:
    match event:
        case ev.GroupAdded():
            yield _new_group(logged, event.group, event.plan)
        case ev.Moved():
            left = {**of_group(logged, event.group), "seat": event.seat}
            yield update("participant", left, group_number=None, seat=None)
            person = of_person(logged, event.participant)
            yield update("participant", person, group_number=event.group, seat=event.seat)
        case ev.Released():
            person = of_person(logged, event.participant)
            yield update("participant", person, group_number=None, seat=None)
        case _:  # pragma: no cover
            assert_never(event)


def _opened(logged: Logged, event: ev.SessionOpened) -> Iterator[Write]:
    plan = event.plan
    yield insert(
        "session",
        code=logged.session,
        event_id=logged.id,
        purpose=plan.purpose,
        iteration=plan.iteration,
        imported=False,
        seed=plan.seed,
        rounds=plan.game.rounds,
        multiplier_percent=plan.game.multiplier_percent,
        settings=encode_settings(plan.settings),
        status="open",
        opened_utc=logged.utc,
    )
    for number, group in enumerate(plan.groups, start=1):
        yield _new_group(logged, number, group)


def _new_group(logged: Logged, number: int, group: GroupPlan) -> Write:
    return insert(
        "session_group",
        **of_group(logged, number),
        tail_endowment=group.tail_endowment,
        mechanism_1=group.mechanisms[0],
        mechanism_2=group.mechanisms[1],
        practice_mechanism=group.practice_mechanism,
        seat_order=json.dumps(group.seat_order),
        left_stage=json.dumps(group.left_stage),
        status="waiting",
    )


def _divided(logged: Logged, event: ev.FundDivided) -> Iterator[Write]:
    shares = zip(event.weight_units, event.payout_hundredths, strict=True)
    for seat, (units, payout) in enumerate(shares):
        yield insert(
            "outcome",
            **of_slot(logged, event.group, event.stage, event.round, seat),
            mechanism=event.mechanism,
            weight_units=units,
            payout_hundredths=payout,
        )
    if event.stage == 3:
        # The last round of the last stage completes the data, whatever happens afterwards.
        yield (
            "UPDATE session_group SET status = 'complete', rounds_1 = ?3, rounds_2 = ?3 "
            "WHERE session = ?1 AND group_number = ?2 "
            "AND ?3 = (SELECT rounds FROM session WHERE code = ?1)",
            (logged.session, event.group, event.round),
        )


def _one_more_vote(logged: Logged, group: int) -> Write:
    return (
        "UPDATE session_group SET given = given + 1 WHERE session = ? AND group_number = ?",
        (logged.session, group),
    )


def _ended(logged: Logged, event: ev.GroupEnded) -> Iterator[Write]:
    yield (
        # To end a group on its last page cuts nothing short; to void it always counts.
        "UPDATE session_group SET status = ? WHERE session = ? AND group_number = ? "
        "AND (status <> 'complete' OR ? = 'void')",
        (event.ending, logged.session, event.group, event.ending),
    )
    if event.ending == "unfilled":
        where = of_group(logged, event.group)
        yield update("participant", where, group_number=None, seat=None)
    yield write_incident(logged, event)
