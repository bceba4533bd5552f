"""All that a template may see: one frozen view a kind of page, and what makes it."""
