"""Sealing: closing a plan year as it is published, and amending it where everybody can see that."""
