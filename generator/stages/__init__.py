"""The steps of a build, in the order that pipeline.py names."""
