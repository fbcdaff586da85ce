"""Words in capitals that look like a name, and are none."""

from hiwar.graph.rules import Rules

__all__ = ["is_label", "is_shouted"]


def is_label(text: str, start: int, end: int, rules: Rules) -> bool:
    """Whether what would be an acronym leads a line as its label: "WHO: ministers"."""
    labelled = text[end:].lstrip().startswith(":") and not text[:start].strip(" -•*–")
    return labelled and text[start:end].lower() in rules.word_set("labels")


def is_shouted(text: str, start: int, end: int, rules: Rules) -> bool:
    """Whether an acronym is but a word in a line of capitals, as in "WHO WE ARE"."""
    if text[start:end] not in rules.list_words("common_acronyms"):
        return False
    before, after = text[:start].rpartition(" ")[0].split()[-1:], text[end:].split()[:1]
    near = [word for word in (*before, *after) if word.isalpha() and len(word) > 1]
    return any(word.isupper() for word in near)
