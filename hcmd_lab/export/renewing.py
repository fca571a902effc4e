"""Makes exports anew from which somebody has withdrawn since."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hcmd_lab.errors import OperatorError
from hcmd_lab.export.study_export import OnProgress, export_study
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.written_folders import WrittenFolder, is_in, written_folders

_PUBLISHED = Sentence(
    "it is a replication package, which others may have by now, and is not changed by itself."
)


@dataclass(frozen=True, slots=True)
class Renewal:
    """What became of the exports that held a participant.

    Attributes:
        renewed: Folders that were made anew, without the participant.
        holding: Folders that still hold the participant, each with the reason.
    """

    renewed: tuple[Path, ...]
    holding: tuple[tuple[Path, Sentence], ...]

    def sentences(self) -> Iterator[Sentence]:
        """What became of each folder."""
        for folder in self.renewed:
            yield Sentence(
                "The export {folder} was made again, without the participant.", folder=folder
            )
        for folder, reason in self.holding:
            yield Sentence(
                "The folder {folder} still holds the participant's data: {reason} Delete it, or "
                "write into it again.",
                folder=folder,
                reason=reason,
            )
        yield Sentence(
            "Copies of exports elsewhere and bundles are not known to the study, and backups are "
            "not changed; delete what still holds the participant."
        )


def exports_with(store: Store, session: str, participant: str) -> list[WrittenFolder]:
    """The exports that the study remembers and that hold a participant."""
    return [
        folder for folder in written_folders(store.folder) if is_in(folder, session, participant)
    ]


def renew_exports(
    store: Store,
    session: str,
    participant: str,
    on_progress: OnProgress = lambda done, total: None,
) -> Renewal:
    """Make every export anew that holds a participant who has withdrawn.

    Args:
        store: The study, after the withdrawal.
        session: Code of the session.
        participant: Code of the participant.
        on_progress: Told the progress of each export; may raise to end the work.
    """
    renewed: list[Path] = []
    holding: list[tuple[Path, Sentence]] = []
    for folder in exports_with(store, session, participant):
        if folder.manifest.kind == "package":
            holding.append((folder.path, _PUBLISHED))
            continue
        try:
            export_study(
                store,
                folder.path,
                include_pilots=folder.manifest.with_pilots,
                with_labels=folder.manifest.with_labels,
                on_progress=on_progress,
            )
        except OperatorError as error:
            holding.append((folder.path, error.sentence))
        else:
            renewed.append(folder.path)
    return Renewal(tuple(renewed), tuple(holding))
