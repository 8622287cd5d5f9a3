"""Home: the first page of a plan year."""
