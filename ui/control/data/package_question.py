"""Asks for a replication package's licence, and whether it may hold labels or uncounted votes."""

from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from hcmd_lab.replication_package.licences import DataLicence
from hcmd_lab.replication_package.writing import Choices
from hcmd_lab.sentence import Sentence
from hcmd_lab.telling.translate import translate
from ui.control.dialog import dialog_column, dialog_foot
from ui.look.allowing import allow_unless
from ui.look.fields import ChoiceField
from ui.look.widgets import button, label

_WIDTH_PX = 560

_SENTENCES: dict[DataLicence, Sentence] = {
    DataLicence.NONE: Sentence("Nobody else may use the data until a licence is chosen."),
    DataLicence.CC0: Sentence("The data are given to everybody without conditions."),
    DataLicence.CC_BY: Sentence("Whoever uses the data names their source."),
    DataLicence.CC_BY_SA: Sentence(
        "Whoever uses the data names their source and shares what follows alike."
    ),
    DataLicence.CC_BY_NC: Sentence(
        "Whoever uses the data names their source and earns nothing by them."
    ),
    DataLicence.ODC_BY: Sentence("Attribution, made for databases."),
}


class PackageQuestion(QDialog):
    """Asks what a replication package is to hold.

    Attributes:
        licence: The licences.
        labels: Whether labels are in it.
        votes: Whether uncounted votes may be in it; shown while there are some.
        act: The button that continues.
    """

    def __init__(self, uncounted: int, parent: QWidget | None = None) -> None:
        """Start anonymous and without a licence.

        Args:
            uncounted: Groups of EVALUATE whose votes have not been counted.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(translate("Replication package"))
        self.licence = ChoiceField()
        self.licence.setAccessibleName(translate("Licence of the data"))
        for each in DataLicence:
            name = translate("None yet") if each is DataLicence.NONE else each.label
            self.licence.addItem(name, each)
        self._words = label("", "caption")
        self.labels = QCheckBox(
            translate(
                "With &labels, messages, notes and reasons: the package is then not anonymous"
            )
        )
        self.votes = QCheckBox(
            translate(
                "With the &votes of {n} group(s) that have not been counted; the audit tells it",
                n=uncounted,
            )
        )
        self.votes.setVisible(bool(uncounted))
        self.act = button(translate("Choose the &folder…"), "primary", clicked=self.accept)
        cancel = button(translate("&Cancel"), clicked=self.reject)
        self.licence.currentIndexChanged.connect(self._show_sentence)
        self.votes.toggled.connect(self._enable)
        contents = translate(
            "Everything that others need to check the study: the data, the results of training and "
            "EVALUATE, every picture with its numbers, what participants read, and a script that "
            "computes figures, tests and payments again."
        )
        dialog_column(
            self, label(self.windowTitle(), "heading"), label(contents),
            label(translate("Licence of the data"), "caption"), self.licence, self._words,
            self.labels, self.votes, dialog_foot(cancel, self.act), width=_WIDTH_PX,
        )  # fmt: skip
        self._must_agree = bool(uncounted)
        self._show_sentence()
        self._enable()

    @property
    def choices(self) -> Choices:
        """What was chosen."""
        return Choices(
            DataLicence(self.licence.currentData()),
            with_labels=self.labels.isChecked(),
            with_uncounted=self.votes.isChecked(),
        )

    def _show_sentence(self) -> None:
        self._words.setText(translate(_SENTENCES[DataLicence(self.licence.currentData())]))

    def _enable(self) -> None:
        uncounted = ""
        if self._must_agree and not self.votes.isChecked():
            uncounted = translate("Votes have not been counted, and a package would show them.")
        allow_unless(self.act, uncounted)
