"""The live objects of a cluster, beside those of a stack: what a preview does not see, and what differs."""
