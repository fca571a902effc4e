"""The mechanism that a training step has made, read as frozen tables and judged."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hcmd_lab.bounded_reader import FileKind, read_bounded
from hcmd_lab.errors import OperatorError
from hcmd_lab.game.acquisition import Variation, variation_name
from hcmd_lab.game.frozen import FrozenPolicy
from hcmd_lab.jobs.job_folder import variation_file
from hcmd_lab.jobs.report import Result
from hcmd_lab.jobs.trained import InitialiseResult, OptimizeResult
from hcmd_lab.restriction_check import judge
from hcmd_lab.study.steps import PreparedStep


@dataclass(frozen=True, slots=True)
class MadeTables:
    """The mechanism that a step made, as frozen tables.

    Attributes:
        mechanism: The mechanism itself.
        variations: Its variations that groups of ACQUIRE will meet beside it.
    """

    mechanism: FrozenPolicy
    variations: Mapping[Variation, FrozenPolicy] = field(default_factory=dict)


def load_tables(prepared: PreparedStep, result: Result) -> MadeTables | None:
    """The mechanism that a step produced, as frozen tables; None if it produced none.

    Raises:
        OperatorError: A file cannot be read, or a table does not keep to what the study asks of it.
    """
    if not isinstance(result, InitialiseResult | OptimizeResult):
        return None
    name = prepared.name
    return MadeTables(
        _load(prepared, result.frozen, name, result.checkpoint),
        {
            variation: _load(
                prepared,
                variation_file(variation),
                variation_name(name, variation),
                result.checkpoint,
                sha256,
            )
            for variation, sha256 in result.variations.items()
        },
    )


def _load(
    prepared: PreparedStep, file: str, name: str, checkpoint: str, sha256: str = ""
) -> FrozenPolicy:
    path = prepared.folder / file
    try:
        table = FrozenPolicy.from_bytes(read_bounded(path, FileKind.JOB), name, checkpoint)
        if sha256 and table.sha256 != sha256:
            raise ValueError("it is not the table that the step has made")
    except (OSError, ValueError) as error:
        raise OperatorError(
            "The table of the trained mechanism in {path} cannot be read ({error}); run "
            "{step} again.",
            path=path,
            error=error,
            step=prepared.step.upper(),
        ) from error
    for verdict in judge(table, prepared.restriction):
        if not verdict.kept:
            raise OperatorError(
                "The mechanism from {step} violates the study's restrictions ({finding}) and was "
                "not accepted; this is a fault in the program, so please report it.",
                step=prepared.step.upper(),
                finding=verdict.sentence,
            )
    return table
