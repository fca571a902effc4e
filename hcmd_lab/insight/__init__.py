"""Analyses of a mechanism from its table and from played groups."""
