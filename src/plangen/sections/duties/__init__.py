"""The duties: what each role does, how often and for whom."""
