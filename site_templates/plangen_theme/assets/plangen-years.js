/* The theme's selector of years is called "choose the year" and says no more to who hears it: the year that is shown
   belongs to its name. The theme makes it when its list of years has come. */
(function () {
  "use strict";

  function name() {
    var button = document.querySelector(".md-version__current"), shown = button && button.firstChild.textContent.trim(), called = button && button.getAttribute("aria-label");
    if (button && called.indexOf(shown) < 0) { button.setAttribute("aria-label", shown + ", " + called); }
    return !!button;
  }

  var header = document.querySelector(".md-header");
  if (name() || !header) { return; }
  new MutationObserver(function (_, watcher) { if (name()) { watcher.disconnect(); } }).observe(header, { childList: true, subtree: true });
})();
