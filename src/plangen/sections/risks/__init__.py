"""The risks: what sets them off, what is done then, by whom and how soon, and how grave they are."""
