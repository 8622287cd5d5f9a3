/* Why this number: a panel with formula, inputs and source of every figure, from a data file beside the pages. */
(function () {
  "use strict";

  var WORDS = {
    zh: {
      why: "这个数怎么来的", close: "关闭", back: "返回", inputs: "由这些数得出", source: "写在", users: "用到它的",
      last: "上年", none: "没有别的数字用到它", missing: "没有这个数字的说明", origins: "数字的由来", edit: "打开文件"
    },
    "zh-Hant": {
      why: "這個數怎麼來的", close: "關閉", back: "返回", inputs: "由這些數得出", source: "寫在", users: "用到它的",
      last: "上年", none: "沒有別的數字用到它", missing: "沒有這個數字的說明", origins: "數字的由來", edit: "開啟檔案"
    },
    en: {
      why: "Why this number", close: "Close", back: "Back", inputs: "Made from", source: "Written in", users: "Used by",
      last: "Last year", none: "No other figure uses it", missing: "Nothing is known of this number",
      origins: "Where the numbers come from", edit: "Open the file"
    }
  };
  var figures = null;   // address → [label, value, how, [[sign, address]…], [users…], place, url, last]
  var source = "";      // the file that they are from; another plan's pages name another one
  var waiting = [];
  var dialog = null;
  var trail = [];

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
  window.plangenOrigins = function (data) {
    if (document.currentScript && document.currentScript.src !== source) { return; }
    figures = data;
    waiting.splice(0).forEach(function (action) { action(); });
  };

  /** The address of the data file of the page that is shown; none where it has no numbers. */
  function named() {
    var meta = document.querySelector('meta[name="plangen-origins"]');
    return meta ? new URL(meta.getAttribute("content"), document.baseURI).href : "";
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
    var own = label.split(" · ");
    var shared = other.split(" · ");
    var index = 0;
    while (index < own.length - 1 && own[index] === shared[index]) { index += 1; }
    return own.slice(index).join(" · ");
  }

  function row(sign, address) {
    var figure = figureOf(address);
    var label = figure ? apart(figure[0], figureOf(dialog.dataset.address)[0]) : address;
    var item = make("li", "pg-why__row");
    item.appendChild(make("span", "pg-why__sign", sign));
    item.appendChild(make("span", "pg-why__value", figure ? figure[1] : "—"));
    var name = figure && figure[2] !== null ? make("button", "pg-why__name", label) : make("span", "", label);
    if (name.tagName === "BUTTON") {
      name.type = "button";
      name.addEventListener("click", function () { trail.push(dialog.dataset.address); show(address); });
    }
    item.appendChild(name);
    return item;
  }

  function list(title, rows, empty) {
    var part = make("section");
    part.appendChild(make("h3", "", title));
    if (!rows.length) { part.appendChild(make("p", "pg-why__quiet", empty)); return part; }
    var items = make("ul");
    rows.forEach(function (each) { items.appendChild(row(each[0], each[1])); });
    part.appendChild(items);
    return part;
  }

  function place(figure) {
    var part = make("p", "pg-why__place", word("source") + " ");
    if (figure[6]) {
      var link = make("a", "", figure[5]);
      link.href = figure[6];
      link.rel = "noopener";
      part.appendChild(link);
    } else {
      part.appendChild(make("code", "", figure[5]));
    }
    return part;
  }

  function body(address) {
    var figure = figureOf(address);
    var box = make("div", "pg-why__body");
    if (!figure) { box.appendChild(make("p", "", word("missing"))); box.appendChild(make("code", "", address)); return box; }
    box.appendChild(make("h2", "", figure[0]));
    box.appendChild(make("p", "pg-why__number", figure[1]));
    if (figure[2]) { box.appendChild(make("p", "pg-why__how", figure[2])); }
    if (figure[3].length) { box.appendChild(list(word("inputs"), figure[3], "")); }
    if (figure[5]) { box.appendChild(place(figure)); }
    if (figure[7]) { box.appendChild(make("p", "pg-why__last", word("last") + " " + figure[7])); }
    box.appendChild(list(word("users"), figure[4].map(function (user) { return ["", user]; }), word("none")));
    box.appendChild(make("code", "pg-why__address", address));
    return box;
  }

  function tool(text, className, action) {
    var button = make("button", "pg-tool " + className, text);
    button.type = "button";
    button.addEventListener("click", action);
    return button;
  }

  function show(address) {
    dialog.dataset.address = address;
    var head = make("div", "pg-why__head");
    if (trail.length) { head.appendChild(tool("← " + word("back"), "", function () { show(trail.pop()); })); }
    head.appendChild(tool(word("close"), "pg-why__close", function () { dialog.close(); }));
    dialog.replaceChildren(head, body(address));
    dialog.scrollTop = 0;
    var title = dialog.querySelector("h2");
    if (title) { title.tabIndex = -1; title.focus(); }
  }

  /** Open the panel of a figure; charts call this too. */
  window.plangenWhy = function (address) {
    load(function () {
      if (!dialog) {
        dialog = make("dialog", "pg-why");
        dialog.addEventListener("click", function (event) { if (event.target === dialog) { dialog.close(); } });
        document.body.appendChild(dialog);
      }
      trail = [];
      dialog.setAttribute("aria-label", word("why"));
      show(address);
      dialog.showModal();
    });
  };

  function open(number) { window.plangenWhy(number.dataset.address); }

  /** In a table one number is a tab stop and the arrow keys lead to its neighbours, as in a spreadsheet. */
  function move(number, key) {
    var cell = number.closest("td, th");
    var line = cell && cell.parentElement;
    if (!line) { return null; }
    if (key === "ArrowLeft" || key === "ArrowRight") {
      var step = key === "ArrowLeft" ? "previousElementSibling" : "nextElementSibling";
      for (cell = cell[step]; cell; cell = cell[step]) {
        var near = cell.querySelector("[data-address]");
        if (near) { return near; }
      }
      return null;
    }
    var lines = Array.from(line.closest("table").rows);
    var way = key === "ArrowUp" ? -1 : 1;
    for (var index = lines.indexOf(line) + way; lines[index]; index += way) {
      var there = lines[index].cells[cell.cellIndex];
      var found = there && there.querySelector("[data-address]");
      if (found) { return found; }
    }
    return null;
  }

  function onKey(event) {
    var number = event.currentTarget;
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(number); return; }
    if (!/^Arrow/.test(event.key)) { return; }
    var next = move(number, event.key);
    if (next) {
      event.preventDefault();
      number.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    }
  }

  function prepare() {
    var tables = new Set();
    document.querySelectorAll(".pg [data-address]").forEach(function (number) {
      var table = number.closest("table");
      number.setAttribute("role", "button");
      number.setAttribute("aria-haspopup", "dialog");
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
    document.querySelectorAll(".pg [data-address]").forEach(function (number) {
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
    document.querySelector(".pg").appendChild(part);
  }

  /** A page has been shown: its numbers answer, and their data come when there is time. */
  function start() {
    if (dialog && dialog.open) { dialog.close(); }
    if (named() !== source) {
      figures = null;
      waiting = [];
      source = named();
    }
    prepare();
    (window.requestIdleCallback || function (action) { setTimeout(action, 1500); })(function () { load(function () {}); });
  }

  window.addEventListener("beforeprint", appendix);
  if (window.document$ && window.document$.subscribe) { window.document$.subscribe(start); } else { start(); }
})();
