/* Amounts of money in the reader's unit: exact, by moving the point in the digits, never by floating arithmetic. */
(function () {
  "use strict";

  /* What units are called, each with its power of ten. The first list of a language is what its readers choose from. */
  var UNITS = {
    "zh": { "元": 0, "万元": 4, "亿元": 8 },
    "zh-Hant": { "元": 0, "萬元": 4, "億元": 8 },
    "en": { "CN¥": 0, "CN¥ k": 3, "CN¥ m": 6 }
  };
  var WORDS = { zh: { unit: "单位" }, "zh-Hant": { unit: "單位" }, en: { unit: "Unit" } };
  var KNOWN = Object.assign({}, UNITS.zh, UNITS["zh-Hant"], UNITS.en);
  var KEY = "plangen.unit";
  var DIGITS = /^\s*[+\-−]?[\d,]+(?:\.\d+)?(?:(?:–| 至 | to )[+\-−]?[\d,]+(?:\.\d+)?)?\s*$/;
  var TOKEN = /[\d,]+(?:\.\d+)?/g;
  var MOST = 6;
  var chosen = remembered(), due = false;

  function language() {
    var lang = document.documentElement.lang;
    return /^zh-(Hant|TW|HK)/.test(lang) ? "zh-Hant" : /^zh/.test(lang) ? "zh" : "en";
  }

  function remembered() { try { return localStorage.getItem(KEY) || ""; } catch (refused) { return ""; } }

  function remember(name) {
    try { if (name) { localStorage.setItem(KEY, name); } else { localStorage.removeItem(KEY); } } catch (refused) { /* this page only */ }
  }

  /** The unit that a text names: `万元/人/月` is 万元 with a rest; null for what is no money. */
  function moneyOf(text) {
    var parts = /^(\s*)([^/]+?)(\/.*)?$/.exec(text || "");
    return parts && parts[2] in KNOWN ? { before: parts[1], name: parts[2], rest: parts[3] || "" } : null;
  }

  /** The digits with their point moved: `1,092` by 4 is `10,920,000`, by −4 `0.1092`. */
  function moved(digits, places) {
    var parts = digits.replace(/,/g, "").split("."), rest = parts[1] || "", point = parts[0].length + places;
    var all = "0".repeat(Math.max(0, 1 - point)) + parts[0] + rest;
    point = Math.max(1, point);
    all += "0".repeat(Math.max(0, point - all.length));
    var whole = all.slice(0, point).replace(/^0+(?=\d)/, ""), decimals = all.slice(point).replace(/0+$/, "");
    return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (decimals ? "." + decimals : "");
  }

  /** The text with its numbers in another power of ten; `exact` are the amounts in 元 where the text is rounded. */
  function shifted(text, places, power, exact) {
    var ends = exact ? exact.split("..") : [], index = 0;
    return text.replace(TOKEN, function (digits) {
      var end = ends.length ? ends[Math.min(index, ends.length - 1)].replace("-", "") : "";
      index += 1;
      return end ? moved(end, -power) : moved(digits, places);
    });
  }

  /** The text of a cell that holds its digits, as it was written; null where it has none. */
  function digitsOf(cell) {
    var walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (var node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node.written || (DIGITS.test(node.data) && !node.parentElement.closest(".pg-sr, .pg-missing, .pg-u, a"))) {
        node.written = node.written || node.data;
        return node;
      }
    }
    return null;
  }

  function written(element) { return (element.written = element.written || element.textContent); }

  function name(element, money, unit) {
    element.textContent = unit ? money.before + unit + money.rest : written(element);
  }

  function decimals(text) { return (text.split(".")[1] || "").length; }

  /** Under one heading exact amounts have the same number of decimals, so that digits align; very long ones do not spread. */
  function align(nodes) {
    var most = Math.max.apply(null, nodes.map(function (node) { return decimals(node.data); }));
    nodes.forEach(function (node) {
      var lacks = most - decimals(node.data);
      if (most <= MOST && lacks) { node.data += (decimals(node.data) ? "" : ".") + "0".repeat(lacks); }
    });
  }

  function isExact(node) { return !/[–至]| to /.test(node.data) && !node.parentElement.querySelector(".pg-about, .pg-bound"); }

  function column(head, cells, unit) {
    var own = head.querySelector(".pg-unit"), above = moneyOf(head.dataset.written || head.dataset.money), nodes = [];
    if (above) { head.dataset.written = above.name; head.dataset.money = unit || above.name; }
    var inHead = own && moneyOf(written(own));
    if (inHead) { name(own, inHead, unit); above = inHead; }
    cells.forEach(function (cell) {
      var node = cell && digitsOf(cell), suffix = cell && cell.querySelector(".pg-u");
      var money = suffix ? moneyOf(written(suffix)) : above;
      if (!node || !money) { return; }
      if (suffix) { name(suffix, money, unit); }
      var places = unit ? KNOWN[money.name] - KNOWN[unit] : 0, holder = node.parentElement.closest("[data-amount]");
      node.data = places ? shifted(node.written, places, KNOWN[unit], holder && holder.dataset.amount) : node.written;
      if (places && !suffix && isExact(node)) { nodes.push(node); }
    });
    if (nodes.length) { align(nodes); }
  }

  /** The columns of numbers of a table, each with its cells. */
  function columns(table) {
    var rows = Array.from(table.tHead.rows), heads = Array.from(rows[rows.length - 1].cells);
    return heads.map(function (head, index) {
      return { head: head, cells: Array.from(table.tBodies[0].rows, function (row) { return row.cells[index]; }) };
    }).filter(function (each) { return each.head.matches(".pg-n"); });
  }

  function unitOf(each) {
    var own = each.head.querySelector(".pg-unit");
    return moneyOf(each.head.dataset.money) || (own && moneyOf(own.textContent));
  }

  /** The unit in which a table shows its money: empty where it has several. */
  function shownIn(table) {
    var names = columns(table).map(unitOf).filter(Boolean).map(function (money) { return money.name; });
    return names.every(function (each) { return each === names[0]; }) ? names[0] : "";
  }

  function apply() {
    var unit = chosen in UNITS[language()] ? chosen : "";
    due = false;
    document.querySelectorAll(".pg-table .pg-grid").forEach(function (table) {
      columns(table).forEach(function (each) { column(each.head, each.cells, unit); });
    });
    document.querySelectorAll(".pg-units").forEach(function (group) {
      group.querySelectorAll("button").forEach(function (button) {
        button.setAttribute("aria-pressed", String(button.textContent === shownIn(group.table)));
      });
    });
    document.dispatchEvent(new Event("plangen-shown"));
  }

  document.addEventListener("plangen-table", function (event) {
    var at = event.detail, words = WORDS[language()];
    if (!columns(at.table).some(unitOf)) { return; }
    var group = document.createElement("span");
    group.className = "pg-units";
    group.table = at.table;
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", words.unit);
    Object.keys(UNITS[language()]).forEach(function (each) {
      group.append(at.button(each, function () {
        chosen = chosen === each ? "" : each;   // pressed again: as the plan has it
        remember(chosen);
        apply();
        at.say(words.unit + " " + (chosen || shownIn(at.table)));
      }));
    });
    at.tools.prepend(group);
    if (!due) { due = true; Promise.resolve().then(apply); }   // once, when all tables have told themselves
  });
})();
