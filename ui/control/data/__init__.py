"""The study's data: pictures, tables, files out and in."""
