"""The study's data as tables that any program reads, and what every column of them means."""
