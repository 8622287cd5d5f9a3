"""The campaigns: theme, mechanics, window, outlets, cost and cap, and how the effect is measured."""
