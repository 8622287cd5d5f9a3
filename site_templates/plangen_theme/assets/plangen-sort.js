/* Sort a table by a column: by what a cell is worth, not by how it is written. A third press restores the plan's order. */
(function () {
  "use strict";

  var WORDS = {
    zh: { sort: "排序", up: "{}：从小到大", down: "{}：从大到小", off: "按计划的顺序" },
    "zh-Hant": { sort: "排序", up: "{}：從小到大", down: "{}：從大到小", off: "按計劃的順序" },
    en: { sort: "Sort", up: "{}: ascending", down: "{}: descending", off: "in the plan's order" }
  };
  var LEAST = 4;
  var SCALES = { "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, k: 1e3, m: 1e6, "%": 1e-2, "‰": 1e-3 };
  var NUMBER = /^(?:约|about)?\s*([≥≤><]?)\s*(?:CN¥\s*)?([+\-−]?[\d,]*\.?\d+)(?:\s*(?:–|至|to)\s*([+\-−]?[\d,]*\.?\d+))?\s*([万萬亿億%‰]|[km]\b)?[^\d]{0,9}$/;
  var SCALE = /^[万萬亿億]|[km](?=\/|$)/;
  var DAY = /^(?:(\d{4})-)?(\d{1,2})-(\d{2})(?!\d)/;
  var NOTHING = /^(|—|待定|TBD|not set)$/;

  /** What a cell says; with 万 or 亿 where it is in another unit than its neighbours. */
  function textOf(cell) {
    var copy = cell.cloneNode(true);
    copy.querySelectorAll(".pg-sr, .pg-sym, .pg-missing, .pg-dot").forEach(function (node) { node.remove(); });
    var text = copy.textContent.replace(/\s+/g, " ").trim(), scale = SCALE.exec(cell.dataset.money || "");
    return scale && !NOTHING.test(text) ? text + " " + scale[0] : text;
  }

  /** A range counts by its low end, then by its high one; of equals ≤ comes first and ≥ last. */
  function numberOf(text) {
    var found = NUMBER.exec(text);
    if (!found) { return null; }
    var ends = [found[2], found[3] || found[2]].map(function (end) {
      return Number(end.replace(/,/g, "").replace("−", "-")) * (SCALES[found[4]] || 1);
    });
    if (/[≤<]/.test(found[1])) { ends[1] = -Infinity; }
    if (/[≥>]/.test(found[1])) { ends[1] = Infinity; }
    return ends;
  }

  function dayOf(text) {
    var found = DAY.exec(text);
    return found && [(Number(found[1] || 0) * 12 + Number(found[2])) * 31 + Number(found[3]), 0];
  }

  /** How the texts of a column are weighed: all of them as days, as numbers, or as words. */
  function weigherOf(texts) {
    return [dayOf, numberOf].find(function (weigh) { return texts.every(weigh); }) || function (text) { return text; };
  }

  function compare(collator, one, other) {
    if (typeof one === "string") { return collator.compare(one, other); }
    return one[0] - other[0] || (one[1] === other[1] ? 0 : one[1] < other[1] ? -1 : 1);
  }

  /** The rows as a tree: children below their parent, what is folded away below a row with it. */
  function treeOf(rows) {
    var root = { depth: -1, parts: [] }, path = [root];
    rows.forEach(function (row) {
      if (row.matches(".pg-under")) { path[path.length - 1].rows.push(row); return; }
      var level = Number((/pg-level(\d)/.exec(row.className) || [0, 0])[1]), body = row.matches(".pg-body");
      var node = { rows: [row], depth: level * 2 + (row.matches(".pg-group") ? 0 : 1), moves: body, parts: [] };
      while (path[path.length - 1].depth >= node.depth) { path.pop(); }
      path[path.length - 1].parts.push(node);
      path.push(node);
    });
    return root;
  }

  /** Sums, the rest and headings of groups stay where they are; between them rows are ordered. */
  function ordered(node, order) {
    var all = [], run = [];
    function close() { all = all.concat(run.sort(order)); run = []; }
    node.parts.forEach(function (part) {
      if (part.moves) { run.push(part); return; }
      close();
      all.push(part);
    });
    close();
    return all.reduce(function (rows, part) { return rows.concat(part.rows, ordered(part, order)); }, []);
  }

  document.addEventListener("plangen-table", function (event) {
    var at = event.detail, words = WORDS[at.language], body = at.table.tBodies[0];
    var plan = Array.from(body.rows), rows = plan.filter(function (row) { return row.matches(".pg-body"); });
    if (rows.length < LEAST || rows.some(function (row) { return row.cells.length !== rows[0].cells.length; })) { return; }
    var collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    var heads = Array.from(at.table.tHead.rows[at.table.tHead.rows.length - 1].cells);

    function sort(index, way) {
      var texts = new Map();
      rows.forEach(function (row) { texts.set(row, textOf(row.cells[index])); });
      var weigh = weigherOf(Array.from(texts.values()).filter(function (text) { return !NOTHING.test(text); }));
      body.append.apply(body, way ? ordered(treeOf(plan), function (one, other) {
        var left = texts.get(one.rows[0]), right = texts.get(other.rows[0]);
        var none = NOTHING.test(left) - NOTHING.test(right);
        return none || (NOTHING.test(left) ? 0 : way * compare(collator, weigh(left), weigh(right)));
      }) : plan);
    }

    function press(head, index, name) {
      var first = head.matches(".pg-n") ? -1 : 1, now = { ascending: 1, descending: -1 }[head.getAttribute("aria-sort")] || 0;
      var way = !now ? first : now === first ? -first : 0;
      heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
      if (way) { head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending"); }
      sort(index, way);
      at.say((way ? way > 0 ? words.up : words.down : words.off).replace("{}", name));
    }

    /* A term is a link to what it means, and a link stands in no button: then what comes after it is the button. */
    heads.forEach(function (head, index) {
      if (!head.textContent.trim()) { return; }
      var nodes = Array.from(head.childNodes), name = head.firstChild.textContent;
      var links = nodes.map(function (node) { return node.nodeName === "A"; }).lastIndexOf(true) + 1, parts = nodes.slice(links);
      var button = at.button("", function () { press(head, index, name); });
      button.className = "pg-sort";
      button.title = words.sort;
      if (links) { button.setAttribute("aria-label", words.sort + " " + name); }
      button.append.apply(button, parts.length ? parts : ["⇅"]);
      head.append(button);
    });
  });
})();
