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
  var NAMED = new RegExp("^(.*?\\s|)(" + Object.keys(KNOWN).join("|") + ")(/.*)?$");
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

  /** The unit that a text ends with: `万元/人/月` is 万元 with a rest; null for what is no money. */
  function moneyOf(text) {
    var parts = NAMED.exec(text || "");
    return parts && { before: parts[1], name: parts[2], rest: parts[3] || "" };
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

  /** A head that says months or nothing names the unit that the reader chose, so that what is read is what is meant. */
  function nameIn(head, unit) {
    head.querySelectorAll(".pg-unit--chosen").forEach(function (old) { old.remove(); });
    if (!unit) { return; }
    var named = document.createElement("span");
    named.className = "pg-unit pg-unit--chosen";
    named.textContent = unit;
    (head.querySelector(".pg-sort") || head).append(named);
  }

  /** A head or a cell whose unit stands nowhere in it keeps the unit of the plan beside the one that is shown. */
  function silent(place) { return moneyOf(place.dataset.written || place.dataset.money); }

  function tell(place, money, unit) {
    place.dataset.written = money.name + money.rest;
    place.dataset.money = (unit || money.name) + money.rest;
  }

  /** The heading of a row names the unit of its amounts where columns have several. */
  function nameRow(cell, unit) {
    var named = Array.from(cell.parentElement.cells[0].querySelectorAll(".pg-muted")).pop(), money = named && moneyOf(written(named));
    if (money) { name(named, money, unit); }
  }

  /** The unit of a column as its head has it, written there or not. */
  function ofHead(head) {
    var own = head.querySelector(".pg-unit:not(.pg-unit--chosen)"), money = own && moneyOf(written(own));
    return { money: money || silent(head), own: money && own };
  }

  function column(head, cells, unit) {
    var above = ofHead(head), nodes = [];
    if (above.own) { name(above.own, above.money, unit); }
    if (above.money && !above.own) {
      tell(head, above.money, unit);
      nameIn(head, unit);
    }
    cells.forEach(function (cell) {
      var suffix = cell && cell.querySelector(".pg-u"), own = cell && silent(cell);
      var money = suffix ? moneyOf(written(suffix)) : own || above.money, node = money && cell && digitsOf(cell);
      if (!node) { return; }
      if (suffix) { name(suffix, money, unit); } else if (!above.own) { nameRow(cell, unit); }
      if (own) { tell(cell, own, unit); }
      var places = unit ? KNOWN[money.name] - KNOWN[unit] : 0, holder = node.parentElement.closest("[data-amount]");
      node.data = places ? shifted(node.written, places, KNOWN[unit], holder && holder.dataset.amount) : node.written;
      if (places && !suffix && !own && isExact(node)) { nodes.push(node); }
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

  /** The units of money that a table shows now, in heads and in cells. */
  function shownIn(table) {
    var names = new Set();
    function add(text) { var money = moneyOf(text); if (money) { names.add(money.name); } }
    columns(table).forEach(function (each) {
      add(each.head.dataset.money);
      each.head.querySelectorAll(".pg-unit").forEach(function (unit) { add(unit.textContent); });
      each.cells.forEach(function (cell) {
        var suffix = cell && cell.querySelector(".pg-u");
        if (cell) { add(suffix ? suffix.textContent : cell.dataset.money); }
      });
    });
    return Array.from(names);
  }

  function apply() {
    var unit = chosen in UNITS[language()] ? chosen : "";
    due = false;
    document.querySelectorAll(".pg-grid").forEach(function (table) {
      columns(table).forEach(function (each) { column(each.head, each.cells, unit); });
    });
    document.querySelectorAll(".pg-units").forEach(function (group) {
      group.querySelectorAll("button").forEach(function (button) {
        button.setAttribute("aria-pressed", String(shownIn(group.table).join() === button.textContent));
      });
    });
    document.dispatchEvent(new Event("plangen-shown"));
  }

  document.addEventListener("plangen-table", function (event) {
    var at = event.detail, words = WORDS[language()];
    if (!due) { due = true; Promise.resolve().then(apply); }   // once, when all tables have told themselves
    if (!shownIn(at.table).length) { return; }
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
        at.say(words.unit + " " + (chosen || shownIn(at.table).join(" / ")));
      }));
    });
    at.tools.prepend(group);
  });
})();
