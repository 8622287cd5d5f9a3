"""Pages of a year that list what all its plans have."""
