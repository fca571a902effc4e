"""Recomputes the figures, tests and payments of this package, and says what is the same.

    python code/reproduce.py

Python 3.11 or newer and NumPy are all that it needs. Exit code 1 if anything differs.
"""

import math
import sys
from collections.abc import Iterator
from pathlib import Path

import mechanisms as tables_of
import numpy as np
import rewards
import votes as tests
from groups import Group, compared, counting_groups, stage_of
from payments import wrong_payments
from tables import ROOT, Package, Row, decimal, whole

CLOSE = 1e-6
"""Numbers no further apart than this, relative to the larger, are the same."""

Numbers = dict[tuple, tuple]


class Replication:
    """Checks one thing after the other.

    Attributes:
        differences: How many things differ.
    """

    def __init__(self, package: Package) -> None:
        self.package = package
        self.differences = self.checked = self.unchecked = 0
        self.game = package.study["game"]
        self.groups = counting_groups(package)
        self.contrasts = package.table("contrasts")
        self._tables: dict | None = None

    @property
    def tables(self) -> dict:
        """The mechanisms' tables, read once."""
        if self._tables is None:
            self._tables = tables_of.tables(self.package)
        return self._tables

    def run(self) -> int:
        """Check everything; the exit code."""
        changed = self.package.changed()
        self.say(
            "bytes of the tables, by their SHA-256", [f"{each} is another" for each in changed]
        )
        count, wrong = wrong_payments(self.package)
        self.say(f"{count} payments", wrong)
        for row in self.contrasts:
            self.contrast(row)
        for name in self.package.pictures():
            self.picture(name)
        print(f"{self.checked} the same, {self.differences} differ, {self.unchecked} not checked.")
        return 1 if self.differences else 0

    def say(self, what: str, wrong: list[str]) -> None:
        """Tell the outcome of one check."""
        if wrong:
            self.differences += 1
            more = f" and {len(wrong) - 3} more" if len(wrong) > 3 else ""
            print(f"DIFFERS      {what}: {'; '.join(wrong[:3])}{more}")
        else:
            self.checked += 1
            print(f"same         {what}")

    def pass_over(self, what: str, why: str) -> None:
        """Tell that something cannot be checked."""
        self.unchecked += 1
        print(f"not checked  {what}: {why}")

    def compare(self, what: str, told: Numbers, made: Numbers) -> None:
        """Compare numbers by their keys."""
        wrong = [f"{key} is not there" for key in made.keys() ^ told.keys()]
        wrong += [
            f"{key}: {_shown(told[key])}, recomputed {_shown(made[key])}"
            for key in told.keys() & made.keys()
            if len(told[key]) != len(made[key]) or not all(map(_same, told[key], made[key]))
        ]
        self.say(f"{what}, {len(told)} rows", sorted(wrong, key=str))

    # --- tests -------------------------------------------------------------------------------

    def of_contrast(self, row: Row) -> list[Group] | str:
        """The groups of a contrast; a sentence if its result cannot be recomputed from them."""
        found = compared(
            self.groups, row["contrast.mechanism"], row["contrast.other"], self.game["rounds"]
        )
        gone = [each for each in self.groups if each.withdrawn and each.purpose == "evaluate"]
        if gone:
            return f"somebody has withdrawn from {len(gone)} groups of EVALUATE"
        if len(found) != int(row["contrast.groups"]):
            return f"it counted {row['contrast.groups']} groups, and now there are {len(found)}"
        return found

    def plan(self, row: Row) -> tests.Plan:
        """How the votes of a contrast were judged."""
        return tests.Plan(
            row["contrast.looks"] == "sequential",
            row["contrast.weighting"] == "conditions",
            row["contrast.order_adjusted"] == "1",
        )

    def contrast(self, row: Row) -> None:
        """Check the test of a contrast, and what groups earned under its two mechanisms."""
        number, name = row["contrast.number"], f"{row['contrast.mechanism']} against"
        what = f"test of contrast {number}, {name} {row['contrast.other']}"
        if not row["contrast.share"]:
            self.pass_over(what, "its votes have not been counted")
            return
        groups = self.of_contrast(row)
        if isinstance(groups, str):
            self.pass_over(what, groups)
            return
        told = [decimal(row[f"contrast.{each}"]) for each in _VERDICT]
        mechanism = row["contrast.mechanism"]
        ballots = tests.ballots(groups, mechanism)
        if not row["contrast.looks"]:
            share = float(ballots.won.sum() / ballots.cast.sum())
            self.compare(f"{what} (the share alone: an earlier version made the interval)",
                         {(): (told[0],)}, {(): (share,)})  # fmt: skip
        else:
            second = decimal(row["contrast.second_share"]) or 0.5
            plan = self.plan(row)
            if plan.adjusted and not self.withdrawn:
                made = tests.second_share(ballots, self.groups, plan, self.game["rounds"])
                self.compare(f"{what}: share of the second stage", {(): (second,)}, {(): (made,)})
            verdict = tests.judge(ballots, plan, second)
            self.compare(what, {(): tuple(told)}, {(): verdict})
        self.objectives(row, groups)

    @property
    def withdrawn(self) -> bool:
        """Whether somebody has withdrawn from a group that counts."""
        return any(group.withdrawn for group in self.groups)

    def objectives(self, row: Row, groups: list[Group]) -> None:
        """Check what groups earned under the mechanisms of a contrast."""
        if not row["contrast.total_reward_mechanism"]:
            return
        sides = [
            [rewards.objectives(group.stages[stage_of(group, name)]) for group in groups]
            for name in (row["contrast.mechanism"], row["contrast.other"])
        ]
        told: Numbers = {}
        made: Numbers = {}
        for kind in ("total_reward", "gini", "worst_off"):
            ours, theirs = (np.array([each[kind] for each in side]) for side in sides)
            told[kind,] = tuple(
                decimal(row[f"contrast.{kind}_{each}"])
                for each in ("mechanism", "other", "difference", "difference_low",
                             "difference_high")
            )  # fmt: skip
            apart = rewards.paired(ours - theirs) if len(ours) > 1 else (None, None, None)
            made[kind,] = (float(ours.mean()), float(theirs.mean()), *apart)
        number = row["contrast.number"]
        self.compare(f"rewards and inequality of contrast {number}", told, made)

    # --- pictures ----------------------------------------------------------------------------

    def picture(self, name: str) -> None:
        """Check the numbers of a picture."""
        kind = name.rstrip("0123456789").rstrip("_")
        number = int(name[len(kind) + 1 :] or 1)
        check = getattr(self, f"check_{kind}", None)
        if check is None:
            self.pass_over(name, "this script does not know the picture")
        elif kind in ("votes", "reward_and_inequality", "contributions_compared"):
            counted = [row for row in self.contrasts if row["contrast.share"]]
            check(name, counted[number - 1])
        else:
            check(name)

    def check_votes(self, name: str, row: Row) -> None:
        """Shares of votes by condition."""
        groups = self.of_contrast(row)
        if isinstance(groups, str):
            self.pass_over(name, groups)
            return
        self.shares(name, self.package.picture(name), row, groups, "")

    def check_votes_by_role(self, name: str) -> None:
        """Shares of votes of heads and tails."""
        lines = self.package.picture(name)
        sides = (self.package.study["explained"], self.package.study["baseline"])
        for row in self.contrasts:
            if (row["contrast.mechanism"], row["contrast.other"]) == sides:
                groups = self.of_contrast(row) if row["contrast.share"] else "it is not counted"
                if isinstance(groups, str):
                    self.pass_over(name, groups)
                    return
                for role in ("head", "tail"):
                    mine = [line for line in lines if line["role"] == role]
                    if mine:
                        self.shares(f"{name}, {role}", mine, row, groups, role)
                return
        self.pass_over(name, "its contrast is not in the package")

    def shares(self, what: str, lines: list[Row], row: Row, groups: list[Group], role: str) -> None:
        """Compare shares of votes, by condition and together, with their intervals."""
        if not row["contrast.looks"]:
            self.pass_over(what, "an earlier version made the intervals")
            return
        seats = {"": slice(None), "head": slice(0, 1), "tail": slice(1, None)}[role]
        if role and self.withdrawn:
            self.pass_over(what, "somebody has withdrawn")
            return
        plan, found = self.plan(row), tests.ballots(groups, row["contrast.mechanism"], seats)
        second = decimal(row["contrast.second_share"]) or 0.5
        if role and plan.adjusted:
            second = tests.second_share(found, self.groups, plan, self.game["rounds"], seats)
        tails = sorted(set(found.tails.tolist()))
        level = tests.simultaneous(tests.LEVEL, len(tails))
        made: Numbers = {}
        for tail in tails:
            made[int(tail),] = tests.judge(found.of(found.tails == tail), plan, second, level)[:3]
        made[None,] = tests.judge(found, plan, second)[:3]
        told = {
            (whole(line["tail_endowment"]),): tuple(
                decimal(line[each]) for each in ("share", "share_low", "share_high")
            )
            for line in lines
        }
        self.compare(what, told, made)

    def check_reward_and_inequality(self, name: str, row: Row) -> None:
        """Sum of log rewards and Gini coefficient of each group."""
        groups = self.of_contrast(row)
        if isinstance(groups, str):
            self.pass_over(name, groups)
            return
        told: Numbers = {}
        made: Numbers = {}
        for side in (row["contrast.mechanism"], row["contrast.other"]):
            lines = [each for each in self.package.picture(name) if each["mechanism"] == side]
            dots = [rewards.surplus(group.stages[stage_of(group, side)]) for group in groups]
            for place, line in enumerate(sorted(lines, key=_dot)):
                told[side, place] = _dot(line)
            for place, dot in enumerate(sorted(dots)):
                made[side, place] = dot
        self.compare(name, told, made)

    def check_contributions_compared(self, name: str, row: Row) -> None:
        """Mean fractions by round under the two mechanisms."""
        groups = self.of_contrast(row)
        if isinstance(groups, str):
            self.pass_over(name, groups)
            return
        made: Numbers = {}
        for side in (row["contrast.mechanism"], row["contrast.other"]):
            for tail in sorted({group.tail_endowment for group in groups}):
                stages = [
                    group.stages[stage_of(group, side)]
                    for group in groups
                    if group.tail_endowment == tail
                ]
                for role, curve in rewards.fractions(stages).items():
                    for place, fraction in enumerate(curve, start=1):
                        made[side, role, tail, place] = (fraction,)
        told = {
            (line["mechanism"], line["role"], int(line["tail_endowment"]), int(line["round"])): (
                decimal(line["fraction"]),
            )
            for line in self.package.picture(name)
        }
        self.compare(name, told, made)

    def check_contributions_acquired(self, name: str) -> None:
        """Mean fractions by round in each iteration."""
        acquired = [each for each in self.groups if each.purpose == "acquire"]
        if any(group.withdrawn for group in acquired):
            self.pass_over(name, "somebody has withdrawn from a group of ACQUIRE")
            return
        made = {
            (iteration, *key): pair
            for iteration in sorted({group.iteration for group in acquired})
            for key, pair in rewards.curves(
                [group for group in acquired if group.iteration == iteration]
            ).items()
        }
        told = {
            (int(row["iteration"]), int(row["stage"]), row["role"], int(row["round"])): (
                decimal(row["fraction"]),
                decimal(row["standard_error"]),
            )
            for row in self.package.picture(name)
        }
        self.compare(name, told, made)

    def check_policies(self, name: str) -> None:
        """The head's share of the fund under each mechanism."""
        told: Numbers = {}
        made: Numbers = {}
        for row in self.package.picture(name):
            place = (int(row["head_contribution"]), int(row["tails_mean"]))
            key = (row["mechanism"], int(row["tail_endowment"]), *place)
            told[key] = (decimal(row["head_share"]),)
        for mechanism, tail in sorted({key[:2] for key in told}):
            cells = tables_of.head_map(self.tables[mechanism][tail], self.game["tails"])
            made |= {(mechanism, tail, *cell): (share,) for cell, share in cells.items()}
        self.compare(name, told, made)

    def check_rule(self, name: str) -> None:
        """Shares by a seat's contribution, under the mechanism and under its rule."""
        made: Numbers = {}
        if self.withdrawn:
            self.pass_over(name, "somebody has withdrawn")
            return
        for tail, role, weight, paid in self.explained():
            parameters = next(
                row
                for row in self.package.picture("rule_parameters")
                if int(row["tail_endowment"]) == tail
            )
            endowments = [self.game["head_endowment"], *[tail] * self.game["tails"]]
            by_rule = tables_of.rule(parameters, endowments)
            columns = []
            for divide in (paid, by_rule):
                received, funds = tables_of.by_contribution(weight, divide, tail, self.game, role)
                columns.append(
                    [r / f if f > 0 else None for r, f in zip(received, funds, strict=True)]
                )
            for given, pair in enumerate(zip(*columns, strict=True)):
                made[tail, role, given] = pair
        told = {
            (int(row["tail_endowment"]), row["role"], int(row["contribution"])): (
                decimal(row["share"]),
                decimal(row["share_by_rule"]),
            )
            for row in self.package.picture(name)
        }
        self.compare(name, told, made)

    def check_incentives(self, name: str) -> None:
        """What each coin returns to its giver."""
        made: Numbers = {}
        if self.withdrawn:
            self.pass_over(name, "somebody has withdrawn")
            return
        for tail, role, weight, paid in self.explained():
            received, _ = tables_of.by_contribution(weight, paid, tail, self.game, role)
            for coin, returned in enumerate(np.diff(received).tolist(), start=1):
                made[tail, role, coin] = (returned, tables_of.best(received))
        told = {
            (int(row["tail_endowment"]), row["role"], int(row["coin"])): (
                decimal(row["returned"]),
                decimal(row["best"]),
            )
            for row in self.package.picture(name)
        }
        self.compare(name, told, made)

    def explained(self) -> Iterator[tuple[int, str, dict, tables_of.Payout]]:
        """The mechanism of the rule: each condition and role, and what its table divides."""
        mechanism = self.package.study["explained"]
        hidden = self.package.study["votes_hidden"]
        for tail, table in self.tables[mechanism].items():
            weight = tables_of.weights(table, tail, self.groups, mechanism, self.game, hidden)
            for role in ("head", "tail"):
                yield tail, role, weight, table.__getitem__

    def check_least_served(self, name: str) -> None:
        """What the seat that gained least earned beyond its endowment."""
        if self.withdrawn:
            self.pass_over(name, "somebody has withdrawn")
            return
        lines, made = self.package.picture(name), {}
        for mechanism in dict.fromkeys(row["mechanism"] for row in lines):
            made |= rewards.least_served(self.groups, mechanism, self.game)
        told = {
            (row["mechanism"], whole(row["tail_endowment"])): tuple(
                decimal(row[each]) for each in ("groups", "gain", "gain_tenth")
            )
            for row in lines
        }
        self.compare(name, told, made)

    # --- what training found -----------------------------------------------------------------

    def newest(self, step: str) -> list[str]:
        """Numbers of the runs of a step whose results hold, oldest first."""
        return [
            row["run.id"]
            for row in self.package.table("runs")
            if row["run.step"] == step and row["run.is_newest"] == "1"
        ]

    def check_cross_entropies(self, name: str) -> None:
        """Of the participant models, as training found them."""
        runs = set(self.newest("model"))
        made = {
            (int(row["session.iteration"]), row["model.of"], row["model.predictor"]): (
                decimal(row["model.nats"]),
            )
            for row in self.package.table("model_losses")
            if row["run.id"] in runs
        }
        told = {
            (int(row["iteration"]), row["of"], row["predictor"]): (decimal(row["nats"]),)
            for row in self.package.picture(name)
        }
        self.compare(name, told, {key: made[key] for key in made if key[0] in {k[0] for k in told}})

    def check_behaviour_shift(self, name: str) -> None:
        """The surprise of earlier models, from the cross-entropies that training found."""
        lines = self.of_newest("behaviour_shift", "model", len(self.package.picture(name)))
        nats = {
            (row["model.of"], int(row["model.fitted_to"]), int(row["model.people_of"])): decimal(
                row["model.nats"]
            )
            for row in lines
        }
        made: Numbers = {}
        for (of, fitted, people), value in nats.items():
            own = nats[of, people, people]
            made[of, fitted, people] = (value / own - 1 if value is not None and own else None,)
        told = {
            (row["of"], int(row["fitted_to"]), int(row["people_of"])): (decimal(row["surprise"]),)
            for row in self.package.picture(name)
        }
        self.compare(name, told, made)

    def of_newest(self, table: str, step: str, count: int) -> list[Row]:
        """The rows of the newest run of a step that has as many as a picture."""
        lines = self.package.table(table)
        for run in reversed(self.newest(step)):
            found = [row for row in lines if row["run.id"] == run]
            if len(found) == count:
                return found
        return []

    def check_predictive_checks(self, name: str) -> None:
        """What groups and fitted participants did, as training found it."""
        lines = self.package.picture(name)
        found = self.of_newest("predictive_checks", "model", len(lines))
        self.compare(name, _numbered(lines, _FEATURE), _numbered(found, _FEATURE))

    def check_predictions(self, name: str) -> None:
        """What was predicted of sessions, and what came, as the study has it."""
        bare = ("expected", "expected_low", "expected_high", "observed", "observed_low",
                "observed_high")  # fmt: skip
        full = tuple(f"prediction.{each}" for each in bare)
        told = _numbered(self.package.picture(name), bare)
        self.compare(name, told, _numbered(self.package.table("predictions"), full))

    def check_meta_game(self, name: str) -> None:
        """Expected shares of votes between mechanisms, as CONVERGENCE found them."""
        lines = self.package.picture(name)
        found = self.of_newest("meta_game", "convergence", len(lines))
        mixtures = {
            (row["run.id"], row["meta_game.mechanism"]): (
                decimal(row["meta_game.nash"]),
                decimal(row["meta_game.alpha_rank"]),
            )
            for row in self.package.table("convergence")
        }
        made = {
            (int(row["meta_game.mechanism"]), int(row["meta_game.other"])): (
                *(
                    decimal(row[f"meta_game.{each}"])
                    for each in ("share", "share_low", "share_high")
                ),
                *mixtures[row["run.id"], row["meta_game.mechanism"]],
            )
            for row in found
        }
        told = {
            (int(row["mechanism"]), int(row["other"])): tuple(
                decimal(row[each])
                for each in ("share", "share_low", "share_high", "nash", "alpha_rank")
            )
            for row in lines
        }
        self.compare(name, told, made)


_VERDICT = ("share", "share_low", "share_high", "p_value")
_FEATURE = (
    "feature.observed", "feature.expected", "feature.expected_low", "feature.expected_high",
)  # fmt: skip


def _numbered(lines: list[Row], columns: tuple[str, ...]) -> Numbers:
    """Numbers of rows by their places."""
    return {
        (place,): tuple(decimal(row[each]) for each in columns)
        for place, row in enumerate(lines, start=1)
    }


def _dot(row: Row) -> tuple[float, float]:
    return float(row["log_rewards"]), float(row["gini"])


def _same(told: float | None, made: float | None) -> bool:
    if told is None or made is None:
        return told is made
    return math.isclose(told, made, rel_tol=CLOSE, abs_tol=CLOSE)


def _shown(numbers: tuple) -> str:
    return ", ".join("nothing" if each is None else f"{each:.8g}" for each in numbers)


if __name__ == "__main__":
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT
    sys.exit(Replication(Package(place)).run())
