"""Plot data of the training views, from results and progress."""

from hcmd_lab.figures.cross_entropy import reference_name
from hcmd_lab.jobs.record import Z_95, Interval
from hcmd_lab.jobs.trained import OptimizeResult
from hcmd_lab.telling import counts
from hcmd_lab.telling.numbers import decimals_for, number, percent, significant, whole
from hcmd_lab.telling.statistics import in_brief, nats
from hcmd_lab.telling.translate import translate
from ui.control.training.history import TrainingHistory
from ui.control.training.lines import MIN_OF_A_CURVE, Colour, Picture, PlotLine

_MIN_EPOCHS = 10.0
_FEW_POINTS = 12
"""So many can be marked one by one."""

_SIZE_COLOURS: tuple[Colour, ...] = ("one", "two", "accent", "head", "tail")


def contribution_picture(told: TrainingHistory) -> Picture:
    """Prediction of contributions over the epochs of cross-validation and of the fit."""
    lines = _references({name: told.newest(name) for name in told.names("reference ")})
    for place, name in enumerate(told.names("held_out ")):
        colour = _SIZE_COLOURS[place % len(_SIZE_COLOURS)]
        size = name.removeprefix("held_out ")
        lines.append(_curve(told, f"training {size}", "", colour, dashed=True, width_px=1.2))
        text = translate("Held out, size {size}", size=size)
        lines.append(_curve(told, name, text, colour, width_px=2.2))
    if told.names("training") and told.points("training")[0]:
        text = translate("Fit to all groups")
        lines.append(_curve(told, "training", text, "ink", dashed=True, width_px=1.6))
    return Picture(
        [line for line in lines if line.ys],
        nats,
        _plain_tick,
        lambda epoch: translate("Epoch {epoch}", epoch=whole(round(epoch))),
        min_span=0.1,
        reach=_MIN_EPOCHS,
    )


def vote_picture(told: TrainingHistory) -> Picture:
    """Prediction of votes for each penalty that cross-validation tries."""
    lines: list[PlotLine] = []
    if told.names("vote_held_out "):
        lines = _references({name: told.newest(name) for name in told.names("vote_reference ")})
        tried = {
            float(name.removeprefix("vote_held_out ")): told.newest(name)
            for name in told.names("vote_held_out ")
        }
        known = sorted((penalty, value) for penalty, value in tried.items() if value is not None)
        penalties, values = zip(*known, strict=True)
        best = translate("Best penalty")
        lines.append(PlotLine(best, [min(values)], colour="one", width_px=1.2, dashed=True))
        lines.append(PlotLine("", values, penalties, "one", 2.2, dots=True))
    return Picture(
        lines,
        nats,
        _plain_tick,
        lambda penalty: translate("Penalty {penalty}", penalty=significant(penalty, 3)),
        min_span=0.05,
        logarithmic=True,
    )


def share_picture(result: OptimizeResult | None, told: TrainingHistory | None) -> Picture:
    """The expected vote share against the mechanism at the beginning, over the updates."""
    lines = [PlotLine(translate("Equal"), [0.5], colour="edge", dashed=True)]
    places, shares = told.points("vote_share") if told is not None else ((), ())
    if told is not None and len(places):
        errors = told.points("vote_share_error")[1]
        band = [Z_95 * error for error in errors]
        text = translate("Share")
        dots = len(places) < _FEW_POINTS
        lines.append(PlotLine(text, shares, places, "one", 2.2, dots=dots, band=band))
    if result is not None:
        end = result.vote_share
        place = result.updates if result.kept_at is None else result.kept_at
        text = translate("In the end") if result.kept_at is None else translate("Kept")
        # Where the interval is cut at 0 or 1, its other side tells how far it reaches.
        reach = [max(end.high - end.estimate, end.estimate - end.low)]
        lines.append(PlotLine(text, [end.estimate], [float(place)], "one", 2.2, band=reach))
    return Picture(
        lines,
        lambda share: percent(share, 1),
        _percent_tick,
        _update,
        0.02,
        _updates(told),
        banded=lambda share, half: in_brief(Interval.of_share(share, half)),
        within=(0.0, 1.0),
    )


def band_words(told: TrainingHistory | None) -> str:
    """What the band around the share of votes is, and over how many groups."""
    groups = told.newest("vote_share_groups") if told is not None else None
    final = told.newest("final_groups") if told is not None else None
    if groups is None or final is None:
        return ""
    over = {"groups": counts.groups(round(groups)), "final": counts.groups(round(final))}
    if told is not None and len(told.points("vote_share")[0]) < MIN_OF_A_CURVE:
        return translate(
            "Bars: 95% interval over {groups} played by the models; in the end over {final}.",
            **over,
        )
    return translate(
        "Shaded: 95% interval over {groups} played by the models; in the end over {final}.", **over
    )


def noise_picture(told: TrainingHistory | None) -> Picture:
    """The gradient's signal-to-noise ratio over the updates."""
    places, ratios = told.points("signal_to_noise") if told is not None else ((), ())
    lines = [PlotLine("", ratios, places, "two", 1.8)] if len(places) else []
    return Picture(lines, ratio, _plain_tick, _update, 0.1, _updates(told))


def ratio(value: float) -> str:
    """A signal-to-noise ratio."""
    return number(value, 2)


def _plain_tick(value: float, spacing: float) -> str:
    return number(value, decimals_for(spacing))


def _percent_tick(value: float, spacing: float) -> str:
    return percent(value, decimals_for(100 * spacing))


def _updates(told: TrainingHistory | None) -> float:
    """Planned number of updates; 0 if unknown."""
    return 0.0 if told is None else float(told.updates)


def _update(place: float) -> str:
    return translate("Update {update}", update=whole(round(place)))


def _curve(
    told: TrainingHistory,
    name: str,
    text: str,
    colour: Colour,
    *,
    dashed: bool = False,
    width_px: float,
) -> PlotLine:
    places, values = told.points(name)
    return PlotLine(text, values, places, colour, width_px, dashed)


def _references(values: dict[str, float | None]) -> list[PlotLine]:
    return [
        PlotLine(reference_name(name.split(" ", 1)[1]), [value], colour="edge")
        for name, value in values.items()
        if value is not None
    ]
