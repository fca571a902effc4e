"""A group that was played elsewhere, and imported."""

from hcmd_lab.game.events import GroupImported
from hcmd_lab.game.played import PlayedGroup, PlayedStage
from hcmd_lab.storage.records import ImportedFile
from hcmd_lab.storage.store import Store


def import_a_group(store: Store, utc: str) -> None:
    """Store a session `imported` with one group that has played one round."""
    stage = PlayedStage(
        1, "theirs", ((10, 4, 4, 4),), ((5, 1, 2, 3),), ((4.4, 4.4, 4.4, 4.4),), ((True,) * 4,)
    )
    group = PlayedGroup("imported-1", 1, "imported", "acquire", (stage,), (1, 2, None, 1))
    file = ImportedFile("theirs.csv", "0" * 64, "plain")
    store.log.append_import("imported", [GroupImported(0, 1, group)], utc, file)
