"""Checks the pictures of what training found."""

from remade.outcome import Numbers, Outcome
from remade.study import Study
from remade.tables import Row, decimal

_FEATURE = (
    "feature.observed", "feature.expected", "feature.expected_low", "feature.expected_high",
)  # fmt: skip


def check_cross_entropies(study: Study, outcome: Outcome, name: str) -> None:
    """Of the participant models, as training found them."""
    runs = set(newest(study, "model"))
    made: Numbers = {
        (int(row["session.iteration"]), row["model.of"], row["model.predictor"]): (
            decimal(row["model.nats"]),
        )
        for row in study.package.table("model_losses")
        if row["run.id"] in runs
    }
    told: Numbers = {
        (int(row["iteration"]), row["of"], row["predictor"]): (decimal(row["nats"]),)
        for row in study.package.picture(name)
    }
    outcome.compare(name, told, {key: made[key] for key in made if key[0] in {k[0] for k in told}})


def check_behaviour_shift(study: Study, outcome: Outcome, name: str) -> None:
    """The surprise of earlier models, from the cross-entropies that training found."""
    lines = of_newest(study, "behaviour_shift", "model", len(study.package.picture(name)))
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
    told: Numbers = {
        (row["of"], int(row["fitted_to"]), int(row["people_of"])): (decimal(row["surprise"]),)
        for row in study.package.picture(name)
    }
    outcome.compare(name, told, made)


def check_predictive_checks(study: Study, outcome: Outcome, name: str) -> None:
    """What groups and fitted participants did, as training found it."""
    lines = study.package.picture(name)
    found = of_newest(study, "predictive_checks", "model", len(lines))
    outcome.compare(name, _numbered(lines, _FEATURE), _numbered(found, _FEATURE))


def check_predictions(study: Study, outcome: Outcome, name: str) -> None:
    """What was predicted of sessions, and what came, as the study has it."""
    bare = ("expected", "expected_low", "expected_high", "observed", "observed_low",
            "observed_high")  # fmt: skip
    full = tuple(f"prediction.{each}" for each in bare)
    told = _numbered(study.package.picture(name), bare)
    outcome.compare(name, told, _numbered(study.package.table("predictions"), full))


def check_meta_game(study: Study, outcome: Outcome, name: str) -> None:
    """Expected shares of votes between mechanisms, as CONVERGENCE found them."""
    lines = study.package.picture(name)
    found = of_newest(study, "meta_game", "convergence", len(lines))
    mixtures = {
        (row["run.id"], row["meta_game.mechanism"]): (
            decimal(row["meta_game.nash"]),
            decimal(row["meta_game.alpha_rank"]),
        )
        for row in study.package.table("convergence")
    }
    made: Numbers = {
        (int(row["meta_game.mechanism"]), int(row["meta_game.other"])): (
            *(decimal(row[f"meta_game.{each}"]) for each in ("share", "share_low", "share_high")),
            *mixtures[row["run.id"], row["meta_game.mechanism"]],
        )
        for row in found
    }
    told: Numbers = {
        (int(row["mechanism"]), int(row["other"])): tuple(
            decimal(row[each])
            for each in ("share", "share_low", "share_high", "nash", "alpha_rank")
        )
        for row in lines
    }
    outcome.compare(name, told, made)


def newest(study: Study, step: str) -> list[str]:
    """Numbers of the runs of a step whose results hold, oldest first."""
    return [
        row["run.id"]
        for row in study.package.table("runs")
        if row["run.step"] == step and row["run.is_newest"] == "1"
    ]


def of_newest(study: Study, table: str, step: str, count: int) -> list[Row]:
    """The rows of the newest run of a step that has as many as a picture."""
    lines = study.package.table(table)
    for run in reversed(newest(study, step)):
        found = [row for row in lines if row["run.id"] == run]
        if len(found) == count:
            return found
    return []


def _numbered(lines: list[Row], columns: tuple[str, ...]) -> Numbers:
    """Numbers of rows by their places."""
    return {
        (place,): tuple(decimal(row[each]) for each in columns)
        for place, row in enumerate(lines, start=1)
    }
