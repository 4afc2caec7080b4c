"""What each Coder release has: data generated from option catalogues, and the code that compares releases."""
