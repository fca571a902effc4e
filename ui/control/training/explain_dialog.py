"""What a mechanism does, in words: its rule, whom it serves, what another coin returns."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.store import Store
from hcmd_lab.study.foreseeing import gate
from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.study.role_votes import counted_votes
from hcmd_lab.study.rows_of_the_log import require_rows_of_the_log
from hcmd_lab.telling.gate import expected_votes
from hcmd_lab.telling.translate import translate
from ui.control.background import Background, OnProgress, with_store
from ui.control.desk import Desk
from ui.control.dialog import dialog_column, dialog_foot
from ui.control.mechanism_choice import mechanism_choice
from ui.control.sections import Section, SectionsView
from ui.look.widgets import button, label
from ui.look.windows import open_at

_SIZE_PX = (760, 560)


def open_explanation(desk: Desk, parent: QWidget) -> None:
    """Explain the newest mechanism of the desk's study above a window."""
    dialog = ExplainDialog(desk, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class ExplainDialog(QDialog):
    """Explains one of the study's mechanisms, or a baseline.

    Attributes:
        mechanism: Which one.
        words: The explanation.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None, name: str = "") -> None:
        """Explain a mechanism of the study first, by its name; by default the newest."""
        super().__init__(parent)
        self.setWindowTitle(translate("Explain the mechanism"))
        self._folder = desk.study.store.folder.path
        self._reading: Background[list[Section]] | None = None
        self._read: Background[list[Section]] | None = None
        self.mechanism = mechanism_choice(desk.study, name)
        self.mechanism.currentIndexChanged.connect(self._explain)
        self.words = SectionsView(self.windowTitle())
        close = button(translate("&Close"), "primary", clicked=self.accept)
        dialog_column(
            self, label(self.windowTitle(), "heading"), self.mechanism, (self.words, 1),
            dialog_foot(close),
        )  # fmt: skip
        open_at(self, *_SIZE_PX)
        self._explain()

    def _explain(self) -> None:
        if self._reading is not None:
            return  # what is chosen meanwhile is explained afterwards
        name = str(self.mechanism.currentData())
        self.words.tell(translate("The mechanism is read."))

        work = partial(_explained, name=name)
        self._reading = Background(with_store(self._folder, work), self)
        self._reading.hand_to(partial(self._on_read, name))

    def _on_read(self, name: str, reading: Background[list[Section]]) -> None:
        # Qt deletes the thread later; its wrapper has to live until then.
        self._read, self._reading = reading, None
        if name != self.mechanism.currentData():
            self._explain()
        elif reading.result is None:
            self.words.tell(reading.sentence)
        else:
            self.words.show_sections(reading.result)

    def done(self, result: int) -> None:
        """Close; what is still being read is not wanted any more."""
        if self._reading is not None:
            self._reading.let_go()
            self._reading = None
        super().done(result)


def _explained(store: Store, _on_progress: OnProgress, name: str) -> list[Section]:
    return explanation_in_words(ReadOnlyStudy(store), name)


def explanation_in_words(study: ReadOnlyStudy, name: str) -> list[Section]:
    """The sentences of `hcmd-lab explain`, in the reader's language.

    Raises:
        OperatorError: There is no such mechanism, or another program has changed what groups
            played.
    """
    # scipy takes its time
    from hcmd_lab.insight.explanation import explain  # noqa: PLC0415
    from hcmd_lab.telling import insight as said  # noqa: PLC0415

    require_rows_of_the_log(study.store)
    groups = study.shown_groups()
    policy = study.mechanisms.table(name)
    votes = counted_votes(study, policy.name, groups)
    found = explain(policy, groups, study.settings.baseline, votes)
    minority = said.minority_sentences(found) or [said.nobody_played(found)]
    if not found.votes and found.baseline:
        minority = [*minority, said.votes_not_told(found)]
    rules = [_paragraph(said.rule_sentences(part)) for part in found.conditions]
    incentives = [_paragraph(said.incentive_sentences(part)) for part in found.conditions]
    told = [
        Section(translate("The rule"), rules),
        Section(translate("The least-served seats"), [translate(each) for each in minority]),
        Section(translate("What another coin returns to its giver"), incentives),
    ]
    if expected := expected_votes(gate(study, policy)):
        told.insert(2, Section(translate("Expected votes"), [expected]))
    return told


def _paragraph(sentences: Iterable[Sentence]) -> str:
    return " ".join(map(translate, sentences))
