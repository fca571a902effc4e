"""The choices that are made for people when the experimenter ends a page's time."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from hcmd_lab.game import events as ev
from hcmd_lab.game.director import Director
from hcmd_lab.game.session import apply
from hcmd_lab.game.state import IllegalEventError, SessionState
from hcmd_lab.telling.money import coins_in_words
from hcmd_lab.telling.translate import translate

Choice: TypeAlias = ev.Contributed | ev.VoteCast
"""A choice that the session makes in place of a person."""

_COIN = 100


def default_choices(state: SessionState, now_ms: int, groups: Iterable[int]) -> tuple[Choice, ...]:
    """What would be chosen for people if the time of these groups' pages ended now."""
    return tuple(_choices(state, now_ms, groups))


def choice_words(state: SessionState, choices: Iterable[Choice]) -> str:
    """The choices in words, a line for each and who it is made for."""
    people: dict[str, list[str]] = {}
    for choice in choices:
        code = state.groups[choice.group].seats[choice.seat].participant
        person = state.participants[code or ""]
        name = person.station
        if person.label:
            name = translate("{station} ({who})", station=person.station, who=person.label)
        people.setdefault(_chosen(choice), []).append(name)
    return "\n".join(
        translate(
            "{choice}: station(s) {names}", choice=chosen, n=len(names), names=", ".join(names)
        )
        for chosen, names in people.items()
    )


def _choices(state: SessionState, now_ms: int, groups: Iterable[int]) -> Iterator[Choice]:
    for number in groups:
        try:
            called = apply(state, ev.TimeCalled(now_ms, number))
        except IllegalEventError:
            continue  # nothing is called there
        for event in Director({}).due(called, now_ms):
            if isinstance(event, ev.Contributed | ev.VoteCast) and (event.group, event.by) == (
                number,
                "timeout",
            ):
                yield event


def _chosen(choice: Choice) -> str:
    if isinstance(choice, ev.Contributed):
        return translate(
            "Contribution of {coins}", coins=coins_in_words(_COIN * choice.contribution)
        )
    return translate("No vote")
