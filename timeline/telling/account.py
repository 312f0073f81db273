"""The account of how an event is told, from its mentions and when their articles came out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from timeline.model.event import Event
from timeline.model.timeline import DatedArticle
from timeline.model.when import When
from timeline.telling.alone import alone
from timeline.telling.changes import changes
from timeline.telling.ordering import in_order
from timeline.telling.told import Account, Point, Series, Telling
from timeline.telling.values import figure_of, held, kinds_of, number_of
from timeline.telling.views import dates, disagreements
from timeline.telling.witness import best_witness


def account(event: Event, published: Mapping[str, When]) -> Account:
    """Return how an event is told; `published` are the dates of its articles, as far as known.

    The order of the mentions changes nothing but their places.
    """
    tellings = in_order(event.mentions, published)
    return Account(
        tellings=tellings,
        best=best_witness(event, tellings),
        changes=changes(tellings),
        disagreements=disagreements(tellings),
        alone=alone(event, tellings),
        series=tuple(_series(tellings)),
        dates=dates(tellings),
    )


def account_among(event: Event, articles: Mapping[str, DatedArticle]) -> Account:
    """Return how an event is told; `articles` say when each came out and who published it."""
    known = [(name, articles[name]) for name in event.documents if name in articles]
    published = {name: dated.published.when for name, dated in known}
    sources = {name: dated.article.source for name, dated in known}
    mentions = tuple(
        replace(told, publisher=told.publisher or sources.get(told.mention.document))
        for told in event.mentions
    )
    return account(replace(event, mentions=mentions), published)


def _series(tellings: Sequence[Telling]) -> Iterator[Series]:
    for measure, unit in kinds_of(tellings):
        kind = (measure, unit)
        kept = held(tellings, partial(number_of, kind))
        points: dict[tuple[int, float], Point] = {}
        for telling in tellings:
            figure = figure_of(telling, kind)
            if figure is not None and figure.number in kept and telling.day is not None:
                point = Point(telling.day, figure.number, figure.in_words(), telling.place)
                points.setdefault((telling.day, figure.number), point)
        if points:
            yield Series(measure, unit, tuple(points.values()))
