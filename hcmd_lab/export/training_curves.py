"""The curves of MODEL and OPTIMIZE as a table: a figure of training can be drawn from it."""

from collections.abc import Iterator
from typing import assert_never

from hcmd_lab.export.result_data import RUN, TO_RUN, Results, number
from hcmd_lab.export.table_schema import Column, Row, Table
from hcmd_lab.jobs.curve import Curve, Measure
from hcmd_lab.jobs.modelled import ModelResult
from hcmd_lab.jobs.record import Z_95, Interval
from hcmd_lab.jobs.trained import OptimizeResult


def training_curves(found: Results) -> Table:
    """The table, with its rows."""

    def rows(_: object) -> Iterator[Row]:
        for run in found.runs:
            if isinstance(run.result, ModelResult | OptimizeResult):
                for curve in run.result.curves:
                    for row in curve_rows(curve):
                        yield {"run.id": run.id, **row}

    return Table(
        "training_curves",
        "A point of a curve of MODEL or OPTIMIZE; early versions stored no curves.",
        (RUN, *CURVE_COLUMNS),
        (),
        rows,
        (TO_RUN,),
        is_of_sessions=False,
    )


CURVE_COLUMNS = (
    Column(
        "curve.measure",
        "string",
        "held_out and training are the cross-entropy of contributions, on groups that the models "
        "of a size had not seen and on those that they learned from; refit that of all groups, to "
        "which the chosen size is fitted; vote_held_out that of votes of groups not seen; "
        "vote_share the expected share of votes against the mechanism that training began with; "
        "signal_to_noise that of the gradient.",
        allowed=", ".join(Measure),
    ),
    Column("curve.size", "string", "Linear and LSTM size of the models, where several are tried."),
    Column(
        "curve.place", "number", "Epochs, penalty of the vote model, or updates: see curve.over."
    ),
    Column("curve.over", "string", "What the place counts.", allowed="epochs, penalty, updates"),
    Column(
        "curve.value",
        "number",
        "The figure: nats per contribution or vote, a share from 0 to 1, or a ratio.",
    ),
    Column("curve.value_low", "number", "Lower end of a share's 95% interval.", most=1),
    Column("curve.value_high", "number", "Upper end.", most=1),
    Column("curve.groups", "integer", "Simulated groups behind a share.", "groups"),
)


def curve_rows(curve: Curve) -> Iterator[Row]:
    """A curve as rows of `CURVE_COLUMNS`."""
    for index, (place, value) in enumerate(zip(curve.places, curve.values, strict=True)):
        reach = Interval.of_share(value, Z_95 * curve.errors[index]) if curve.errors else None
        yield {
            "curve.measure": curve.measure.value,
            "curve.size": curve.size or None,
            "curve.place": number(place),
            "curve.over": _over(curve.measure),
            "curve.value": number(value),
            "curve.value_low": number(reach.low) if reach else None,
            "curve.value_high": number(reach.high) if reach else None,
            "curve.groups": curve.groups or None,
        }


def _over(measure: Measure) -> str:
    match measure:
        case Measure.HELD_OUT | Measure.TRAINING | Measure.REFIT:
            return "epochs"
        case Measure.VOTE_HELD_OUT:
            return "penalty"
        case Measure.VOTE_SHARE | Measure.SIGNAL_TO_NOISE:
            return "updates"
        case _:
            assert_never(measure)
