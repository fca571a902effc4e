"""The mechanisms of a study: those it has trained, others of its library, baselines."""

from collections.abc import Mapping

from hcmd_lab.errors import OperatorError, UsageError
from hcmd_lab.game.acquisition import Variation
from hcmd_lab.game.frozen import FrozenPolicy, freeze
from hcmd_lab.game.mechanisms import BASELINES, NEWEST, NEWEST_RULE, RULE_OF
from hcmd_lab.game.rules import Game
from hcmd_lab.jobs.trained import InitialiseResult, OptimizeResult
from hcmd_lab.restriction import Restriction
from hcmd_lab.restriction_check import RestrictionVerdict, judge
from hcmd_lab.storage.records import RunRow
from hcmd_lab.storage.store import Store
from hcmd_lab.study.trained_names import table_fact, trained_names


class StudyMechanisms:
    """The mechanisms of an open study."""

    def __init__(self, store: Store, game: Game) -> None:
        """Read them from a study.

        Args:
            store: The open study.
            game: The game for which a baseline's table is made.
        """
        self._store = store
        self._game = game

    def newest(self) -> str:
        """SHA-256 of the newest mechanism's table.

        Raises:
            OperatorError: The study has no mechanism yet.
        """
        tables = self.trained_tables()
        if not tables:
            raise OperatorError(
                "The study has no mechanism yet; make the first one on the page Training, or with: "
                "hcmd-lab study begin STUDY."
            )
        return tables[-1]

    def newest_variations(self) -> Mapping[Variation, str]:
        """SHA-256 of the tables of the newest mechanism's variations."""
        found = [
            run.result.variations
            for run in self._store.learned.runs()
            if isinstance(run.result, InitialiseResult | OptimizeResult)
        ]
        return found[-1] if found else {}

    def names(self) -> list[str]:
        """Names of the library's mechanisms: the trained ones, newest first, then others.

        Variations that ACQUIRE plays are left out.
        """
        known = {
            row.sha256: row.name
            for row in self._store.learned.mechanisms()
            if "variation_of" not in row.provenance
        }
        trained = [known.pop(sha256) for sha256 in self.trained_tables() if sha256 in known]
        return list(dict.fromkeys([*reversed(trained), *known.values(), *BASELINES]))

    def table(self, name: str | None) -> FrozenPolicy:
        """The table of one of the study's mechanisms or of a baseline; None for the newest.

        Raises:
            OperatorError: There is no such mechanism.
        """
        if name is None:
            return self._store.learned.mechanism(self.newest())
        known = {row.name: row.sha256 for row in self._store.learned.mechanisms()}
        if name in known:
            return self._store.learned.mechanism(known[name])
        if name in BASELINES:
            return freeze(BASELINES[name], self._game)
        raise UsageError(
            "There is no mechanism {name}; the study has: {known}.",
            name=name,
            known=", ".join(dict.fromkeys([*known, *BASELINES])),
        )

    def trained_tables(self) -> list[str]:
        """SHA-256 of the tables of the mechanisms of iterations 0, 1, ... trained so far.

        Where a step was taken anew, its newest result alone.
        """
        return [self._store.facts.get(table_fact(name)) for name in self._made_names()]

    def _made_names(self) -> list[str]:
        """The names that the mechanisms of `trained_tables` were given when they were made."""
        names = trained_names(self._store.learned)
        runs = [run for run in self._store.learned.runs() if run.id in names]
        newest = {run.iteration: names[run.id] for run in runs}
        return [newest[iteration] for iteration in sorted(newest)]

    def trained_names(self) -> tuple[str, ...]:
        """Names of the mechanisms of iterations 0, 1, ... trained so far, as `trained_tables`."""
        known = {row.sha256: row.name for row in self._store.learned.mechanisms()}
        made = zip(self.trained_tables(), self._made_names(), strict=True)
        # A step taken anew may give the same mechanism again, which keeps its name.
        return tuple(known.get(table, name) for table, name in made)

    def table_of(self, run: RunRow) -> str:
        """SHA-256 of the table that a step has made; empty if it is not named."""
        names = trained_names(self._store.learned)
        return self._store.facts.get(table_fact(names[run.id]), "") if run.id in names else ""

    def verdicts(self, restriction: Restriction) -> list[tuple[str, RestrictionVerdict]]:
        """Each mechanism, by name, judged against a restriction.

        Every state of every table is looked up; with nothing asked there is nothing to tell.
        """
        tables = [self._store.learned.mechanism(sha256) for sha256 in self.trained_tables()]
        return [(table.name, verdict) for table in tables for verdict in judge(table, restriction)]

    def resolved(self, side: str) -> str:
        """Name of the mechanism that one side of a contrast stands for now."""
        if side not in (NEWEST, NEWEST_RULE):
            return side
        trained = self.trained_tables()
        if not trained:
            return side
        newest = self._store.learned.mechanism(trained[-1])
        if side == NEWEST:
            return newest.name
        for row in self._store.learned.mechanisms():
            if row.provenance.get("of_sha256") == newest.sha256:
                return row.name
        return f"{RULE_OF}{newest.name}"
