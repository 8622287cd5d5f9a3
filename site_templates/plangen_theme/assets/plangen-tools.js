/* Small tools at tables and charts: copy, CSV, image. Made by script, so that pages without scripts show none. */
(function () {
  "use strict";

  var WORDS = {
    zh: { copy: "复制", copied: "已复制", csv: "CSV", image: "下载图片", data: "下载数据" },
    en: { copy: "Copy", copied: "Copied", csv: "CSV", image: "Image", data: "Data" }
  };
  var BRACKETS = { zh: ["（", "）"], en: [" (", ")"] };
  var SAID = 1500;

  function language() { return /^zh/.test(document.documentElement.lang) ? "zh" : "en"; }

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

  /** What a cell says: its visible text, without signs and the words that only screen readers hear. */
  function textOf(cell) {
    var copy = cell.cloneNode(true);
    copy.querySelectorAll(".pg-sr, .pg-sym").forEach(function (node) { node.remove(); });
    copy.querySelectorAll(".pg-unit").forEach(function (node) { node.textContent = BRACKETS[language()].join(node.textContent); });
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  /** The rows of a table as texts; the upper head row is left out, it names groups only. */
  function rowsOf(table) {
    return Array.from(table.rows)
      .filter(function (row) { return !row.matches(".pg-groups, .pg-under"); })
      .map(function (row) { return Array.from(row.cells, textOf); });
  }

  /** A text that a spreadsheet shows and never runs; numbers stay numbers. */
  function csvField(text) {
    var number = /^[-+]?[\d,]+(\.\d+)?%?$/.test(text);
    var safe = !number && /^[=+\-@\t]/.test(text) ? "'" + text : number ? text.replace(/,/g, "") : text;
    return /[",\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  }

  function save(name, url) {
    var link = document.createElement("a");
    link.href = url;
    link.download = name;
    document.body.appendChild(link);
    link.click();
    link.remove();
  }

  function saveCsv(name, table) {
    var text = rowsOf(table).map(function (row) { return row.map(csvField).join(","); }).join("\r\n");
    var url = URL.createObjectURL(new Blob(["\ufeff" + text + "\r\n"], { type: "text/csv;charset=utf-8" }));
    save(name + ".csv", url);
    setTimeout(function () { URL.revokeObjectURL(url); }, 1000);
  }

  function copyRows(table, button) {
    var text = rowsOf(table).map(function (row) { return row.join("\t"); }).join("\n");
    if (!navigator.clipboard) { return; }
    navigator.clipboard.writeText(text).then(function () {
      button.textContent = word("copied");
      announce(word("copied"));
      setTimeout(function () { button.textContent = word("copy"); announce(""); }, SAID);
    }, function () { button.hidden = true; });
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

  /** The heading a table stands under: its own, or the nearest above it that has no tools yet. */
  function headOf(table) {
    var own = table.querySelector(":scope > .pg-head");
    for (var above = table; !own && above; above = above.previousElementSibling) {
      if (above.classList.contains("pg-head")) { own = above; }
    }
    return own && !own.querySelector(".pg-tools") ? own : null;
  }

  /** A table that is wider than its place can be scrolled with the keyboard, and says what it is. */
  function reach() {
    document.querySelectorAll(".pg-scroll").forEach(function (box) {
      var wide = box.scrollWidth > box.clientWidth + 1;
      ["tabindex", "role", "aria-label"].forEach(function (name) { box.removeAttribute(name); });
      if (!wide) { return; }
      box.tabIndex = 0;
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", box.querySelector("table").getAttribute("aria-label") || "");
    });
  }

  /** The tools of a chart stand beside the handle of its table. */
  function equipChart(chart) {
    chart.dataset.tools = "";
    var foot = chart.querySelector(".pg-chart__foot"), table = foot.querySelector("table"), tools = document.createElement("span");
    tools.className = "pg-tools";
    if (table) { tools.append(tool(word("data"), function () { saveCsv(chart.id || "chart", table); })); }
    if (chart.dataset.figure) {
      var image = tool(word("image"), function () { saveImage(chart); });
      image.classList.add("pg-tool--image");
      tools.append(image);
    }
    foot.append(tools);
  }

  function equip() {
    reach();
    listen();
    document.querySelectorAll(".pg-table:not([data-tools])").forEach(function (section) {
      section.dataset.tools = "";
      var head = headOf(section), table = section.querySelector("table");
      if (!head || !table) { return; }
      var tools = document.createElement("span");
      tools.className = "pg-tools";
      if (navigator.clipboard) { tools.append(tool(word("copy"), function (button) { copyRows(table, button); })); }
      tools.append(tool(word("csv"), function () { saveCsv(section.dataset.name || "table", table); }));
      head.append(tools);
    });
    document.querySelectorAll(".pg-chart:not([data-tools])").forEach(equipChart);
  }

  window.addEventListener("resize", reach);
  document.addEventListener("change", reach);
  document.addEventListener("toggle", reach, true);
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", equip);
  } else {
    equip();
  }
  if (window.document$ && window.document$.subscribe) { window.document$.subscribe(equip); }
})();
