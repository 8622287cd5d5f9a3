"""Phases: stretches of the plan period with tasks, goals and milestones; days, free days and order are checked."""
