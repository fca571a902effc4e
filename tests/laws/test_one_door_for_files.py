"""Every file from outside is read through the bounded reader, and every cell through the guard."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

READING = frozenset({"read_text", "read_bytes", "copytree", "copyfile", "copy", "copy2"})
"""Methods and functions that read a whole file, however large it is."""

FUNCTIONS = frozenset(
    {
        "csv.reader", "csv.DictReader", "csv.writer", "csv.DictWriter", "json.load",
        "msgspec.json.decode", "numpy.load", "np.load", "np.loadtxt", "pickle.load",
        "tarfile.open", "tomllib.load", "tomllib.loads", "torch.load", "zipfile.ZipFile",
        "gzip.open", "bz2.open", "lzma.open", "io.open", "os.open", "open",
    }
)  # fmt: skip
"""Functions that read without a bound, or write cells without the guard."""

MAY = {
    # The door itself, and what stands directly behind it.
    "hcmd_lab/bounded_reader.py": {"os.open", "msgspec.json.decode"},
    "hcmd_lab/files.py": {"open", "tomllib.loads"},  # of drafts; of a text that was read
    "hcmd_lab/drafts.py": {"open", "os.open"},  # of what is written
    "hcmd_lab/storage/file_system.py": {"open"},  # of what is tried and removed
    "ui/log_file.py": {"os.open"},
    "hcmd_lab/delimited.py": {"csv.reader"},  # of lines that were read, with bounds of its own
    "hcmd_lab/bundles/bundle_file.py": {"zipfile.ZipFile"},  # of bytes that were read
    "hcmd_lab/updates/unpacking.py": {"tarfile.open"},  # of an open_bounded file
    "hcmd_lab/storage/importers/workbook_lines.py": {"zipfile.ZipFile"},  # of an open_bounded file
    "hcmd_lab/support/support_file.py": {"open", "zipfile.ZipFile"},  # of what is written
    # Cells go through the guard there.
    "hcmd_lab/storage/tablefile.py": {"csv.writer"},
    "hcmd_lab/hosting/participant_list.py": {"csv.writer"},
    "hcmd_lab/replications/results_table.py": {"csv.writer"},
    # What the system and the program itself provide.
    "hcmd_lab/standard_streams.py": {"os.open"},  # leads nowhere
    "hcmd_lab/computer.py": {"read_text"},
    "hcmd_lab/storage/network_mounts.py": {"read_text"},
    "ui/kiosk/inspection.py": {"read_text"},
    "hcmd_lab/figures/report/html_page.py": {"read_text"},
    "hcmd_lab/learning/fused/compiler.py": {"read_bytes"},
    "hcmd_lab/system_libraries.py": {"read_text"},
    "hcmd_lab/type_faces.py": {"read_bytes"},
    "ui/look/style.py": {"read_text"},
    # Copied with what bounds each file.
    "hcmd_lab/texts/shipped.py": {"copytree"},
    # Databases and checkpoints that were recognised, part by part.
    "hcmd_lab/storage/restoring.py": {"open"},
    # What comes over a pipe from a process of the program.
    "hcmd_lab/training.py": {"msgspec.json.decode"},
    # What was in the study's database.
    "hcmd_lab/storage/codec.py": {"msgspec.json.decode"},
}
"""What a module may call, with the reason why."""

MODULES = sorted(
    str(path.relative_to(ROOT))
    for folder in ("hcmd_lab", "ui")
    for path in (ROOT / folder).rglob("*.py")
)


def _called(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func)
        last = name.rpartition(".")[2]
        if name in FUNCTIONS:
            yield name
        elif isinstance(node.func, ast.Attribute) and last in READING and "copy.copy" not in name:
            if last not in ("copy", "copy2") or name.startswith("shutil."):
                yield last
        elif last == "open" and _is_of_a_path(node):
            yield "open"


def _is_of_a_path(call: ast.Call) -> bool:
    """Whether `x.open(...)` has a mode or an encoding, as files have and dialogs do not."""
    return any(
        isinstance(each, ast.Constant) and str(each.value).strip("rwabt+x") == "" and each.value
        for each in call.args
    ) or any(word.arg in ("encoding", "newline", "mode") for word in call.keywords)


@pytest.mark.parametrize("module", MODULES)
def test_nothing_reads_past_the_door(module: str) -> None:
    found = set(_called(ROOT / module))
    assert found <= MAY.get(module, set()), (
        f"{module} calls {sorted(found - MAY.get(module, set()))}: read files through "
        "hcmd_lab.bounded_reader, and write tables through hcmd_lab.storage.tablefile"
    )


def test_the_exceptions_are_needed() -> None:
    for module, names in MAY.items():
        assert names <= set(_called(ROOT / module)), module
