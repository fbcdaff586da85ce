"""Proposals: what a language model would add, checked as strictly as our own rules.

Off unless an address is configured. Nothing here touches facts, the store or a build:
what passes every check is kept for review in a graph of its own.
"""

from collections.abc import Callable

from hiwar.graph.frames import state_facts
from hiwar.graph.mentions import annotate
from hiwar.graph.model import Reading, Source
from hiwar.graph.proposals.checks import Checker, Checks
from hiwar.graph.proposals.entities import entities_of
from hiwar.graph.proposals.prompt import Prompt, prompt_for
from hiwar.graph.proposals.proposal import parse_answer
from hiwar.graph.proposals.review import Review, proposed_graph
from hiwar.graph.text.layout import lay_out

__all__ = ["Ask", "Review", "propose", "proposed_graph"]

Ask = Callable[[Prompt], str]
"""Takes a prompt and returns the model's answer, or raises `ProposerError`."""


def propose(source: Source, ask: Ask, model: str) -> Review:
    """Return what a model proposes of a document, each proposal checked.

    Guarantee: what is accepted speaks of things that reading found, in words that
    stand in the sentences it cites, with the status that our own gate gives it.

    Raises:
        ProposerError: If there is no answer, or one that is no list of proposals.
    """
    layout = lay_out(source)
    reading: Reading = state_facts(layout)
    entities = entities_of(reading)
    prompt = prompt_for(reading, entities)
    proposals, malformed = parse_answer(ask(prompt))
    checker = Checker(reading, annotate(layout), entities)
    checks: Checks = checker.check(proposals)
    return Review(
        reading,
        model,
        prompt.sha256,
        checks.statements,
        checks.known,
        (*malformed, *checks.rejections),
    )
