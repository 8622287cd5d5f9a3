"""SWOT: strengths, weaknesses, opportunities and threats, what answers them, and what is done about them (TOWS)."""
