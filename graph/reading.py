"""Reading: a file becomes canonical text, blocks and sentences, then statements.

The stages, in the order in which data passes them: `source` (bytes to text, by way of
the readers of formats beside it), `layout` (blocks and sentences); then
`hiwar.graph.mentions` and `hiwar.graph.frames`.
"""

from pathlib import Path

from hiwar.graph.frames import state_facts
from hiwar.graph.frames.trace import Trace
from hiwar.graph.model import Reading
from hiwar.graph.text.layout import lay_out
from hiwar.graph.text.source import load_source, source_from_text
from hiwar.settings import Settings

__all__ = ["read_file", "read_text"]


def read_file(
    path: Path, settings: Settings | None = None, trace: Trace | None = None
) -> Reading:
    """Read one document, alone; fill the trace, if one is given.

    The same bytes and metadata give the same reading, whatever else was read.

    Raises:
        DocumentError: If the file cannot be read as text, HTML, PDF, DOCX, Markdown or
            e-mail.
    """
    source = load_source(path, settings or Settings.from_environment())
    return state_facts(lay_out(source), trace)


def read_text(text: str, name: str = "text", trace: Trace | None = None) -> Reading:
    """Read a text that is at hand as if it were a plain text file.

    >>> reading = read_text("Egypt hosted the meeting of the Khartoum Process.")
    >>> reading.quote(0)
    'Egypt hosted the meeting of the Khartoum Process.'
    """
    return state_facts(lay_out(source_from_text(text, name)), trace)
