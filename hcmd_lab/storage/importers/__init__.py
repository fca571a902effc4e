"""Readers of data that were played elsewhere, one file layout a module."""
