"""The page of a year that leads from the source documents to where their items are carried."""
