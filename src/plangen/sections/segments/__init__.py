"""The segments: tiers and quadrants of customers, how often each is contacted, and the work that this makes."""
