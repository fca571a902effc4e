"""The training panel: what the study learns."""
