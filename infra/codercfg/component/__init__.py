"""The Pulumi side: the only package that imports pulumi."""
