"""No two buttons or fields of one dialog have the same underlined key, in any language.

Read from the code, so that it holds whatever a dialog shows just then; a question above it is
another window.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from dialog_classes import ROOT, dialogs
from PySide6.QtGui import QKeySequence

from hcmd_lab.telling.known_languages import lab_languages

ASKING = {"confirm", "ask_text"}
"""They open a window of their own."""


DIALOGS = dialogs()


def texts(node: ast.AST) -> Iterator[str]:
    """What is translated within, but for what another window asks."""
    for part in ast.iter_child_nodes(node):
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name):
            if part.func.id in ASKING:
                continue
            first = part.args[0] if part.args else None
            if part.func.id in ("translate", "Sentence") and isinstance(first, ast.Constant):
                yield str(first.value)
        yield from texts(part)


def translations(language: str) -> dict[str, str]:
    file = ROOT / "resources" / "translations" / f"hcmd_{language}.ts"
    if not file.exists():  # of English, the texts as they are
        return {}
    return {
        str(each.findtext("source")): str(each.findtext("translation"))
        for each in ElementTree.parse(file).iter("message")  # noqa: S314 - our own file
    }


def test_there_are_dialogs_with_keys() -> None:
    keys = [text for each in DIALOGS.values() for text in texts(each) if "&" in text]
    assert len(DIALOGS) > 20
    assert len(keys) > 60


@pytest.mark.parametrize("language", lab_languages())
@pytest.mark.parametrize("dialog", DIALOGS)
def test_each_key_is_of_one(dialog: str, language: str) -> None:
    told = translations(language)
    found: dict[str, set[str]] = defaultdict(set)
    for text in texts(DIALOGS[dialog]):
        shown = told.get(text, text)
        key = QKeySequence.mnemonic(shown).toString()
        if key:
            found[key].add(shown)
    assert not {key: at for key, at in found.items() if len(at) > 1}
