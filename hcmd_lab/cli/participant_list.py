"""`hcmd-lab guests`: participant lists, codes for anonymous labels, and cards with them."""

from pathlib import Path
from typing import Annotated

import typer

from hcmd_lab.cli.label_options import (
    ColumnOption,
    HeadingOption,
    read_with_options,
    table_words,
)
from hcmd_lab.cli.output import tell
from hcmd_lab.cli.paper_language import language_option, writing_in
from hcmd_lab.cli.targets import Written, require_replaceable
from hcmd_lab.errors import UsageError
from hcmd_lab.hosting.participant_list import MAX_LABELS, draw_codes, write_labels
from hcmd_lab.sentence import Sentence
from hcmd_lab.storage.store import Store
from hcmd_lab.telling import counts
from hcmd_lab.telling.known_languages import languages
from hcmd_lab.telling.participant_lists import recognised_words

app = typer.Typer(help="Participant lists of sessions.", no_args_is_help=True)

FileArgument = Annotated[Path, typer.Argument(help="The participant list.", show_default=False)]
CardsOption = Annotated[Path | None, typer.Option(help="Write a PDF with a card for each label.")]
LanguageOption = Annotated[str, language_option("the cards", languages())]


@app.command("codes")
def codes(
    number: Annotated[int, typer.Argument(min=1, max=MAX_LABELS, help="How many.")],
    file: FileArgument,
    cards: CardsOption = None,
    language: LanguageOption = "en",
) -> None:
    """Draw unguessable codes for a session in which nobody gives a name.

    An earlier file stays as it is: its codes may be printed already.
    """
    if file.exists():
        raise UsageError(
            "{file} is there already, and its codes may have been handed out; choose another name, "
            "or delete it first.",
            file=file,
        )
    if cards is not None:
        require_replaceable(cards, Written.PDF)
    drawn = draw_codes(number)
    write_labels(file, drawn)
    if cards is not None:
        _write_cards(cards, drawn, language)
    tell(f"{file} holds {Sentence('{n} code(s)', n=number)}.")
    if cards is not None:
        tell(f"Cards: {cards}")


@app.command("check")
def check(
    file: FileArgument,
    label_column: ColumnOption = "",
    heading: HeadingOption = None,
    study: Annotated[
        Path | None, typer.Option(help="Tell who has taken part in this study before.")
    ] = None,
    cards: CardsOption = None,
    language: LanguageOption = "en",
) -> None:
    """Check a participant list by reading it as a session would."""
    table = read_with_options(file, label_column, heading)
    labels = table.labels()
    before: list[str] = []
    if study is not None:
        with Store.read(study) as store:
            before = [each for each in labels if store.fingerprints.earlier(each)]
    if cards is not None:
        _write_cards(cards, labels, language)
    tell(table_words(table))
    span = f", from {labels[0]} to {labels[-1]}" if len(labels) > 1 else f", {labels[0]}"
    tell(f"{file.name}: {counts.labels(len(labels))}{span}.")
    if study is not None:
        tell(recognised_words(before) or "This study knows none of these labels from before.")
    if cards is not None:
        tell(f"Cards: {cards}")


def _write_cards(path: Path, labels: tuple[str, ...], language: str) -> None:
    require_replaceable(path, Written.PDF)
    # Imported here: other commands draw nothing.
    from hcmd_lab.figures.cards import save_cards  # noqa: PLC0415

    with writing_in(language):
        save_cards(path, labels)
