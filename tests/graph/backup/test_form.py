"""The list of a backup and its checksums find every damage."""

import subprocess
from pathlib import Path

import pytest

from hiwar.graph.backup import back_up, restore
from hiwar.graph.library import keep_source
from hiwar.graph.release import sha256
from tests.graph.backup.conftest import held, refusal, silent


def test_sha256sum_reads_the_checksums(data: Path, tmp_path: Path) -> None:
    odd = tmp_path / "back\\slash é.txt"
    odd.write_text("Other.")
    keep_source(data, odd, sha256(b"Other."))
    made = back_up(data, tmp_path / "backup", silent)
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"],
        cwd=made.path,
        capture_output=True,
    )
    assert (done.returncode, done.stdout) == (0, b"")
    restore(made.path, tmp_path / "restored", silent)
    assert held(tmp_path / "restored") == held(data)


def test_a_flipped_byte_in_any_file_is_found(data: Path, tmp_path: Path) -> None:
    made = back_up(data, tmp_path / "backup", silent)
    for number, path in enumerate(sorted(made.path.rglob("*"))):
        is_one_of_many = path.suffix in (".gz", ".csv")
        if path.is_dir() or (is_one_of_many and number % 9):
            continue
        whole = path.read_bytes()
        if not whole:
            continue
        place = number * 7919 % len(whole)
        flipped = bytes([whole[place] ^ 1 << number % 8])
        path.write_bytes(whole[:place] + flipped + whole[place + 1 :])
        refusal(lambda: restore(made.path, tmp_path / "restored", silent))
        assert not (tmp_path / "restored").exists()
        path.write_bytes(whole)
    restore(made.path, tmp_path / "restored", silent)


def test_every_byte_of_the_list_and_of_the_checksums_counts(
    data: Path, tmp_path: Path
) -> None:
    made = back_up(data, tmp_path / "backup", silent)
    for path in (made.path / "backup.json", made.path / "SHA256SUMS"):
        whole = path.read_bytes()
        for place in range(0, len(whole), 397):
            path.write_bytes(whole[:place] + b"\x07" + whole[place + 1 :])
            refusal(lambda: restore(made.path, tmp_path / "restored", silent))
        path.write_bytes(whole[: len(whole) // 2])
        refusal(lambda: restore(made.path, tmp_path / "restored", silent))
        path.write_bytes(whole)


def test_a_missing_file_is_named(data: Path, tmp_path: Path) -> None:
    made = back_up(data, tmp_path / "backup", silent)
    for name in [*made.files, "SHA256SUMS", "backup.json"]:
        path = made.path / name
        path.rename(tmp_path / "away")
        said = refusal(lambda: restore(made.path, tmp_path / "restored", silent))
        assert path.name in said
        assert "incomplete" in said
        (tmp_path / "away").rename(path)


def test_what_the_list_does_not_name_is_foreign(data: Path, tmp_path: Path) -> None:
    made = back_up(data, tmp_path / "backup", silent)
    for name in ("releases/2026-11-21.9/manifest.json", "sources/x", "notes.txt"):
        path = made.path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("{}")
        said = refusal(lambda: restore(made.path, tmp_path / "restored", silent))
        assert name in said
        path.unlink()
    current = made.path / "current"
    current.rename(tmp_path / "current")
    current.symlink_to(tmp_path / "current")
    assert "current" in refusal(lambda: restore(made.path, tmp_path / "r", silent))


def test_a_list_cannot_lead_out_of_the_folder(data: Path, tmp_path: Path) -> None:
    made = back_up(data, tmp_path / "backup", silent)
    outside = tmp_path / "outside"
    outside.write_text("mine")
    for name in ("../outside", str(outside)):
        files = {name: made.files["current"], **made.files}
        forged = type(made)(made.path, made.version, files)
        (made.path / "backup.json").write_text(forged.list_text())
        (made.path / "SHA256SUMS").write_bytes(forged.sums())
        assert "incomplete" in refusal(lambda: restore(made.path, data / "r", silent))
    assert outside.read_text() == "mine"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "damaged"),
        ("[]", "damaged"),
        ('{"hiwar-backup": 1}', "damaged"),
        ('{"hiwar-backup": 1, "current": "", "files": {"a": {}}}', "damaged"),
        ('{"hiwar-backup": 2, "all": "is other"}', "form 2"),
        ('{"other": "program"}', "damaged"),
    ],
)
def test_a_folder_of_others_is_no_backup(tmp_path: Path, text: str, part: str) -> None:
    target = tmp_path / "data"
    assert "no backup" in refusal(lambda: restore(tmp_path / "no", target, silent))
    other = tmp_path / "other"
    other.mkdir()
    assert "no backup" in refusal(lambda: restore(other, target, silent))
    (other / "backup.json").write_text(text)
    assert part in refusal(lambda: restore(other, target, silent))
    assert not target.exists()
