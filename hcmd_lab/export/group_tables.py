"""Groups and their votes."""

from collections.abc import Iterator, Sequence

from hcmd_lab.export import shared_columns as shared
from hcmd_lab.export.session_data import SessionData
from hcmd_lab.export.table_schema import (
    GROUP,
    TO_GROUP,
    TO_PARTICIPANT,
    TO_SESSION,
    Column,
    Row,
    Table,
)
from hcmd_lab.game import events as ev
from hcmd_lab.storage.records import GroupRow
from hcmd_lab.storage.tablefile import Value
from hcmd_lab.study.counting import Exclusion

_GROUP_COLUMNS = (
    shared.SESSION_CODE,
    shared.GROUP,
    shared.GROUP_SOURCE,
    shared.GROUP_STATUS,
    shared.SET_ASIDE,
    Column("group.counts", "boolean", "Counts for the study: analyses use these groups."),
    Column(
        "group.exclusion",
        "string",
        "Why it does not and never will; empty of those that count or still may.",
        allowed=", ".join(Exclusion),
    ),
    Column(
        "group.tail_endowment", "integer", "Of each tail seat; empty where they differ.", "coins"
    ),
    *(
        Column(f"group.mechanism_{stage}{ending}", "string", meaning.format(stage=stage))
        for stage in (1, 2)
        for ending, meaning in (
            ("", "Name of the mechanism of stage {stage}."),
            ("_sha256", "Of its table; empty for an imported group."),
        )
    ),
    shared.CONTRAST,
    *(
        Column(f"group.votes_{stage}", "integer", f"For stage {stage}, once counted.", "votes")
        for stage in (1, 2)
    ),
    Column("group.decided_by_coin", "boolean", "The vote was tied."),
    Column(
        "group.winner",
        "integer",
        "Stage whose mechanism is played again, once the votes are counted.",
        allowed="1, 2",
    ),
    Column(
        "group.timeouts",
        "integer",
        "Contributions made by default, as nothing was chosen in time.",
        "decisions",
    ),
    Column(
        "group.stand_ins", "integer", "Contributions made for somebody who had left.", "decisions"
    ),
    Column("group.dropped", "integer", "Seats whose participant has left.", "seats"),
    Column(
        "group.withdrawn",
        "integer",
        "Seats whose participant has withdrawn since: their decisions and votes are not here.",
        "seats",
    ),
    Column("group.pauses", "integer", "Times that it was paused.", "pauses"),
    Column(
        "group.end_reason",
        "string",
        "Why it ended early or is void; empty in an export without labels.",
    ),
)


def _groups(sessions: Sequence[SessionData]) -> Iterator[Row]:
    for data in sessions:
        for group in data.groups.values():
            votes = group.votes or (None, None)
            yield {
                "session.code": data.row.code,
                "group.id_in_subsession": group.number,
                "group.source": group.source,
                "group.status": group.status,
                "session.set_aside": group.set_aside.value or None,
                "group.counts": data.counts[group.number].counts,
                "group.exclusion": data.counts[group.number].exclusion,
                "group.tail_endowment": group.tail_endowment or None,
                **_mechanisms(data, group),
                "group.contrast": data.contrast(group.number),
                "group.votes_1": votes[0],
                "group.votes_2": votes[1],
                "group.decided_by_coin": group.by_coin,
                "group.winner": group.winner,
                **_incidents(data, group.number),
            }


def _mechanisms(data: SessionData, group: GroupRow) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for stage, mechanism in enumerate(group.mechanisms, start=1):
        name = data.mechanism_names.get(mechanism, mechanism)
        found[f"group.mechanism_{stage}"] = name or None
        found[f"group.mechanism_{stage}_sha256"] = None if data.row.imported else mechanism
    return found


def _incidents(data: SessionData, number: int) -> dict[str, Value]:
    decided = data.decided_by[number]
    events = data.events_of_group(number)
    ends = [event.reason for event in events if isinstance(event, ev.GroupEnded)]
    return {
        "group.timeouts": decided["timeout"],
        "group.stand_ins": decided["stand_in"],
        "group.dropped": sum(isinstance(event, ev.SeatDropped) for event in events),
        "group.withdrawn": sum(
            group == number and seat is not None for group, seat in data.withdrawn_seats
        ),
        "group.pauses": sum(isinstance(event, ev.Paused) for event in events),
        "group.end_reason": data.reason(ends),
    }


GROUPS = Table(
    "groups", "A group with its conditions and what became of it.", _GROUP_COLUMNS, GROUP, _groups,
    (TO_SESSION,),
)  # fmt: skip

_VOTE_COLUMNS = (
    shared.SESSION_CODE,
    shared.GROUP,
    shared.SEAT,
    shared.PARTICIPANT_CODE,
    Column("player.vote", "integer", "Stage; empty if no vote was cast.", allowed="1, 2"),
    Column(
        "player.vote_decided_by",
        "string",
        "Whether the participant voted, was late or had left.",
        allowed="participant, timeout, stand_in",
    ),
    Column(
        "player.left_stage", "integer", "Stage that the page showed on the left.", allowed="1, 2"
    ),
)


def _votes(sessions: Sequence[SessionData]) -> Iterator[Row]:
    for data in sessions:
        for (number, seat), (choice, decided_by) in data.votes.items():
            person, plan = data.people.get((number, seat)), data.groups[number].plan
            yield {
                "session.code": data.row.code,
                "group.id_in_subsession": number,
                "player.id_in_group": seat + 1,
                "participant.code": person.code if person else None,
                "player.vote": choice,
                "player.vote_decided_by": decided_by,
                "player.left_stage": plan.left_stage[seat] if plan else None,
            }


VOTES = Table(
    "votes", "A seat's vote.", _VOTE_COLUMNS, (*GROUP, "player.id_in_group"), _votes,
    (TO_GROUP, TO_PARTICIPANT),
)  # fmt: skip
