"""What the page hands to its scripts: a block of data in it, which is no script."""

import json

from lxml import html

from tests.web import sample
from timeline.query.facets import FACETS, LANES
from timeline.web.http.headers import content_policy
from timeline.web.page.registry import data_block, registries
from timeline.web.server import make_page


def test_the_page_hands_over_the_registries_before_its_scripts() -> None:
    shelved = sample.Shelved(sample.timeline())
    client = make_page(shelved, shelved.publish, shelved.foresee).server.test_client()
    scripts = [*html.fromstring(client.get("/").text).iter("script")]
    (block,) = (one for one in scripts if one.get("id") == "registry")
    assert block.get("type") == "application/json"
    handed = json.loads(str(block.text))
    assert handed == json.loads(json.dumps(registries()))
    assert tuple(handed["facets"]) == FACETS
    assert tuple(handed["lanes"]) == LANES
    own = next(one for one in scripts if "page.js" in str(one.get("src")))
    assert scripts.index(block) < scripts.index(own)


def test_no_script_is_allowed_for_it() -> None:
    assert "'unsafe-inline'" not in content_policy(()).partition("script-src")[2]
    assert data_block().count("<") == 2
