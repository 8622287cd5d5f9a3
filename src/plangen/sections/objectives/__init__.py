"""Objectives: targets with their breakdown by channel, period, person and region."""
