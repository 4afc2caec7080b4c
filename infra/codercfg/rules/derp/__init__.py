"""Rules about relays (DERP) and STUN."""
