"""YAML as the Pulumi CLI reads it: plain values that know where they were written."""
