"""A plan as one document: its finished pages bound together, with cover, contents and numbered headings."""
