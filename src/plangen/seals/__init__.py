"""Seals: what keeps a closed plan year as it was published, and tells whether it still is."""
