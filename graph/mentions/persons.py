"""Persons and the posts they hold: "the Minister of X of Y, Given SURNAME".

A person is found by a title before the name, by a post beside it, or by having
been named so before. A post belongs to a person only where the text ties them.
"""

from dataclasses import replace

from hiwar.graph.mentions.bridges import (
    DASHES,
    behind_government,
    is_bridged,
    is_joined,
)
from hiwar.graph.mentions.known import Person, is_surname
from hiwar.graph.mentions.lexicon import Token, lexicon_of
from hiwar.graph.mentions.mention import Mention, fold
from hiwar.graph.mentions.peers import (
    affiliated_at,
    bracketed_at,
    counterpart_at,
    counterparts_at,
    has_counterpart,
    several_at,
)
from hiwar.graph.mentions.personal import (
    behind_article,
    is_rank,
    name_at,
    skip_honorifics,
    skip_suffixes,
)
from hiwar.graph.mentions.posts import Post, parse_post, state_of
from hiwar.graph.mentions.reader import ACTORS, Reader, body_after, mention_person
from hiwar.graph.mentions.render import Rendered
from hiwar.graph.mentions.tokens import tokens_of
from hiwar.graph.rules import Rules

__all__ = ["find_persons"]


_REACH = 12
_BESIDE = (",", *DASHES)
"""What may stand between a name and the post behind it."""


def find_persons(
    rendered: Rendered, view_text: str, rules: Rules, known: dict[str, Person]
) -> list[Mention]:
    """Return the persons whom a sentence names, and learn who they are.

    ``known`` has the persons of the document so far, by folded full name.
    """
    reader = Reader(tokens_of(rendered, rules), view_text, rules, known)
    found: list[Mention] = []
    index = 0
    words, all_words = lexicon_of(rules), "name_word" in rules.words
    while index < len(reader.tokens):
        token = reader.tokens[index]
        known_start = token.low.rstrip(".") in words.starts
        known_start |= token.text.endswith(("-", *words.head_ends))
        if not (token.slot or token.is_capital or known_start or all_words):
            index += 1
            continue
        several = several_at(reader, index) or bracketed_at(reader, index)
        several = several or counterparts_at(reader, index, found)
        if several:
            found += [mention for mention, _ in several]
            index = several[-1][1]
            continue
        beside = found[-1] if found else _person_behind(reader, index)
        item = counterpart_at(reader, index, beside) or _person_at(reader, index)
        if item is None and affiliated_at(reader, index, found):
            length = len(name_at(reader.tokens, index, rules, titled=False))
            item = mention_person(reader, index, index, length, index + length, None)
        if item is None:
            index += 1
            continue
        mention, index = item
        found.append(mention)
    return found


def _person_behind(reader: Reader, index: int) -> Mention | None:
    """Return the person behind "with her Malian counterpart X," who has the post."""
    if not has_counterpart(reader, index):
        return None
    for at in range(index + 2, min(index + _REACH, len(reader.tokens))):
        comma = reader.word(at) == ","
        item = _person_at(reader, at + 1) if comma else None
        if item and item[0].details.get("post"):
            return item[0]
        if not (comma or reader.tokens[at].is_capital):
            break
    return None


def _person_at(reader: Reader, index: int) -> tuple[Mention, int] | None:
    """Return the person whose phrase begins at a token, and the token after it."""
    tokens, rules = reader.tokens, reader.rules
    post, at = parse_post(tokens, index, rules, reader.text)
    bridges = not rules.words.get("post_juxtaposes")
    at = behind_government(reader, at) if post else at
    comma = bool(post) and is_bridged(reader, index, at)
    at = behind_article(tokens, at + 1, rules) if comma else at
    titled_from = at
    at = skip_honorifics(tokens, at, rules)
    if comma and at == titled_from and is_rank(tokens, at, rules):
        at = skip_honorifics(tokens, at + 1, rules)
    titled = at > titled_from
    if comma and reader.word(at) in rules.list_words("post_heads"):
        at, titled = at + 1, True
    elif comma and post and post.body:
        nearer, end = parse_post(tokens, at, rules, reader.text)
        if nearer and nearer.body is None:
            post, at, comma = replace(nearer, body=post.body), end, False
    if titled and post is None:
        post, at = parse_post(tokens, at, rules, reader.text)
        at = skip_honorifics(tokens, at, rules)
    if post and post.kind in rules.list_words("contacts"):
        return None
    name = name_at(tokens, at, rules, titled=titled or bool(post))
    if post is None and not titled:
        return _untitled_at(reader, index, name)
    if not name or (post and not titled and not _may_bear(name, post, comma)):
        return None
    after = skip_suffixes(tokens, at + len(name), rules)
    if post is None:
        joined = is_joined(reader, index)
        post, after = (None, after) if joined else _post_after(reader, after)
    elif post.body is None:
        post, after = _completed(reader, post, after, bridges=bridges)
    return mention_person(reader, index, at, len(name), after, post)


def _completed(
    reader: Reader, post: Post, after: int, *, bridges: bool
) -> tuple[Post, int]:
    """Return a post with what stands behind the name: whose it is, or a fuller one."""
    post, after = body_after(reader, post, after)
    apposed = reader.word(after) in _BESIDE or not bridges
    is_bare = post.text.lower() == post.kind
    if is_bare and apposed and not _is_next_in_list(reader, after):
        fuller, end = _post_after(reader, after)
        if fuller and " " in fuller.text:
            return fuller, end
    return post, after


def _is_next_in_list(reader: Reader, at: int) -> bool:
    """Whether the post behind a comma is the next one's: "Secretary A, Minister B"."""
    if reader.word(at) != ",":
        return False
    post, end = parse_post(reader.tokens, at + 1, reader.rules, reader.text)
    end = skip_honorifics(reader.tokens, end, reader.rules)
    name = name_at(reader.tokens, end, reader.rules, titled=True) if post else []
    return len(name) > 1


def _may_bear(name: list[Token], post: Post, comma: bool) -> bool:
    """Whether a name without title may follow a post: a single word only a bare one.

    "Minister Sample" is a person, "Director of the Border Force" is none.
    """
    return len(name) > 1 or (not comma and post.text.lower().endswith(post.kind))


def _untitled_at(
    reader: Reader, index: int, name: list[Token]
) -> tuple[Mention, int] | None:
    """Return a person named without title: known already, or with a post behind."""
    if "name_word" in reader.rules.words:
        return _known_at(reader, index, name) or _acting_at(reader, index, name)
    before = reader.tokens[index - 1] if index else None
    if not name or (before and before.is_name_part(reader.rules)):
        return None
    if is_surname(" ".join(token.text for token in name), reader.known):
        return mention_person(reader, index, index, len(name), index + len(name), None)
    if len(name) < 2:
        return None
    after = skip_suffixes(reader.tokens, index + len(name), reader.rules)
    full = fold(" ".join(token.text for token in name))
    post, end = _post_after(reader, after)
    if full in reader.known or post:
        return mention_person(reader, index, index, len(name), end, post)
    return None


def _known_at(
    reader: Reader, index: int, name: list[Token]
) -> tuple[Mention, int] | None:
    """Return a known person where no capital letter tells a name from other words."""
    for length in range(len(name), 1, -1):
        full = fold(" ".join(token.text for token in name[:length]))
        if full in reader.known:
            return mention_person(reader, index, index, length, index + length, None)
    return None


def _acting_at(
    reader: Reader, index: int, name: list[Token]
) -> tuple[Mention, int] | None:
    """Return a person between a verb and a post: "received Ana Sample, Minister of X".

    For a script without capitals: elsewhere any two words might be a name.
    """
    before = reader.tokens[index - 1].text if index else ""
    if not 2 <= len(name) <= 4 or before not in reader.rules.word_set("before_names"):
        return None
    behind = index + len(name)
    post, end = _post_after(reader, behind)
    if post is None or (post.body is None and " " not in post.text):
        return None
    if before == "," and (post.body is None or reader.word(behind) != ","):
        return None
    return mention_person(reader, index, index, len(name), end, post)


def _post_after(reader: Reader, index: int) -> tuple[Post | None, int]:
    """Return the post that stands behind a name: ", Minister of X", "as Envoy"."""
    tokens, rules = reader.tokens, reader.rules
    at, home = _bracketed_home(reader, index)
    if reader.word(at) in (",", "(", "-", "–", "—"):
        at += 1
        while reader.word(at).lower() in rules.list_words("articles"):
            at += 1
        for start in dict.fromkeys((at, skip_honorifics(tokens, at, rules))):
            post, end = parse_post(tokens, start, rules, reader.text, named=True)
            if post and not _is_of_another(reader, post, end):
                own = (
                    home if post.kind in rules.list_words("government_heads") else None
                )
                return replace(post, body=post.body or own), end
    post, end = parse_post(tokens, index, rules, reader.text, named=True)
    if post and not tokens[index].slot:
        return post, end
    return _appointed(reader, index)


def _bracketed_home(reader: Reader, at: int) -> tuple[int, Mention | None]:
    """Return the comma behind the state that stands in brackets behind a name."""
    marks = [reader.word(place) for place in (at, at + 2, at + 3)]
    if marks == ["(", ")", ","] and reader.tokens[at + 1].slot == "state":
        return at + 3, reader.tokens[at + 1].mention
    return at, None


def _is_of_another(reader: Reader, post: Post, end: int) -> bool:
    """Whether a bare post stands before another name: "Jan Sample, Ambassador X"."""
    if not post.text.lower().endswith(post.kind):
        return False
    is_title = skip_honorifics(reader.tokens, end - 1, reader.rules) == end
    name = name_at(reader.tokens, end, reader.rules, titled=False)
    return len(name) > 1 - is_title


def _appointed(reader: Reader, at: int) -> tuple[Post | None, int]:
    """Return the post behind "as" or "to the position of", and whose it is.

    Between may stand the state that a person is from, which the post is not for,
    or, between commas, the body that the person is of.
    """
    tokens, rules, index = reader.tokens, reader.rules, at
    body = None
    if reader.word(at) == "(" and reader.word(at + 2) == ")":
        at += 3
    elif reader.word(at) == "," and reader.word(at + 2) == ",":
        body = tokens[at + 1].mention if tokens[at + 1].slot in ACTORS else None
        at += 3 if body else 0
    for phrase in rules.list_words("post_links"):
        words = phrase.split()
        if [token.text for token in tokens[at : at + len(words)]] == words:
            start = at + len(words)
            post, end = parse_post(tokens, start, rules, reader.text, named=True)
            if post:
                return replace(post, body=post.body or state_of(body)), end
    return None, index
