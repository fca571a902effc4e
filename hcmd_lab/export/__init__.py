"""Exports the study's data as tables, with a dictionary of every column."""
