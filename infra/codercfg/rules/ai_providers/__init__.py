"""Rules about AI providers: one complete item, several items, and the older single-provider options."""
