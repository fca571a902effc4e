"""Derives table rows from single events."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias, assert_never

from hcmd_lab.game import events as ev
from hcmd_lab.game.plan import GroupPlan
from hcmd_lab.game.played import Aside, PlayedGroup
from hcmd_lab.game.rules import HUNDREDTHS
from hcmd_lab.storage.codec import Logged, encode_settings
from hcmd_lab.storage.incidents import Cell, Incident, incident

Write: TypeAlias = tuple[str, tuple[Cell, ...]]
"""An SQL statement and its values."""


_REMOVED = "\tremoved"
"""Name of no mechanism: a tab is in none."""


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
            yield from _recorded(logged, event)
        case ev.SessionClosed():
            yield _update(
                "session", {"code": logged.session}, status="closed", closed_utc=logged.utc
            )
        case ev.CheckedIn():
            yield _insert(
                "participant",
                session=logged.session,
                code=event.participant,
                is_bot=event.is_bot,
                station=event.station,
                language=event.language,
                checked_in_utc=logged.utc,
            )
            if event.took_part_before:
                yield _incident(logged, event)
        case (
            ev.TurnedAway() | ev.ConsentAnswered() | ev.QuestionAnswered()
            | ev.QuestionnaireAnswered() | ev.PaymentAdjusted()
        ):  # fmt: skip
            yield from _beside_game(logged, event)
        case ev.Seated():
            person = _person(logged, event.participant)
            yield _update("participant", person, group_number=event.group, seat=event.seat)
        case ev.GroupAdded() | ev.Moved() | ev.Released():
            yield from _regrouped(logged, event)
            yield _incident(logged, event)
        case ev.Reseated():
            person = _person(logged, event.participant)
            yield _update("participant", person, station=event.station)
            yield _incident(logged, event)
        case ev.GroupStarted():
            yield _update("session_group", _group(logged, event.group), status="playing")
        case ev.Continued() | ev.Advanced() | ev.PageTurned():
            return  # pages that were read; they matter only to the session's state
        case ev.Contributed(stage=0) | ev.FundDivided(stage=0):
            return  # practice is not data
        case ev.Contributed():
            yield _insert(
                "decision",
                **_slot(logged, event.group, event.stage, event.round, event.seat),
                endowment=event.endowment,
                contribution=event.contribution,
                decided_by=event.by,
            )
        case ev.FundDivided():
            yield from _divided(logged, event)
        case ev.VoteCast():
            yield _insert(
                "vote",
                **_group(logged, event.group),
                seat=event.seat,
                choice=event.choice,
                decided_by=event.by,
                **_origin(logged),
            )
            if event.choice is not None:
                yield _one_more_vote(logged, event.group)
        case ev.VotesCounted():
            yield _update(
                "session_group",
                _group(logged, event.group),
                votes_1=event.votes[0],
                votes_2=event.votes[1],
                by_coin=event.by_coin,
                winner=event.winner,
            )
        case ev.SeatDropped():
            seat = {**_group(logged, event.group), "seat": event.seat}
            yield _update("participant", seat, dropped=True)
            yield _incident(logged, event)
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
            yield _incident(logged, event)
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
            yield _insert(
                "participant",
                session=logged.session,
                code=event.participant,
                is_bot=False,
                station="",
                turned_away=True,
                checked_in_utc=logged.utc,
            )
            yield _incident(logged, event)
        case ev.ConsentAnswered():
            yield _update(
                "participant",
                _person(logged, event.participant),
                consent=event.agreed,
                consent_version=event.version,
                consent_utc=logged.utc,
            )
        case ev.QuestionAnswered():
            yield _insert(
                "control_answer",
                session=logged.session,
                participant=event.participant,
                question=event.question,
                answer=event.answer,
                correct=event.correct,
                **_origin(logged),
            )
        case ev.QuestionnaireAnswered():
            for item, answer in event.answers.items():
                yield _insert(
                    "questionnaire_answer",
                    session=logged.session,
                    participant=event.participant,
                    item=item,
                    answer=None if answer is None else str(answer),
                    **_origin(logged),
                )
        case ev.PaymentAdjusted():
            yield _update(
                "participant",
                _person(logged, event.participant),
                adjusted_cents=event.cents,
                adjusted_reason=event.reason,
            )
            yield _incident(logged, event)
        case _:  # pragma: no cover
            assert_never(event)


def _regrouped(logged: Logged, event: ev.GroupAdded | ev.Moved | ev.Released) -> Iterator[Write]:
    match event:
        case ev.GroupAdded():
            yield _new_group(logged, event.group, event.plan)
        case ev.Moved():
            left = {**_group(logged, event.group), "seat": event.seat}
            yield _update("participant", left, group_number=None, seat=None)
            person = _person(logged, event.participant)
            yield _update("participant", person, group_number=event.group, seat=event.seat)
        case ev.Released():
            person = _person(logged, event.participant)
            yield _update("participant", person, group_number=None, seat=None)
        case _:  # pragma: no cover
            assert_never(event)


def _opened(logged: Logged, event: ev.SessionOpened) -> Iterator[Write]:
    plan = event.plan
    yield _insert(
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
    return _insert(
        "session_group",
        **_group(logged, number),
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
        yield _insert(
            "outcome",
            **_slot(logged, event.group, event.stage, event.round, seat),
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
        where = _group(logged, event.group)
        yield _update("participant", where, group_number=None, seat=None)
    yield _incident(logged, event)


def _recorded(logged: Logged, event: ev.RecordEvent) -> Iterator[Write]:
    match event:
        case ev.GroupImported():
            yield from _imported(logged, event)
        case ev.ImportTakenBack(removed=True):
            yield from _removed(logged.session)
        case ev.ImportTakenBack():
            yield _update("session_group", {"session": logged.session}, status="void")
        case ev.SessionSetAside():
            aside = Aside.DATA if event.is_data else Aside.UNUSED
            yield _update("session_group", {"session": logged.session}, set_aside=aside.value)
        case _:
            assert_never(event)


def _removed(session: str) -> Iterator[Write]:
    """Delete the rows of an imported session, those that others refer to last.

    The tally follows changes of groups, so they are first made of a kind of their own.
    """
    yield _update("session_group", {"session": session}, mechanism_1=_REMOVED)
    yield "DELETE FROM group_tally WHERE mechanism_1 = ?", (_REMOVED,)
    for table in ("vote", "outcome", "decision", "session_group"):
        yield f"DELETE FROM {table} WHERE session = ?", (session,)  # noqa: S608 - our own names
    yield "DELETE FROM session WHERE code = ?", (session,)


def _imported(logged: Logged, event: ev.GroupImported) -> Iterator[Write]:
    played = event.played
    session = _insert(
        "session",
        code=logged.session,
        event_id=logged.id,
        purpose=played.purpose,
        iteration=played.iteration,
        imported=True,
        status="closed",
        opened_utc=logged.utc,
        closed_utc=logged.utc,
    )
    # The first group of an import makes its session.
    yield session[0] + " ON CONFLICT (code) DO NOTHING", session[1]
    mechanisms = {stage.stage: stage.mechanism for stage in played.stages}
    rounds = {stage.stage: len(stage.payouts) for stage in played.stages}
    tails = {tail for stage in played.stages for row in stage.endowments for tail in row[1:]}
    yield _insert(
        "session_group",
        **_group(logged, event.group),
        tail_endowment=tails.pop() if len(tails) == 1 else 0,
        mechanism_1=mechanisms.get(1, ""),
        mechanism_2=mechanisms.get(2, ""),
        status="complete",
        votes_1=played.votes.count(1),
        votes_2=played.votes.count(2),
        given=sum(choice is not None for choice in played.votes),
        rounds_1=rounds.get(1, 0),
        rounds_2=rounds.get(2, 0),
    )
    yield from _imported_stages(logged, event.group, played)
    for seat, choice in enumerate(played.votes):
        if choice is not None:
            yield _insert(
                "vote",
                **_group(logged, event.group),
                seat=seat,
                choice=choice,
                decided_by="participant",
                **_origin(logged),
            )


def _imported_stages(logged: Logged, group: int, played: PlayedGroup) -> Iterator[Write]:
    outcomes = []  # written after all decisions: a statement is prepared once for many rows
    for stage in played.stages:
        tables = zip(
            stage.endowments, stage.contributions, stage.payouts, stage.own_choice, strict=True
        )
        for round_number, rows in enumerate(tables, start=1):
            for seat, (endowment, contribution, payout, own) in enumerate(zip(*rows, strict=True)):
                slot = _slot(logged, group, stage.stage, round_number, seat)
                yield _insert(
                    "decision",
                    **slot,
                    endowment=endowment,
                    contribution=contribution,
                    decided_by="participant" if own else "timeout",
                )
                hundredths = round(HUNDREDTHS * payout)
                outcomes.append(
                    _insert(
                        "outcome",
                        **slot,
                        mechanism=stage.mechanism,
                        payout_hundredths=hundredths,
                    )
                )
    yield from outcomes


def _person(logged: Logged, code: str) -> dict[str, Cell]:
    return {"session": logged.session, "code": code}


def _group(logged: Logged, group: int) -> dict[str, Cell]:
    return {"session": logged.session, "group_number": group}


def _origin(logged: Logged) -> dict[str, Cell]:
    return {"at_ms": logged.event.at_ms, "event_id": logged.id}


def _slot(logged: Logged, group: int, stage: int, round_number: int, seat: int) -> dict[str, Cell]:
    return {
        **_group(logged, group),
        "stage": stage,
        "round_number": round_number,
        "seat": seat,
        **_origin(logged),
    }


def _incident(logged: Logged, event: Incident) -> Write:
    return _insert("incident", session=logged.session, **_origin(logged), **incident(event))


def _insert(table: str, **values: Cell) -> Write:
    return _insertion(table, tuple(values)), tuple(values.values())


@lru_cache
def _insertion(table: str, names: tuple[str, ...]) -> str:
    marks = ", ".join("?" * len(names))
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608 - our own names


def _update(table: str, where: Mapping[str, Cell], **values: Cell) -> Write:
    changes = ", ".join(f"{name} = ?" for name in values)
    condition = " AND ".join(f"{name} = ?" for name in where)
    sql = f"UPDATE {table} SET {changes} WHERE {condition}"  # noqa: S608 - our own names
    return sql, (*values.values(), *where.values())
