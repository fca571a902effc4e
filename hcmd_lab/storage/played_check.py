"""Checks what a session has come to: people, decisions, votes and coins against its replay."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.game.rules import WEIGHT_UNITS, divide_fund, fund_hundredths
from hcmd_lab.game.state import GroupState, SessionState
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.records import DecisionRow, GroupRow
from hcmd_lab.storage.store import Store
from hcmd_lab.wanted import wanted


def check_played(
    store: Store, code: str, state: SessionState, policies: Mapping[str, FrozenPolicy]
) -> Iterator[Sentence]:
    """Findings about one session.

    Args:
        store: The study.
        code: Code of the session.
        state: The session after the last event of its log.
        policies: The mechanisms of the study that are sound, by SHA-256.
    """
    rows = {
        number: list(made)
        for number, made in groupby(store.tables.decisions(code), key=lambda row: row.group)
    }
    groups = {row.number: row for row in store.tables.groups(code)}
    yield from _participants(store, code, state)
    for number, group in wanted(state.groups.items()):
        made = rows.get(number, [])
        for finding in [*_rounds(group, made), *_ending(group, groups.get(number))]:
            yield Sentence("group {group}: {finding}", group=number, finding=finding)
        for (stage, round_number), seats in groupby(made, key=lambda row: (row.stage, row.round)):
            for finding in _coins(state, group, policies, round_number, list(seats)):
                yield Sentence(
                    "group {group}, stage {stage}, round {round}: {finding}",
                    group=number,
                    stage=stage,
                    round=round_number,
                    finding=finding,
                )


def _participants(store: Store, code: str, state: SessionState) -> Iterator[Sentence]:
    stored = {p.code: (p.station, p.group, p.seat) for p in store.tables.participants(code)}
    played = {name: (p.station, p.group, p.seat) for name, p in state.participants.items()}
    for name in sorted(stored.keys() | played.keys()):
        if stored.get(name) != played.get(name):
            yield Sentence(
                "participant {participant} is at {stored}, by the log at {played}",
                participant=name,
                stored=stored.get(name),
                played=played.get(name),
            )


def _rounds(group: GroupState, made: Sequence[DecisionRow]) -> Iterator[Sentence]:
    """Check live tables against the replayed rounds and the open one; practice is in no table."""
    played: dict[tuple[int, int, int], tuple[int, int | None]] = {
        (paid.stage, paid.round, seat): (contribution, payout)
        for paid in group.history
        if paid.stage
        for seat, (contribution, payout) in enumerate(
            zip(paid.contributions, paid.payout_hundredths, strict=True)
        )
    }
    for seat, chosen in enumerate(group.seats):
        if chosen.contribution is not None and group.stage and group.round:
            # For a paid round, the history already has the same contribution.
            played.setdefault((group.stage, group.round, seat), (chosen.contribution, None))
    stored = {
        (row.stage, row.round, row.seat): (row.contribution, row.payout_hundredths) for row in made
    }
    for slot in sorted(played.keys() | stored.keys()):
        if played.get(slot) != stored.get(slot):
            stage, round_number, seat = slot
            yield Sentence(
                "stage {stage}, round {round}, seat {seat} stands as {stored}, by the log it is "
                "{played}",
                stage=stage,
                round=round_number,
                seat=seat,
                stored=stored.get(slot),
                played=played.get(slot),
            )


def _ending(group: GroupState, row: GroupRow | None) -> Iterator[Sentence]:
    if row is None:
        yield Sentence("it is not in the table of the groups")
        return
    if (row.votes, row.winner) != (group.votes, group.winner):
        yield Sentence(
            "the vote stands as {stored}, by the log it is {played}",
            stored=row.votes,
            played=group.votes,
        )
    if group.ended:
        expected = {
            "finished": ("complete",),
            "ended_early": ("ended_early", "complete"),
            "unfilled": ("unfilled",),
        }
        if row.status not in expected.get(group.phase, ("void",)):
            yield Sentence(
                "it stands as {stored}, by the log it is {played}",
                stored=row.status,
                played=group.phase,
            )


def _coins(
    state: SessionState,
    group: GroupState,
    policies: Mapping[str, FrozenPolicy],
    round_number: int,
    seats: Sequence[DecisionRow],
) -> Iterator[Sentence]:
    """Check a paid round: weights from the stored table, coins conserved."""
    units = [row.weight_units for row in seats if row.weight_units is not None]
    paid = [row.payout_hundredths for row in seats if row.payout_hundredths is not None]
    if not paid:
        return
    contributions = [row.contribution for row in seats]
    if sum(paid) != fund_hundredths(contributions, state.plan.game):
        yield Sentence("payouts of {paid} hundredths do not add up to the fund", paid=sum(paid))
    if sum(units) != WEIGHT_UNITS:
        yield Sentence(
            "weights of {units} parts per billion do not add up to one", units=sum(units)
        )
    policy = policies.get(seats[0].mechanism or "")
    if policy is None:
        yield Sentence(
            "the study does not have its mechanism {mechanism}", mechanism=seats[0].mechanism
        )
        return
    try:
        expected = policy.units(group.plan.tail_endowment, contributions)
    except ValueError as error:
        yield Sentence(
            "its contributions {contributions} are impossible: {error}",
            contributions=contributions,
            error=error,
        )
        return
    if tuple(units) != expected:
        yield Sentence(
            "the weights are {units}, by the mechanism's table {expected}",
            units=tuple(units),
            expected=expected,
        )
    if tuple(paid) != divide_fund(expected, contributions, round_number, state.plan.game):
        yield Sentence("the payouts are not those that the mechanism's weights give")
