"""What comes of a relation: its verdict, the slip behind it, who is held wrong, and whether all can hold together."""
