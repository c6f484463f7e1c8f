"""Characters that Word takes from a font of signs (ISO/IEC 29500-1, 17.3.3.30).

In: the name of a font and the code of a character in it.  Out: the character that looks like it.
"""

_GREEK = dict(zip("ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcyw", "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω", strict=True))
_SYMBOL = {
    0x2D: "−", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xA7: "♣", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•",
    0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD7: "⋅", 0xE2: "®", 0xE3: "©", 0xE4: "™", 0xE5: "∑",
}  # fmt: skip
_DINGBATS = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x78: "☒", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "☐",
    0xD8: "➢", 0xE0: "→", 0xE8: "→", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def symbol(font: str | None, code: str | None) -> str:
    """The character of a font whose code is written in hexadecimal figures."""
    try:
        number = int((code or "")[:6], 16)
    except ValueError:
        return _UNKNOWN
    font = (font or "").lower()
    if 0xF000 <= number <= 0xF0FF:
        number -= 0xF000
    if font == "symbol":
        character = chr(number)
        return _SYMBOL.get(number) or _GREEK.get(character) or (character if 0x20 <= number < 0x7F and not character.isalpha() else _UNKNOWN)
    if "dings" in font:
        return _DINGBATS.get(number, _UNKNOWN)
    return chr(number) if number < 0xD800 and chr(number).isprintable() else _UNKNOWN
