"""How well questions find their passages: own questions with keys, over made-up reports and the policy library."""
