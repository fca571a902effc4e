"""The game is passed on, never assumed: one seam makes it."""

import ast
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]

NAMERS = {
    "hcmd_lab/game/rules.py": "declares the constant",
    "hcmd_lab/game/game_limits.py": "says whether a study plays it",
}
"""Who may name the paper's game, or make one of the defaults."""

MAKERS = {
    "hcmd_lab/game/frozen.py": "of the header of a table",
    "hcmd_lab/game/rules.py": "the paper's",
    "hcmd_lab/learning/warm_up.py": "a tiny one, which compiles what any game needs",
    "hcmd_lab/study/settings.py": "`game_of` says what a study plays",
}
"""Who may make a game at all."""


def names_the_paper_game(node: ast.AST) -> bool:
    match node:
        case ast.Name("PAPER_GAME") | ast.Attribute(attr="PAPER_GAME"):
            return True
        case ast.alias("PAPER_GAME"):
            return True
        case ast.Call(ast.Name("Game"), [], []):
            return True
        case _:
            return False


def makes_a_game(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Game"


def files_with(kind: Callable[[ast.AST], bool]) -> set[str]:
    files = [path for room in ("hcmd_lab", "ui") for path in (ROOT / room).rglob("*.py")]
    return {
        path.relative_to(ROOT).as_posix()
        for path in files
        if any(kind(node) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    }


def test_nobody_assumes_the_papers_game() -> None:
    assert files_with(names_the_paper_game) == set(NAMERS)


def test_only_the_seam_makes_a_game() -> None:
    assert files_with(makes_a_game) == set(MAKERS)
