"""Installs and runs what codercfg needs: the virtual environment, the Pulumi CLI, a Kubernetes API server."""
