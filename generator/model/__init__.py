"""The nouns: resolved, immutable, and free of how they were typed or are shown."""
