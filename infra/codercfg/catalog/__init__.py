"""The options of one release: model leaves joined with the release data."""
