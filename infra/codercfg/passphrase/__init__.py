"""Pulumi's passphrase secrets provider: opens the ciphertext of a stack file without the Pulumi CLI."""
