/* Tools at tables and charts. Made by script, so that pages without scripts show none. What tables have stands in files
   of its own (copy, filter, sort, units): each listens for `plangen-table`. */
(function () {
  "use strict";

  var WORDS = {
    zh: { image: "下载图片", data: "下载数据" },
    "zh-Hant": { image: "下載圖片", data: "下載資料" },
    en: { image: "Image", data: "Data" }
  };

  var LONG = 6;
  /* Those that stand openly, those behind drawn blocks, those folded away under a row. */
  var TABLES = ":is(.pg-table, .pg-data, .pg-under .pg-fold > div):not([data-tools])";

  function language() {
    var lang = document.documentElement.lang;
    return WORDS[lang] ? lang : /^zh/.test(lang) ? "zh" : "en";
  }

  function word(key) { return WORDS[language()][key]; }

  /** Say something to who hears the page: a change of a button's words alone is not read out. */
  function announce(text) {
    var place = document.querySelector(".pg-said");
    if (place) { place.textContent = text; }
  }

  /** The place for what is said must be there before anything is. */
  function listen() {
    if (document.querySelector(".pg-said")) { return; }
    var place = document.createElement("div");
    place.className = "pg-sr pg-said";
    place.setAttribute("aria-live", "polite");
    document.body.append(place);
  }

  function tool(text, action) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "pg-tool";
    button.textContent = text;
    button.addEventListener("click", function () { action(button); });
    return button;
  }

  function save(name, url) {
    var link = document.createElement("a");
    link.href = url;
    link.download = name;
    document.body.appendChild(link);
    link.click();
    link.remove();
  }

  /** A chart as PNG. The way leads over a data: URL, because a strict policy lets no image come from a blob. */
  function saveImage(chart) {
    var plot = chart.querySelector(".pg-plot");
    if (!window.Plotly || !plot.data) { return; }
    var width = plot.clientWidth, height = plot.clientHeight;
    window.Plotly.toImage(plot, { format: "svg", width: width, height: height }).then(function (svg) {
      var image = new Image();
      image.onload = function () {
        var canvas = document.createElement("canvas");
        canvas.width = width * 2;
        canvas.height = height * 2;
        var pen = canvas.getContext("2d");
        pen.fillStyle = getComputedStyle(document.body).getPropertyValue("--pg-bg");
        pen.fillRect(0, 0, canvas.width, canvas.height);
        pen.drawImage(image, 0, 0, canvas.width, canvas.height);
        save((chart.id || "chart") + ".png", canvas.toDataURL("image/png"));
      };
      image.src = svg;
    });
  }

  /** The heading a table stands under: its own, or the nearest above it that has no tools yet; one folded away has none. */
  function headOf(section) {
    var own = section.querySelector(":scope > .pg-head");
    for (var above = section; !own && above && section.matches(".pg-table"); above = above.previousElementSibling) {
      if (above.classList.contains("pg-head")) { own = above; }
    }
    return own && !own.querySelector(".pg-tools") ? own : null;
  }

  /** The place for a table's tools: in its heading; without one a line of its own, where the table is worth it. */
  function placeOf(section, table) {
    var head = headOf(section), tools = document.createElement("span");
    tools.className = "pg-tools";
    if (!head && table.tBodies[0].rows.length >= LONG) {
      head = document.createElement("div");
      head.className = "pg-head pg-head--bare";
      table.parentElement.before(head);
    }
    if (head) { head.append(tools); }
    return tools;
  }

  /** Tell every file that has a tool for tables of this one; each adds to `tools` what the table needs. */
  function equipTable(section) {
    var drawn = section.closest("figure[id]");
    section.dataset.tools = "";
    var table = section.querySelector(".pg-grid");
    if (!table) { return; }
    document.dispatchEvent(new CustomEvent("plangen-table", { detail: {
      section: section, table: table, tools: placeOf(section, table), name: section.dataset.name || section.id || (drawn ? drawn.id : "table"),
      button: tool, save: save, say: announce, language: language()
    } }));
  }

  /** The tools of a chart stand beside the handle of its table. */
  function equipChart(chart) {
    chart.dataset.tools = "";
    var foot = chart.querySelector(".pg-chart__foot"), table = foot.querySelector("table"), tools = document.createElement("span");
    tools.className = "pg-tools";
    if (table) {
      document.dispatchEvent(new CustomEvent("plangen-chart", { detail: {
        table: table, tools: tools, name: chart.id || "chart", button: tool, save: save, language: language(), label: word("data")
      } }));
    }
    if (chart.dataset.figure) {
      var image = tool(word("image"), function () { saveImage(chart); });
      image.classList.add("pg-tool--image");
      tools.append(image);
    }
    foot.append(tools);
  }

  function equip() {
    listen();
    document.querySelectorAll(TABLES).forEach(equipTable);
    document.querySelectorAll(".pg-chart:not([data-tools])").forEach(equipChart);
  }

  /** What is said of a day of the calendar stands in the page once; a pointer that rests on the day is shown it. */
  document.addEventListener("mouseover", function (event) {
    var day = event.target.closest(".pg-day:not([title])"), said = day && day.querySelector(".pg-sr");
    if (said) { day.title = said.textContent; }
  });

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", equip);
  } else {
    equip();
  }
  if (window.document$ && window.document$.subscribe) { window.document$.subscribe(equip); }
})();
