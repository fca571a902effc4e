"""The HTML elements of a report; the only place that makes tags, so all text is escaped."""

import base64
from collections.abc import Container, Sequence
from html import escape


class Markup(str):
    """Finished HTML; a plain string is text and is escaped."""

    __slots__ = ()


def element(name: str, *children: str, **attributes: str) -> Markup:
    """An HTML element; a trailing underscore in attribute names is dropped (`class_`)."""
    written = "".join(f' {key.rstrip("_")}="{escape(value)}"' for key, value in attributes.items())
    return Markup(f"<{name}{written}>{join(*children)}</{name}>")


def join(*children: str) -> Markup:
    """Elements and texts, concatenated."""
    return Markup(
        "".join(child if isinstance(child, Markup) else escape(child) for child in children)
    )


def paragraphs(*texts: str) -> Markup:
    """One paragraph per text; empty texts are skipped."""
    return join(*(element("p", text) for text in texts if text))


def table(
    heads: Sequence[Sequence[tuple[str, int]]],
    rows: Sequence[Sequence[str]],
    texts: Container[int] = (),
) -> Markup:
    """A table whose first column names the rows.

    Args:
        heads: Rows of column headings, each with the number of columns it spans.
        rows: The cells.
        texts: Columns of words, besides the first.
    """
    head = [
        element(
            "tr",
            *(
                element("th", text, scope="colgroup", colspan=str(span))
                if span > 1
                else element("th", text, scope="col", **_look(column, texts))
                for column, (text, span) in enumerate(headings)
            ),
        )
        for headings in heads
    ]
    body = [
        element(
            "tr",
            element("th", row[0], scope="row"),
            *(
                element("td", cell, **_look(column, texts))
                for column, cell in enumerate(row[1:], start=1)
            ),
        )
        for row in rows
    ]
    # A wide table scrolls in its own frame instead of widening the page.
    return element(
        "div",
        element("table", element("thead", *head), element("tbody", *body)),
        class_="wide",
    )


def _look(column: int, texts: Container[int]) -> dict[str, str]:
    return {"class_": "text"} if column in texts else {}


def image(png: bytes, width: int, height: int, alt: str) -> Markup:
    """An image embedded in the page, so that the report is a single file."""
    data = base64.b64encode(png).decode("ascii")
    return Markup(
        f'<img src="data:image/png;base64,{data}" width="{width}" height="{height}" '
        f'alt="{escape(alt)}">'
    )
