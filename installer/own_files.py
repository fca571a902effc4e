"""What the two programs hold of the sources beside `hcmd_lab`: modules, resources, documents.

Nothing installs `ui` and `resources` as packages of these names, so that they are listed from their
folders.
"""

from pathlib import Path

ROOT = Path(__file__).parents[1]

_OF_TRANSLATORS = {".ts", ".py"}
_MANUAL = "resources/manual"
_SCRIPT = "resources/replication"
"""The script that replication packages are given; no program runs it."""
_DOCUMENTS = (
    "README.md", "docs/*.md", "docs/images/**/*.png", "docs/figures/*.png", "docs/analysis/*",
    "docs/kiosk/*", "docs/desktop/*",
)  # fmt: skip
"""What *Help* opens beside the packages, as it does in the sources."""


def own_modules(package: str) -> list[str]:
    """Names of a package's modules, its own among them.

    Args:
        package: As in `ui.control`.
    """
    folder = ROOT.joinpath(*package.split("."))
    return [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted(folder.rglob("*.py"))
    ]


def resources() -> list[tuple[str, str]]:
    """The files that both programs draw with, each with its folder; not the translators' own."""
    return [place for place in _in_resources() if not place[1].startswith((_MANUAL, _SCRIPT))]


def lab_resources() -> list[tuple[str, str]]:
    """What the lab's program has besides: the manual, where it has been made, and the script."""
    return [place for place in _in_resources() if place[1].startswith((_MANUAL, _SCRIPT))]


def documents() -> list[tuple[str, str]]:
    """The files of the documentation, each with its folder in a program."""
    return [_placed(path) for pattern in _DOCUMENTS for path in sorted(ROOT.glob(pattern))]


def _in_resources() -> list[tuple[str, str]]:
    return [
        _placed(path)
        for path in sorted((ROOT / "resources").rglob("*"))
        if path.is_file() and _is_shipped(path) and "__pycache__" not in path.parts
    ]


def _is_shipped(path: Path) -> bool:
    is_script = path.is_relative_to(ROOT / _SCRIPT)
    return path.suffix not in _OF_TRANSLATORS or is_script


def _placed(path: Path) -> tuple[str, str]:
    return str(path), path.parent.relative_to(ROOT).as_posix()
