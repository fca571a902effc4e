"""What rests on the result of a training step, so that it cannot simply be taken anew."""

from collections.abc import Iterator

from hcmd_lab.game.mechanism_names import spoken_name
from hcmd_lab.game.played import Aside
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.records import RunRow
from hcmd_lab.storage.store import Store
from hcmd_lab.study.contrasts import CONTRASTS_FACT, parse_contrasts
from hcmd_lab.study.order_of_plans import place_of_plan
from hcmd_lab.study.order_of_runs import come_since, notes_at
from hcmd_lab.study.status import Step
from hcmd_lab.study.study_log import ADDED_FACT, LogKind, read_log
from hcmd_lab.study.trained_names import table_fact, trained_names


def resting(store: Store, run: RunRow) -> Iterator[Sentence]:
    """Everything that rests on a step's result, a sentence each; nothing if it may be taken anew.

    Of sessions, pilots and imports count too: what has met people, or come in the light of a
    result, is not put under another one silently.

    Args:
        store: The open study.
        run: An OPTIMIZE or CONVERGENCE that was not set aside.
    """
    sessions = come_since(store, run)
    if sessions:
        yield Sentence("{n} session(s) (has|have) been opened or imported since.", n=sessions)
    for later in store.learned.runs():
        if later.id > run.id and (later.kind, later.iteration) != (run.kind, run.iteration):
            yield Sentence(
                "{step} of iteration {iteration} rests on it.",
                step=later.kind.upper(),
                iteration=later.iteration,
            )
    names: set[str] = set()
    if run.kind == Step.OPTIMIZE:
        made = _made(store, run)
        tally = [kind for kind in store.tables.tally() if kind.set_aside is Aside.NO]
        met = sum(kind.groups for kind in tally if made.keys() & set(kind.mechanisms))
        if met:
            yield Sentence("{n} group(s) (has|have) met its mechanism.", n=met)
        rows = store.learned.mechanisms()
        rules = [row.name for row in rows if row.provenance.get("of_sha256") in made]
        for rule in rules:
            yield Sentence("Its mechanism is described by {rule}.", rule=spoken_name(rule))
        names = {*made.values(), *rules}
    then, entries = notes_at(store, run), read_log(store.facts)
    for plan in parse_contrasts(store.facts.get(CONTRASTS_FACT, [])):
        is_later = then.is_before_entry(place_of_plan(entries, plan), plan.planned_utc)
        if is_later or names & {plan.mechanism, plan.other}:
            yield Sentence(
                "The contrast of {mechanism} with {other} is planned.",
                mechanism=spoken_name(plan.mechanism),
                other=spoken_name(plan.other),
            )
    for place, entry in enumerate(entries):
        if entry.kind is LogKind.REGISTERED and then.is_before_entry(place, entry.utc):
            yield Sentence("The comparison has been registered since.")
    for place, added in enumerate(store.facts.get(ADDED_FACT, [])):
        if then.is_before_iteration(place, str(added["utc"])):
            yield Sentence("An iteration has been added since.")


def _made(store: Store, run: RunRow) -> dict[str, str]:
    """SHA-256 and name of the tables that an OPTIMIZE has made, with variations.

    Training may end at a table that an earlier step had made: what met that did not wait for this.
    """
    names = trained_names(store.learned)
    table = store.facts.get(table_fact(names[run.id]))
    earlier = {
        store.facts.get(table_fact(names[each.id]))
        for each in store.learned.runs()
        if each.id in names and (each.kind, each.iteration) != (run.kind, run.iteration)
    }
    if table in earlier:
        return {}
    return {
        row.sha256: row.name
        for row in store.learned.mechanisms()
        if table is not None and table in (row.sha256, row.provenance.get("variation_of"))
    }
