"""What nobody types: corroboration, relations between records, gaps in days."""
