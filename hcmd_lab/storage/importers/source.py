"""How a table is written: what was recognised while it was read."""

from dataclasses import dataclass, field

from hcmd_lab.files import GUESSED
from hcmd_lab.sentence import Sentence

_SEPARATORS = {
    "\t": Sentence("tabs"),
    ";": Sentence("semicolons"),
    ",": Sentence("commas"),
    "|": Sentence("vertical bars"),
    " ": Sentence("spaces"),
}


@dataclass(slots=True)
class Source:
    """How a file is written, as far as it has been read.

    Attributes:
        encoding: Name of its encoding.
        separator: What separates its cells.
        kind: What the file is, if it is no text; then it has no encoding and no separator.
        decimal_commas: Whether a number had a comma for a decimal point.
        grouped: Whether a number had separators of thousands.
        decimals: The most that a number of a column had.
        above_headings: Rows with a title or a remark that stand above the table.
        repeated_headings: Rows that repeat the headings, as where files were joined.
        done: Bytes of the file that have been read.
        size: Of the file in bytes; 0 where it is not known how far it has been read.
    """

    encoding: str = "UTF-8"
    separator: str = ","
    kind: Sentence | None = None
    decimal_commas: bool = False
    grouped: bool = False
    decimals: dict[str, int] = field(default_factory=dict)
    above_headings: int = 0
    repeated_headings: int = 0
    done: int = 0
    size: int = 0

    def recognised(self) -> tuple[Sentence, ...]:
        """What is unlike a plain CSV in UTF-8."""
        told = [] if self.kind is None else [self.kind]
        if self.encoding == GUESSED:
            told.append(
                Sentence(
                    "The file is not UTF-8; it was read as {encoding} text, separated by "
                    "{separator}. If letters of its names look wrong, save it as UTF-8.",
                    encoding=self.encoding,
                    separator=_SEPARATORS.get(self.separator, self.separator),
                )
            )
        elif self.encoding != "UTF-8" or self.separator != ",":
            told.append(
                Sentence(
                    "The file is {encoding} text, separated by {separator}.",
                    encoding=self.encoding,
                    separator=_SEPARATORS.get(self.separator, self.separator),
                )
            )
        if self.above_headings:
            told.append(
                Sentence(
                    "{n} row(s) above the headings (was|were) left out.", n=self.above_headings
                )
            )
        if self.repeated_headings:
            told.append(
                Sentence(
                    "{n} row(s) that repeat(s|) the headings (was|were) left out.",
                    n=self.repeated_headings,
                )
            )
        if self.decimal_commas:
            told.append(Sentence("Commas within numbers were read as decimal points."))
        if self.grouped:
            told.append(Sentence("Separators of thousands within numbers were left out."))
        return tuple(told)
