"""Rules about settings that the server takes but that look like mistakes."""
