"""Makes exports anew from which somebody has withdrawn since."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from hcmd_lab.errors import OperatorError
from hcmd_lab.export.study_export import OnProgress, export_study
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.store import Store
from hcmd_lab.storage.written_folders import WrittenFolder, holds, written_folders

_PUBLISHED = Sentence(
    "it is a replication package, which others may have by now, and is not changed by itself."
)


@dataclass(frozen=True, slots=True)
class Holding:
    """The folders that hold data of somebody who has withdrawn, as far as the study knows them.

    Attributes:
        exports: Exports, which can be made anew.
        packages: Replication packages, which are not changed by themselves.
    """

    exports: tuple[WrittenFolder, ...]
    packages: tuple[WrittenFolder, ...]


@dataclass(frozen=True, slots=True)
class Renewal:
    """What became of the folders that held data of somebody who has withdrawn.

    Attributes:
        renewed: Folders that were made anew.
        holding: Folders that still hold such data, each with the reason.
        unknown: Those of `holding` of which it cannot be told.
    """

    renewed: tuple[Path, ...]
    holding: tuple[tuple[Path, Sentence], ...]
    unknown: frozenset[Path] = frozenset()

    def sentences(self) -> Iterator[Sentence]:
        """What became of each folder."""
        for folder in self.renewed:
            yield Sentence(
                "The export {folder} was made again, without whoever has withdrawn.", folder=folder
            )
        for folder, reason in self.holding:
            if folder in self.unknown:
                yield Sentence(
                    "Whether the folder {folder} holds data of somebody who has withdrawn cannot "
                    "be told: {reason} Delete it, or write into it again.",
                    folder=folder,
                    reason=reason,
                )
                continue
            yield Sentence(
                "The folder {folder} still holds data of somebody who has withdrawn: {reason} "
                "Delete it, or write into it again.",
                folder=folder,
                reason=reason,
            )
        yield Sentence(
            "Copies of exports elsewhere and bundles are not known to the study, and backups are "
            "not changed; delete what still holds data of somebody who has withdrawn."
        )


def folders_with(store: Store, people: Collection[tuple[str, str]]) -> Holding:
    """The folders that the study remembers and that hold data of people, or may.

    Args:
        store: The study.
        people: Each by the session's code and the participant's.
    """
    found = [each for each in written_folders(store.folder) if holds(each, people) is not False]
    return Holding(
        tuple(each for each in found if each.manifest.kind != "package"),
        tuple(each for each in found if each.manifest.kind == "package"),
    )


def renew_exports(
    store: Store,
    people: Collection[tuple[str, str]],
    on_progress: OnProgress = lambda done, total: None,
) -> Renewal:
    """Make every export anew that holds data of people who have withdrawn.

    Args:
        store: The study, after the withdrawals.
        people: Each by the session's code and the participant's.
        on_progress: Told the progress of each export; may raise to end the work.
    """
    found = folders_with(store, people)
    unknown = {
        each.path for each in (*found.exports, *found.packages) if holds(each, people) is None
    }
    renewed: list[Path] = []
    holding = [(folder.path, _PUBLISHED) for folder in found.packages]
    for folder in found.exports:
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
    return Renewal(tuple(renewed), tuple(holding), frozenset(unknown))
