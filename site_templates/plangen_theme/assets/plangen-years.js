/* The theme's selector of years is called "choose the year" and says no more to who hears it, and its list does not say
   which year is shown: it belongs to the name and is marked in the list. The theme makes both when its years have come. */
(function () {
  "use strict";

  function textOf(node) { return node.firstChild.textContent.trim(); }

  function name() {
    var button = document.querySelector(".md-version__current"), shown = button && textOf(button), called = button && button.getAttribute("aria-label");
    if (!button) { return false; }
    if (called.indexOf(shown) < 0) { button.setAttribute("aria-label", shown + ", " + called); }
    document.querySelectorAll(".md-version__link").forEach(function (link) {
      if (textOf(link) === shown) { link.setAttribute("aria-current", "true"); }
    });
    return true;
  }

  var header = document.querySelector(".md-header");
  if (name() || !header) { return; }
  new MutationObserver(function (_, watcher) { if (name()) { watcher.disconnect(); } }).observe(header, { childList: true, subtree: true });
})();
