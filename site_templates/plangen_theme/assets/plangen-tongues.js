/* The switch of languages leads to the page that is shown: with instant navigation the header stays as the first page
   brought it, while the head, which says where each language is, is exchanged. */
(function () {
  "use strict";

  /** Where the shown page is in a language; empty for its own. */
  function placeIn(tag) {
    var said = document.head.querySelector('meta[name="plangen-tongue"][lang="' + tag + '"]');
    return said ? said.content : "";
  }

  function lead(event) {
    var link = event.target.closest && event.target.closest(".md-select__link[hreflang]");
    var place = link && placeIn(link.hreflang);
    if (place) { link.href = new URL(place, location.href).href; }
  }

  ["mouseover", "focusin", "pointerdown", "click"].forEach(function (name) {
    document.addEventListener(name, lead, true);
  });
})();
