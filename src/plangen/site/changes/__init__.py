"""Pages of changes since last year: of the handbook, of each plan, and the cards of those who are touched."""
