/* The life of the charts: drawn when they come near, redrawn when colours or width change, all at once for paper. */
(function () {
  "use strict";

  var NARROW = 520;
  var PATIENCE = 5000;
  var PAPER = { wide: 673, column: 323, type: 0.82, height: 0.86 };

  var places = null;    // where the page's files are
  var ready = null;     // [library, figures], when both are there
  var watcher = null;
  var paper = false;
  var drawn = new Set();

  function config() {
    return {
      showSendToCloud: false, plotlyServerURL: "", displaylogo: false, displayModeBar: false, responsive: true,
      scrollZoom: false, doubleClick: false, showTips: false,
      locale: /^zh/.test(document.documentElement.lang) ? "zh-CN" : "en-US"
    };
  }

  /** The library and the page's figures, for a page that is still there when they come. */
  function files() {
    var asked = places;
    return window.plangenChartFiles.load(asked).then(function (found) {
      if (asked === places) { ready = found; }
      return found;
    });
  }

  function variant() { return !paper && window.innerWidth < NARROW ? "narrow" : "wide"; }

  /** The figure of a chart for the present width and colours. */
  function figureOf(chart, figures) {
    var sets = figures[Number(chart.dataset.figure)];
    var figure = window.plangenResolve(sets[variant() === "narrow" ? 1 : 0]);
    if (paper) {
      figure.layout.width = chart.closest(".pg-column") ? PAPER.column : PAPER.wide;
      figure.layout.height = Math.round(figure.layout.height * PAPER.height);
      scaleType(figure);
    } else {
      figure.layout.autosize = true;
    }
    return figure;
  }

  function scaleType(node) {
    Object.keys(node).forEach(function (key) {
      var value = node[key];
      if (!value || typeof value !== "object") { return; }
      if (/font$/.test(key) && typeof value.size === "number") { value.size = value.size * PAPER.type; }
      scaleType(value);
    });
  }

  /** What has been clicked tells where it comes from; a sum of several figures has no panel of its own. */
  function explain(event) {
    var point = event.points[0];
    var name = point && (point.data.meta || [])[point.pointNumber];
    if (name && name.indexOf(" + ") < 0 && window.plangenWhy) { window.plangenWhy(name); }
  }

  /** Draw a chart now; its files must be there. */
  function draw(found, chart) {
    var Plotly = found[0];
    var plot = chart.querySelector(".pg-plot");
    if (!plot || !chart.isConnected) { return null; }
    var figure = figureOf(chart, found[1]);
    var first = !drawn.has(chart);
    drawn.add(chart);
    chart.dataset.drawn = variant();
    var done = (first ? Plotly.newPlot : Plotly.react)(plot, figure.data, figure.layout, config());
    if (first) {
      plot.on("plotly_treemapclick", function () { return false; });
      plot.on("plotly_click", explain);
    }
    return done;
  }

  /** A chart that cannot be drawn leaves its place to its table. */
  function giveUp(chart, error) {
    chart.dataset.drawn = "failed";
    chart.querySelectorAll("details").forEach(function (details) { details.open = true; });
    console.warn("plangen: " + error.message);
  }

  /** Draw a chart when its files are there; show its table where they never come. */
  function drawSoon(chart) {
    return files().then(function (found) { return draw(found, chart); }).then(null, function (error) {
      giveUp(chart, error);
    });
  }

  function redraw() {
    drawn.forEach(function (chart) { if (chart.isConnected) { drawSoon(chart); } });
  }

  /** Give up what belongs to pages that are no longer shown. */
  function forget() {
    ready = null;
    drawn.forEach(function (chart) {
      if (chart.isConnected) { return; }
      drawn.delete(chart);
      if (window.Plotly) { window.Plotly.purge(chart.querySelector(".pg-plot")); }
    });
  }

  function charts() { return Array.from(document.querySelectorAll(".pg-chart[data-figure]")); }

  /** Watch the charts of the page that has just been shown. */
  function start() {
    forget();
    places = window.plangenChartFiles.places();
    if (watcher) { watcher.disconnect(); }
    watcher = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (!entry.isIntersecting) { return; }
        watcher.unobserve(entry.target);
        drawSoon(entry.target);
      });
    }, { rootMargin: "200px" });
    charts().forEach(function (chart) { if (!drawn.has(chart)) { watcher.observe(chart); } });
  }

  function waiting() { return charts().filter(function (chart) { return !drawn.has(chart); }); }

  /** Draw every chart of the page; for printing and for tests. Resolves when all are drawn. */
  window.plangenRenderAll = function () { return Promise.all(waiting().map(drawSoon)); };

  /** Print the page with all its charts; without them where their files take too long. */
  window.plangenPrint = function () {
    var late = new Promise(function (resolve) { setTimeout(resolve, PATIENCE); });
    return Promise.race([window.plangenRenderAll(), late]).then(function () { window.print(); });
  };

  /** The event before printing cannot wait for files that were never needed; the key that asks for paper can. */
  function printKey(event) {
    var asks = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && /^p$/i.test(event.key);
    if (!asks || event.defaultPrevented || !waiting().length) { return; }
    event.preventDefault();
    window.plangenPrint();
  }

  /** Draw a chart before an event is over, or show its table. */
  function drawNow(chart) {
    var fail = function (error) { giveUp(chart, error); };
    try { Promise.resolve(draw(ready, chart)).then(null, fail); } catch (error) { fail(error); }
  }

  /** Paper has light colours, its own width and smaller type. The event cannot wait, so only with the files at hand are
   * charts drawn; else the tables are printed, which the theme opens, and the files come for the next time. */
  function toPaper() {
    if (paper) { return; }
    paper = true;
    document.body.dataset.pgScheme = document.body.getAttribute("data-md-color-scheme") || "default";
    document.body.setAttribute("data-md-color-scheme", "default");
    if (ready) { charts().forEach(drawNow); } else if (waiting().length) { files().then(null, function () {}); }
  }

  function fromPaper() {
    if (!paper) { return; }
    document.body.setAttribute("data-md-color-scheme", document.body.dataset.pgScheme);
    delete document.body.dataset.pgScheme;
    paper = false;
    redraw();
  }

  function listen() {
    new MutationObserver(function () { if (!paper) { redraw(); } })
      .observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
    window.addEventListener("beforeprint", toPaper);
    window.addEventListener("afterprint", fromPaper);
    window.addEventListener("keydown", printKey);
    window.addEventListener("resize", function () {
      drawn.forEach(function (chart) { if (chart.dataset.drawn !== variant() && !paper) { drawSoon(chart); } });
    });
    start();
    if (window.document$ && window.document$.subscribe) { window.document$.subscribe(start); }
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", listen);
  } else {
    listen();
  }
})();
