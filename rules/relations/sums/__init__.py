"""Lists and what they add up to in running text: 其中, 分别为, 共, bands, counts."""
