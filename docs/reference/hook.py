"""A hook of MkDocs: adds the pages that are made from the code."""

import re
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from docs.reference.interface import PAGES
from docs.reference.module_page import page_text

_SETTINGS = "settings.md"
_ANCHOR = re.compile(r'<a id="(\w+)"></a>')
_WAY = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{name}</title>
<meta http-equiv="refresh" content="0; url=../settings.html#{name}"></head>
<body><a href="../settings.html#{name}">{name}</a></body></html>
"""
"""Leads to a setting's place. Systems drop what stands behind the `#` of a file's address, so the
program cannot open that place itself."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for each part of the Python interface, and a way to each setting."""
    for page in PAGES:
        name = f"api/{page.name}.md"
        files.append(File.generated(config, name, content=page_text(page)))
    settings = files.get_file_from_path(_SETTINGS)
    if settings is None:
        raise ValueError(f"there is no {_SETTINGS}")
    for name in _ANCHOR.findall(settings.content_string):
        way = _WAY.format(name=escape(name))
        files.append(File.generated(config, f"setting/{name}.html", content=way))
    return files
