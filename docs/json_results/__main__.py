"""Writes docs/json.md."""

from docs.json_results.page import PAGE, page

if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
