"""Group A, 勾稽: findings from the relations that do not hold, one a culprit; each kind of relation cites its card."""
