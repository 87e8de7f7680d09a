"""How do I say it, and can I prove it? Tools, engines, figure guard, answers, drafts, training, exports."""
