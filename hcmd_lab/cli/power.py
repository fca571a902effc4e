"""`hcmd-lab power`: how many groups an evaluation needs."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from hcmd_lab.cli.output import (
    GameSetOption,
    JsonOption,
    parse_changes,
    people,
    print_json,
    tell,
)
from hcmd_lab.errors import UsageError
from hcmd_lab.game.people_choice import People
from hcmd_lab.game.played import UNKNOWN_MECHANISM, Purpose
from hcmd_lab.game.rules import Game
from hcmd_lab.jobs.record import PAPER_SHARE
from hcmd_lab.storage.store import Store
from hcmd_lab.study.presets import game_from
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.rows_of_the_log import require_rows_of_the_log
from hcmd_lab.telling import counts
from hcmd_lab.telling.game import what_does_not_apply
from hcmd_lab.telling.numbers import number
from hcmd_lab.telling.power import expected_in_words, power_in_words, rehearsals_in_words
from hcmd_lab.telling.statistics import with_interval
from hcmd_lab.vote_plan import Looks, VotePlan

if TYPE_CHECKING:
    from hcmd_lab.inference.simulated_votes import SimulatedVotes
    from hcmd_lab.inference.vote_power import ExpectedPower, PowerPlan

_USUAL_CORRELATION = 0.1
_MIN_GROUPS = 10
_SEED = 1
_CLOSEST = 0.001
"""To one half of a share that is to be found."""


def power(
    study: Annotated[
        Path | None,
        typer.Argument(help="A study whose votes give the correlation within groups."),
    ] = None,
    share: Annotated[
        float | None,
        typer.Option(help="True vote share to detect.", show_default=f"the paper's, {PAPER_SHARE}"),
    ] = None,
    chance: Annotated[
        float, typer.Option("--power", help="Power: the probability of detecting it.")
    ] = 0.8,
    correlation: Annotated[
        float | None,
        typer.Option(help="Correlation of the votes within a group, instead of a study."),
    ] = None,
    asked: Annotated[
        Looks | None,
        typer.Option(
            "--looks",
            help="When the votes may be looked at: fixed or sequential.",
            show_default="the study's, else fixed",
        ),
    ] = None,
    adjusted: Annotated[
        bool | None,
        typer.Option(
            "--order-adjusted/--no-order-adjusted",
            help="Whether the preference for the stage played second is taken out.",
            show_default="the study's, else not",
        ),
    ] = None,
    simulated: Annotated[
        People | None,
        typer.Option(
            "--people",
            help="Rehearse with the votes of these simulated people, between liberal egalitarian "
            "and libertarian.",
        ),
    ] = None,
    every: Annotated[
        bool,
        typer.Option(
            "--every-people",
            help="Rehearse with every kind of simulated people, to see how far the number of "
            "groups hangs on who plays.",
        ),
    ] = False,
    changes: GameSetOption = None,
    as_json: JsonOption = False,
) -> None:
    """Simulate how many groups EVALUATE needs, before inviting the first of them.

    Of a study it also tells what the newest models expect of the vote, if the gate has asked them.
    """
    _check(share, chance, correlation)
    game = _game(study, changes)
    judged = _judged(study, asked, adjusted)
    if every:
        if any(given is not None for given in (study, share, correlation, simulated)):
            raise UsageError(
                "--every-people takes shares and correlations from the votes of simulated people; "
                "give neither a study nor --share, --correlation or --people with it."
            )
        _rehearse(game, chance, judged, as_json=as_json)
        return
    source = "as was given"
    if simulated is not None:
        if correlation is not None or study is not None:
            raise UsageError(
                "--people takes the correlation from the votes of simulated people; give neither a "
                "study nor --correlation with it."
            )
        votes = _votes_of(simulated, game)
        share = votes.share.estimate if share is None else share
        _check(share, chance, None)
        correlation = max(0.0, votes.correlation)
        source = (
            f"that of the simulated people ({simulated}), {number(votes.correlation, 2)}, or 0 "
            f"where it is negative; they give liberal egalitarian {with_interval(votes.share)} of "
            "their votes against libertarian, and are no evidence about people"
        )
    elif correlation is None:
        correlation, source = _correlation(study)
    share = PAPER_SHARE if share is None else share
    from hcmd_lab.inference.vote_power import plan_power  # noqa: PLC0415 - numpy takes its time

    with people.status("Evaluations are simulated"):
        plan = plan_power(share, chance, correlation, game.seats, _SEED, judged)
        expected = None if study is None else _expected(study, plan)
    if as_json:
        print_json(msgspec.to_builtins(plan, str_keys=True) | {"expected": expected})
        return
    told = [*power_in_words(msgspec.to_builtins(plan)), f"The correlation is {source}."]
    told.append(what_does_not_apply(game, simulated=simulated is not None))
    if expected is not None:
        told.append(expected_in_words(expected, chance))
    tell("\n".join(filter(None, told)))


def _judged(study: Path | None, looks: Looks | None, adjusted: bool | None) -> VotePlan:
    """How the votes are judged: as was asked, else by the study, else once and as they are cast."""
    plan = VotePlan()
    if study is not None:
        with Store.read(study) as store:
            plan = ReadOnlyStudy(store).settings.vote_plan
    return VotePlan(
        looks=looks or plan.looks,
        order_adjusted=plan.order_adjusted if adjusted is None else adjusted,
    )


def _game(study: Path | None, changes: list[str] | None) -> Game:
    """The game of the study, or the paper's with changes."""
    if study is None:
        return game_from(parse_changes(changes))
    if changes:
        raise UsageError("A study has its own game; give --set without a study.")

    with Store.read(study) as store:
        return ReadOnlyStudy(store).game


def _rehearse(game: Game, chance: float, judged: VotePlan, *, as_json: bool) -> None:
    from hcmd_lab.inference.simulated_votes import rehearse  # noqa: PLC0415 - numpy takes its time

    found = []
    for simulated in People:
        with people.status(f"Simulated people vote: {simulated}"):
            found.append(rehearse(simulated, game, chance, _SEED, judged))
    if as_json:
        print_json(found)
        return
    told = [*rehearsals_in_words(found, chance), what_does_not_apply(game, simulated=True)]
    tell("\n".join(filter(None, told)))


def _expected(study: Path, plan: "PowerPlan") -> "ExpectedPower | None":
    """What the newest models expect of the newest mechanism, as the gate has asked them."""
    from hcmd_lab.inference.vote_power import expected_power  # noqa: PLC0415
    from hcmd_lab.study.foreseeing import gate  # noqa: PLC0415

    with Store.read(study) as store:
        reader = ReadOnlyStudy(store)
        if not reader.mechanisms.trained_tables():
            return None
        asked = gate(reader, reader.mechanisms.table(None))
        baseline = reader.settings.baseline
    foreseen = asked.votes_foreseen
    if foreseen is None or foreseen.expected is None:
        return None
    return expected_power(asked.name, baseline, foreseen.expected, plan, _SEED)


def _votes_of(simulated: People, game: Game) -> "SimulatedVotes":
    from hcmd_lab.game.populations import population_of  # noqa: PLC0415 - numpy takes its time
    from hcmd_lab.inference.simulated_votes import simulated_votes  # noqa: PLC0415

    with people.status("Simulated people vote"):
        return simulated_votes(population_of(simulated), game, _SEED)


def _check(share: float | None, chance: float, correlation: float | None) -> None:
    if share is not None and (not 0 < share < 1 or abs(share - 0.5) < _CLOSEST):
        raise UsageError(
            "A vote share of {share} is not tried; give --share a number between 0 and 1 that is "
            "at least {closest} from one half, such as 0.543.",
            share=share,
            closest=_CLOSEST,
        )
    if not 0.05 < chance < 1:
        raise UsageError(
            "A power of {chance} is not possible; give --power a number above 0.05 and below 1, "
            "such as 0.8.",
            chance=chance,
        )
    if correlation is not None and not 0 <= correlation < 1:
        raise UsageError(
            "A correlation of {correlation} is not possible here; give --correlation a number "
            "of at least 0 and below 1, such as 0.1.",
            correlation=correlation,
        )


def _correlation(study: Path | None) -> tuple[float, str]:
    """Within-group correlation of votes, and its source."""
    if study is None:
        return _USUAL_CORRELATION, "an assumption; give a study to use its own"
    from hcmd_lab.inference.correlation import pooled_correlation  # noqa: PLC0415

    with Store.read(study) as store:
        require_rows_of_the_log(store)
        comparisons, left_out = _known_votes(ReadOnlyStudy(store))
    groups = sum(map(len, comparisons))
    if groups < _MIN_GROUPS:
        if left_out:
            raise UsageError(
                "The study {study} has votes from {groups} whose mechanisms are known, and {least} "
                "are needed to estimate the correlation within groups; give --correlation instead.",
                study=study,
                groups=counts.groups(groups),
                least=_MIN_GROUPS,
            )
        raise UsageError(
            "The study {study} has votes from {groups}, and {least} are needed to estimate the "
            "correlation within groups; give --correlation instead.",
            study=study,
            groups=counts.groups(groups),
            least=_MIN_GROUPS,
        )
    import numpy as np  # noqa: PLC0415

    found = pooled_correlation(
        (np.array([won for won, _ in votes]), np.array([cast for _, cast in votes]))
        for votes in comparisons
    )
    if found is None:
        raise UsageError(
            "The votes of the study {study} do not tell how alike those of one group are; give "
            "--correlation instead.",
            study=study,
        )
    source = f"from the votes of {counts.groups(found.groups)}"
    others = groups - found.groups
    if others:
        source += f"; {counts.groups(others)} that compared other mechanisms do not tell it"
    if left_out:
        source += f"; {counts.groups(left_out)} of imported files without mechanisms are left out"
    return min(max(0.0, found.estimate), 0.99), source


def _known_votes(study: ReadOnlyStudy) -> tuple[list[list[tuple[int, int]]], int]:
    """By pair of mechanisms, each group's votes for one of the two, and cast; none uncounted.

    What a file calls a mechanism is no mechanism of the study: its groups are compared among
    themselves. Those of files without mechanisms may have compared any two: they are only counted.
    """
    purposes: tuple[Purpose, ...] = ("acquire",) if study.hides_votes else ("acquire", "evaluate")
    found: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    left_out = 0
    for group in study.played(purposes):
        met = {each.stage: each.mechanism for each in group.stages if each.stage in (1, 2)}
        file = group.session if group.source == "imported" else ""
        pair = (file, *sorted(set(met.values())))
        favoured = min(met, key=lambda stage: (met[stage], stage), default=1)
        cast = sum(vote is not None for vote in group.votes)
        if cast and UNKNOWN_MECHANISM in pair:
            left_out += 1
        elif cast:
            found.setdefault(pair, []).append((group.votes.count(favoured), cast))
    return list(found.values()), left_out
