"""Meetings placed by the whole document: in its process."""

from hiwar.graph.frames.context import Context
from hiwar.graph.model import Basis, Thing

__all__ = ["join_process"]


def join_process(context: Context) -> None:
    """Give the document's own meeting its main process, where a sentence ties them."""
    focus, process = context.book.focus, context.main_process
    if process and context.scribe.only_process():
        _join_levels(context, process)
    if not focus or focus.process or not process or focus.descriptive:
        return
    for item in context.scribe.annotation.sentences:
        tied = [m for m in item.mentions if m.slot == "process" and m.thing == process]
        meetings = [m for m in item.mentions if m.slot == "meeting"]
        if tied and any(context.book.read(m, item.index) is focus for m in meetings):
            focus.process, focus.process_basis = process, Basis.INFERRED
            focus.process_sentences = (item.index, focus.sentence)
            return


def _join_levels(context: Context, process: Thing) -> None:
    """Give meetings of ministers and officials the only process of a document."""
    named = context.scribe.sentence_naming(process)
    for draft in context.book.drafts:
        in_series = draft.kind in ("ministerial", "senior officials")
        if in_series and draft.process is None:
            draft.process, draft.process_basis = process, Basis.INFERRED
            draft.process_sentences = (draft.sentence, named)
