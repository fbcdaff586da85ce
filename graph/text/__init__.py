"""Text: a file becomes canonical text, blocks and sentences with offsets."""
