"""Recently opened studies."""

from dataclasses import dataclass
from pathlib import Path

from hcmd_lab.errors import OperatorError


@dataclass(frozen=True, slots=True)
class RecentStudy:
    """An entry in the list of recent studies.

    Attributes:
        folder: Its folder.
        name: The name given by the experimenter.
        simulated: Whether simulated participants play.
        standing: What it needs next, as sentences.
    """

    folder: Path
    name: str
    simulated: bool
    standing: str


def look_into(folder: Path) -> RecentStudy | None:
    """Read a study's name and standing, even while it is open elsewhere; None if unreadable."""
    # The welcome page is on screen before the database is loaded.
    from hcmd_lab.storage.store import Store  # noqa: PLC0415
    from hcmd_lab.study.study import Study  # noqa: PLC0415
    from hcmd_lab.telling.standing import standing_in_words  # noqa: PLC0415

    try:
        with Store.read(folder) as store:
            study = Study(store)
            simulated = study.settings.simulated
            return RecentStudy(folder, study.name, simulated, standing_in_words(study))
    except OperatorError:
        return None
