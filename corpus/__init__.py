"""What does this document say, and where?

Readers, the document model, the policy library, index and search. Knows nothing of budgets, scores or models.
"""
