"""How the world asks: one request becomes one call of hiwar.graph."""
