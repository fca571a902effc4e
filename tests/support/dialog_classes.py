"""Every dialog of the control window, as its code has it."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]


def dialogs() -> dict[str, ast.ClassDef]:
    """The classes by module and name."""
    texts = {
        file: file.read_text("utf-8") for file in sorted((ROOT / "ui" / "control").rglob("*.py"))
    }
    return {
        f"{file.stem}.{each.name}": each
        for file, text in texts.items()
        if "QDialog" in text  # parsing takes time
        for each in ast.walk(ast.parse(text))
        if isinstance(each, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id == "QDialog" for base in each.bases)
    }
