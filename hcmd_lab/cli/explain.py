"""`hcmd-lab explain`: what a mechanism does, in words and tables."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from hcmd_lab.cli.output import JsonOption, StudyArgument, people, print_json, tell
from hcmd_lab.game.mechanisms import BaselineName
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.store import Store
from hcmd_lab.study import foreseeing
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.role_votes import counted_votes
from hcmd_lab.study.rows_of_the_log import require_rows_of_the_log
from hcmd_lab.telling.gate import expected_votes
from hcmd_lab.telling.mechanism_names import in_sentence, pretty_name
from hcmd_lab.telling.numbers import number, percent, signed
from hcmd_lab.telling.statistics import interval, share

if TYPE_CHECKING:
    from hcmd_lab.insight.explanation import Explanation

_ALL = 0.995

_TOGETHER = (
    "The intervals of all are 95% intervals. Those of a role's tail endowments hold together: with "
    "a chance of 95% all of them contain the true share."
)


def explain(
    study: StudyArgument,
    mechanism: Annotated[
        str | None,
        typer.Option(
            help="A mechanism of the study or a baseline; by default the newest mechanism."
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Explain a mechanism: a readable rule, the least-served seat, and where giving pays."""
    from hcmd_lab.insight import explanation  # noqa: PLC0415 - scipy loads slowly
    from hcmd_lab.telling import insight as words  # noqa: PLC0415

    with Store.read(study) as store, people.status("The mechanism is read"):
        reader = ReadOnlyStudy(store)
        require_rows_of_the_log(store)
        policy = reader.mechanisms.table(mechanism)
        groups = reader.shown_groups()
        votes = counted_votes(reader, policy.name, groups)
        found = explanation.explain(policy, groups, reader.settings.baseline, votes)
        gate = foreseeing.gate(reader, policy)
    if as_json:
        print_json(found)
        return
    _head("The rule")
    for condition in found.conditions:
        _tell(words.rule_sentences(condition))
    tell(_rule_table(found))
    _head("The least-served seats")
    _tell(words.minority_sentences(found) or [words.nobody_played(found)])
    if found.least_served:
        tell(_least_served_table(found))
    if found.votes:
        tell(_votes_table(found))
        if _is_together(found):
            tell(_TOGETHER)
    elif found.baseline:
        _tell([words.votes_not_told(found)])
    if expected := expected_votes(gate):
        tell(expected)
    _head("What another coin returns to its giver")
    _tell(sentence for each in found.conditions for sentence in words.incentive_sentences(each))
    tell(_incentive_table(found))


def _head(text: str) -> None:
    tell(f"\n{text}", style="bold")


def _tell(sentences: Iterable[Sentence]) -> None:
    for sentence in sentences:
        tell(str(sentence))


def _table(*heads: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for place, head in enumerate(heads):
        table.add_column(head, justify="right" if place else "left")
    return table


def _coins_heading(found: "Explanation") -> str:
    return "Each tail has" if found.has_roles else "Everyone has"


def _role_names(found: "Explanation") -> tuple[str, str]:
    """Of the first seat and of the others."""
    return ("head", "tail") if found.has_roles else ("seat 1", "other")


def _rule_table(explanation: "Explanation") -> Table:
    first, other = _role_names(explanation)
    table = _table(
        _coins_heading(explanation), "Rounds played", "By contribution", f"Fixed: {first}",
        f"{first[:1].upper()}{first[1:]} counts", f"Threshold: {first}", other, "Fidelity", "R²",
        *map(pretty_name, BaselineName),
    )  # fmt: skip
    for found in explanation.conditions:
        rule, references = found.rule, found.references
        table.add_row(
            f"{found.tail_endowment}",
            f"{found.rounds_played}" + ("" if found.as_played else " (all alike)"),
            percent(rule.by_giving),
            percent(rule.fixed_head) if rule.by_giving < _ALL else "–",
            number(rule.head_counts, 2) if rule.by_giving > 1 - _ALL else "–",
            percent(rule.head_threshold),
            percent(rule.tail_threshold),
            share(found.fidelity.fund),
            number(found.fidelity.r_squared, 3),
            *(share(references[name].fund) for name in BaselineName),
        )
    return table


def _least_served_table(found: "Explanation") -> Table:
    head_least = ("Head gained least",) if found.has_roles else ()
    table = _table(
        "Mechanism", _coins_heading(found), "Groups", "Lowest reward", "10th pct.",
        "Over keeping all", "10th pct.", "Someone lost", *head_least, "Gini",
    )  # fmt: skip
    for row in found.least_served:
        table.add_row(
            pretty_name(row.mechanism),
            "all" if row.tail_endowment is None else f"{row.tail_endowment}",
            f"{row.groups}",
            number(row.lowest_reward, 2),
            number(row.lowest_reward_tenth, 2),
            signed(row.lowest_gain, 2),
            signed(row.lowest_gain_tenth, 2),
            percent(row.somebody_lost),
            *((percent(row.heads_among_least),) if found.has_roles else ()),
            number(row.gini, 3),
        )
    return table


def _is_together(found: "Explanation") -> bool:
    """Whether intervals of single conditions are wider, so that all of them hold together."""
    return len({row.tail_endowment for row in found.votes} - {None}) > 1


def _votes_table(found: "Explanation") -> Table:
    table = _table(
        "Role",
        "Each tail has",
        "Groups",
        "Votes",
        f"For {in_sentence(found.mechanism)}",
        "Interval" if _is_together(found) else "95% interval",
    )
    for row in found.votes:
        table.add_row(
            row.role,
            "all" if row.tail_endowment is None else f"{row.tail_endowment}",
            f"{row.groups}",
            f"{row.votes}",
            share(row.share.estimate),
            interval(row.share),
        )
    return table


def _incentive_table(explanation: "Explanation") -> Table:
    who = "Role" if explanation.has_roles else "Seat"
    coins = _coins_heading(explanation)
    table = _table(coins, who, "Best to give", "Gain", "Returns of each coin")
    for found in explanation.conditions:
        for role, each in zip(_role_names(explanation), (found.head, found.tail), strict=True):
            table.add_row(
                f"{found.tail_endowment}",
                role,
                f"{each.best} of {len(each.returns)}",
                signed(each.gain, 2),
                " ".join(number(coin, 2) for coin in each.returns),
            )
    return table
