"""The report's page: one HTML file that explains a study to its reader."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from hcmd_lab.figures.figure import sheet_size
from hcmd_lab.figures.report.contents import (
    Block,
    Notes,
    Paragraph,
    Pictures,
    Section,
    facts,
    story,
)
from hcmd_lab.figures.report.markup import Markup, element, image, paragraphs, table
from hcmd_lab.figures.report.report_pictures import Picture
from hcmd_lab.figures.report.tables import Code, ReportTable, Strong
from hcmd_lab.shipped_parts import RESOURCES
from hcmd_lab.study.report import StudyReport
from hcmd_lab.telling import results
from hcmd_lab.telling.played import simulated_mark
from hcmd_lab.telling.translate import translate


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """Builder of an HTML page.

    Attributes:
        report: The study's results.
        pictures: By name.
        files: The pictures' PNG files, by name.
    """

    report: StudyReport
    pictures: Mapping[str, Picture]
    files: Mapping[str, bytes]

    def html(self) -> str:
        """The whole page."""
        title = translate("{study}: report", study=self.report.name)
        # A style sheet is not escaped in HTML; it is shipped with the program.
        style = Markup(f"<style>\n{_style_sheet()}</style>")
        head = element("head", Markup('<meta charset="utf-8">'), _VIEWPORT,
                       element("title", title), style)  # fmt: skip
        main = element(
            "main",
            self._header(),
            *(self._section(section) for section in story(self.report, self.pictures)),
        )
        body = element("body", self._banner(), main)
        return f"<!doctype html>\n{element('html', head, body, lang=translate('en'))}\n"

    def _banner(self) -> Markup:
        if not self.report.simulated:
            return Markup("")
        title, sentence = simulated_mark(self.report.played)
        return element(
            "aside",
            element("strong", title),
            f" {sentence}",
            class_="simulated",
        )

    def _header(self) -> Markup:
        report = self.report
        entries = (
            element("div", element("dt", name), element("dd", value))
            for name, value in facts(report)
        )
        return element(
            "header",
            element("p", translate("Study report"), class_="kicker"),
            element("h1", report.name),
            element("p", results.headline(report), class_="headline"),
            element("dl", *entries),
        )

    def _section(self, section: Section) -> Markup:
        blocks = (self._block(block) for block in section.blocks)
        return element("section", element("h2", section.heading), *blocks)

    def _block(self, block: Block) -> Markup:
        match block:
            case Paragraph():
                return paragraphs(block.text)
            case Notes():
                entries = (
                    element("li", element("b", term), f" {text}") for term, text in block.entries
                )
                return element("ul", *entries, class_="notes")
            case ReportTable():
                rows = [[_cell(cell) for cell in row] for row in block.rows]
                return table(block.heads, rows, block.texts)
            case Pictures():
                figures = [self._figure(name) for name in block.names]
                return figures[0] if len(figures) == 1 else element("div", *figures, class_="pair")
            case _:
                assert_never(block)

    def _figure(self, name: str) -> Markup:
        picture = self.pictures[name]
        size = sheet_size(picture.figure)
        width, height = round(size.width()), round(size.height())
        return element(
            "figure",
            image(self.files[name], width, height, picture.title),
            element("figcaption", picture.caption),
        )


def _cell(text: str) -> str:
    if isinstance(text, Strong):
        return element("strong", text)
    return element("code", text) if isinstance(text, Code) else text


_VIEWPORT = Markup('<meta name="viewport" content="width=device-width, initial-scale=1">')


def _style_sheet() -> str:
    return (RESOURCES / "report" / "report.css").read_text("utf-8")
