"""Rules about keys that encrypt stored tokens."""
