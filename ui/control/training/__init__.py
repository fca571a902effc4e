"""What a researcher watches while the study learns."""
