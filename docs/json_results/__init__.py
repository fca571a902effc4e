"""The page on what each command's `--json` prints: `python -m docs.json_results` writes it."""
