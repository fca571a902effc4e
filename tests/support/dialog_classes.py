"""Every dialog of the control window, as its code has it."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]


def dialogs() -> dict[str, ast.ClassDef]:
    """The classes by module and name."""
    return {
        f"{file.stem}.{each.name}": each
        for file in sorted((ROOT / "ui" / "control").rglob("*.py"))
        for each in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(each, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id == "QDialog" for base in each.bases)
    }
