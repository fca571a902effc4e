"""Found 2026: whatever the system refused, sentences advised to free some space.

A sentence that quotes the system's reason for not writing a file takes its advice from there too.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
ADVISES_SPACE = {
    "hcmd_lab/system_faults.py",
    "hcmd_lab/storage/fault_sentences.py",  # of a disk that it knows to be full
    "ui/control/session/preflight_words.py",  # that space is short is what it tells
}


def sentences() -> Iterator[tuple[str, str]]:
    """Texts of the program, each with its file."""
    for folder in ("hcmd_lab", "ui"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            text = path.read_text("utf-8")
            if "({reason}" not in text and "some space" not in text:  # parsing takes time
                continue
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield path.relative_to(ROOT).as_posix(), " ".join(node.value.split())


def test_what_cannot_be_written_is_put_right_by_the_remedy_for_its_reason() -> None:
    found = [
        (path, text)
        for path, text in sentences()
        if "({reason})" in text and any(each in text for each in ("written", "created", "kept"))
    ]
    assert len(found) > 20
    without = {path for path, text in found if "{remedy}" not in text}
    # A stream is no file; a study's folder has its own table of faults, an identity is also read.
    assert without == {
        "hcmd_lab/cli/output.py",
        "hcmd_lab/hosting/former_identity.py",
        "hcmd_lab/network/lab_identity.py",
        "hcmd_lab/storage/fault_sentences.py",
    }


def test_space_is_asked_for_where_it_is_known_to_lack() -> None:
    asking = {path for path, text in sentences() if "free some space" in text.lower()}
    assert asking == ADVISES_SPACE
