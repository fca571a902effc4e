"""What is in the folder of a packaged program, and what must not be."""

from collections.abc import Iterator
from pathlib import Path

from programs import Program, demand

LAB_MODULES = (
    "torch", "torch_geometric", "numba", "llvmlite", "scipy", "sqlite3", "sqlite_utils",
    "cryptography", "typer", "rich", "pyqtgraph", "numpy", "hcmd_lab.storage", "hcmd_lab.learning",
    "hcmd_lab.cli", "ui.control", "hcmd_lab.figures",
)  # fmt: skip
"""What no station may carry; their parts count as well."""

LAB_FILES = ("torch", "llvmlite", "sqlite", "cryptography", "pyqtgraph", "numpy")
"""Words in the path of no file of a station."""

DOCUMENTS = ("docs/windows.md", "README.md")


def size_mb(program: Program) -> float:
    """What a program takes on disk, in millions of bytes; a link counts as nothing."""
    found = (path for path in files(program.folder) if not path.is_symlink())
    return round(sum(path.stat().st_size for path in found) / 1e6, 1)


def prove_contents(lab: Program, kiosk: Program) -> None:
    """Demand that each program holds what it needs, and the kiosk nothing of the laboratory."""
    for module in modules(kiosk):
        inside = f"{module}.".startswith(tuple(f"{name}." for name in LAB_MODULES))
        demand(not inside, f"In the kiosk: the module {module}.")
    for path in files(kiosk.folder):
        place = path.relative_to(kiosk.folder).as_posix().lower()
        demand(not any(word in place for word in LAB_FILES), f"In the kiosk: the file {place}.")
    for program in (lab, kiosk):
        for name in (
            "family.qss",
            "tick-light.png",
            "hcmd_de.qm",
            "qtbase_de.qm",
            f"{program.file.stem}-256.png",
        ):
            found = [path for path in files(program.folder) if path.name == name]
            demand(len(found) == 1, f"{program.file.name} has {len(found)} of {name}.")
        unfree = [path.name for path in files(program.folder) if "readline" in path.name]
        demand(not unfree, f"{program.file.name} holds {unfree}, which is under the GPL.")
    for name in DOCUMENTS:
        there = (lab.folder / "_internal" / name).is_file()
        demand(there, f"The documentation was left out: {name}.")


def files(folder: Path) -> Iterator[Path]:
    """All files in a folder and below."""
    return (path for path in folder.rglob("*") if path.is_file())


def modules(program: Program) -> Iterator[str]:
    """Names of the modules that are packed into the program itself."""
    from PyInstaller.archive.readers import CArchiveReader  # noqa: PLC0415 - tests do without

    archive = CArchiveReader(str(program.file))
    for name in archive.toc:
        if name.endswith(".pyz"):
            yield from archive.open_embedded_archive(name).toc
