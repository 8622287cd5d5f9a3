"""Section kinds: one folder a kind, found by walking this package; no section imports another."""
