"""The scenarios of a year beside each other."""
