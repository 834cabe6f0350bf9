"""Where Korean words are cut. `services/entity-tagger/src/tokens.rs` cuts them in the same way, so that training sees the same words.

The lists stand in `services/entity-tagger/src/languages/ko.rs`, whose tests compare them with these.
"""

PARTICLES = (
    "에서부터 으로부터 에서는 에게서 에게는 으로는 에서도 에서의 로부터 에서 에게 에는 에도 으로 부터 까지 "
    "이라 이나 와의 과의 보다 은 는 이 가 을 를 의 에 와 과 도"
).split()
ADDRESS = "씨"
NO_ADDRESSES = "날씨 글씨 아가씨 솜씨 말씨 불씨 마음씨 홀씨 맵씨".split()
SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소"
    "석선설마길연위표명기반왕금옥육인맹제탁국어은편용"
)
NO_INITIALS = "이모 고모 유모 서모 주모 노모 양모 장모 공모 성모 전모 구모 소모 추모".split()
BEHIND_NAMES = "시각 시간 로 측 발".split()
PAIRS_OF_STATES = "남북 북남 한미 미한 북미 미북 한일 일한 한중 중한 미중 중미 미일 중일 북중 북러".split()


def parts(word: str) -> list[str]:
    """Cuts a word in Hangul: "중국측은" is 중국, 측, 은."""
    at = cut(word)
    return [*parts(word[:at]), word[at:]] if at else [word]


def cut(word: str) -> int:
    """Returns where the last part of a word begins; nothing if it is whole."""
    return address(word) or particle(word) or inner_cut(word)


def stem_of(word: str) -> str | None:
    """Returns the word without its particle, if it ends in one."""
    return next((word.removesuffix(p) for p in PARTICLES if word.endswith(p)), None)


def particle(word: str) -> int:
    stem = stem_of(word)
    if not stem:
        return 0
    return len(stem) if len(word) - len(stem) >= 2 or len(stem) >= 2 else 0


def address(word: str) -> int:
    for form in (word, stem_of(word)):
        if form and form.endswith(ADDRESS) and form not in NO_ADDRESSES:
            return len(form) - len(ADDRESS)
    return 0


def inner_cut(word: str) -> int:
    if word.startswith(tuple(PAIRS_OF_STATES)):
        return 1
    if word[1:] == "모" and word[0] in SURNAMES:
        return 0 if word in NO_INITIALS else 1
    stem = next((word.removesuffix(b) for b in BEHIND_NAMES if word.endswith(b)), "")
    return len(stem) if len(stem) >= 2 else 0
