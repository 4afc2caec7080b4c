"""From a checked stack to Kubernetes objects as plain values."""
