"""Asking a site's search as its dialog does: the worker that the published page names, by messages."""

from typing import Any

from playwright.sync_api import Page

_ASK = """async ([docs, queries]) => {
  const config = JSON.parse(document.getElementById('__config').textContent);
  const base = new URL(config.base + '/', location.href);
  const index = docs ? { config: {}, docs } : await (await fetch(new URL('search/search_index.json', base))).json();
  const worker = new Worker(new URL(config.search, location.href));
  const asked = message => new Promise(done => {
    worker.onmessage = event => done(event.data);
    worker.postMessage(message);
  });
  await asked({ type: 0, data: { config: index.config, docs: index.docs, options: {} } });
  const found = [];
  for (const query of queries) {
    const items = (await asked({ type: 2, data: query })).data.items;
    found.push(items.map(group => group.map(hit => ({ ...hit, url: new URL(hit.location, base).href }))));
  }
  worker.terminate();
  return found;
}"""
_PLAIN = """html => {
  const box = new DOMParser().parseFromString(html, 'text/html').body;
  return [box.textContent, Array.from(box.querySelectorAll('*')).map(e => e.tagName.toLowerCase()),
    Array.from(box.querySelectorAll('mark')).map(e => e.textContent)];
}"""


def ask(page: Page, queries: list[str], docs: object = None) -> list[list[list[dict[str, Any]]]]:
    """For each query the groups found, best first, each the page's own item and its hits.

    `page` shows a page of the version; `docs` is searched in place of its index.
    """
    answers: list[list[list[dict[str, Any]]]] = page.evaluate(_ASK, [docs, queries])
    return answers


def pages_of(groups: list[list[dict[str, Any]]]) -> list[str]:
    """The address of each group's page."""
    return [str(group[0]["url"]).partition("#")[0] for group in groups]


def read(page: Page, html: str) -> tuple[str, list[str], list[str]]:
    """A piece of HTML as a browser takes it: its text, its elements, what is marked. Nothing of it runs."""
    text, elements, marks = page.evaluate(_PLAIN, html)
    return text, elements, marks
