"""Inference for votes: one test, the intervals that belong to it, and its power."""
