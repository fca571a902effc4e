"""The text of a PDF, as somebody copies it from there."""

import shutil
import subprocess
from pathlib import Path

import pytest


def text_of(path: Path) -> str:
    """The text, in lines as on the page; the test is skipped where pdftotext is not installed."""
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext is not installed")
    return subprocess.run(
        [tool, "-layout", path, "-"], check=True, capture_output=True, text=True
    ).stdout
