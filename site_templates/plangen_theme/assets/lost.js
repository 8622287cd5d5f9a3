/* The page for addresses that lead nowhere: searches the handbook for the words of the lost address, and for whatever
   the reader types. It knows where it is by its own address, so that it works at any depth and below any prefix. */
(function () {
  "use strict";

  var WORDS = {
    zh: {
      label: "在手册里找", maybe: "也许是要找这些：", none: "没有找到。换个词试试：页面的标题、岗位、数字都可以。"
    },
    "zh-Hant": {
      label: "在手冊裡找", maybe: "也許是要找這些：", none: "沒有找到。換個詞試試：頁面的標題、崗位、數字都可以。"
    },
    en: {
      label: "Search the handbook", maybe: "Perhaps one of these:",
      none: "Nothing found. Try another word: titles of pages, roles, numbers."
    }
  };
  var assets = new URL(".", document.currentScript.src);
  var root = new URL("..", assets);
  var box = document.getElementById("pg-lost");
  var lang = document.documentElement.lang || "zh";
  var words = WORDS[lang] || WORDS[lang.split("-")[0]] || WORDS.zh;
  var steps = path(location.pathname);
  var tongue = /^(?:zh-Hans|zh-Hant|en)$/.test(steps[0] || "") ? steps.shift() + "/" : "";
  var named = /^(?:\d{4}(?:-[\w-]+)?|latest)$/.test(steps[0] || "") ? steps.shift() : "";
  if (steps[0] === "id") { steps.shift(); } /* a permanent address, of a year that was sealed without such */
  var field, list, note, worker, base;

  /* The steps of the lost address below the site, as words. */
  function path(name) {
    var below = name.indexOf(root.pathname) === 0 ? name.slice(root.pathname.length) : name;
    return below.split("/").filter(Boolean).map(decoded).filter(function (step) {
      return step !== "index.html" && step !== "404.html";
    });
  }

  function decoded(step) {
    try { return decodeURIComponent(step); } catch (problem) { return step; }
  }

  /* The item that the address names behind `#`; not a place of the page itself. */
  function item() {
    var id = decoded(location.hash.slice(1));
    return id && !/^(?:_|pg-)/.test(id) ? [id] : [];
  }

  function make(tag, css, text) {
    var made = document.createElement(tag);
    made.className = css;
    made.textContent = text || "";
    box.append(made);
    return made;
  }

  function build() {
    var form = make("form", "pg-lost-form");
    form.setAttribute("role", "search");
    field = document.createElement("input");
    field.type = "search";
    field.name = "query";
    field.setAttribute("aria-label", words.label);
    field.placeholder = words.label;
    field.value = steps.concat(item()).join(" ").replace(/\.html?(?= |$)/, "");
    form.append(field);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    field.addEventListener("input", ask);
    note = make("p", "pg-lost-note");
    note.setAttribute("role", "status");
    list = make("ol", "pg-lost-list");
  }

  function ask() { worker.postMessage({ type: 2, data: field.value }); }

  /* The year and the language that the address names, where the site has them; else the current year. A site without
     years has one index, in its root. */
  function places() {
    if (!box.dataset.year) { return [""]; }
    var current = box.dataset.year + "/", year = /^\d/.test(named) ? named + "/" : current;
    return [tongue + year, tongue + current, current].filter(function (each, i, all) { return all.indexOf(each) === i; });
  }

  function load(left) {
    base = new URL(left[0], root);
    return fetch(new URL("search/search_index.json", base)).then(function (response) {
      if (response.ok) { return response.json(); }
      if (left.length < 2) { throw new Error(String(response.status)); }
      return load(left.slice(1));
    });
  }

  function start(index) {
    worker = new Worker(new URL(box.dataset.worker, assets));
    worker.addEventListener("message", function (event) {
      if (event.data.type === 1) { ask(); } else { show(event.data.data.items); }
    });
    worker.postMessage({ type: 0, data: { docs: index.docs } });
  }

  /* The worker has escaped every text and marked what it found: only the text is taken, never its markup. */
  function show(items) {
    list.textContent = "";
    note.textContent = !field.value.trim() ? "" : items.length ? words.maybe : words.none;
    items.slice(0, 10).forEach(function (group) {
      var item = document.createElement("li");
      group.slice(0, 3).forEach(function (hit) {
        var link = document.createElement("a");
        link.href = new URL(hit.location, base);
        link.textContent = new DOMParser().parseFromString(hit.title, "text/html").body.textContent;
        item.append(link);
      });
      list.append(item);
    });
  }

  build();
  load(places()).then(start, function () { field.parentNode.remove(); });
})();
