/* An address of another year's version may name an item by the id that it has there: lead to where it is here. */
(function () {
  "use strict";

  function lead() {
    var place = document.querySelector("[data-aliases]");
    var id = decodeURIComponent(location.hash.slice(1));
    if (!place || !id || document.getElementById(id)) { return; }
    var own = JSON.parse(place.dataset.aliases)[id];
    if (own) { location.replace("#" + own); }
  }

  if (window.document$ && window.document$.subscribe) { window.document$.subscribe(lead); } else { lead(); }
  window.addEventListener("hashchange", lead);
})();
