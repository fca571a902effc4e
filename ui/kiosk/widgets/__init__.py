"""Widgets of the participant's pages."""
