"""Texts and pictures that the programs load."""
