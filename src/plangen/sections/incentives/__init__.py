"""Incentives: what is paid or done under which conditions."""
