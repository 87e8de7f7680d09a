"""Drafting 存在的问题及原因分析 and 下一步改进措施 from a review: words around figures that stand elsewhere."""
