"""The server of the page, over a store or over anything that gives a timeline."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from importlib.resources import files

from dash import Dash

from timeline.app.store_writer import PublicationDateEditor, StoreWriter
from timeline.editing import EditedTimeline
from timeline.editing.author import author_name
from timeline.editing.counts import Counts
from timeline.editing.editor import Editor
from timeline.errors import StoreError
from timeline.model.timeline import Timeline
from timeline.store import Store
from timeline.web.api import serving as api
from timeline.web.api.context import (
    NO_COLLECTIONS,
    ApiContext,
    CollectionAccess,
    Editors,
    Foresee,
    Publish,
)
from timeline.web.auth.guard import guard, lets_in, stand_below
from timeline.web.auth.login import require_password, serve_login
from timeline.web.auth.service import ALONE, STANDING_STILL, Service
from timeline.web.auth.tokens import TokenFile, beside
from timeline.web.boundary.checking import check_requests
from timeline.web.boundary.failures import answer_failures
from timeline.web.collection_dispatcher import CollectionDispatcher
from timeline.web.data.collection import Permissions
from timeline.web.data.collection_cache import CollectionCache, TimelineSource
from timeline.web.data.mount import Mount
from timeline.web.features.chart.view import first_screen
from timeline.web.features.exports.route import serve_exports
from timeline.web.http.compression import compress
from timeline.web.http.headers import secure
from timeline.web.http.health import serve_health
from timeline.web.http.request_log import log_requests
from timeline.web.http.store_errors import answer_without_store
from timeline.web.layout import static
from timeline.web.layout.callbacks import register
from timeline.web.layout.frame import layout
from timeline.web.page import bundle
from timeline.web.page.assets import assets_folder
from timeline.web.page.dash_adapter import OutlinedDash
from timeline.web.page.plain_html import markup
from timeline.web.page.registry import data_block
from timeline.web.uploads.intake import LARGEST_UPLOAD
from timeline.web.uploads.queue_worker import QueueWorker
from timeline.web.uploads.queueing import IDLE, Adder, Works
from timeline.wording.strings import text, with_texts

ASSETS = assets_folder()
WORKER = "timeline_queue_worker"
FIRST_SCREEN = "timeline_first_screen"


def create_app(store: Store, clock: Callable[[], str], service: Service = ALONE) -> Dash:
    """Make the page over a store, and those of its other collections below it.

    `clock` returns the moment of an edit.
    """
    if service.tokens is None and "://" not in store.name:
        service = replace(service, tokens=TokenFile(beside(store.name)))

    def make(collection: Store, path: str) -> Dash:
        mount = Mount(collection.collection_name, listed, path)
        writer = StoreWriter(collection)
        adder = None if worker is None else Adder(collection, seconds, worker.wake, writer)
        work = Works(collection.runs, seconds, adder)
        return _page_of(collection, writer, clock, service, mount, work, collections)

    def seconds() -> float:
        return datetime.fromisoformat(clock()).timestamp()

    def add(name: str) -> str:
        return store.create_collection(name).collection_name

    listed = Counts(store).listed
    collections = CollectionAccess(listed, None if service.read_only else add)
    worker = None if service.read_only else QueueWorker(store, seconds)
    app = make(store, "/")
    app.server.extensions[WORKER] = worker
    serve_health(app.server, store.version)
    CollectionDispatcher(store, make, lets_in(app.server, service)).wrap(app)
    stand_below(app.server, service)
    log_requests(app.server, trusts_proxy=service.proxies > 0)
    return app


def worker_of(app: Dash) -> QueueWorker | None:
    """Return what works off the uploads that wait, where the page takes any.

    A server tells it to `keep` at them; without that it works only while something comes.
    """
    worker: QueueWorker | None = app.server.extensions.get(WORKER)
    return worker


def prepare(app: Dash) -> None:
    """Make what the first screen needs, so that nobody waits for it once the server answers."""
    with suppress(StoreError):  # the page says itself where its store is away
        app.server.extensions[FIRST_SCREEN]()


def _page_of(  # noqa: PLR0917 - what one page is made of
    store: Store,
    writer: StoreWriter,
    clock: Callable[[], str],
    service: Service,
    mount: Mount,
    work: Works,
    collections: CollectionAccess,
) -> Dash:
    """Make the page over a collection, with what people decided."""
    source = EditedTimeline(store, lazily=True)

    def foresee(document: str, text: str) -> Timeline:
        return source.over(writer.preview_publication_date(document, text))

    def editor(by: str) -> Editor:
        return Editor(store, author_name(by), clock, source, take_back=writer.undo_publication_date)

    editors = None if service.read_only else editor
    return make_page(
        source,
        PublicationDateEditor(writer, clock).set,
        foresee,
        service,
        work,
        editors=editors,
        mount=mount,
        collections=collections,
    )


def make_page(
    source: TimelineSource,
    publish: Publish,
    foresee: Foresee,
    service: Service = ALONE,
    work: Works = IDLE,
    *,
    editors: Editors | None = None,
    mount: Mount | None = None,
    collections: CollectionAccess = NO_COLLECTIONS,
) -> Dash:
    """Make the page over anything that gives a timeline and its version.

    `publish(document, text, by, sight)` sets a publication date, or takes it back where the text is
    None, and returns the number of the change; `sight` is what the person had seen. `foresee`
    returns the timeline as it would be then, without setting anything. `editors` returns the editor
    of a person by their name; without it events can be looked at and not edited. `work` tells what
    is extracted meanwhile, and takes articles. `mount` says under which path the page is served,
    and beside which other collections, `collections` makes more of them.
    """
    own = {
        "styles": bundle.styles(ASSETS),
        "head": bundle.head_script(ASSETS),
        "page": bundle.scripts(ASSETS),
    }
    app = OutlinedDash(
        __name__,
        requests_pathname_prefix=mount.path if mount else "/",
        routes_pathname_prefix="/",
        title=text("page.name"),
        update_title="",  # the title stays while callbacks run
        assets_folder=str(ASSETS),
        assets_ignore=r"\.(js|css)$",  # they come as bundles
        serve_locally=True,
        index_string=_index(own),
    )
    outline = files("timeline.web").joinpath("skeleton.html").read_text("utf-8")
    app.outline = with_texts(outline)
    if service.ticks is STANDING_STILL:
        service = replace(service, ticks=work.clock)
    may = Permissions(change=not service.read_only, add=work.adder is not None)
    cache = CollectionCache(source, may)
    guard(app.server, service, LARGEST_UPLOAD)
    answer_without_store(app.server)
    if service.password is not None:
        browsers = require_password(app.server, service.password, framed=bool(service.framed_by))
        if mount is None or mount.path == "/":
            files_of_login = {name: own[name].address for name in ("styles", "head")}
            serve_login(app.server, browsers, service.password, service, files_of_login)
    check_requests(app, api.routes())  # of those who may ask
    answer_failures(app)
    app.layout = lambda: layout(cache, editors, private=service.password is not None, mount=mount)
    app.server.extensions[FIRST_SCREEN] = lambda: first_screen(cache)
    register(app, cache, editors, work)
    bundle.serve(app.server, *own.values())
    secure(app.server, app.csp_hashes(), service.framed_by)
    serve_exports(app.server, cache)
    compress(app.server)
    api.serve_api(app.server, ApiContext(cache, publish, foresee, editors, work, collections))
    return app


def _index(own: dict[str, bundle.Bundle]) -> str:
    """Return the page's outer HTML for Dash to fill, with the addresses of our own files in it."""
    index = files("timeline.web").joinpath("index.html").read_text("utf-8")
    index = index.replace("{furniture}", markup(static.layout()))
    index = index.replace("{registry}", data_block())
    for name, file in own.items():
        index = index.replace(f"{{{name}}}", file.address)
    return index
