"""How fast queries are answered, beside three other servers of the same triples."""
