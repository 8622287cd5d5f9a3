/* The numbers of a page and their addresses. Pages do not carry these: they stand in the data file of the panel, for each
   page in order. The first number of a part says its place in the list of the page, the others follow it. */
(function () {
  "use strict";

  var shown = {};   // page → the addresses of its numbers
  var mine = "";    // what the page that is shown is called there

  function all() { return Array.from(document.querySelectorAll(".pg .pg-num")); }

  function name() {
    var addresses = shown[mine] || [];
    all().forEach(function (number) { number.dataset.address = addresses[number.place] || ""; });
  }

  window.plangenNumbers = {
    /** The numbers of a page that has just been shown, before anybody sorts them: each knows its place from now on. */
    read: function (page) {
      var last = -1;
      mine = decodeURIComponent(page);
      all().forEach(function (number) {
        if (number.place === undefined) { number.place = Number(number.dataset.address || last + 1); }
        last = number.place;
      });
      name();
      return all();
    },

    /** The data file has come: each number has its address. */
    tell: function (pages) {
      shown = pages;
      name();
    }
  };
})();
