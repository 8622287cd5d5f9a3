/* Why this number: a panel with formula, inputs and source of every figure, from a data file beside the pages. */
(function () {
  "use strict";

  var WORDS = {
    zh: {
      why: "这个数怎么来的", close: "关闭", back: "返回", title: "为什么是 {n}？", made: "怎么算的", more: "另有 {n} 个", source: "写在", users: "谁在用它",
      last: "上年", none: "没有别的数字用到它", missing: "没有这个数字的说明", origins: "数字的由来", edit: "打开文件"
    },
    "zh-Hant": {
      why: "這個數怎麼來的", close: "關閉", back: "返回", title: "為什麼是 {n}？", made: "怎麼算的", more: "另有 {n} 個", source: "寫在", users: "誰在用它",
      last: "上年", none: "沒有別的數字用到它", missing: "沒有這個數字的說明", origins: "數字的由來", edit: "開啟檔案"
    },
    en: {
      why: "Why this number", close: "Close", back: "Back", title: "Why {n}?", made: "How it is made", more: "{n} more", source: "Written in", users: "Used by",
      last: "Last year", none: "No other figure uses it", missing: "Nothing is known of this number",
      origins: "Where the numbers come from", edit: "Open the file"
    }
  };
  var figures = null;   // address → [label, value, how, [[sign, address]…], [users…], place, url, last]
  var source = "";      // the file that they are from; another plan's pages name another one
  var waiting = [];
  var box = null;       // what holds the panel: a row under the number's own, or a dialog
  var asked = null;     // the number that was asked
  var trail = [];
  var STEPS = 5;

  function word(key) {
    var lang = document.documentElement.lang;
    return (WORDS[lang] || WORDS[/^zh/.test(lang) ? "zh" : "en"])[key];
  }

  function make(tag, className, text) {
    var node = document.createElement(tag);
    if (className) { node.className = className; }
    if (text !== undefined) { node.textContent = text; }
    return node;
  }

  /** The data file calls this with its content; what comes too late, for a page that has been left, is dropped. */
  window.plangenOrigins = function (data, pages) {
    if (document.currentScript && document.currentScript.src !== source) { return; }
    figures = data;
    window.plangenNumbers.tell(pages);
    waiting.splice(0).forEach(function (action) { action(); });
  };

  /** The address of the data file of the page that is shown, and what the page is called there; none without numbers. */
  function named() {
    var meta = document.querySelector('meta[name="plangen-origins"]');
    return meta ? new URL(meta.getAttribute("content"), document.baseURI).href.split("#") : ["", ""];
  }

  function load(action) {
    if (figures || !source) { action(); return; }
    waiting.push(action);
    if (waiting.length > 1) { return; }
    var script = make("script");
    script.src = source;
    script.onload = function () { script.remove(); };
    script.onerror = function () {
      script.remove();
      waiting.splice(0).forEach(function (run) { run(); });
    };
    document.head.appendChild(script);
  }

  function figureOf(address) { return (figures || {})[address]; }

  /** What a figure is called, without the first parts that it shares with another one: plan, item, measure. */
  function apart(label, other) {
    var dot = /^zh/.test(document.documentElement.lang) ? "·" : " · ";
    var own = label.split(dot);
    var shared = other.split(dot);
    var index = 0;
    while (index < own.length - 1 && own[index] === shared[index]) { index += 1; }
    return own.slice(index).join(dot);
  }

  /** A figure that another one is made from, or that uses it; `told`: with the place that it was written at. */
  function row(sign, address, told) {
    var figure = figureOf(address);
    var label = figure ? apart(figure[0], figureOf(box.dataset.shown)[0]) : address;
    var item = make("li", "pg-why__row" + (sign ? "" : " pg-why__row--bare"));
    var name = figure && figure[2] !== null ? make("button", "pg-why__name", label) : make("span", "", label);
    if (name.tagName === "BUTTON") {
      name.type = "button";
      name.addEventListener("click", function () { trail.push(box.dataset.shown); show(address); });
    }
    if (sign) { item.append(make("span", "pg-why__sign", sign)); }
    item.append(name, make("span", "pg-why__value", figure ? figure[1] : "—"));
    if (told && figure && figure[5]) { item.append(written(figure, "span", figure[2])); }
    return item;
  }

  function lines(rows) {
    var items = make("ul");
    items.append.apply(items, rows);
    return items;
  }

  /** The first rows are seen, the others unfold. */
  function list(rows) {
    if (rows.length <= STEPS + 1) { return [lines(rows)]; }
    var rest = make("details");
    rest.append(make("summary", "", word("more").replace("{n}", rows.length - STEPS)), lines(rows.slice(STEPS)));
    return [lines(rows.slice(0, STEPS)), rest];
  }

  /** Where a number was written, and how it came about. */
  function written(figure, tag, how) {
    var part = make(tag, "pg-why__place", how ? how + "　" : word("source") + " ");
    var file = make(figure[6] ? "a" : "code", "", figure[5]);
    if (figure[6]) { file.href = figure[6]; file.rel = "noopener"; }
    part.append(file);
    return part;
  }

  function section(title, children) {
    var part = make("section");
    part.append(make("h3", "", title));
    part.append.apply(part, children);
    return part;
  }

  /** Left the sum with its steps, right what depends on it and what it was last year. */
  function body(address) {
    var figure = figureOf(address), inside = make("div", "pg-why__body");
    if (!figure) { inside.append(make("p", "pg-why__title", word("missing")), make("code", "pg-why__address", address)); return inside; }
    var left = make("div"), right = make("div");
    left.append(make("p", "pg-why__title", word("title").replace("{n}", figure[1])), make("p", "pg-why__name-of", figure[0]));
    left.append(make("code", "pg-why__address", address));
    if (figure[3].length) { left.append(section(word("made"), list(figure[3].map(function (each) { return row(each[0], each[1], true); })))); }
    var result = make("p", "pg-why__result");
    result.append(make("span", "", figure[2] || ""), make("b", "pg-why__number", figure[1]));
    left.append(result);
    if (figure[5]) { left.append(written(figure, "p")); }
    var users = figure[4].map(function (user) { return row("", user); });
    right.append(section(word("users"), users.length ? list(users) : [make("p", "pg-why__quiet", word("none"))]));
    if (figure[7]) { right.append(section(word("last"), [make("p", "pg-why__last", figure[7])])); }
    inside.append(left, right);
    return inside;
  }

  function tool(text, className, action) {
    var button = make("button", "pg-tool " + className, text);
    button.type = "button";
    button.addEventListener("click", action);
    return button;
  }

  function show(address) {
    box.dataset.shown = address;
    var head = make("div", "pg-why__head");
    if (trail.length) { head.append(tool("← " + word("back"), "", function () { show(trail.pop()); })); }
    head.append(tool(word("close") + " ✕", "pg-why__close", close));
    box.replaceChildren(head, body(address));
    box.scrollTop = 0;
    var title = box.querySelector(".pg-why__title");
    title.tabIndex = -1;
    title.focus({ preventScroll: box.tagName !== "DIALOG" });
  }

  /** Put the panel away; who asked has the keyboard again. */
  function close() {
    if (!box) { return; }
    var line = box.closest(".pg-whyrow"), number = asked;
    if (line) { line.remove(); } else { box.close(); box.remove(); }
    box = asked = null;
    if (number) {
      number.removeAttribute("aria-expanded");
      number.closest("td, th, p, div").classList.remove("pg-asked");
      number.focus({ preventScroll: true });
    }
  }

  /** Whether a row can open under a number's row: not under a head, nor where a cell reaches over several rows. */
  function takesRow(number) {
    var table = number && number.closest(".pg-grid"), line = number && number.closest("tr");
    return table && line.closest("tbody, tfoot") && !line.closest(".pg-under") && !table.querySelector("td[rowspan], tbody th[rowspan]");
  }

  /** The place of the panel: a row as wide as the table, so that nothing is covered; elsewhere a dialog. */
  function makeBox(number) {
    if (!takesRow(number)) {
      box = make("dialog", "pg-why");
      box.addEventListener("click", function (event) { if (event.target === box) { close(); } });
      box.addEventListener("cancel", function (event) { event.preventDefault(); close(); });
      document.body.append(box);
      return;
    }
    var line = number.closest("tr"), row = make("tr", "pg-under pg-whyrow"), cell = make("td");
    cell.colSpan = Array.from(line.cells).reduce(function (sum, each) { return sum + each.colSpan; }, 0);
    box = make("div", "pg-why");
    box.setAttribute("role", "region");
    box.addEventListener("keydown", function (event) { if (event.key === "Escape") { event.stopPropagation(); close(); } });
    number.setAttribute("aria-expanded", "true");
    number.closest("td, th").classList.add("pg-asked");
    cell.append(box);
    row.append(cell);
    line.after(row);
    box.style.maxWidth = line.closest("table").parentElement.clientWidth + "px";   // wide tables scroll, the panel does not
  }

  /** Open the panel of a figure; charts call this too, without a number. A plan as one document has no such data. */
  window.plangenWhy = function (address, number) {
    if (!source) { return; }
    load(function () {
      close();
      makeBox(number);
      asked = number || null;
      trail = [];
      box.setAttribute("aria-label", word("why"));
      if (box.tagName === "DIALOG") { box.showModal(); }   // before it is filled: what is closed takes no focus
      show(address);
      if (box.tagName !== "DIALOG") { box.scrollIntoView({ block: "nearest" }); }
    });
  };

  /** Asked again, the panel closes. */
  function open(number) {
    if (number === asked) { close(); } else { load(function () { window.plangenWhy(number.dataset.address, number); }); }
  }

  function onKey(event) {
    var number = event.currentTarget;
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(number); return; }
    if (!/^Arrow/.test(event.key)) { return; }
    var next = window.plangenNear(number, event.key);
    if (next) {
      event.preventDefault();
      number.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    }
  }

  function prepare() {
    var tables = new Set();
    if (!source) { return; }
    window.plangenNumbers.read(named()[1]).forEach(function (number) {
      var table = number.closest("table");
      number.setAttribute("role", "button");
      number.title = word("why");
      number.tabIndex = table && tables.has(table) ? -1 : 0;
      if (table) { tables.add(table); }
      number.addEventListener("click", function () { open(number); });
      number.addEventListener("keydown", onKey);
    });
  }

  /** On paper the same stands as a list at the end of the page, as far as the figures are computed. */
  function appendix() {
    var old = document.querySelector(".pg-origins");
    if (old) { old.remove(); }
    if (!figures) { return; }
    var seen = new Set();
    var before = "";
    var items = make("ol");
    document.querySelectorAll(".pg .pg-num").forEach(function (number) {
      var address = number.dataset.address;
      var figure = figureOf(address);
      var made = / [+−] /.test(" " + address);   // said by the table itself: this year less last year
      if (!figure || !figure[3].length || made || seen.has(address) || number.closest(".pg-data, .pg-under")) { return; }
      seen.add(address);
      var parts = figure[3].map(function (each) {
        var input = figureOf(each[1]);
        return (each[0] ? each[0] + " " : "") + (input ? input[1] + "（" + apart(input[0], figure[0]) + "）" : each[1]);
      });
      var name = apart(figure[0], before);
      before = figure[0];
      items.appendChild(make("li", "", name + " " + figure[1] + " ← " + figure[2] + "：" + parts.join(" ")));
    });
    if (!items.children.length) { return; }
    var part = make("section", "pg-origins");
    part.appendChild(make("h2", "", word("origins")));
    part.appendChild(items);
    document.querySelector("article.pg").appendChild(part);
  }

  /** A page has been shown: its numbers answer, and their data come when there is time. */
  function start() {
    asked = null;
    close();
    if (named()[0] !== source) {
      figures = null;
      waiting = [];
      source = named()[0];
      window.plangenNumbers.tell({});
    }
    prepare();
    (window.requestIdleCallback || function (action) { setTimeout(action, 1500); })(function () { load(function () {}); });
  }

  window.addEventListener("beforeprint", appendix);
  if (window.document$ && window.document$.subscribe) { window.document$.subscribe(start); } else { start(); }
})();
