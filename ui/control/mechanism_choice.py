"""A list of a study's mechanisms to choose one from."""

from PySide6.QtWidgets import QComboBox

from hcmd_lab.study.reader import ReadOnlyStudy
from hcmd_lab.telling.mechanism_names import pretty_name
from hcmd_lab.telling.translate import translate
from ui.look.fields import ChoiceField


def mechanism_choice(study: ReadOnlyStudy, name: str) -> QComboBox:
    """The mechanisms by their names, one of which is chosen.

    Args:
        study: Whose they are.
        name: Of the one that is chosen, even if the study does not list it; empty for the first.
    """
    made = ChoiceField()
    made.setAccessibleName(translate("Mechanism"))
    for known in dict.fromkeys([*study.mechanisms.names(), *([name] if name else [])]):
        made.addItem(pretty_name(known), known)
    made.setCurrentIndex(max(0, made.findData(name)))
    return made
