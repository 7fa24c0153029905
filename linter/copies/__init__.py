"""What stands twice, in one document or in two."""
