"""The game is passed on, never assumed: one seam makes it."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]

MAKERS = {
    "hcmd_lab/game/rules.py": "declares the constant",
    "hcmd_lab/study/settings.py": "`game_of` says what a study plays",
}
"""Who may name the paper's game, or make one of the defaults."""


def names_a_game(path: Path) -> bool:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Name("PAPER_GAME") | ast.Attribute(attr="PAPER_GAME"):
                return True
            case ast.alias("PAPER_GAME"):
                return True
            case ast.Call(ast.Name("Game"), [], []):
                return True
            case _:
                pass
    return False


def test_only_the_seam_names_the_game() -> None:
    files = [path for room in ("hcmd_lab", "ui") for path in (ROOT / room).rglob("*.py")]
    found = {path.relative_to(ROOT).as_posix() for path in files if names_a_game(path)}
    assert found == set(MAKERS)
