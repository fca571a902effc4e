"""The few SVG elements of the maps; all text is escaped."""

from collections.abc import Iterable
from html import escape

FONT = "system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif"
INK, MUTED, PAPER = "#1f2933", "#52606d", "#ffffff"
AMBER, BLUE = "#b45309", "#1d4ed8"


def text(x: float, y: float, words: str, *, size: float = 13, colour: str = INK,
         weight: int = 400, anchor: str = "start") -> str:  # fmt: skip
    """One line, its baseline at `y`."""
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" font-weight="{weight}" fill="{colour}" '
        f'text-anchor="{anchor}">{escape(words)}</text>'
    )


def box(x: float, y: float, width: float, height: float, *, fill: str, edge: str) -> str:
    """A rectangle with round corners."""
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="7" '
        f'fill="{fill}" stroke="{edge}"/>'
    )


def line(x1: float, y1: float, x2: float, y2: float, *, colour: str, arrow: bool = False) -> str:
    """A straight line, with a head at its end if it is an arrow."""
    head = ' marker-end="url(#head)"' if arrow else ""
    return f'<path d="M{x1:g} {y1:g} L{x2:g} {y2:g}" stroke="{colour}" fill="none"{head}/>'


def dot(x: float, y: float, colour: str) -> str:
    """A mark."""
    return f'<circle cx="{x:g}" cy="{y:g}" r="4" fill="{colour}"/>'


def picture(width: float, height: float, title: str, parts: Iterable[str]) -> str:
    """A whole file, on white so that it can be read in dark pages too."""
    head = (
        '<marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
        f'orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="{MUTED}"/></marker>'
    )
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" font-family="{escape(FONT)}" role="img">\n'
        f"<title>{escape(title)}</title>\n<defs>{head}</defs>\n"
        f'<rect width="100%" height="100%" fill="{PAPER}"/>\n{body}\n</svg>\n'
    )
