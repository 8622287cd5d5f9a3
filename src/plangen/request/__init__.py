"""The review of a request: what a branch changes in the handbook, for those who have to judge it."""
