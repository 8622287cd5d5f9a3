"""The training: courses with their audience, trainer, time and cost."""
