"""The browser of the tests of the page, for the page of an installed package."""

from tests.browser.conftest import chromium

__all__ = ["chromium"]
