"""Rules about notifications and mail."""
