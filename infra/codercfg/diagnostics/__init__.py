"""What we tell people: findings as values, and their forms on paper."""
