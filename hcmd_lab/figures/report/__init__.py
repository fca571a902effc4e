"""The report of a study: its pictures, and the page or PDF that explains them."""
