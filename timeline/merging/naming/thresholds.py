"""How much must agree until two names are one, or until somebody is asked."""

from collections.abc import Mapping

from timeline.merging.naming.relations import Relation

# How alike the contexts must be to join, and to be proposed.
JOINED: Mapping[Relation, float] = {
    Relation.SAME: 0.0,
    Relation.GIVEN: 0.0,
    Relation.BODY: 0.03,
    Relation.GENERATION: 0.05,
    Relation.LETTERS: 0.08,
    Relation.LAST: 0.15,
    Relation.MIDDLE: 0.06,
    Relation.SPELLING: 0.2,
    Relation.FIRST: 0.1,
    Relation.FIELD: 0.2,
    Relation.HEAD: 0.2,
    Relation.BEGINNING: 0.35,
}
SEVERAL = 0.11  # of a last name of no person, where several articles use both
PERSON, TITLED = 0.05, 0.03  # of a last name whose full form is plainly a person's
PROPOSED: Mapping[Relation, float] = {
    **dict.fromkeys(Relation, 0.05),
    Relation.LAST: 0.03,
    Relation.SPELLING: 0.08,
    Relation.FIELD: 0.1,
    Relation.HEAD: 0.1,
    Relation.BEGINNING: 0.2,
}
RARER = 5  # times as many articles may use a short form as its long one
TOGETHER = 0.1  # of the articles with a name, in which another stands beside it: they are two
FEW = 2
# Short forms whose contexts tell which of several names they are: so plainly, so much rather.
BY_CONTEXT = (Relation.LETTERS, Relation.LAST, Relation.FIRST)
PLAIN, LIKER = 0.1, 2
SHORT_FORMS = (*BY_CONTEXT, Relation.FIELD, Relation.BEGINNING)
WORDING = 0.5  # of the words of two long forms, to be one
ONLY = 0.9  # of the articles with names that a short form can be, those of the one that it is
PLACE = 0.5  # share of sentences in which a name is a place
