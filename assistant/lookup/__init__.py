"""Finding in one review what an answer needs: statements of a figure, computations, sentences, findings, rows of scores."""
