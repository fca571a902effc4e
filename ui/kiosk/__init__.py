"""The participant's station."""
