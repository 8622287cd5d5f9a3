/* Copy a table, or save it as CSV: what is shown, in the order and the unit in which it is shown. */
(function () {
  "use strict";

  var WORDS = {
    zh: { copy: "复制", copied: "已复制", csv: "CSV", open: "（", shut: "）", comma: "，" },
    "zh-Hant": { copy: "複製", copied: "已複製", csv: "CSV", open: "（", shut: "）", comma: "，" },
    en: { copy: "Copy", copied: "Copied", csv: "CSV", open: " (", shut: ")", comma: ", " }
  };
  var SAID = 1500;

  /** What a cell says: its visible text, without signs and the words that only screen readers hear. */
  function textOf(cell, words) {
    var copy = cell.cloneNode(true);
    copy.querySelectorAll(".pg-sr, .pg-sym, .pg-unit--chosen").forEach(function (node) { node.remove(); });
    var unit = copy.querySelector(".pg-unit"), money = cell.scope === "col" && cell.dataset.money;
    if (unit) { unit.textContent = words.open + unit.textContent + (money ? words.comma + money : "") + words.shut; }
    if (money && !unit) { copy.append(words.open + money + words.shut); }
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  /** A text that a spreadsheet shows and never runs; numbers are numbers, without commas. */
  function safe(text) {
    if (/^[-+]?[\d,]+(\.\d+)?%?$/.test(text)) { return text.replace(/,/g, ""); }
    return /^[=+\-@\t]/.test(text) ? "'" + text : text;
  }

  function quoted(text) { return /[",\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text; }

  /** The rows that are shown; the upper head row is left out, it names groups only. */
  function rowsOf(table, words) {
    return Array.from(table.rows)
      .filter(function (row) { return !row.hidden && !row.matches(".pg-groups, .pg-under"); })
      .map(function (row) { return Array.from(row.cells, function (cell) { return safe(textOf(cell, words)); }); });
  }

  function saveCsv(at) {
    var rows = rowsOf(at.table, WORDS[at.language]);
    var text = rows.map(function (row) { return row.map(quoted).join(","); }).join("\r\n");
    var url = URL.createObjectURL(new Blob(["\ufeff" + text + "\r\n"], { type: "text/csv;charset=utf-8" }));
    at.save(at.name + ".csv", url);
    setTimeout(function () { URL.revokeObjectURL(url); }, 1000);
  }

  /** A chart can be taken away as the table behind it. */
  document.addEventListener("plangen-chart", function (event) {
    var at = event.detail;
    at.tools.append(at.button(at.label, function () { saveCsv(at); }));
  });

  document.addEventListener("plangen-table", function (event) {
    var at = event.detail, words = WORDS[at.language];

    function copy(button) {
      var text = rowsOf(at.table, words).map(function (row) { return row.join("\t"); }).join("\n");
      navigator.clipboard.writeText(text).then(function () {
        button.textContent = words.copied;
        at.say(words.copied);
        setTimeout(function () { button.textContent = words.copy; at.say(""); }, SAID);
      }, function () { button.hidden = true; });
    }

    if (navigator.clipboard) { at.tools.append(at.button(words.copy, copy)); }
    at.tools.append(at.button(words.csv, function () { saveCsv(at); }));
  });
})();
