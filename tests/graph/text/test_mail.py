from email.message import EmailMessage
from pathlib import Path

import pytest

from hiwar.errors import DocumentError
from hiwar.graph.namespaces import HIWAR
from hiwar.graph.reading import read_file
from hiwar.graph.text.extracted import Extracted
from hiwar.graph.text.mail import is_mail, read_mail

SUBJECT = "Kenya hosts the ministerial conference of the Khartoum Process"
BODY = (
    "FOR IMMEDIATE RELEASE\n\n"
    "NAIROBI, 4 May 2021 (Press Office) – Kenya hosted the ministerial conference of\n"
    "the Khartoum Process in Nairobi on 3 May 2021. Ministers of Egypt took part in\n"
    "the conference, and they adopted the Nairobi Declaration on Return and on the\n"
    "Readmission of Migrants.\n\n###\n"
)


def message(body: str = BODY) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Pressekontor Ålesund <press@example.org>"
    mail["To"] = "list@example.org"
    mail["Subject"] = SUBJECT
    mail["Date"] = "Tue, 04 May 2021 10:00:00 +0300"
    mail.set_content(body)
    return mail


def read(data: bytes) -> Extracted:
    return read_mail(data, Path("a.eml"), 200)


def test_headers_are_kept_apart_from_the_words() -> None:
    found = read(bytes(message()))
    assert found.title == SUBJECT
    assert found.published == "2021-05-04"
    assert found.publisher == "Pressekontor Ålesund"
    assert found.text.startswith(f"{SUBJECT}\n\nFOR IMMEDIATE RELEASE\n\nNAIROBI")
    assert "example.org" not in found.text


@pytest.mark.parametrize("name", ["release.eml", "release.txt"])
def test_the_day_of_sending_is_never_the_meetings(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(bytes(message()))
    reading = read_file(path)
    dates = {str(s.object) for s in reading.statements if s.predicate == HIWAR.when}
    assert dates == {"2021-05-03"}
    assert reading.source.published == "2021-05-04"
    hosts = [s for s in reading.statements if s.predicate == HIWAR.hostedBy]
    assert {item.mentioned_as for item in hosts} == {"Kenya"}


def test_headers_that_a_person_typed_are_headers_too() -> None:
    typed = f"From: Press Office\nSubject: {SUBJECT}\nDate: 4 May 2021\n\n{BODY}"
    found = read(typed.encode())
    assert (found.publisher, found.published) == ("Press Office", "2021-05-04")


def test_html_is_read_where_there_is_no_plain_text() -> None:
    mail = message()
    mail.set_content("<p>The states met.</p><p>They agreed.</p>", subtype="html")
    assert read(bytes(mail)).text == f"{SUBJECT}\n\nThe states met.\n\nThey agreed."


def test_what_is_attached_is_named_and_not_read() -> None:
    mail = message()
    mail.add_attachment(
        b"%PDF-", maintype="application", subtype="pdf", filename="x.pdf"
    )
    assert read(bytes(mail)).notes == ("The attachment 'x.pdf' was not read.",)


def test_what_is_quoted_is_not_the_sender_s_own_voice(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(bytes(message(f"See below, please.\n\n> {SUBJECT}.\n")))
    told = [
        s
        for s in read_file(path).statements
        if s.predicate == HIWAR.hostedBy and s.status.is_true
    ]
    assert all(0 in item.sentences for item in told)
    assert "“Kenya hosts" in read(path.read_bytes()).text


def test_a_message_without_text_is_refused() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "a@example.org", "x"
    mail.set_content(b"x", maintype="image", subtype="png")
    with pytest.raises(DocumentError, match=r"a\.eml is an e-mail without text"):
        read(bytes(mail))


def test_a_wrong_character_set_is_refused_and_not_guessed() -> None:
    data = (
        b"From: a@example.org\nSubject: x\nContent-Type: text/plain; charset=utf-8\n"
        b"Content-Transfer-Encoding: 8bit\n\nT\xfcrkiye\n"
    )
    with pytest.raises(DocumentError, match="character set that it declares"):
        read(data)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"From: a\nSubject: b\n\ntext", True),
        (b"Received: x\n y\nFrom: a\r\nSubject:\r\n b\r\n\r\ntext", True),
        (b"Date: 3 May\nPlace: Oslo\n\ntext", False),
        (b"From: a\nSubject: b\nThe text goes on without an empty line", False),
        (b"From Oslo: the talks\n\ntext", False),
        (b"Subject: b\n\ntext", False),
        (b"", False),
    ],
)
def test_a_message_begins_with_sender_and_subject(data: bytes, expected: bool) -> None:
    assert is_mail(data) is expected
