/* From a page below latest/ to the same page of the current year, with what the address asks for and the place it
   names. Without scripts the page's own refresh leads there, to the top. */
(function () {
  "use strict";

  var target = document.currentScript.dataset.target;
  location.replace(target + location.search + location.hash);
})();
