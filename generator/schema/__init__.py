"""What editors may type: one pydantic model a kind of file; descriptions are for editors."""
