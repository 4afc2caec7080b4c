"""Comments that let a finding stand, with a reason: `# codercfg: allow AIP003 because …`."""
