"""The same fact stated in several places."""
