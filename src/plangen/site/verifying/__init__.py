"""A staged site is looked at before readers see it."""
