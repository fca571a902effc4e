"""Tables of participants and their payments."""

from collections.abc import Iterator, Sequence

from hcmd_lab.export import shared_columns as shared
from hcmd_lab.export.session_data import SessionData
from hcmd_lab.export.table_schema import (
    PARTICIPANT,
    TO_GROUP,
    TO_PARTICIPANT,
    TO_SESSION,
    Column,
    Row,
    Table,
)
from hcmd_lab.game import events as ev
from hcmd_lab.game.payment import CENTS, Basis, payment
from hcmd_lab.game.script_steps import Part
from hcmd_lab.game.state import ParticipantState, SessionState
from hcmd_lab.game.station_view import participant_page
from hcmd_lab.game.view import Page
from hcmd_lab.storage.codec import Logged
from hcmd_lab.storage.records import ParticipantRow
from hcmd_lab.storage.tablefile import Number, Value, coins

_PARTICIPANT_COLUMNS = (
    shared.SESSION_CODE,
    shared.PARTICIPANT_CODE,
    Column(
        "participant.id_in_session",
        "integer",
        "In the order of check-in, from 1; the numbers of those who have withdrawn are missing.",
    ),
    shared.LABEL,
    shared.IS_BOT,
    shared.STARTED,
    shared.PAYOFF,
    Column(
        "participant._index_in_pages",
        "integer",
        "Pages that the participant has left, practice not counted.",
        "pages",
    ),
    Column(
        "participant._current_page_name",
        "string",
        "Page that the station shows, or showed last.",
        allowed=", ".join(Page),
    ),
    Column("participant.language", "string", "That the station spoke; empty if it did not say."),
    Column("participant.station", "string", "Where the participant sat last."),
    Column(
        "participant.part",
        "string",
        "Where in the script the participant is, or how it ended.",
        allowed=", ".join(Part),
    ),
    Column("participant.consent", "boolean", "The answer; empty if it was not asked or given."),
    Column("participant.time_consent_utc", "datetime", "When consent was answered.", "UTC"),
    Column("participant.wrong_answers", "integer", "To control questions.", "answers"),
    Column("participant.help_calls", "integer", "Calls for the experimenter.", "calls"),
    Column("participant.dropped", "boolean", "Has left a group that played on."),
    Column(
        "participant.rounds_stayed",
        "integer",
        "Paid rounds that were over when the participant left; empty for whoever stayed.",
        "rounds",
    ),
    Column("participant.turned_away", "boolean", "Came and could not take part."),
    Column(
        "participant.took_part_before",
        "boolean",
        "At check-in, the label was known from another session; empty if there was no label.",
    ),
    shared.GROUP,
    shared.SEAT,
    shared.ROLE,
)


def _participants(sessions: Sequence[SessionData]) -> Iterator[Row]:
    for data in sessions:
        for person in data.participants:
            yield {
                "session.code": data.row.code,
                "participant.code": person.code,
                "participant.label": data.label(person),
                "participant._index_in_pages": data.pages_left(person.code),
                "participant._is_bot": person.is_bot,
                "participant.time_started_utc": person.checked_in_utc,
                "participant.payoff": coins(_earned(data, person)),
                "participant.station": person.station,
                "participant.dropped": person.dropped,
                "participant.rounds_stayed": _rounds_stayed(data, person),
                "group.id_in_subsession": person.group,
                "player.id_in_group": shared.whole_or_none(person.seat),
                "player.role": shared.role(person.seat),
                **_script(data, person.code),
            }


def _earned(data: SessionData, person: ParticipantRow) -> int:
    if person.group is None or person.seat is None:
        return 0
    return data.earned.get((person.group, person.seat), 0)


def _rounds_stayed(data: SessionData, person: ParticipantRow) -> int | None:
    if data.state is None or person.group is None or person.seat is None:
        return None
    return data.state.groups[person.group].seats[person.seat].rounds_stayed


def _script(data: SessionData, code: str) -> dict[str, Value]:
    known = None if data.state is None else data.state.participants.get(code)
    events = data.events_of(code)
    consents = [each for each in events if isinstance(each.event, ev.ConsentAnswered)]
    place = None if data.state is None or known is None else list(data.state.participants)
    return {
        "participant.id_in_session": None if place is None else place.index(code) + 1,
        "participant._current_page_name": page_name(data.state, known),
        "participant.language": known.language if known else None,
        "participant.part": known.progress.part.value if known else None,
        "participant.consent": known.progress.agreed if known else None,
        "participant.time_consent_utc": consents[-1].utc if consents else None,
        "participant.wrong_answers": sum(
            isinstance(each.event, ev.QuestionAnswered) and not each.event.correct
            for each in events
        ),
        "participant.help_calls": _help_calls(events),
        "participant.took_part_before": known.took_part_before if known else None,
        "participant.turned_away": known is not None
        and (known.progress.part is Part.TURNED_AWAY or known.released),
    }


def page_name(state: SessionState | None, person: ParticipantState | None) -> str | None:
    """The page that a participant's station shows; None of somebody unknown to the session."""
    if state is None or person is None:
        return None
    return participant_page(state, person).value


PARTICIPANTS = Table(
    "participants",
    "Somebody who came: took part, declined, was dropped or was turned away.",
    _PARTICIPANT_COLUMNS,
    PARTICIPANT,
    _participants,
    (TO_SESSION, TO_GROUP),
)


_PAYMENT_COLUMNS = (
    shared.SESSION_CODE,
    shared.PARTICIPANT_CODE,
    Column(
        "payment.basis",
        "string",
        "Why it is this sum; not_seated: declined, went home or was turned away.",
        allowed=", ".join(Basis),
    ),
    Column("payment.show_up_fee", "number", "For coming.", "currency"),
    Column("payment.paid_coins", "number", "Coins that are paid.", "coins"),
    Column("payment.coin_value", "number", "What a coin is worth.", "currency"),
    Column(
        "payment.computed", "number", "Fee and coins, rounded by the session's rule.", "currency"
    ),
    Column("payment.is_adjusted", "boolean", "The experimenter has set another sum."),
    Column("payment.reason", "string", "Why it was set; empty in an export without labels."),
    Column(
        "payment.total",
        "number",
        "What is to be handed out: nothing to a simulated participant.",
        "currency",
    ),
    Column("payment.currency", "string", "The currency."),
    Column(
        "payment.time_paid_utc", "datetime", "When it was handed out; empty if not noted.", "UTC"
    ),
)


def _payments(sessions: Sequence[SessionData]) -> Iterator[Row]:
    for data in sessions:
        if data.state is None:
            continue
        rules = data.state.plan.payment
        for person in data.participants:
            paid = payment(data.state, person.code)
            reasons = [
                each.event.reason
                for each in data.events_of(person.code)
                if isinstance(each.event, ev.PaymentAdjusted)
            ]
            yield {
                "session.code": data.row.code,
                "participant.code": person.code,
                "payment.basis": paid.basis.value,
                "payment.show_up_fee": Number(repr(rules.show_up_fee)),
                "payment.paid_coins": coins(paid.paid_hundredths),
                "payment.coin_value": Number(repr(rules.coin_value)),
                "payment.computed": money(paid.computed_cents),
                "payment.is_adjusted": paid.adjusted_cents is not None,
                "payment.reason": data.reason(reasons),
                "payment.total": money(paid.due_cents),
                "payment.currency": rules.currency,
                "payment.time_paid_utc": data.state.participants[person.code].paid_utc or None,
            }


def money(cents: int) -> Number:
    """An amount of money with two decimals."""
    sign = "-" if cents < 0 else ""
    return Number(f"{sign}{abs(cents) // CENTS}.{abs(cents) % CENTS:02}")


PAYMENTS = Table(
    "payments",
    "What a participant is paid, also in a session that still runs.",
    _PAYMENT_COLUMNS,
    PARTICIPANT,
    _payments,
    (TO_PARTICIPANT, TO_SESSION),
)


def _help_calls(events: Sequence[Logged]) -> int:
    """How often a participant called; lines written before the experimenter came are one call."""
    calls, calling = 0, False
    for each in events:
        if isinstance(each.event, ev.HelpCalled):
            calls += not calling
            calling = True
        elif isinstance(each.event, ev.HelpGiven | ev.PartSkipped):
            calling = False
    return calls
