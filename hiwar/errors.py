"""The one family of errors, for the command line and for HTTP.

HiwarError
├── SettingError           a setting has a value that it cannot have
├── DocumentError          a document cannot be read
├── EvaluationError        gold records that cannot be used, or of no document
├── ProposerError          the configured language model gives no usable answer
├── GateError              a document, or the graph, fails a shape or contradicts
├── LedgerError            the ledger of names cannot be used
├── ReleaseError           there is no such release, or it is damaged
├── BackupError            a backup cannot be made, or is damaged or none
├── FormatError            no such format, or not for this kind of answer
├── QueryError             a query is malformed, too large or of a kind not served
│   ├── QueryTimeoutError      it ran into its deadline
│   ├── QueryFailedError       it ended the process that ran it
│   └── QueryStoppedError      its asker had it stopped
├── BusyError              every worker is taken and the queue is full
│   └── BudgetError            a client has asked for more than its share
├── NotFoundError          nothing has that name
├── GoneError              something had that name once, and no longer
├── NotAcceptableError     no representation that the client accepts
├── MethodError            the resource does not do that
├── MediaTypeError         the body is of a type that is not read here
├── TooLargeError          a body, a query or an answer is too large
├── RequestError           a request is no proper HTTP, or never arrives whole
├── IncompleteAnswerError  an endpoint that is asked gave no answer, or a part
├── InternalError          something that nobody foresaw
└── PortError              the server cannot listen there

A message says what was found, where, what was expected and how to mend it.
The command line prints it in one line with its address in ``docs/errors.md``;
HTTP answers RFC 9457 problem documents with the same slug.
"""

from typing import Any, ClassVar

__all__ = [
    "BackupError",
    "BudgetError",
    "BusyError",
    "DocumentError",
    "EvaluationError",
    "FormatError",
    "GateError",
    "GoneError",
    "HiwarError",
    "IncompleteAnswerError",
    "InternalError",
    "LedgerError",
    "MediaTypeError",
    "MethodError",
    "NotAcceptableError",
    "NotFoundError",
    "PortError",
    "ProposerError",
    "QueryError",
    "QueryFailedError",
    "QueryStoppedError",
    "QueryTimeoutError",
    "ReleaseError",
    "RequestError",
    "SettingError",
    "TooLargeError",
]


class HiwarError(Exception):
    """Something that a person can mend.

    Attributes:
        slug: The heading of ``docs/errors.md`` that helps.
        title: What kind of thing went wrong, the same for every instance.
        status: The HTTP status that says the same.
    """

    slug: ClassVar[str]
    title: ClassVar[str]
    status: ClassVar[int]

    def __init__(self, detail: str, **extra: Any) -> None:
        super().__init__(detail)
        self.detail = detail
        self.extra = extra

    def problem(self) -> dict[str, Any]:
        """Return the members of an RFC 9457 problem document.

        >>> NotFoundError("No state has the code 'XXX'.").problem()["status"]
        404
        """
        return {
            "type": f"https://w3id.org/hiwar/errors#{self.slug}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            **self.extra,
        }


class SettingError(HiwarError):
    """A setting has a value that it cannot have."""

    slug, title, status = "setting", "Unusable setting", 500


class DocumentError(HiwarError):
    """A document cannot be read."""

    slug, title, status = "document", "Unreadable document", 422


class EvaluationError(HiwarError):
    """Gold records that cannot be used, or that belong to no document."""

    slug, title, status = "evaluation", "Nothing to evaluate with", 422


class ProposerError(HiwarError):
    """The configured language model gives no usable answer."""

    slug, title, status = "proposer", "No usable proposals", 502


class GateError(HiwarError):
    """What was to be stored does not conform, so nothing was stored."""

    slug, title, status = "gate", "Refused at the gate", 422


class LedgerError(HiwarError):
    """The ledger of names cannot be used."""

    slug, title, status = "ledger", "Unusable ledger", 500


class ReleaseError(HiwarError):
    """There is no such release, or it is damaged."""

    slug, title, status = "release", "No usable release", 503


class BackupError(HiwarError):
    """A backup cannot be made, is damaged, incomplete or none, or has no place."""

    slug, title, status = "backup", "Unusable backup", 500


class FormatError(HiwarError):
    """There is no such format, or it cannot hold this kind of answer."""

    slug, title, status = "format", "Unusable format", 406


class QueryError(HiwarError):
    """A query is malformed, too large, or of a kind that is not served."""

    slug, title, status = "query", "Query refused", 400


class QueryTimeoutError(QueryError):
    """A query ran into its deadline and was stopped."""

    slug, title, status = "query-timeout", "Query stopped at its deadline", 503


class QueryFailedError(QueryError):
    """A query ended the process that ran it, most often for want of memory."""

    slug, title, status = "query-failed", "Query exhausted its process", 503


class QueryStoppedError(QueryError):
    """A query was stopped because its asker wished so."""

    slug, title, status = "query-stopped", "Query stopped", 503


class BusyError(HiwarError):
    """Every worker is taken and the queue is full."""

    slug, title, status = "busy", "Too many queries at once", 503


class BudgetError(BusyError):
    """A client has asked for more than its share; ``retry_after`` says how long."""

    slug, title, status = "budget", "More than one client's share", 429


class NotFoundError(HiwarError):
    """Nothing has that name."""

    slug, title, status = "not-found", "Not found", 404


class GoneError(HiwarError):
    """Something had that name in an earlier release, and has it no longer."""

    slug, title, status = "gone", "Gone", 410


class NotAcceptableError(HiwarError):
    """There is no representation that the client accepts."""

    slug, title, status = "not-acceptable", "Not acceptable", 406


class MethodError(HiwarError):
    """The resource does not do what was asked."""

    slug, title, status = "method", "Method not allowed", 405


class MediaTypeError(HiwarError):
    """The request's body is of a type that is not read here."""

    slug, title, status = "media-type", "Unsupported media type", 415


class TooLargeError(QueryError):
    """A request's body, a query's text or an unsendable answer is too large."""

    slug, title, status = "too-large", "Too large", 413


class RequestError(HiwarError):
    """A request that is no proper HTTP."""

    slug, title, status = "request", "Bad request", 400


class IncompleteAnswerError(HiwarError):
    """An endpoint that was asked gave no answer, or one of which some is missing."""

    slug, title, status = "incomplete-answer", "Incomplete answer", 502


class InternalError(HiwarError):
    """Something that nobody foresaw; the log has the rest."""

    slug, title, status = "internal", "Internal error", 500


class PortError(HiwarError):
    """The server cannot listen at that address."""

    slug, title, status = "port", "Cannot listen", 500
