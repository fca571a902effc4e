"""The participant's pages, one per file."""
