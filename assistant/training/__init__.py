"""Training: exercises with planted errors, and their grading. No figure comes from a language model here either."""
