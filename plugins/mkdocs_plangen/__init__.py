"""plangen in MkDocs: a plugin for existing sites, and a host for `plangen build`."""
