from hiwar.ontology.checks import checks


def test_every_check_holds_and_gives_a_figure() -> None:
    found = {title: (figure, holds) for title, figure, holds in checks()}
    assert [title for title, (_, holds) in found.items() if not holds] == []
    for title in ("labels in three languages", "a definition", "an example"):
        assert found[f"terms with {title}"][0].endswith("100 %")
    assert found["FOOPS! static tests"][0].startswith("17 of 18 passed")
    assert all(any(map(str.isdigit, figure)) for figure, _ in found.values())
