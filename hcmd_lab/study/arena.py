"""The arena: plans contrasts, and says which pairs of tables a session of EVALUATE plays."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

import msgspec

from hcmd_lab.computer import user_name
from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.acquisition import variations
from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanism_names import spoken_name
from hcmd_lab.game.mechanisms import BASELINES, NEWEST, NEWEST_RULE
from hcmd_lab.game.plan import SessionPlan
from hcmd_lab.game.played import Aside, Purpose
from hcmd_lab.study.adding import add_rule
from hcmd_lab.study.contrasts import CONTRASTS_FACT, Contrast, PlannedContrast
from hcmd_lab.study.counted_votes import CountedVotes
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.status import Step
from hcmd_lab.study.study_log import LogKind, add_to_log
from hcmd_lab.timestamps import utc_now

MIN_GROUPS, MAX_GROUPS = 4, 10_000
"""Of a contrast, as of the study's setting."""

Pair = tuple[str, str]
"""SHA-256 of two tables; the name of one that is not stored yet."""


# --- planning ------------------------------------------------------------------------------------


def plan_contrast(study: ReadOnlyStudy, mechanism: str, other: str, groups: int) -> Contrast:
    """Plan one more contrast; the first takes the place of that of the settings; it is logged.

    A contrast of the settings that groups have played already stays, as the first one.

    Args:
        study: The study, open for changes.
        mechanism: Name of the mechanism whose votes are counted, or what stands for the newest.
        other: The same of the one that it is compared with.
        groups: Groups that it is to have.

    Raises:
        UsageError: There is no such mechanism, the two are the same, the contrast is planned
            already, or the number is not allowed.
    """
    for side in (mechanism, other):
        if side not in (NEWEST, NEWEST_RULE):
            study.mechanisms.table(side)
    require_groups(groups)
    sides = frozenset(map(study.mechanisms.resolved, (mechanism, other)))
    if len(sides) == 1:
        raise UsageError(
            "A contrast compares two different mechanisms, and both sides are {mechanism}.",
            mechanism=spoken_name(study.mechanisms.resolved(mechanism)),
        )
    plans = list(study.planned_contrasts()) or _of_settings(study)
    for plan in plans:
        if frozenset(map(study.mechanisms.resolved, (plan.mechanism, plan.other))) == sides:
            raise UsageError(
                "The contrast of {mechanism} with {other} is planned already, for {n} group(s).",
                mechanism=spoken_name(plan.mechanism),
                other=spoken_name(plan.other),
                n=plan.groups,
            )
    added = PlannedContrast(mechanism, other, groups, utc_now(), user_name())
    with study.store.transaction():
        _keep(study, [*plans, added])
        add_to_log(
            study.store.facts,
            LogKind.CONTRAST_PLANNED,
            mechanism=mechanism,
            baseline=other,
            groups=groups,
            counted=CountedVotes(study).others(added),
            replaces=_replaced(study, sides) if not plans else None,
        )
    settle_rule(study)
    return study.contrasts()[-1]


def _replaced(study: ReadOnlyStudy, sides: frozenset[str]) -> str | None:
    """The baseline of the settings, if the first planned contrast is another than theirs."""
    of_settings = {study.mechanisms.resolved(NEWEST), study.settings.baseline}
    return None if sides == of_settings else study.settings.baseline


def settle_rule(study: ReadOnlyStudy) -> None:
    """Store the rule of the newest mechanism once training has ended, if a contrast plays it.

    Everybody then sees the rule before anybody plays it. A rule that divides exactly as another
    mechanism of the library does is none: its contrast cannot be played.
    """
    sides = {side for plan in study.planned_contrasts() for side in (plan.mechanism, plan.other)}
    if NEWEST_RULE in sides and study.status().step is Step.EVALUATE:
        with suppress(UsageError):
            stored_table(study, NEWEST_RULE)


def contrast_to_extend(study: ReadOnlyStudy, number: int | None) -> Contrast:
    """The contrast that is to have more groups.

    Args:
        study: The study.
        number: Its number; None for the only one that is undecided.

    Raises:
        OperatorError: The plan does not allow it, or the votes have decided already.
        UsageError: There is no such contrast, or several are undecided and none is named.
    """
    require_contrast(number, len(study.contrasts()))
    undecided = study.extensible_contrasts
    wanted = [each for each in undecided if number in (None, each.number)]
    if not wanted:
        raise OperatorError(
            "Groups can be added to the comparison only if the study’s setting looks is "
            "sequential and the votes have not decided yet."
        )
    if len(wanted) > 1:
        raise UsageError(
            "Say which contrast gets the groups; undecided are: {numbers}.",
            numbers=", ".join(str(each.number) for each in wanted),
        )
    return wanted[0]


def require_groups(groups: int) -> None:
    """Check the number of groups of a contrast.

    Raises:
        UsageError: It is not allowed.
    """
    if not MIN_GROUPS <= groups <= MAX_GROUPS:
        raise UsageError(
            "A contrast needs {least} to {most} groups, not {groups}.",
            least=MIN_GROUPS,
            most=MAX_GROUPS,
            groups=groups,
        )


def set_groups(study: ReadOnlyStudy, number: int, groups: int) -> None:
    """Plan another number of groups for a planned contrast."""
    plans = list(study.planned_contrasts())
    plans[number - 1] = replace(plans[number - 1], groups=groups)
    _keep(study, plans)


def drop_contrast(study: ReadOnlyStudy, number: int) -> None:
    """Take a contrast that no group has begun out of the plan; it is logged.

    Raises:
        OperatorError: Groups have played it.
        UsageError: There is none of this number.
    """
    plans = list(study.planned_contrasts())
    require_contrast(number, len(plans))
    dropped = study.contrasts()[number - 1]
    if dropped.result is not None or _is_begun(study, dropped.mechanism, dropped.other):
        raise OperatorError(
            "The contrast of {mechanism} with {other} stays in the plan: groups have met its "
            "mechanisms.",
            mechanism=spoken_name(dropped.mechanism),
            other=spoken_name(dropped.other),
        )
    plan = plans.pop(number - 1)
    with study.store.transaction():
        _keep(study, plans)
        add_to_log(
            study.store.facts,
            LogKind.CONTRAST_DROPPED,
            mechanism=plan.mechanism,
            baseline=plan.other,
            groups=plan.groups,
            counted=CountedVotes(study).others(plan),
        )


def require_contrast(number: int | None, count: int) -> None:
    """Check the number of a contrast.

    Raises:
        UsageError: There is none of this number.
    """
    if number is not None and not 1 <= number <= count:
        if count == 0:
            raise UsageError("No contrast is planned; that of the study's settings holds.")
        raise UsageError(
            "There is no contrast {number}; the study has {n} contrast(s).", number=number, n=count
        )


def _of_settings(study: ReadOnlyStudy) -> list[PlannedContrast]:
    """The contrast of the settings as a planned one, if groups have met its mechanisms."""
    (found,) = study.contrasts()
    if found.result is None and not _is_begun(study, found.mechanism, found.other):
        return []
    return [PlannedContrast(found.mechanism, found.other, found.target)]


def _is_begun(study: ReadOnlyStudy, mechanism: str, other: str) -> bool:
    """Whether groups of EVALUATE have met both mechanisms, or are meeting them."""
    names = {row.sha256: row.name for row in study.store.learned.mechanisms()}
    return any(
        {names.get(each, each) for each in group.mechanisms} == {mechanism, other}
        for group in study.store.tables.tally()
        if group.purpose == "evaluate" and group.set_aside is Aside.NO
    )


def _keep(study: ReadOnlyStudy, plans: Sequence[PlannedContrast]) -> None:
    study.store.facts.set(CONTRASTS_FACT, msgspec.to_builtins(plans))


# --- playing -------------------------------------------------------------------------------------


def pairs_to_play(
    study: ReadOnlyStudy,
    purpose: Purpose,
    contrast: int | None,
    table_of: Callable[[ReadOnlyStudy, str], str],
) -> dict[Pair, int]:
    """The pairs of mechanisms that a session of this purpose plays now.

    Each planned contrast comes with its target; other pairs have none, which is told by 0.

    Args:
        study: The study.
        purpose: The session's purpose.
        contrast: Number of the one contrast to be played, in EVALUATE; None for all that need
            groups.
        table_of: Gives the hash of the table of one side of a contrast: `known_table`, or
            `stored_table`, which stores what is not stored yet.

    Raises:
        OperatorError: The study does not play such a session now, or has no such contrast.
    """
    now = study.status()
    playing = Step(purpose) if purpose != "pilot" else now.step
    if purpose != "pilot":
        now.require(playing)
    newest = study.mechanisms.newest()
    if playing is not Step.EVALUATE:
        found = study.mechanisms.newest_variations()
        varied = [(newest, found[each]) for each in variations(study.settings.acquire)]
        return dict.fromkeys(varied or [(newest, newest)], 0)
    planned = study.planned_contrasts()
    require_contrast(contrast, len(planned) or 1)
    if not planned:
        return {(newest, table_of(study, study.settings.baseline)): 0}
    standing = study.contrasts()
    wanted = [each for each in standing if each.missing and contrast is None]
    wanted = wanted or [each for each in standing if contrast in (None, each.number)]
    plans = [(planned[each.number - 1], each.target) for each in wanted]
    return {
        (table_of(study, plan.mechanism), table_of(study, plan.other)): target
        for plan, target in plans
    }


def pairs_of_session(study: ReadOnlyStudy, plan: SessionPlan) -> dict[Pair, int]:
    """The pairs of mechanisms that a session plays, as `pairs_to_play` gives them."""
    names = {row.sha256: row.name for row in study.store.learned.mechanisms()}
    planned = study.contrasts() if study.planned_contrasts() else ()
    targets = {frozenset((each.mechanism, each.other)): each.target for each in planned}
    pairs: dict[Pair, int] = {}
    for group in plan.groups:
        if group.mechanisms[::-1] not in pairs:
            sides = frozenset(names.get(each, each) for each in group.mechanisms)
            pairs[group.mechanisms] = targets.get(sides, 0)
    return pairs


def is_contrasts(pairs: Mapping[Pair, int]) -> bool:
    """Whether pairs are planned contrasts, each with a target of its own."""
    return all(pairs.values())


def conditions_used(
    study: ReadOnlyStudy, purpose: Purpose, iteration: int, pairs: Mapping[Pair, int]
) -> Counter[tuple[int, Pair]]:
    """Conditions of the groups that count, or still may, and how many groups had each.

    Of contrasts, the groups of these alone.
    """
    wanted = [set(pair) for pair in pairs]
    of_contrasts = is_contrasts(pairs)
    found: Counter[tuple[int, Pair]] = Counter()
    for kind in study.store.tables.tally():
        if (
            (kind.purpose, kind.iteration) == (purpose, iteration)
            and kind.status not in ("void", "ended_early", "unfilled")
            and kind.set_aside is Aside.NO
            and (not of_contrasts or set(kind.mechanisms) in wanted)
        ):
            found[kind.tail_endowment, kind.mechanisms] += kind.groups
    return found


def known_table(study: ReadOnlyStudy, side: str) -> str:
    """Hash of the table of one side of a contrast; its name if it is not stored.

    A table that is not stored has not been played: its name changes no draw.
    """
    name = study.mechanisms.resolved(side)
    known = {row.name: row.sha256 for row in study.store.learned.mechanisms()}
    return _closed_form(study, name) or known.get(name, name)


def stored_table(study: ReadOnlyStudy, side: str) -> str:
    """Hash of the table of one side of a contrast, made and stored now if it is not yet."""
    name = study.mechanisms.resolved(side)
    if name in BASELINES:
        kept = _closed_form(study, name)
        if kept is not None:
            return kept
        table = freeze(BASELINES[name], study.game)
        study.store.learned.add_mechanism(table, {"closed_form": name})
        return table.sha256
    known = {row.name for row in study.store.learned.mechanisms()}
    if side == NEWEST_RULE and name not in known:
        return add_rule(study).sha256
    return study.mechanisms.table(name).sha256


def _closed_form(study: ReadOnlyStudy, name: str) -> str | None:
    for known in study.store.learned.mechanisms():
        if known.provenance.get("closed_form") == name:
            return known.sha256
    return None
