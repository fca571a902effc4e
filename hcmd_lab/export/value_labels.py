"""The labels of values: what each word or number of a coded column stands for."""

from collections.abc import Iterator, Sequence

from hcmd_lab.export.table_schema import Row, Table

FILE = "value_labels.csv"
COLUMNS = ("table", "column", "value", "label")

_STAGES = {"1": "stage 1", "2": "stage 2"}

LABELS: dict[str, dict[str, str]] = {
    "player.role": {
        "head": "the seat with the head's endowment",
        "tail": "one of the others",
        "everyone": "any seat, where all have the same coins",
    },
    "player.vote": _STAGES,
    "group.winner": _STAGES,
    "player.left_stage": _STAGES,
    "subsession.stage": {
        "1": "stage 1: the first mechanism",
        "2": "stage 2: the second mechanism",
        "3": "stage 3: the mechanism that won the vote",
    },
    "player.decided_by": {
        "participant": "whoever sat there chose",
        "timeout": "no choice in time: the declared default",
        "stand_in": "made for somebody who had left",
    },
    "player.vote_decided_by": {
        "participant": "whoever sat there voted",
        "timeout": "no vote in time",
        "stand_in": "had left: no vote",
    },
    "group.source": {
        "human": "people",
        "simulated": "simulated participants in at least one seat",
        "imported": "played elsewhere and imported",
    },
    "group.status": {
        "waiting": "has not begun",
        "playing": "is playing",
        "complete": "has played to the end",
        "ended_early": "has ended before the last round",
        "void": "does not count",
        "unfilled": "too few people came",
    },
    "group.exclusion": {
        "pilot": "a rehearsal",
        "void": "its data are unusable",
        "ended_early": "it did not play to the end",
        "unfilled": "it closed before it began",
        "simulated": "a program played in a study of people",
        "people": "people played in a study of simulated participants",
        "set_aside": "the study went back to a step before it",
    },
    "session.purpose": {
        "acquire": "data for MODEL",
        "evaluate": "the comparison of mechanisms by vote",
        "pilot": "a rehearsal",
    },
    "session.set_aside": {
        "data": "set aside; what its groups did stays data",
        "unused": "set aside; nothing uses it",
    },
    "session.status": {"open": "not over", "closed": "over"},
    "contrast.preferred": {
        "mechanism": "the test prefers the mechanism",
        "baseline": "the test prefers the other one",
        "undecided": "the test finds no preference",
    },
    "payment.basis": {
        "played": "the show-up fee and all earnings",
        "dropped": "left a group that went on",
        "void": "the group's data are unusable",
        "not_seated": "declined, went home or was turned away: the show-up fee",
    },
}
"""By column; columns that are not here explain themselves or are explained by their meaning."""


def label_rows(tables: Sequence[Table]) -> Iterator[Row]:
    """A row for each labelled value of each column."""
    for table in tables:
        for column in table.columns:
            for value, label in LABELS.get(column.name, {}).items():
                yield {
                    "table": table.name, "column": column.name, "value": value, "label": label,
                }  # fmt: skip
            if column.kind == "boolean":
                for value, label in (("0", "no"), ("1", "yes")):
                    yield {
                        "table": table.name, "column": column.name, "value": value,
                        "label": label,
                    }  # fmt: skip
