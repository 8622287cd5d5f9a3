"""The policies: rules in groups, with their limits and who may allow exceptions."""
