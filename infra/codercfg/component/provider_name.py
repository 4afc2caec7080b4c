"""The name of the dynamic provider; imports no pulumi."""

DYNAMIC = "pulumi-python"
