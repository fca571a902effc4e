"""The tables that a training step made, each with the provenance under which a study keeps it."""

from collections.abc import Iterator

import msgspec

from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.jobs.requests import InitialiseJob
from hcmd_lab.study.made_tables import MadeTables
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.steps import PreparedStep
from hcmd_lab.study.warm_start import origin_of


def table_rows(
    study: ReadOnlyStudy, prepared: PreparedStep, made: MadeTables
) -> Iterator[tuple[FrozenPolicy, dict[str, object]]]:
    """Each table with its provenance: first the mechanism, then its variations."""
    iteration, job = prepared.iteration, prepared.job
    provenance: dict[str, object] = {
        "step": prepared.step.value,
        "iteration": iteration,
        "seed": job.seed,
    }
    added = [each for each in study.added_iterations() if each["iteration"] == iteration]
    if added:
        provenance["added"] = added[0]
    origin = job.origin if isinstance(job, InitialiseJob) else origin_of(study)
    if origin is not None:
        provenance["origin"] = msgspec.to_builtins(origin)
    yield made.mechanism, provenance
    for variation, table in made.variations.items():
        varied: dict[str, object] = {
            "variation": variation.value,
            "variation_of": made.mechanism.sha256,
            "head_weight": round(variation.factor, 6),
        }
        yield table, provenance | varied
