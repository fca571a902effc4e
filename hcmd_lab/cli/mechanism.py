"""`hcmd-lab mechanism`: the library of mechanisms that a study can compare."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from hcmd_lab.cli.changes import tell_changes
from hcmd_lab.cli.output import (
    GameSetOption,
    JsonOption,
    StudyArgument,
    parse_changes,
    print_json,
    tell,
)
from hcmd_lab.errors import UsageError
from hcmd_lab.export.mechanism_tables import write_mechanism
from hcmd_lab.game.frozen import freeze
from hcmd_lab.game.mechanisms import LIBERAL_EGALITARIAN
from hcmd_lab.storage.store import Store
from hcmd_lab.study import adding
from hcmd_lab.study.library import LibraryEntry, library
from hcmd_lab.study.presets import game_from
from hcmd_lab.study.study import Study
from hcmd_lab.telling.library import kind_in_words, source_in_words
from hcmd_lab.telling.mechanism_names import pretty_name
from hcmd_lab.telling.numbers import number
from hcmd_lab.telling.times import when
from hcmd_lab.telling.translate import translate

app = typer.Typer(help="Mechanisms that a study can compare by vote.", no_args_is_help=True)

NameOption = Annotated[
    str, typer.Option("--name", help="Its name in the study; by default it says what it is.")
]
OfOption = Annotated[
    str | None, typer.Option("--of", help="Name of the mechanism; by default the newest.")
]


@app.command("list")
def show_library(study: StudyArgument, as_json: JsonOption = False) -> None:
    """List the mechanisms of a study, with their origin."""
    with Store.read(study) as store:
        entries = library(Study(store))
        tell_changes(store)
    if as_json:
        print_json([entry_as_data(entry) for entry in entries])
        return
    table = Table(title="Mechanisms")
    table.add_column("Name", no_wrap=True)
    for heading in ("Kind", "Origin", "Added"):
        table.add_column(heading)
    for entry in entries:
        by = f" ({entry.added_by})" if entry.added_by else ""
        table.add_row(
            entry.name,
            translate(kind_in_words(entry.kind)),
            source_in_words(entry),
            f"{when(entry.added_utc)}{by}",
        )
    tell(table)


@app.command("family")
def add_family(
    study: StudyArgument,
    own_weight: Annotated[
        float, typer.Option(help="Weight of a seat's own contribution: 1 is all, 0 none.")
    ],
    relative_weight: Annotated[
        float, typer.Option(help="Weight of the relative form: 1 is all, 0 none.")
    ],
    name: NameOption = "",
) -> None:
    """Add a member of the family of closed forms."""
    with Store.open(study) as store:
        _tell(adding.add_family_member(Study(store), own_weight, relative_weight, name))


@app.command("rule")
def add_rule(study: StudyArgument, of: OfOption = None, name: NameOption = "") -> None:
    """Add the readable rule of a mechanism, frozen as a table."""
    with Store.open(study) as store:
        _tell(adding.add_rule(Study(store), of, name))


@app.command("import")
def import_file(
    study: StudyArgument,
    file: Annotated[Path, typer.Argument(help="A CSV table, as `template` writes it.")],
    name: NameOption = "",
) -> None:
    """Add a mechanism from a CSV table; what is missing follows from the symmetry of the tails."""
    with Store.open(study) as store:
        _tell(adding.add_file(Study(store), file, name))


@app.command("take")
def take(
    study: StudyArgument,
    source: Annotated[Path, typer.Argument(help="Another study's folder, or a bundle.")],
    of: OfOption = None,
    name: NameOption = "",
) -> None:
    """Add a mechanism of another study."""
    with Store.open(study) as store:
        opened = Study(store)
        if source.is_file():
            from hcmd_lab.bundles.taking import add_from_bundle  # noqa: PLC0415 - for bundles alone

            _tell(add_from_bundle(opened, source, of, name))
        else:
            _tell(adding.add_from_study(opened, source, of, name))


@app.command("rename")
def rename(
    study: StudyArgument,
    name: Annotated[str, typer.Argument(help="Name of the mechanism.")],
    new: Annotated[str, typer.Argument(help="The name that it is to have.")],
) -> None:
    """Give a mechanism that nobody uses another name."""
    with Store.open(study) as store:
        _tell(adding.rename(Study(store), name, new))


@app.command("remove")
def remove(
    study: StudyArgument, name: Annotated[str, typer.Argument(help="Name of the mechanism.")]
) -> None:
    """Take a mechanism that nobody uses out of the library."""
    with Store.open(study) as store:
        adding.remove(Study(store), name)
    tell(f"{name} was removed.")


@app.command("export")
def export(
    study: StudyArgument,
    name: Annotated[str, typer.Argument(help="Name of the mechanism.")],
    file: Annotated[Path, typer.Argument(help="The CSV table to write.")],
) -> None:
    """Write a mechanism as a CSV table, which `import` reads again.

    An earlier file stays as it is: somebody may have changed it.
    """
    _require_new(file)
    with Store.read(study) as store:
        rows = write_mechanism(file, Study(store).mechanisms.table(name))
    tell(f"{number(rows)} contribution profiles are in {file}.")


@app.command("template")
def template(
    file: Annotated[Path, typer.Argument(help="The CSV table to write.")],
    study: Annotated[
        Path | None,
        typer.Option(help="A study; by default the paper's game.", show_default=False),
    ] = None,
    like: Annotated[
        str | None,
        typer.Option(help="A mechanism of the study to begin with; by default the newest."),
    ] = None,
    changes: GameSetOption = None,
) -> None:
    """Write a table to be changed by hand: each profile once, whatever the order of the tails.

    An earlier file stays as it is: somebody may have changed it.
    """
    _require_new(file)
    if study is None:
        table = freeze(LIBERAL_EGALITARIAN, game_from(parse_changes(changes)))
    elif changes:
        raise UsageError("A study has its own game; give --set without a study.")
    else:
        with Store.read(study) as store:
            table = Study(store).mechanisms.table(like)
    rows = write_mechanism(file, table, each_once=True)
    tell(
        f"{number(rows)} contribution profiles are in {file}, with the shares of "
        f"{pretty_name(table.name)}. Change the columns share_1 to share_{table.game.seats}; tails "
        "are alike, so a row stands for every order of its tails."
    )


def _require_new(file: Path) -> None:
    """Check that no file is replaced.

    Raises:
        UsageError: There is one.
    """
    if file.exists() or file.is_symlink():
        raise UsageError(
            "{file} is there already, and may have been changed by hand; choose another name, or "
            "delete it first.",
            file=file,
        )


def entry_as_data(entry: LibraryEntry) -> dict[str, object]:
    """A mechanism of the library for JSON."""
    return {
        "name": entry.name,
        "kind": entry.kind.value,
        "sha256": entry.sha256,
        "added_utc": entry.added_utc,
        "added_by": entry.added_by,
        "origin": source_in_words(entry),
        "provenance": dict(entry.provenance),
    }


def _tell(entry: LibraryEntry) -> None:
    tell(f"{entry.name}: {source_in_words(entry)}")
    tell(f"Table {entry.sha256}")
