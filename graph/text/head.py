"""What the head of an HTML page says of it: title, site, day, language."""

import json
from typing import Any, Final

from lxml import html

from hiwar.graph.text.extracted import Extracted, first_day

__all__ = ["page_details"]

_PUBLISHED: Final = (
    "article:published_time",
    "dcterms.issued",
    "dcterms.date",
    "dc.date.issued",
    "dc.date",
    "citation_publication_date",
    "datepublished",
)


def page_details(root: html.HtmlElement) -> Extracted:
    """Return title, publisher, published, language and url, as far as they are said.

    The name of the site at the end of a title is no part of the title. The day of
    the last change is not that of publication.
    """
    said = _metas(root)
    publisher = said.get("og:site_name", "") or said.get("dcterms.publisher", "")
    days = [first_day(said.get(name, "")) for name in _PUBLISHED]
    days.append(first_day(_linked_data(root)))
    canonical = root.xpath("//link[@rel='canonical']/@href")
    url = str(canonical[0]) if canonical else said.get("og:url", "")
    return Extracted(
        text="",
        title=_title(root.findtext(".//title") or said.get("og:title", ""), said),
        publisher=publisher,
        published=next((day for day in days if day), ""),
        language=_language(root.get("lang") or root.get("xml:lang") or ""),
        url=url if url.startswith(("http://", "https://")) else "",
    )


def _metas(root: html.HtmlElement) -> dict[str, str]:
    """Return the first content of each ``meta`` element, by its name."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = " ".join((meta.get("content") or "").split())
        if content:
            found.setdefault(name.lower(), content)
    return found


def _title(text: str, said: dict[str, str]) -> str:
    """Return a title without the name of its site."""
    title = " ".join(text.split())
    for mark in (" | ", " - ", " – ", " — ", " :: "):
        before, found, site = title.rpartition(mark)
        if found and site == said.get("og:site_name"):
            return before
    return title


def _linked_data(root: html.HtmlElement) -> str:
    """Return the day of publication in the page's JSON-LD."""
    for script in root.xpath("//script[@type='application/ld+json']/text()"):
        try:
            data: Any = json.loads(script)
        except (ValueError, RecursionError):
            continue
        items = data if isinstance(data, list) else [data]
        graph = [item.get("@graph") for item in items if isinstance(item, dict)]
        items = [
            *items,
            *(part for some in graph if isinstance(some, list) for part in some),
        ]
        for item in items:
            day = item.get("datePublished") if isinstance(item, dict) else None
            if isinstance(day, str):
                return day
    return ""


def _language(tag: str) -> str:
    """Return a language tag as BCP 47 writes it, nothing where it is none.

    >>> _language("en_GB"), _language("english language")
    ('en-GB', '')
    """
    main, _, rest = tag.strip().replace("_", "-").partition("-")
    if not (main.isalpha() and main.isascii() and 2 <= len(main) <= 3):
        return ""
    is_rest = all(part.isalnum() and part.isascii() for part in rest.split("-"))
    return f"{main.lower()}-{rest}" if rest and is_rest else main.lower()
