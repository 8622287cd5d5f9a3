"""The organisation: units, roles, who reports to whom, headcounts."""
