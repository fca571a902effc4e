"""What a session whose experimenter is blind calls its participants: by their stations."""

from hcmd_lab.game.state import SessionState


def payment_number(state: SessionState, code: str) -> str:
    """The station of a participant, and in brackets which one of those who were last at it.

    The first has no brackets; those without a station, who were turned away, have nothing else.

    Args:
        state: The session.
        code: The participant's.
    """
    station = state.participants[code].station
    here = [other for other, person in state.participants.items() if person.station == station]
    nth = here.index(code) + 1
    if station and nth == 1:
        return station
    return f"{station} ({nth})".lstrip()


def shown_name(state: SessionState, code: str) -> str:
    """What the experimenter's screens call a participant.

    The label, or the code of somebody without one; in a blind session the payment number.

    Args:
        state: The session.
        code: The participant's.
    """
    if state.plan.settings.blind:
        return payment_number(state, code)
    return state.participants[code].label or code
