"""What an explanation says of a document, and that it says no more than was read."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.graph.briefs import brief_paths
from hiwar.graph.explanation import Explanation, explain, write_lines, write_page
from hiwar.graph.frames.trace import Trace
from hiwar.graph.reading import read_file, read_text

HELD = "Peru hosted the third ministerial conference of the Colombo Process in Lima."
HOSTILE = (
    "</style><script>alert(1)</script><img src=x onerror=alert(2)> "
    'Nepal hosted the "third" ministerial conference of the Colombo Process\' & '
    "\x1b[2J\x9b1m\u202eevil\u2066 &lt;b&gt; <!-- ]]> --> in Lima."
)


def explained(text: str) -> Explanation:
    trace = Trace()
    return explain(read_text(text, "text.txt", trace), trace)


@pytest.mark.parametrize("path", brief_paths(), ids=lambda path: path.stem)
def test_a_traced_reading_is_the_reading(path: Path) -> None:
    trace = Trace()
    assert read_file(path, None, trace) == read_file(path)
    assert trace.attempts


def test_a_rule_is_shown_with_its_frame_its_status_and_its_facts() -> None:
    (sentence,) = explained(HELD).sentences
    (finding,) = [item for item in sentence.findings if item.rule == "host.active"]
    assert (finding.frame, finding.status, finding.cue) == ("host", "reported", "")
    facts = {(f.predicate, f.object) for f in finding.facts if f.is_true}
    assert ("hostedBy", "Peru") in facts


def test_what_decides_a_status_is_shown() -> None:
    (sentence,) = explained(f"It is not true that {HELD}").sentences
    (finding,) = [item for item in sentence.findings if item.rule == "host.active"]
    assert (finding.status, finding.cue) == ("negated", "not")
    assert not any(fact.is_true for fact in finding.facts)


def test_a_refusal_is_shown_with_its_rule_and_its_reason() -> None:
    account = explained(f"{HELD} It is false that ministers agreed to help workers.")
    (rule, reason) = account.sentences[1].all_refusals[0]
    assert rule == "commit.agreed"
    assert "negated" in reason
    shown = write_lines(account)
    assert rule in shown
    assert f"refused: {reason}" in " ".join(shown.split())


def test_a_phrase_leads_back_to_the_sentence_that_names_its_meeting() -> None:
    account = explained(f"{HELD} Fiji took part in the conference. Nepal was present.")
    (named,) = [item for item in account.sentences[1].named if item.slot == "meeting"]
    assert named.first == 0
    assert "third ministerial conference" in named.means
    implied = account.sentences[2].findings[0]
    assert "third ministerial conference" in implied.about
    assert implied.about_first == 0


def test_a_phrase_without_an_antecedent_is_said_to_have_none() -> None:
    (sentence,) = explained("The summit was long, and its end was late.").sentences
    assert [item.is_open for item in sentence.named if item.slot == "meeting"] == [True]


def test_a_list_is_shown_where_its_items_are() -> None:
    account = explained(
        f"{HELD}\n\nAt the conference, ministers committed themselves to:\n\n"
        "- protect workers abroad;\n- lower the cost of remittances.\n"
    )
    found = account.sentences[1].findings
    (lead,) = [item for item in found if item.outcome.startswith("its facts")]
    assert lead.frame == "list_commitments"
    assert lead.outcome == "its facts stand in sentences 3, 4"
    assert {fact.rule for fact in account.sentences[2].facts} >= {lead.rule}


def test_a_sentence_of_which_nothing_is_made_is_one_line() -> None:
    account = explained(f"{HELD} The weather of that day was of no importance to us.")
    assert account.sentences[1].is_quiet
    assert len([x for x in write_lines(account).splitlines() if "weather" in x]) == 1


def test_lines_keep_to_the_width() -> None:
    shown = write_lines(explained(HELD * 5), width=72)
    assert max(map(len, shown.splitlines())) <= 72


class Tags(HTMLParser):
    """Collects the tags of a page and what they bear."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: dict[str, set[str | None]] = {}
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.setdefault(name, set()).add(value)
            if name == "id" and value:
                self.ids.append(value)


def tags_of(page: str) -> Tags:
    tags = Tags()
    tags.feed(page)
    return tags


SAFE = {
    *("html", "head", "meta", "title", "style", "body", "nav", "ol", "li", "a", "main"),
    *("h1", "p", "span", "b", "section", "div", "mark", "code", "i", "q", "ul", "bdi"),
}


def assert_harmless(page: str) -> None:
    tags = tags_of(page)
    assert tags.tags <= SAFE
    assert not {name for name in tags.attributes if name.startswith("on")}
    assert not {"src", "style"} & set(tags.attributes)
    links = tags.attributes.get("href", set())
    assert {str(link).removeprefix("#") for link in links} <= set(tags.ids)
    assert len(tags.ids) == len(set(tags.ids))
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", page)


def test_a_hostile_text_stays_text() -> None:
    account = explained(HOSTILE)
    assert_harmless(write_page([account, explained(HELD)]))
    lines = write_lines(account)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", lines)
    assert "<script>alert(1)</script>" in lines


def test_a_page_needs_no_other_file() -> None:
    page = write_page([explained(HELD)])
    assert "default-src 'none'" in page
    assert not re.search(r"url\(|@import|https?://", page)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*HOSTILE.split(), *HELD.split(), "\n\n", "said:"])))
def test_any_text_is_explained_harmlessly(words: list[str]) -> None:
    account = explained(" ".join(words))
    assert_harmless(write_page([account]))
    assert len(account.sentences) == account.counts["sentences"]


def test_arabic_stands_from_right_to_left() -> None:
    page = write_page([explained("عقد المؤتمر الوزاري في ليما، وشاركت نيبال.")])
    texts = re.findall(r'<p [^>]*class="text"[^>]*>', page)
    assert texts
    assert all('dir="auto"' in text for text in texts)
