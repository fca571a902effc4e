"""A set of participant models: several fits to the same people, each of them plausible.

One fit speaks as if it were the people. The members of a set were fitted to other resamples of the
groups, from other starts, so that where they agree the data say so, and where they differ the data
do not. What a set expects is the mean over its members; how far they spread is what is not known.

Shapes: `M` members, the others as in `participants`.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, cast

import msgspec
from torch import Tensor, nn

from hcmd_lab.learning import checkpoints
from hcmd_lab.learning.participants import ParticipantArchitecture, ParticipantModels

Members = Annotated[int, msgspec.Meta(ge=1, le=256)]

_MEMBERS = "members."


class SetArchitecture(ParticipantArchitecture, frozen=True, forbid_unknown_fields=True):
    """The architecture that all members have, and their number.

    Attributes:
        members: `M`. Checkpoints without it hold the models of one fit.
    """

    members: Members = 1


class ParticipantSet(nn.Module):
    """Participant models of one iteration, all of them plausible: theta_p of the paper.

    Attributes:
        architecture: What is to be known to build the set.
        members: The models, all of the same architecture.
    """

    def __init__(self, architecture: SetArchitecture) -> None:
        super().__init__()
        self.architecture = architecture
        each = _of_each(architecture)
        self.members = nn.ModuleList(ParticipantModels(each) for _ in range(architecture.members))

    @classmethod
    def of(cls, *members: ParticipantModels) -> "ParticipantSet":
        """A set of given models, which are not copied.

        Raises:
            ValueError: There is none, or they differ in their architecture.
        """
        if not members or len({member.architecture for member in members}) > 1:
            raise ValueError("a set holds models of one architecture, at least one")
        each = msgspec.structs.asdict(members[0].architecture)
        made = cls(SetArchitecture(**{**each, "members": len(members)}))
        made.members = nn.ModuleList(members)
        return made

    def __iter__(self) -> Iterator[ParticipantModels]:
        return (cast("ParticipantModels", member) for member in self.members)

    def __len__(self) -> int:
        return len(self.members)

    def __getitem__(self, number: int) -> ParticipantModels:
        return cast("ParticipantModels", self.members[number])

    def save(self, folder: Path) -> str:
        """Write a checkpoint to `folder` and return its SHA-256."""
        return checkpoints.save(folder, "participants", self.architecture, self)

    @classmethod
    def load(cls, folder: Path, sha256: str) -> "ParticipantSet":
        """Rebuild a set from a checkpoint, also from one that holds the models of one fit.

        Raises:
            OperatorError: The checkpoint is missing, damaged, or of another kind.
        """
        return checkpoints.load(folder, sha256, "participants", SetArchitecture, cls, _as_a_set)


def _of_each(architecture: SetArchitecture) -> ParticipantArchitecture:
    fields = {
        name: getattr(architecture, name) for name in ParticipantArchitecture.__struct_fields__
    }
    return ParticipantArchitecture(**fields)


def _as_a_set(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    """Tensors of one fit, as earlier versions wrote them, under the names they have in a set."""
    if any(name.startswith(_MEMBERS) for name in tensors):
        return tensors
    return {f"{_MEMBERS}0.{name}": tensor for name, tensor in tensors.items()}
