"""Thawline: a generator of searchable, sourced chronologies."""
