"""The map of packages: the layers that the import contract keeps, with what each package is.

Layers come from the contract in pyproject.toml, first lines from the packages themselves, and which
of them a station loads from the imports, so the map cannot say anything that the code does not.
"""

import ast
import textwrap
import tomllib
from pathlib import Path

import grimp

from docs.maps import svg

ROOT = Path(__file__).parents[2]
FILE = "architecture-packages.svg"

_WIDTH, _MARGIN, _GAP, _ROW_GAP = 1120.0, 20.0, 12.0, 14.0
_LINE, _HEAD = 16.0, 24.0
_PX_A_CHARACTER = 6.4


def layers() -> list[list[str]]:
    """Modules of each layer, the highest first; those of one layer do not know each other."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    found: dict[str, list[list[str]]] = {}
    for root in ("ui", "hcmd_lab"):
        contract = next(c for c in contracts["contracts"] if c.get("containers") == [root])
        found[root] = [
            [f"{root}.{name.strip()}" for name in layer.split("|")] for layer in contract["layers"]
        ]
    lab = found["hcmd_lab"]
    entry = lab.index(["hcmd_lab.kiosk"]) + 1  # what is above opens the windows
    return [*lab[:entry], *found["ui"], *lab[entry:]]


def summary(module: str) -> str:
    """The first line of a module's or a package's own description."""
    place = ROOT.joinpath(*module.split("."))
    source = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    description = ast.get_docstring(ast.parse(source.read_text("utf-8"))) or ""
    return description.partition("\n")[0].replace("`", "")


def on_the_station() -> set[str]:
    """Modules of which a participant's station loads something."""
    graph = grimp.build_graph("hcmd_lab", "ui", cache_dir=None)
    loaded = graph.find_upstream_modules("ui.kiosk", as_package=True) | {"ui.kiosk"}
    return {".".join(module.split(".")[:2]) for module in loaded}


def draw() -> str:
    """The map."""
    kiosk = on_the_station()
    parts: list[str] = []
    y = _MARGIN + 8
    parts.append(svg.text(_MARGIN, y + 8, "Imports go down, never up or sideways", weight=600))
    parts.append(svg.dot(_WIDTH - _MARGIN - 330, y + 4, svg.AMBER))
    parts.append(
        svg.text(_WIDTH - _MARGIN - 318, y + 8, "a participant’s station loads part of it too",
                 colour=svg.MUTED)
    )  # fmt: skip
    y += 28
    for row in layers():
        width = (_WIDTH - 2 * _MARGIN - _GAP * (len(row) - 1)) / len(row)
        wrapped = {
            module: textwrap.wrap(summary(module), int((width - 24) / _PX_A_CHARACTER))
            for module in row
        }
        height = _HEAD + _LINE * max(len(lines) for lines in wrapped.values()) + 10
        for number, module in enumerate(row):
            x = _MARGIN + number * (width + _GAP)
            is_ui = module.startswith("ui.")
            fill, edge = ("#eff6ff", svg.BLUE) if is_ui else ("#f5f7fa", "#9aa5b1")
            parts.append(svg.box(x, y, width, height, fill=fill, edge=edge))
            parts.append(svg.text(x + 12, y + 19, module.removeprefix("hcmd_lab."), weight=600))
            if module in kiosk:
                parts.append(svg.dot(x + width - 14, y + 14, svg.AMBER))
            parts += [
                svg.text(x + 12, y + _HEAD + 12 + _LINE * index, words, size=12, colour=svg.MUTED)
                for index, words in enumerate(wrapped[module])
            ]
        y += height + _ROW_GAP
    return svg.picture(_WIDTH, y + _MARGIN - _ROW_GAP, "The packages and their layers", parts)
