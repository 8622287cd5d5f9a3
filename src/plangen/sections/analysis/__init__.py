"""The analysis: what helps and what hinders, by area, with evidence and what answers it."""
