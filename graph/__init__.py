"""What is said: documents become statements, a store and releases; no HTTP, no print."""
