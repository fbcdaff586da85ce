"""What is said: documents become statements, a store and releases. It serves none."""
