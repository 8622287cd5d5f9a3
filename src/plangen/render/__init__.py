"""Renderers: each turns views into one format. They are siblings and never import one another."""
