"""Reading the articles, and searching the words in them."""

from typing import Annotated

from pydantic import StringConstraints

from timeline.errors import UnknownResourceError
from timeline.web.api.context import ApiContext
from timeline.web.api.operation import Answer, operation
from timeline.web.api.paging import Paged, PagedAnswer, PartAnswer, part_of, place_in
from timeline.web.api.records import ArticleRecord, record_of_article
from timeline.web.data.article_search import articles_found
from timeline.web.page import limits

_MISSING = {404: "there is none of that name"}


class ArticleList(PagedAnswer):
    """Articles, without their texts."""

    articles: list[ArticleRecord]


class ArticleAnswer(Answer):
    """One article with its text, in which all offsets count."""

    article: ArticleRecord
    text: str
    version: int
    as_of: int


class SearchQuery(Paged):
    """Words to look for."""

    q: Annotated[str, StringConstraints(min_length=1, max_length=limits.SEARCH)]


class HitRecord(Answer):
    """An article that holds the words, with some of what stands around them."""

    document: str
    title: str
    excerpt: str


class HitList(PartAnswer):
    """Articles that hold all the words, the best first."""

    hits: list[HitRecord]


@operation("GET", "/articles")
def list_articles(context: ApiContext, query: Paged) -> ArticleList:
    """List the articles."""
    held = context.cache.collection()
    part = held.timeline.documents[query.offset : query.offset + query.limit]
    articles = [record_of_article(dated) for dated in part]
    return ArticleList(articles=articles, **place_in(held, query, len(held.documents)))


@operation("GET", "/articles/{document}", refusals=_MISSING)
def get_article(context: ApiContext, document: str) -> ArticleAnswer:
    """Return one article with its text; slashes in its name are written %2F."""
    held = context.cache.collection()
    dated = held.documents.get(document)
    if dated is None:
        raise UnknownResourceError("article", document, (), "GET /articles")
    record = record_of_article(dated)
    text = dated.article.text
    return ArticleAnswer(article=record, text=text, version=held.version, as_of=held.as_of)


@operation("GET", "/search")
def search_articles(context: ApiContext, query: SearchQuery) -> HitList:
    """Search the articles; `q` is what the page's search field takes."""
    asked = query.q.replace("\0", " ")
    found = articles_found(context.cache, context.cache.collection(), asked)
    part = found[query.offset : query.offset + query.limit]
    hits = [HitRecord(document=one.document, title=one.title, excerpt=one.excerpt) for one in part]
    return HitList(hits=hits, **part_of(query, len(found)))
