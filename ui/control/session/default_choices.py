"""The choices that are made for people when the experimenter ends a page's time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hcmd_lab.game import events as ev
from hcmd_lab.game.default_choice import default_contribution
from hcmd_lab.game.session import obstacle
from hcmd_lab.game.state import Phase, SessionState
from hcmd_lab.telling.money import coins_in_words
from hcmd_lab.telling.translate import translate

_COIN = 100


@dataclass(frozen=True, slots=True)
class DefaultChoice:
    """A choice that would be made in place of a person.

    Attributes:
        participant: Code of the person.
        place: Group, stage and round of the choice.
        coins: The contribution; None for a vote that is not given.
    """

    participant: str
    place: tuple[int, int, int]
    coins: int | None


def default_choices(
    state: SessionState, now_ms: int, groups: Iterable[int]
) -> tuple[DefaultChoice, ...]:
    """What would be chosen for people if the time of these groups' pages ended now."""
    return tuple(_choices(state, now_ms, groups))


def choice_words(state: SessionState, choices: Iterable[DefaultChoice]) -> str:
    """The choices in words, a line for each and who it is made for."""
    blind = state.plan.settings.blind
    people: dict[str, list[str]] = {}
    for choice in choices:
        person = state.participants[choice.participant]
        name = person.station
        if person.label and not blind:
            name = translate("{station} ({who})", station=person.station, who=person.label)
        people.setdefault(_chosen(choice, blind=blind), []).append(name)
    return "\n".join(
        translate(
            "{choice}: station(s) {names}", choice=chosen, n=len(names), names=", ".join(names)
        )
        for chosen, names in people.items()
    )


def _choices(state: SessionState, now_ms: int, groups: Iterable[int]) -> Iterator[DefaultChoice]:
    for number in groups:
        group = state.groups[number]
        decides = group.phase in (Phase.DECIDE, Phase.VOTE)
        if not decides or obstacle(state, ev.TimeCalled(now_ms, number)) is not None:
            continue
        for seat, own in enumerate(group.seats):
            if own.participant is not None and group.awaits(seat):
                coins = None
                if group.phase is Phase.DECIDE:
                    coins = default_contribution(state, group, seat)
                place = (number, group.stage, group.round)
                yield DefaultChoice(own.participant, place, coins)


def _chosen(choice: DefaultChoice, *, blind: bool) -> str:
    if choice.coins is None:
        return translate("No vote")
    if blind:  # it may repeat what the person chose before
        return translate("Default contribution")
    return translate("Contribution of {coins}", coins=coins_in_words(_COIN * choice.coins))
