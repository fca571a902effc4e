"""Derives table rows from what is recorded of whole sessions: imports, and what became of them."""

from collections.abc import Iterator
from typing import assert_never

from hcmd_lab.game import events as ev
from hcmd_lab.game.played import Aside, PlayedGroup
from hcmd_lab.game.rules import HUNDREDTHS
from hcmd_lab.storage.codec import Logged
from hcmd_lab.storage.derived_writes import Write, insert, of_group, of_slot, origin, update

_REMOVED = "\tremoved"
"""Name of no mechanism: a tab is in none."""


def recorded(logged: Logged, event: ev.RecordEvent) -> Iterator[Write]:
    """The statements of an import, its end, or a session that was set aside."""
    match event:
        case ev.GroupImported():
            yield from _imported(logged, event)
        case ev.ImportTakenBack(removed=True):
            yield from _removed(logged.session)
        case ev.ImportTakenBack():
            yield update("session_group", {"session": logged.session}, status="void")
        case ev.SessionSetAside():
            aside = Aside.DATA if event.is_data else Aside.UNUSED
            yield update("session_group", {"session": logged.session}, set_aside=aside.value)
        case _:
            assert_never(event)


def _removed(session: str) -> Iterator[Write]:
    """Delete the rows of an imported session, those that others refer to last.

    The tally follows changes of groups, so they are first made of a kind of their own.
    """
    yield update("session_group", {"session": session}, mechanism_1=_REMOVED)
    yield "DELETE FROM group_tally WHERE mechanism_1 = ?", (_REMOVED,)
    for table in ("vote", "outcome", "decision", "session_group"):
        yield f"DELETE FROM {table} WHERE session = ?", (session,)  # noqa: S608 - our own names
    yield "DELETE FROM session WHERE code = ?", (session,)


def _imported(logged: Logged, event: ev.GroupImported) -> Iterator[Write]:
    played = event.played
    session = insert(
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
    yield insert(
        "session_group",
        **of_group(logged, event.group),
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
            yield insert(
                "vote",
                **of_group(logged, event.group),
                seat=seat,
                choice=choice,
                decided_by="participant",
                **origin(logged),
            )


def _imported_stages(logged: Logged, group: int, played: PlayedGroup) -> Iterator[Write]:
    outcomes = []  # written after all decisions: a statement is prepared once for many rows
    for stage in played.stages:
        tables = zip(
            stage.endowments, stage.contributions, stage.payouts, stage.own_choice, strict=True
        )
        for round_number, rows in enumerate(tables, start=1):
            for seat, (endowment, contribution, payout, own) in enumerate(zip(*rows, strict=True)):
                slot = of_slot(logged, group, stage.stage, round_number, seat)
                yield insert(
                    "decision",
                    **slot,
                    endowment=endowment,
                    contribution=contribution,
                    decided_by="participant" if own else "timeout",
                )
                hundredths = round(HUNDREDTHS * payout)
                outcomes.append(
                    insert(
                        "outcome",
                        **slot,
                        mechanism=stage.mechanism,
                        payout_hundredths=hundredths,
                    )
                )
    yield from outcomes
