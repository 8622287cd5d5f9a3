"""The register: tables with the planner's own columns, for whatever has no kind of its own."""
