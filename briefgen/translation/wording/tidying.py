"""Small mends that need no model: spaces, prepositions, articles, plurals, the first capital, the full stop."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import reduce

from briefgen.model.segment import Constraint, ConstraintKind
from briefgen.terms.english import MONTHS, WEEKDAY_NAMES, with_article
from briefgen.terms.verify import locate_all
from briefgen.translation.wording.compounds import many, single
from briefgen.translation.wording.senses import in_sense

__all__ = ["spaced", "tidy"]

_UNSPACED = re.compile(r"(?<=[a-z]{2})(?=\([A-Z])|(?<=[A-Za-z0-9])(?=\+ [A-Z])|(?<=[A-Za-z]:)(?=[A-Z][a-z])")
_BRACKETED = re.compile(r" ?\([^()]*\)")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?: [ap]\.m\.)?$|\b(?:noon|midnight)$")
_HOUR = re.compile(r"(?<!\d)(\d{2}):(\d{2})(?! ?[ap]\.m\.)")
_QUOTED = re.compile(r'"\s*([^"]*?)\s*"')
_CROSSED = re.compile(r'(?P<open>["“])(?P<words>[^"“”()]*\([^"“”()]*)(?P<close>["”])\)')
"""A quotation mark that closes before the bracket opened within the quotation."""
_BRITISH_UNITS = (("metre", "meter"), ("litre", "liter"), ("tonne", "ton"), ("per cent", "percent"))
_MONTH, _WEEKDAY = "|".join(MONTHS), "|".join(WEEKDAY_NAMES)
_TERM_OF_MONTHS = re.compile(
    rf"(?<!\b[Tt]he )(?<![\w-])(?=(?:{_MONTH}) (?:to|through) (?:{_MONTH}) (?:\d{{4}} )?(?:quarter|period)\b)"
)
"""Before a quarter of a year named by its months, which takes an article in a sentence."""
_COUNTRIES = "Japan|Russia|China|Ukraine|North Korea|South Korea|Australia|India|Iran|Israel|Taiwan|NATO"


def _cased(word: str) -> Callable[[re.Match[str]], str]:
    """Puts the word, with a capital where one stood."""
    return lambda found: word.capitalize() if found[0][0].isupper() else word


_SLIPS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        # a preposition too many before one that a constraint brings: at from 9:00, of around the Senkakus
        (r"\b(?:[Aa]t|[Oo]n|[Ii]n|[Uu]ntil|[Bb]etween|[Dd]uring|to) (?=from )"
         r"|\b(?:of|in|at) (?=around the [A-Z])|(?<=\bof )from (?=(?:[A-Z][a-z]+ )?\d)|\b[Tt]he (?=from \d)"
         r"|\bfor (?=(?:once|twice|\w+ times) an? )|\bof (?=per (?:day|year|month|week|hour|person)\b)"
         r"|\b(?:[Aa]t|[Oo]n|[Ii]n|[Dd]uring) (?=before the end of |every [A-Z]|(?:once|twice) (?:every|a) )"
         r"|\b(?:[Aa]t|[Oo]n|[Ii]n) (?=(?:shortly |just )?(?:before|after) \d|\d+ minutes (?:before|past) \d"
         r"|between \d)", ""),
        # the preposition of a month, a day, a time of day, a year, a season, an article
        # the model's own month before a date that begins with its day: on March 12 March
        (rf"\b[Ii]n (?P<month>{_MONTH}) (?=\d{{1,2}} (?P=month)\b)", _cased("on ")),
        (rf"\b(?P<month>{_MONTH}) (?=\d{{1,2}} (?P=month)\b)", ""),
        (rf"\b(?:[Aa]t|[Ii]n) (?=\d{{1,2}} (?:{_MONTH})\b)", _cased("on ")),
        (rf"\b(?:[Aa]t|[Oo]n) (?=(?:{_MONTH})(?: \d{{4}})?\b(?! \d))", _cased("in ")),
        (rf"\b(?:[Aa]t|[Ii]n) (?=(?:{_WEEKDAY})\b,? |(?:{_MONTH}) \d{{1,2}}(?:,|\.|$| \())", _cased("on ")),
        (r"\b(?:[Oo]n|[Ii]n) (?=(?:(?:around|about|approximately) )?\d{1,2}:\d{2}\b)", _cased("at ")),
        (r"\b(?:[Aa]t|[Oo]n) (?=(?:FY)?(?:19|20)\d{2}(?:[,.;]|$)|(?:the )?(?:spring|summer|autumn|fall|winter) of )",
         _cased("in ")),
        (r"\b[Tt]he in (?=Articles? \d)", _cased("in ")),
        (r"\b(?:[Aa]t|[Ii]n) (?=the (?:next|following) day, )", _cased("on ")),
        # the half of the day behind an hour of twenty-four: 15:35 p.m., 05:50 a.m.
        (r"(?:(?<=\b(?:1[3-9]|2[0-3]):[0-5]\d) ?[ap]|(?<=\b0\d:[0-5]\d) ?a)\.m\.(?=$|[ ,;)])", ""),
        (rf"\b({_WEEKDAY}), (?:the )?(?=\d{{1,2}}(?:st|nd|rd|th)\b)", r"\1 the "),
        # the engine's own plurals and pasts of terms that it is given: supplyed, utilitys, aircrafts
        (r"\b([a-z]{2,}[^\Waeiou_])yed\b", r"\1ied"),
        (r"\b(?!zloty)([a-z]{2,}[^\Waeiouby_])ys\b", r"\1ies"),
        (r"\b(aircraft|personnel|equipment|information|evidence|ammunition|machinery|legislation)s\b", r"\1"),
        # a and an before terms that it is given
        (r"(?<![\w'’-])(a|^A) (?=(?:[AaIiOo](?!n(?:e|ce)\b)|[Ee](?!u)|un(?!i|anim))[a-z]{2})", r"\1n "),
        (r"(?<![\w'’-])([Aa])n (?=[BCDFGJ-NP-TV-Zbcdfgj-np-tv-z][a-z]{2})", r"\1 "),
        (r"(?<=[a-zA-Z0-9])\+(?=[A-Z][a-z])", " + "),
        (r"\bthe (?=Articles? \d)", ""),
        (r"\b(is|are) called (?=out of danger\b)", r"\1 said to be "),
        (r"\bsince (next [a-z]+)", r"from \1 onward"),
        (r"(?<=\bknots) per (?:hour|second)\b", ""),
        (rf"\b[Tt]he (?=(?:{_COUNTRIES})['’]s )", ""),
        # three words or more said twice with nothing but a comma between
        (r"\b([A-Za-z'’-]+(?: [A-Za-z'’-]+){2,}), \1\b", r"\1"),
    )
)  # fmt: skip
"""Slips that are sure whatever the sentence says, and what stands there instead, in the order of mending."""
_THERE_IS = re.compile(
    r"\b(?P<there>[Tt]here) (?P<verb>is|was) (?P<rest>(?:also |still |now )?"
    r"(?:many|several|few|some|various|numerous|no(?: such)?)) "
    r"(?=(?!times|news|means|series|species|headquarters|\w+(?:ics|ss|us|is|os)\b)[a-z]+s\b)"
)
_OUT_OF_DANGER = re.compile(
    r"^(?P<who>The (?:(?!(?:is|are|was|were|be|been|remain\w*|said|called|came|got|pulled|moved|escaped|brought)\b)"
    r"[\w'’-]+ ){1,5})(?=out of danger\b)"
)
_SAID_TWICE = re.compile(r"(?P<name>[A-Z]\w+(?: \w+){2,}) \((?:(?P<letters>[A-Z]{2,}): )?(?P=name)\)")
"""A name with itself in brackets, where the Japanese has it in both languages."""
_ONE_IN_AGE = re.compile(
    r"(?P<subject>(?:^|[,;] |\bthat )(?:[Aa]|1|[Oo]ne) (?:wo)?man in (?:his|her) [\w ]{2,16}?s )"
    r"(?P<verb>were|have|are)\b"
)
_PLURAL = {"is": "are", "was": "were", "has": "have", "does": "do"}
_MANY = re.compile(
    r"(?P<many>(?:^|[,;] |\b(?:that|and|but) )[Tt]he (?:plaintiffs|residents|police|members|participants|officials"
    r"|experts|personnel|citizens|victims)) (?P<verb>was|is|has|plans|claims|says|seeks|does)\b"
)
_SINGULAR = {"were": "was", "have": "has", "are": "is"}
_OF_BODY = re.compile(
    r"(?P<body>\b[Tt]he (?:company|ministry|agency|government|bureau|committee|council) (?:\w+ ){1,2}that )he\b"
)
_PERSON_SAID = re.compile("[氏彼私]|大臣|長官|首相|総理|社長|容疑者|被告|者は|[局課部市署所]長|官は")
_DEALINGS = re.compile(r"(?:exports to|imports from|trade with|(?:direct )?investments? in) ")
_NTH_TIME = re.compile(
    "[度回]目となる[^、。にをがは]{0,20}?(?:出席|参加|訪問|来日|訪[日米中韓英仏独]|視察|派遣|寄港|発射|優勝|受賞|当選|就任|会談)"
)
"""What somebody does again, ２度目となる会合への出席; of ５回目となる訓練に参加 it is the exercise that comes again."""
_NTH_ALONE = re.compile(r", the (\w+(?:-\w+)?)(?=\.?$)")
_ONE_OF = re.compile(
    r"(?<![\d.,:/-])(?<![A-Za-z] to )\b(1|[Oo]ne) "
    r"(day|week|month|year|hour|minute|second|ship|vessel|location|site|building|school|household|member|unit)s\b"
)
_FIGURE = re.compile(r"(?:[A-Za-z]+ )?(?:[\d,]+|[a-z]+(?:-[a-z]+)?)")
_NO_PLURAL = frozenset({"1", "one", "a", "an", "single", "another", "once", "annual", "annually", "0.5"})
_QUESTION_DASH = re.compile("[―—─]{2}")
"""What begins the question of an interview; a hyphen in its place would look like a bullet."""
_IS_SENTENCE = re.compile("[ぁ-ゖ。．.]")
"""What a head of nouns alone does not have; such a head has no article in front: 作業部会（第４回）."""
_FINITE = r"(?:will|would|has|had|have|is|was|are|were|[a-z]+ed)\b"
_DOUBLE_ARTICLE = re.compile(r"\b([Tt]he|[Aa]n?) (?:[Tt]he|[Aa]n?)\b(?! [a-z]+\))")
_ENDS = re.compile(r"[.!?:;…]['\"”’)\]]*$")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.|\b(?:Inc|Ltd|Co|etc|No))\.?$")
_BARE = {ConstraintKind.PERSON, ConstraintKind.COUNTRY}
_BARE_ALONE = {ConstraintKind.NAME, ConstraintKind.REFERENCE}
_NAMES = {ConstraintKind.NAME, ConstraintKind.TERM}
_NO_NOUN = r"(?=[,.;:)]|$| (?:in|on|at|of|to|and|or|for|from|by|with|was|is|were|are|has|had|have|will|would)\b)"
"""What follows a name that stands for itself; before a noun it may take the noun's article: the Kadena runway."""
_PREPOSITION = r"\b(?:in|of|to|off|near|over|on|at|from|across|through|into|around|with|by|for|under|between)"


def tidy(english: str, source: str, constraints: Sequence[Constraint]) -> str:
    """The English with its small faults mended; nothing of its meaning is touched.

    A person with title, a country, a place and an article of a law take no article; the United States, the British Army
    and the like do. A sentence of the Japanese ends as a sentence, a head without 。 does not.
    """
    text = re.sub(r"\s+([,.;:%)\]])(?=\s|$)|(?<=[(\[“])\s+", r"\1", " ".join(english.split()))
    if text.count('"') % 2 == 0:
        text = _CROSSED.sub(r"\g<open>\g<words>)\g<close>", _QUOTED.sub(r'"\1"', text))
    text = _in_british(_in_24_hours(spaced(text), constraints), constraints)
    for pattern, instead in _SLIPS:
        text = pattern.sub(instead, text)
    text = _agreeing(_once(_without_doubled_remarks(text, constraints), constraints), constraints)
    if not _PERSON_SAID.search(source) and all(c.kind is not ConstraintKind.PERSON for c in constraints):
        text = _OF_BODY.sub(r"\g<body>it", text)
    text = _DOUBLE_ARTICLE.sub(r"\1", text)
    text = _with_articles(text, constraints)
    if any(_DEALINGS.match(c.english) for c in constraints):
        text = re.sub(rf"^The (?={_DEALINGS.pattern})", "", text)
    if _NTH_TIME.search(source):
        text = _NTH_ALONE.sub(lambda found: _for_the_nth_time(found, constraints), text)
    text = in_sense(text, source)
    is_sentence = _IS_SENTENCE.search(source)
    text = _TERM_OF_MONTHS.sub("the ", text) if is_sentence else re.sub("^The (?=[a-z])", "", text)
    return _ended(_begun(text, source), source.strip())


def _begun(text: str, source: str) -> str:
    """The text with its first capital, and behind the dash of a question."""
    dash = "— " if _QUESTION_DASH.match(source) else ""
    text = re.sub("^[-–—―─]+ ?", "", text) if dash else text
    return f"{dash}{text[:1].upper()}{text[1:]}"


def spaced(text: str) -> str:
    """With a space before a bracket that follows a word, before a plus sign and behind a colon where a word follows."""
    return _UNSPACED.sub(" ", text)


def _in_24_hours(text: str, constraints: Sequence[Constraint]) -> str:
    """9:00 a.m. as 09:00, where that is what a constraint has: one paper has one clock."""
    hours = {
        found.groups() for c in constraints if c.kind is ConstraintKind.TIME for found in _HOUR.finditer(c.english)
    }
    for hour, minute in sorted(hours):
        half = "a" if int(hour) < 12 else "p"
        said = (
            rf"(?<![\d:])(?:{hour}|{int(hour)}|{(int(hour) + 11) % 12 + 1}):{minute} ?{half}\.m\.(?=$|[,;)]| (?![A-Z]))"
        )
        text = re.sub(said, f"{hour}:{minute}", text)
    return text


def _in_british(text: str, constraints: Sequence[Constraint]) -> str:
    """500 meters as 500 metres, where that is what a constraint has: one paper has one spelling."""
    for english in dict.fromkeys(c.english for c in constraints):
        american = reduce(lambda form, pair: form.replace(*pair), _BRITISH_UNITS, english)
        if american != english:
            text = re.sub(rf"(?<![\w.,]){re.escape(american)}\b", english.replace("\\", r"\\"), text)
    return text


def _without_doubled_remarks(text: str, constraints: Sequence[Constraint]) -> str:
    """A remark in brackets as often as the Japanese has it; that of the time stays behind the time."""
    for remark in dict.fromkeys(found[0].strip() for found in _BRACKETED.finditer(text)):
        wanted = sum(c.english in (remark, remark[1:-1]) for c in constraints)
        places = [m.start() for m in re.finditer(re.escape(f" {remark}"), text)]
        if not wanted or len(places) <= wanted:
            continue
        best = sorted(places, key=lambda at: not _CLOCK.search(text[:at]))[:wanted]
        for at in sorted(set(places) - set(best), reverse=True):
            text = text[:at] + text[at + len(remark) + 1 :]
    return text


def _once(text: str, constraints: Sequence[Constraint]) -> str:
    """Maritime Security Dialogue (MSD) for what has the name in the bracket again, unless two constraints want it."""
    once = _SAID_TWICE.sub(lambda found: found["name"] + (f" ({found['letters']})" if found["letters"] else ""), text)
    places, left = locate_all(text, constraints), locate_all(once, constraints)
    return once if all(after or not before for before, after in zip(places, left, strict=True)) else text


def _agreeing(text: str, constraints: Sequence[Constraint]) -> str:
    """One day and two days; terms that are counted by a number of the Japanese in the plural: 3 Diet members."""
    text = _ONE_OF.sub(lambda found: found[0] if _is_name(found) else f"{found[1]} {found[2]}", text)
    text = _OUT_OF_DANGER.sub(lambda found: f"{found['who']}{'are' if found['who'].endswith('s ') else 'is'} ", text)
    text = _THERE_IS.sub(lambda found: f"{found['there']} {_PLURAL[found['verb']]} {found['rest']} ", text)
    text = _MANY.sub(lambda found: f"{found['many']} {_PLURAL.get(found['verb'], found['verb'][:-1])}", text)
    text = _ONE_IN_AGE.sub(lambda found: found["subject"] + _SINGULAR[found["verb"]], text)
    terms = sorted({c.english for c in constraints if c.kind is ConstraintKind.TERM})
    for noun in terms:
        one, more = single(noun), many(noun)
        if more and more != one and noun.rpartition(" ")[2].islower():
            counted = re.compile(rf"(?<![\w.,:/-])(1|[Oo]ne) {re.escape(more)}(?![\w-])")
            text = counted.sub(_counting(one), text)
    forms = {form for c in constraints if c.kind is ConstraintKind.NUMBER for form in c.forms}
    numbers = "|".join(re.escape(form) for form in sorted(forms - _NO_PLURAL) if _FIGURE.fullmatch(form))
    for noun in terms if numbers else ():
        plural = many(noun) if noun.rpartition(" ")[2].islower() else None
        if plural:
            counted = re.compile(rf"(?<![\w.,:/-])({numbers}) {re.escape(noun)}{_NO_NOUN}")
            text = counted.sub(_counting(plural), text)
    return text


def _counting(noun: str) -> Callable[[re.Match[str]], str]:
    """Puts the noun, in the right number, behind what counts it."""
    return lambda found: found[0] if _is_name(found) else f"{found[1]} {noun}"


def _for_the_nth_time(found: re.Match[str], constraints: Sequence[Constraint]) -> str:
    """For the second time, in place of a second at the end that leaves open of what."""
    ordinals = {form for c in constraints if c.kind is ConstraintKind.ORDINAL for form in c.forms}
    return f" for the {found[1]} time" if found[1] in ordinals else found[0]


def _is_name(found: re.Match[str]) -> bool:
    """Whether the number belongs to the word before it: Type 3, May 3, No. 3."""
    return bool(re.search(r"\b(?!The\b)[A-Z][\w'’-]*\.? $", found.string[: found.start()]))


def _with_articles(text: str, constraints: Sequence[Constraint]) -> str:
    """Articles before names, where the rule is sure; of Gulf and Gulf of Aden each is told from the other."""
    names = dict.fromkeys((c.kind, c.english) for c in constraints)
    for kind, name in names:
        longer = "|".join(re.escape(one.removeprefix(name)) for _, one in names if one.startswith(name) and one != name)
        body = re.escape(name) + (rf"(?!(?:{longer})(?!\w))" if longer else "")
        takes_article = with_article(name) != name
        if kind in _BARE and not takes_article:
            text = re.sub(rf"\b[Tt]he (?={body}(?![\w-]| [A-Z]))", "", text)
        elif kind in _BARE_ALONE and not takes_article and name[:1].isupper():
            text = re.sub(rf"\b(?:[Tt]he|[Aa]n?) (?={body}{_NO_NOUN})", "", text)
        elif kind in _NAMES and takes_article:
            text = re.sub(rf"({_PREPOSITION}) (?={body}(?![\w-]| [A-Z]))", r"\1 the ", text)
            text = re.sub(rf"((?:\b(?:that|when|while|because|and)|[,;]) )(?={body} {_FINITE})", r"\1the ", text)
    return text


def _ended(text: str, source: str) -> str:
    if source.endswith(("。", "．")) and text and not _ENDS.search(text):
        return text + "."
    is_one_line = text.endswith(".") and text.count(". ") == 0 and not _ABBREVIATION.search(text)
    if is_one_line and source and not source.endswith(("。", "．", ".", "」", "）", ")")):
        return text[:-1]
    return text
