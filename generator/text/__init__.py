"""Readers of small languages: YAML front matter, Markdown with citations, dates."""
