"""What search has to know of each language, one module a language; pure functions over text."""
