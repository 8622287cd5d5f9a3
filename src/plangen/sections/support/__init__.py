"""The support: what the plan needs from others, from whom, for how much and until when."""
