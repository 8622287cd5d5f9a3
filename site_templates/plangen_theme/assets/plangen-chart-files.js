/* What charts are drawn with: the chart library, loaded once, and the figures of the page that is shown.
 * Both are scripts and not fetched data, so that a page opened from a folder has them too. */
(function () {
  "use strict";

  var CHINESE = {
    moduleType: "locale", name: "zh-CN", dictionary: {},
    format: {
      days: ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
      shortDays: ["日", "一", "二", "三", "四", "五", "六"],
      months: ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"],
      shortMonths: ["1 月", "2 月", "3 月", "4 月", "5 月", "6 月", "7 月", "8 月", "9 月", "10 月", "11 月", "12 月"],
      date: "%Y-%m-%d"
    }
  };

  var library = null;
  var figures = null;
  var told = null;

  /** The data file of a page calls this with its figures: for each chart the wide and the narrow one. */
  window.plangenFigures = function (data) { told = data; };

  /** Load a script; `read` is asked when it has run, before any other can. */
  function load(address, read) {
    return new Promise(function (resolve, reject) {
      if (!address) { reject(new Error("this page names no chart library")); return; }
      var script = document.createElement("script");
      script.src = address;
      script.onload = function () { script.remove(); resolve(read()); };
      script.onerror = function () { script.remove(); reject(new Error("not loaded: " + address)); };
      document.head.appendChild(script);
    });
  }

  function theLibrary(address) {
    library = library || load(address, function () { window.Plotly.register(CHINESE); return window.Plotly; });
    return library;
  }

  function theFigures(address) {
    if (!figures || figures.address !== address) {
      figures = { address: address, loading: load(address, function () { return told; }) };
    }
    return figures.loading;
  }

  /** Where the page that is shown has its files. To be asked when a page has been shown: with instant navigation its
   * address changes before its content does. */
  function address(name) {
    var meta = document.querySelector('meta[name="plangen-' + name + '"]');
    return meta ? new URL(meta.getAttribute("content"), document.baseURI).href : "";
  }

  window.plangenChartFiles = {
    places: function () { return { library: address("plotly"), figures: address("figures") }; },

    /** Resolves to `[library, figures]`; what did not load is asked for again the next time. */
    load: function (places) {
      return Promise.all([theLibrary(places.library), theFigures(places.figures)]).then(null, function (error) {
        library = window.Plotly ? library : null;
        figures = null;
        throw error;
      });
    }
  };
})();
