"""How every view writes a place: in the agreement by its words, in an instrument as a citation."""


def where(path: str) -> str:
    """A place in the agreement in words: "Section 6.01(a)", "Section 1.01, “Lien”", "Exhibit A, 4"."""
    path = path.strip()
    if path in ("", "*"):
        return "The whole agreement"
    if "#" in path:
        section, term = path.split("#", 1)
        end = _clauses_start(term)
        term, rest = term[:end], term[end:]
        return f"{where(section)}, “{term}”{rest}" if section else f"“{term}”{rest}"
    if "~" in path:
        section, piece = path.split("~", 1)
        return f"{where(section)}, {piece}" if section else piece.capitalize()
    if "/" in path:
        part, rest = path.split("/", 1)
        inner = "at the end" if rest == "end" else where(rest) if rest[:1].isdigit() and "." in rest else rest
        return f"{where(part)}, {inner}"
    return f"Section {path}" if path[:1].isdigit() else path


def at(path: str | None) -> str:
    """A place in an instrument, as a citation has it: "§ 1.1(a)"."""
    if not path:
        return ""
    return f"§\u00a0{path}" if path[0].isdigit() and "#" not in path and "~" not in path else where(path)


def place(path: str | None, page: int | None) -> str:
    """A place and its page: "§ 1.1(a), p. 2"."""
    return ", ".join(part for part in (at(path), f"p.\u00a0{page}" if page else "") if part)


def _clauses_start(term: str) -> int:
    """Where the clauses at the end of a definition's path begin: "Lien(a)(ii)"."""
    end = len(term)
    while end and term[end - 1] == ")":
        start = term.rfind("(", max(0, end - 7), end)
        if start <= 0 or not term[start + 1 : end - 1].isalnum():
            break
        end = start
    return end
