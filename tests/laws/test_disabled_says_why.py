"""In the control window nothing is disabled without a reason that its tool tip tells."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]

ENABLING = {"setEnabled", "setDisabled"}


def enabling(path: Path) -> Iterator[int]:
    """Lines that enable or disable something, or hand on what does."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr in ENABLING:
            yield node.lineno


def test_what_disables_says_why() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sorted((ROOT / "ui" / "control").rglob("*.py"))
        for line in enabling(path)
    ]
    assert not found, f"allow_unless of ui/look/allowing.py takes the reason: {found}"


def test_what_hands_the_slot_on_is_found_too(tmp_path: Path) -> None:
    made = tmp_path / "made.py"
    made.write_text("a.changed.connect(b.setEnabled)\nb.setDisabled(True)\n", "utf-8")
    assert list(enabling(made)) == [1, 2]
