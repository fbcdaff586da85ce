"""The certificate: the ontology's profiles, its consistency, and what follows from it.

The cases are judged by HermiT and by owlrl here, and by the project's own rules in
`hiwar.graph.entailment_checks`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from hiwar.ontology import APART, ONTOLOGY, load_graph
from hiwar.ontology.cases import Outcome, Verdict, load_cases, load_differences
from hiwar.ontology.closure import judge_with_owlrl
from hiwar.ontology.profile import Certificate, certify

__all__ = ["agreement", "checks"]


def checks() -> Iterator[tuple[str, str, bool]]:
    """Yield what was checked, the figure, and whether it holds.

    The ontology is checked by itself, and once more with the modules that stand apart,
    which must leave what follows as it is.
    """
    cases = load_cases()
    core, whole = certify((load_graph(), cases), (load_graph(*ONTOLOGY, *APART), cases))
    yield from _profiles("the ontology", core, "OWL 2 DL", "OWL 2 RL")
    yield _consistency("the ontology", core)
    yield agreement("HermiT", core.verdicts)
    extended = f"the ontology with {' and '.join(APART)}"
    yield from _profiles(extended, whole, "OWL 2 DL")
    yield _consistency(extended, whole)
    yield agreement("HermiT", whole.verdicts, f", with {' and '.join(APART)} too")
    yield agreement("owlrl", judge_with_owlrl(cases))


def agreement(
    reasoner: str, verdicts: Iterable[Verdict], manner: str = ""
) -> tuple[str, str, bool]:
    """Return a check that a reasoner finds what must come of each case.

    It holds neither where the reasoner differs in a case that is not listed for it, nor
    where it is listed and does not differ.

    Args:
        reasoner: Its name in ``differences.toml``.
        verdicts: What it finds.
        manner: What the check's title adds.
    """
    judged = list(verdicts)
    listed = {item.case for item in load_differences() if item.reasoner == reasoner}
    differing = {verdict.case.path for verdict in judged if not verdict.holds}
    counts = Counter(verdict.case.outcome for verdict in judged if verdict.holds)
    figures = [f"{counts[outcome]} {outcome}" for outcome in Outcome]
    figures.append(f"{len(differing & listed)} differences listed")
    wrong = sorted(differing ^ listed)
    if wrong:
        figures.append(f"not as listed: {', '.join(wrong)}")
    title = f"{reasoner} finds what must come of the cases{manner}"
    return title, ", ".join(figures), not wrong


def _profiles(
    what: str, certificate: Certificate, *names: str
) -> Iterator[tuple[str, str, bool]]:
    for name in names:
        violations = certificate.profiles[name]
        figure = f"{len(violations)} violations, by the OWL API"
        if violations:
            figure += f": {'; '.join(violations[:3])}"
        yield f"{what} is in {name}", figure, not violations


def _consistency(what: str, certificate: Certificate) -> tuple[str, str, bool]:
    empty = certificate.unsatisfiable
    figure = f"by HermiT, {len(empty)} classes that can have no members"
    if not certificate.consistent:
        figure = "HermiT finds a contradiction"
    elif empty:
        figure += f": {', '.join(empty)}"
    return f"{what} is consistent", figure, certificate.consistent and not empty
