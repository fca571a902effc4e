"""What may stand in a cell: the constraints of a column, in the words of the Data Package standard.

Source: Table Schema 2.0, https://datapackage.org/standard/table-schema/.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from hcmd_lab.export.session_data import SessionData
from hcmd_lab.export.table_schema import Column, Table
from hcmd_lab.game.rules import Game

Constraints: TypeAlias = dict[str, object]

_RANGE = re.compile(r"(\d+) to (\d+)")
_SHA256 = r"[0-9a-f]{64}"
_CODE = r"[A-Za-z0-9_-]{1,64}"
_CODES = ("session.code", "participant.code", "session_code", "participant_code")


@dataclass(slots=True)
class Reach:
    """How far the numbers of a game go, in a study and in what it has imported.

    Attributes:
        game: What the study plays.
        rounds: Rounds of the longest stage.
        endowment: The largest endowment of a seat.
        fund: The largest fund, in coins.
    """

    game: Game
    rounds: int = 0
    endowment: int = 0
    fund: float = 0

    def __post_init__(self) -> None:
        """Begin with what the game allows."""
        game = self.game
        self.rounds = game.rounds
        self.endowment = game.max_endowment
        tails = max(game.tail_endowments)
        self.fund = (game.head_endowment + game.tails * tails) * game.multiplier

    def include(self, data: SessionData) -> None:
        """Let in what a session holds that was played elsewhere, by other rules."""
        if not data.row.imported:
            return
        for row in data.decisions:
            self.rounds = max(self.rounds, row.round)
            self.endowment = max(self.endowment, row.endowment)
        self.fund = max(self.fund, *(paid / 100 for paid in data.funds.values()), 0)

    def of(self, column: str) -> Constraints:
        """What it says of a column; of those of the wide table as of the others."""
        seats, coins = {"minimum": 1, "maximum": self.game.seats}, {"maximum": self.endowment}
        rounds = {"minimum": 1, "maximum": self.rounds}
        known: dict[str, Constraints] = {
            "player.endowment": {**coins},
            "player.contribution": {**coins},
            "group.tail_endowment": {**coins},
            "player.payout": {"maximum": self.fund},
            "group.fund": {"maximum": self.fund},
            "player.payoff": {"maximum": self.fund + self.endowment},
            "subsession.round_number": {**rounds},
            "round_number": {**rounds},
            "player.id_in_group": {**seats},
            "group.id_in_subsession": {"minimum": 1},
        }
        return known.get(re.sub(r"^pig\.\d+\.", "", column), {})


def constraints(column: Column, table: Table, reach: Reach) -> Constraints:
    """What may stand in a column's cells."""
    found: Constraints = {}
    if column.name in table.key:
        found["required"] = True
        if len(table.key) == 1:
            found["unique"] = True
    match column.kind:
        case "integer" | "number":
            if not column.is_signed:
                found["minimum"] = 0
            if column.most is not None:
                found["maximum"] = column.most
            found |= _listed(column, int)
        case "string":
            found |= _listed(column, str) or _of_text(column.name)
        case "boolean" | "datetime":
            pass  # the type says it all
        case _:
            assert_never(column.kind)
    return found | reach.of(column.name)


def _listed(column: Column, kind: type[int] | type[str]) -> Constraints:
    """The words or numbers of a column that allows only some."""
    if not column.allowed:
        return {}
    bounds = _RANGE.fullmatch(column.allowed)
    if bounds is not None:
        return {"minimum": int(bounds[1]), "maximum": int(bounds[2])}
    return {"enum": [kind(word.strip()) for word in column.allowed.split(",")]}


def _of_text(name: str) -> Constraints:
    if name in _CODES:
        return {"pattern": f"^{_CODE}$"}
    if name.endswith(("sha256", ".checkpoint")):
        return {"pattern": f"^{_SHA256}$"}
    return {"minLength": 1}  # an empty cell is a missing value


def labelled(
    column: Column, labels: Mapping[str, Mapping[str, str]]
) -> list[dict[str, object]] | None:
    """The categories of a column with their labels; None for a column without."""
    known = labels.get(column.name)
    if known is None:
        return None
    number = column.kind == "integer"
    return [
        {"value": int(value) if number else value, "label": label} for value, label in known.items()
    ]
