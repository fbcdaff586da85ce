"""What is said: documents become statements, a store and releases. No HTTP."""
