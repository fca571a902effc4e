"""Training steps and what each has found: losses of MODEL, steps of OPTIMIZE, the meta-game."""

from collections.abc import Iterator

from hcmd_lab.export.result_data import RUN, TO_RUN, Results, bounded, number
from hcmd_lab.export.table_schema import Column, Row, Table
from hcmd_lab.export.training_curves import training_curves
from hcmd_lab.jobs.modelled import CrossEntropies, Feature, FeatureCheck, ModelResult, Reference
from hcmd_lab.jobs.trained import ConvergenceResult, Improvement, InitialiseResult, OptimizeResult
from hcmd_lab.study.status import Step

_OF = Column("model.of", "string", "What is predicted.", allowed="contribution, vote")
_NATS = Column("model.nats", "number", "Cross-entropy per decision or vote.", "nats")


def training_tables(found: Results) -> tuple[Table, ...]:
    """All tables of training, with their rows."""
    return (
        _runs(found), _losses(found), _shift(found), _features(found), _steps(found),
        training_curves(found), _meta_game(found), _mixtures(found),
    )  # fmt: skip


def _runs(found: Results) -> Table:
    def rows(_: object) -> Iterator[Row]:
        for run in found.runs:
            result = run.result
            yield {
                "run.id": run.id,
                "run.step": run.kind,
                "session.iteration": run.iteration,
                "run.is_newest": run.id in found.newest,
                "run.is_set_aside": bool(run.set_aside_utc),
                "run.seed": getattr(run.job, "seed", None),
                "run.time_started_utc": run.started_utc,
                "run.time_finished_utc": run.finished_utc,
                "run.software": run.versions.get("hcmd-lab"),
                "run.torch": run.versions.get("torch"),
                "run.device": getattr(result, "device", None) or None,
                "run.checkpoint": getattr(result, "checkpoint", None),
                "run.dataset_sha256": getattr(result, "dataset_sha256", None) or None,
                "run.groups": getattr(result, "groups", None),
                "run.decisions": getattr(result, "decisions", None),
                "run.votes": getattr(result, "votes", None),
            }

    return Table(
        "runs",
        "A training step that has ended.",
        (
            RUN,
            Column("run.step", "string", "The step.", allowed=", ".join(_STEPS)),
            Column("session.iteration", "integer", "Iteration of the study."),
            Column(
                "run.is_newest",
                "boolean",
                "Its result holds; later results of the same step take the place of earlier ones.",
            ),
            Column("run.is_set_aside", "boolean", "The study went back to a step before it."),
            Column("run.seed", "integer", "From which its random choices are drawn."),
            Column("run.time_started_utc", "datetime", "When it began.", "UTC"),
            Column("run.time_finished_utc", "datetime", "When it ended.", "UTC"),
            Column("run.software", "string", "Version of HCMD Lab that computed it."),
            Column("run.torch", "string", "Version of PyTorch."),
            Column("run.device", "string", "Where OPTIMIZE was computed."),
            Column("run.checkpoint", "string", "SHA-256 of the networks that it made."),
            Column("run.dataset_sha256", "string", "SHA-256 of the data that MODEL read."),
            Column("run.groups", "integer", "Groups that it read.", "groups"),
            Column("run.decisions", "integer", "Contributions that MODEL read.", "decisions"),
            Column("run.votes", "integer", "Votes that it read.", "votes"),
        ),
        ("run.id",),
        rows,
        is_of_sessions=False,
    )


_STEPS = (Step.INITIALISE, Step.MODEL, Step.OPTIMIZE, Step.CONVERGENCE, Step.EVALUATE)


def _losses(found: Results) -> Table:
    def rows(_: object) -> Iterator[Row]:
        for run, model in found.of(ModelResult):
            for of, losses in model.predicted:
                for name, nats in _named(losses):
                    yield {
                        "run.id": run.id, "session.iteration": run.iteration, "model.of": of,
                        "model.predictor": name, "model.nats": number(nats),
                    }  # fmt: skip

    return Table(
        "model_losses",
        "How well a predictor of MODEL predicts people (the report's cross-entropies).",
        (
            RUN,
            Column("session.iteration", "integer", "Iteration of the study."),
            _OF,
            Column(
                "model.predictor",
                "string",
                "held_out and training are the model on groups that it had not seen and on those "
                f"that it was fitted to; the others are simple guesses: {', '.join(Reference)}.",
            ),
            _NATS,
        ),
        ("run.id", "model.of", "model.predictor"),
        rows,
        (TO_RUN,),
        is_of_sessions=False,
    )


def _named(losses: CrossEntropies) -> Iterator[tuple[str, float]]:
    yield "held_out", losses.held_out
    yield "training", losses.training
    yield from losses.references.items()


def _shift(found: Results) -> Table:
    def rows(_: object) -> Iterator[Row]:
        for run, model in found.of(ModelResult):
            if model.shift is None:
                continue
            for of, nats in (
                ("contribution", model.shift.contribution),
                ("vote", model.shift.vote),
            ):
                for fitted, line in enumerate(nats, start=1):
                    for people, value in enumerate(line, start=1):
                        own = nats[people - 1][people - 1]
                        yield {
                            "run.id": run.id,
                            "model.of": of,
                            "model.fitted_to": fitted,
                            "model.people_of": people,
                            "model.nats": number(value),
                            "model.surprise": number(value / own - 1) if value and own else None,
                        }

    return Table(
        "behaviour_shift",
        "How well the models of one iteration predict the people of another one (paper, Fig. 4).",
        (
            RUN,
            _OF,
            Column("model.fitted_to", "integer", "The models saw iterations 1 to this one."),
            Column("model.people_of", "integer", "Iteration of the people."),
            _NATS,
            Column(
                "model.surprise",
                "number",
                "How much larger it is than that of models also fitted to these people, as a part "
                "of it.",
                is_signed=True,
            ),
        ),
        ("run.id", "model.of", "model.fitted_to", "model.people_of"),
        rows,
        (TO_RUN,),
        is_of_sessions=False,
    )


def _features(found: Results) -> Table:
    def rows(_: object) -> Iterator[Row]:
        for run, model in found.of(ModelResult):
            for check in (*model.features, *model.curve):
                yield {"run.id": run.id, **feature_cells(check)}

    return Table(
        "predictive_checks",
        "A feature of the groups' behaviour, and the same of fitted participants in their place.",
        (RUN, *FEATURE_COLUMNS),
        (),
        rows,
        (TO_RUN,),
        is_of_sessions=False,
    )


FEATURE_COLUMNS = (
    Column("feature.name", "string", "The feature.", allowed=", ".join(Feature)),
    Column("feature.tail_endowment", "integer", "The condition; empty for all.", "coins"),
    Column("feature.round", "integer", "The round; empty for all.", "rounds"),
    Column("feature.observed", "number", "As the groups had it.", is_signed=True),
    Column("feature.expected", "number", "Mean over repetitions by the models.", is_signed=True),
    Column(
        "feature.expected_low",
        "number",
        "Lower end of where the middle 95% of repetitions lie.",
        is_signed=True,
    ),
    Column("feature.expected_high", "number", "Upper end.", is_signed=True),
    Column("feature.is_shown", "boolean", "The groups lie within."),
)


def feature_cells(check: FeatureCheck) -> Row:
    """A posterior predictive check as cells."""
    return {
        "feature.name": check.feature.value,
        "feature.tail_endowment": check.tail_endowment,
        "feature.round": check.round,
        "feature.observed": number(check.observed),
        **bounded("feature.expected", check.expected),
        "feature.is_shown": check.is_shown,
    }


def _steps(found: Results) -> Table:
    def rows(_: object) -> Iterator[Row]:
        for run, first in found.of(InitialiseResult):
            yield {"run.id": run.id, **dict.fromkeys(_STEP_NAMES), "optimize.updates": 0,
                   "optimize.checkpoint": first.checkpoint}  # fmt: skip
        for run, step in found.of(OptimizeResult):
            yield {
                "run.id": run.id,
                "optimize.checkpoint": step.checkpoint,
                "optimize.updates": step.updates,
                "optimize.kept_at": step.kept_at,
                "optimize.against": run.iteration - 1 if step.against is None else step.against,
                **bounded("optimize.vote_share", step.vote_share),
                "optimize.signal_to_noise": number(step.signal_to_noise),
                "optimize.ms_per_update": number(step.ms_per_update),
            }

    return Table(
        "optimize",
        "A mechanism that was drawn or trained.",
        (
            RUN,
            Column("optimize.checkpoint", "string", "SHA-256 of its network."),
            Column("optimize.updates", "integer", "Steps of the optimiser.", "updates"),
            Column(
                "optimize.kept_at",
                "integer",
                "After how many of them the mechanism was kept, where the step was shortened; 0 "
                "where it was refused; empty where it went the whole way.",
                "updates",
            ),
            Column(
                "optimize.against",
                "integer",
                "Iteration after which the mechanism that training began with was made.",
            ),
            Column("optimize.vote_share", "number", "Expected share of votes against it.", most=1),
            Column("optimize.vote_share_low", "number", "Lower end of its interval.", most=1),
            Column("optimize.vote_share_high", "number", "Upper end.", most=1),
            Column("optimize.signal_to_noise", "number", "Of the gradient."),
            Column("optimize.ms_per_update", "number", "Time that an update took.", "ms"),
        ),
        ("run.id",),
        rows,
        (TO_RUN,),
        is_of_sessions=False,
    )


_STEP_NAMES = (
    "optimize.kept_at", "optimize.against", "optimize.vote_share", "optimize.vote_share_low",
    "optimize.vote_share_high", "optimize.signal_to_noise", "optimize.ms_per_update",
)  # fmt: skip


def _meta_game(found: Results) -> Table:
    def rows(_: object) -> Iterator[Row]:
        for run, compared in found.of(ConvergenceResult):
            for row, line in enumerate(compared.intervals):
                for column, share in enumerate(line):
                    yield {
                        "run.id": run.id, "meta_game.mechanism": row, "meta_game.other": column,
                        **bounded("meta_game.share", share),
                    }  # fmt: skip

    return Table(
        "meta_game",
        "The expected share of votes of one trained mechanism against another one.",
        (
            RUN,
            Column(
                "meta_game.mechanism",
                "integer",
                "Iteration after which it was made; 0 is the one that the study begins with.",
            ),
            Column("meta_game.other", "integer", "The same of the one it is played against."),
            Column("meta_game.share", "number", "Expected share of votes.", most=1),
            Column("meta_game.share_low", "number", "Lower end of its 95% interval.", most=1),
            Column("meta_game.share_high", "number", "Upper end.", most=1),
        ),
        ("run.id", "meta_game.mechanism", "meta_game.other"),
        rows,
        (TO_RUN,),
        is_of_sessions=False,
    )


def _mixtures(found: Results) -> Table:
    def rows(_: object) -> Iterator[Row]:
        for run, compared in found.of(ConvergenceResult):
            for place, (nash, alpha) in enumerate(
                zip(compared.nash, compared.alpha_rank, strict=True)
            ):
                yield {
                    "run.id": run.id,
                    "meta_game.mechanism": place,
                    "meta_game.nash": number(nash),
                    "meta_game.alpha_rank": number(alpha),
                    "meta_game.improvement": compared.improvement.value,
                    "meta_game.cycles": compared.cycles,
                    **bounded("meta_game.advantage", compared.advantage),
                }

    return Table(
        "convergence",
        "A trained mechanism in the meta-game, and what CONVERGENCE concluded.",
        (
            RUN,
            Column("meta_game.mechanism", "integer", "Iteration after which it was made."),
            Column("meta_game.nash", "number", "Its part of a symmetric equilibrium."),
            Column("meta_game.alpha_rank", "number", "Its stationary mass under α-rank."),
            Column(
                "meta_game.improvement",
                "string",
                "The conclusion about the newest mechanism, the same in all rows of a run.",
                allowed=", ".join(Improvement),
            ),
            Column("meta_game.cycles", "boolean", "Some mechanisms beat each other in a circle."),
            Column(
                "meta_game.advantage",
                "number",
                "Expected share of votes of the newest against the one that it was trained from, "
                "less one half; the same in all rows of a run.",
                is_signed=True,
            ),
            Column("meta_game.advantage_low", "number", "Lower end of its interval.",
                   is_signed=True),
            Column("meta_game.advantage_high", "number", "Upper end.", is_signed=True),
        ),
        ("run.id", "meta_game.mechanism"),
        rows,
        (TO_RUN,),
        is_of_sessions=False,
    )  # fmt: skip
