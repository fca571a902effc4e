"""MODEL, OPTIMIZE, CONVERGENCE and EVALUATE: the only package that imports torch."""
