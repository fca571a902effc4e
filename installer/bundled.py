"""Whose work a packaged program holds: each part with its version, its licence and its text."""

import platform
import re
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from email.message import Message
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path

from contents import files, modules
from programs import Program, demand
from slimming import shared_libraries

OWN = "hcmd-lab"
TEXTS = Path(__file__).parent / "licences"
_TEXT = re.compile(r"(?i)(licen[cs]e|copying|notice|copyright)(?!.*\.(py|pyc|so|pyi|json|html)$)")
_LGPL = ("LGPL-3.0.txt", "GPL-3.0.txt")
"""The first adds permissions to the second: both belong to Qt and to PySide."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something by others that a program holds.

    Attributes:
        name: As its makers call it.
        version: Of what is bundled.
        licence: Its name, as its makers give it.
        purl: Where package tools know it.
        texts: Files with the licence's text.
    """

    name: str
    version: str
    licence: str
    purl: str
    texts: tuple[Path, ...]


def bundled(program: Program) -> list[Part]:
    """Everything by others that a packaged program holds, by name.

    Ends with a sentence if the text of a licence is nowhere to be found.
    """
    parts = [_python(), *(_of(each) for each in _distributions(program)), *_of_the_system(program)]
    for part in parts:
        demand(bool(part.texts), f"There is no text of the licence of {part.name}.")
    return sorted(parts, key=lambda part: part.name.lower())


def _python() -> Part:
    folder = Path(sysconfig.get_path("stdlib"))
    candidates = (folder / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    texts = tuple(path for path in candidates if path.is_file())[:1]
    version = platform.python_version()
    return Part("Python", version, "PSF-2.0", f"pkg:generic/python@{version}", texts)


def _distributions(program: Program) -> list[Distribution]:
    owners = packages_distributions()
    inside = program.folder / "_internal"
    tops = {name.partition(".")[0] for name in modules(program)}
    tops |= {path.relative_to(inside).parts[0].partition(".")[0] for path in files(inside)}
    names = {name.lower() for top in tops for name in owners.get(top, ())} - {OWN}
    return [distribution(name) for name in sorted(names)]


def _of(found: Distribution) -> Part:
    told: Message = found.metadata  # type: ignore[assignment]
    name, version = str(told["Name"]), found.version
    classified = [line.rpartition(" :: ")[2] for line in told.get_all("Classifier") or ()
                  if line.startswith("License")]  # fmt: skip
    short = str(told["License-Expression"] or told["License"] or "").strip()
    licence = short if short and len(short) < 100 else ", ".join(classified)
    texts = [
        Path(str(file.locate()))
        for file in found.files or ()
        if ".dist-info" in file.parts[0] and _TEXT.search(file.name)
    ]
    if not texts and "LGPL-3.0" in licence:
        texts = [TEXTS / text for text in _LGPL]
    if not texts:
        texts = [path for path in (TEXTS / f"{name.lower()}.txt",) if path.is_file()]
    return Part(name, version, licence, f"pkg:pypi/{name.lower()}@{version}", tuple(texts))


def _of_the_system(program: Program) -> list[Part]:
    """Libraries that a Linux system's own packages brought, with what those say about them."""
    dpkg = shutil.which("dpkg-query")
    if dpkg is None:
        return []
    inside = program.folder / "_internal"
    parts: dict[str, Part] = {}
    for library in shared_libraries(inside):
        if library.parent != inside or library.name.startswith("libpython"):
            continue
        owner = subprocess.run(  # noqa: S603
            [dpkg, "--search", f"*/{library.name}"], capture_output=True, text=True, check=False
        ).stdout.partition(":")[0]
        if owner and "\n" not in owner:
            version = subprocess.check_output(  # noqa: S603
                [dpkg, "--show", "--showformat=${Version}", owner], text=True
            )
            text = Path("/usr/share/doc") / owner / "copyright"
            parts[owner] = Part(
                owner, version, "see its text", f"pkg:deb/debian/{owner}@{version}",
                (text,) if text.is_file() else (),
            )  # fmt: skip
    return list(parts.values())
