"""Narratives: Markdown with references, blocks, links and images."""
