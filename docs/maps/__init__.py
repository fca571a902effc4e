"""The maps of docs/architecture.md, made from the code: `python -m docs.maps`."""
