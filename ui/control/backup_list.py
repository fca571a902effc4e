"""The list of a study's backups: which of them hold it as it was saved, and which is chosen."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from hcmd_lab.storage.backup_places import Backup, backups, under_other_names
from hcmd_lab.storage.sound_backup import PassedOver, told_under_other_names
from hcmd_lab.storage.study_folder import StudyFolder
from hcmd_lab.telling.backups import backup_words
from hcmd_lab.telling.translate import translate


class BackupList(QListWidget):
    """The backups of a study, newest first; then those that may be of a copy of it."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self.setAccessibleName(translate("Backups"))
        self.setWordWrap(True)  # why one is not as it was saved is not to be scrolled to
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def chosen(self) -> Path | None:
        """The backup that is chosen, if any is."""
        item = self.currentItem()
        return None if item is None else _path_of(item)

    def show_those_of(self, folder: StudyFolder) -> str:
        """List the backups of a study; returns what there is to say where it has none."""
        self.clear()
        own, others = backups(folder), under_other_names(folder)
        for each in own:
            self._add(backup_words(each), each)
        for each in others:
            told = translate(
                "{backup} – made by another name, or of a copy: {file}",
                backup=backup_words(each),
                file=each.path.name,
            )
            self._add(told, each)
        if own:  # of the others none is taken unasked
            self.setCurrentRow(0)
            return ""
        if others:
            return translate(told_under_other_names(others))
        return translate("There are no backups of this study yet.")

    def tell_why(self, passed_over: Sequence[PassedOver]) -> None:
        """Say at each backup that does not hold the study as it was saved why."""
        for each in passed_over:
            item = self._item_of(each.backup.path)
            if item is not None:
                item.setText(
                    translate(
                        "{backup} – not as the study was saved: {why}",
                        backup=backup_words(each.backup),
                        why=each.why,
                    )
                )

    def choose(self, path: Path) -> None:
        """Choose a backup, if it is there."""
        item = self._item_of(path)
        if item is not None:
            self.setCurrentItem(item)

    def _add(self, told: str, backup: Backup) -> None:
        item = QListWidgetItem(told)
        item.setData(Qt.ItemDataRole.UserRole, str(backup.path))
        self.addItem(item)

    def _item_of(self, path: Path) -> QListWidgetItem | None:
        items = map(self.item, range(self.count()))
        return next((item for item in items if _path_of(item) == path), None)


def _path_of(item: QListWidgetItem) -> Path:
    return Path(str(item.data(Qt.ItemDataRole.UserRole)))
