"""How a terminal is written on: lines of 79 columns, and a long text without its middle."""

import re

WIDTH = 79
_SIGN = re.compile(r"((?<!\S)(?:§|\(?p\.)) (?=[\d(-])")


def ended(words: str) -> str:
    """Words with the point that ends them: "Bramble Milling, Inc." has it."""
    return words if words.endswith(".") else f"{words}."


def folded(words: str, lead: str = "", rest: str | None = None) -> list[str]:
    """Words as lines; `lead` stands before the first of them and `rest`, if it is another, before the others.

    A sign that means nothing without its number, `§` or `p.`, stands on the line of the number.
    """
    lines, line, margin = [], "", lead
    for word in _SIGN.sub("\\1\x00", " ".join(words.split())).split(" "):
        if line and len(margin) + len(line) + len(word) >= WIDTH:
            lines.append(margin + line)
            line, margin = "", lead if rest is None else rest
        line = f"{line} {word}" if line else word
    return [one.replace("\x00", " ") for one in ([*lines, margin + line] if line else lines)]


def short(words: str, longest: int, keep: str = "") -> str:
    """Words on one line; of more than `longest` characters the beginning and the end, in whole words.

    Where that leaves out the words to keep, these stand for the end, with as many of those behind them.
    """
    words, keep = " ".join(words.split()), " ".join(keep.split())
    if len(words) <= longest:
        return words
    begun, ended = words[: longest * 7 // 10], words[-(longest // 4) :]
    shown = f"{begun.rpartition(' ')[0] or begun} … {ended.partition(' ')[2] or ended}"
    if keep in shown or (at := words.find(keep)) < 0:
        return shown
    begun, kept = words[: longest // 2], words[at : at + max(len(keep), longest // 2)]
    last = "" if at + len(kept) >= len(words) else " …"
    kept = kept.rpartition(" ")[0] if last and len(kept) > len(keep) else kept
    return f"{words[:at]}{kept}{last}" if at <= len(begun) else f"{begun.rpartition(' ')[0] or begun} … {kept}{last}"
