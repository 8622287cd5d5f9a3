/* The life of the charts: drawn when they come near, redrawn when colours or width change, all at once for paper. */
(function () {
  "use strict";

  var NARROW = 520;
  var PAPER = { wide: 673, column: 323, type: 0.82, height: 0.86 };
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

  var loading = null;
  var watcher = null;
  var paper = false;
  var drawn = new Set();

  function chinese() { return /^zh/.test(document.documentElement.lang); }

  function config() {
    return {
      showSendToCloud: false, plotlyServerURL: "", displaylogo: false, displayModeBar: false, responsive: true,
      scrollZoom: false, doubleClick: false, showTips: false, locale: chinese() ? "zh-CN" : "en-US"
    };
  }

  /** The chart library, loaded once, from the address that the page names. */
  function library() {
    if (window.Plotly) { return Promise.resolve(window.Plotly); }
    loading = loading || new Promise(function (resolve, reject) {
      var place = document.querySelector('meta[name="plangen-plotly"]');
      if (!place) { reject(new Error("this page names no chart library")); return; }
      var script = document.createElement("script");
      script.src = new URL(place.getAttribute("content"), document.baseURI).href;
      script.onload = function () { window.Plotly.register(CHINESE); resolve(window.Plotly); };
      script.onerror = function () { loading = null; reject(new Error("the chart library did not load")); };
      document.head.appendChild(script);
    });
    return loading;
  }

  function variant() { return !paper && window.innerWidth < NARROW ? "narrow" : "wide"; }

  /** The figure of a chart for the present width and colours. */
  function figureOf(chart) {
    var text = variant() === "narrow" ? chart.dataset.narrow : chart.dataset.figure;
    var figure = window.plangenResolve(JSON.parse(text));
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
    var name = point && ((point.data.meta || [])[point.pointNumber] || "").split("; ")[0];
    if (name && name.indexOf(" + ") < 0 && window.plangenWhy) { window.plangenWhy(name); }
  }

  /** Draw a chart now; the library must be there. */
  function draw(Plotly, chart) {
    var plot = chart.querySelector(".pg-plot");
    if (!plot || !chart.isConnected) { return null; }
    var figure = figureOf(chart);
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

  /** Draw a chart when the library is there; show its table where it never comes. */
  function drawSoon(chart) {
    return library().then(function (Plotly) { return draw(Plotly, chart); }).then(null, function (error) {
      giveUp(chart, error);
    });
  }

  function redraw() {
    drawn.forEach(function (chart) { if (chart.isConnected) { drawSoon(chart); } });
  }

  function forget() {
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

  /** Draw every chart of the page; for printing and for tests. Resolves when all are drawn. */
  window.plangenRenderAll = function () {
    return Promise.all(charts().map(function (chart) { return drawn.has(chart) ? null : drawSoon(chart); }));
  };

  /** Draw a chart before an event is over, or show its table. */
  function drawNow(chart) {
    var fail = function (error) { giveUp(chart, error); };
    try { Promise.resolve(draw(window.Plotly, chart)).then(null, fail); } catch (error) { fail(error); }
  }

  /** Paper has light colours, its own width and smaller type. The event cannot wait, so only a loaded library draws;
   * else the tables are printed, which the theme opens. */
  function toPaper() {
    if (paper) { return; }
    paper = true;
    document.body.dataset.pgScheme = document.body.getAttribute("data-md-color-scheme") || "default";
    document.body.setAttribute("data-md-color-scheme", "default");
    if (window.Plotly) { charts().forEach(drawNow); }
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
    window.addEventListener("resize", function () {
      drawn.forEach(function (chart) { if (chart.dataset.drawn !== variant() && !paper) { drawSoon(chart); } });
    });
    start();
    if (charts().length) {
      var idle = window.requestIdleCallback || function (work) { setTimeout(work, 1000); };
      idle(function () { library().then(null, function () {}); });
    }
    if (window.document$ && window.document$.subscribe) { window.document$.subscribe(start); }
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", listen);
  } else {
    listen();
  }
})();
