"""The readable report of a study: its pictures and one page that explains them."""
