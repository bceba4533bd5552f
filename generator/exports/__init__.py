"""The library as files for machines."""
