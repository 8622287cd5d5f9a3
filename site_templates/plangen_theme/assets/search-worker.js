/* The search's worker, in the place of the theme's own. It speaks the theme's protocol (0 set up, 1 ready, 2 asked,
   3 answered), so that the dialog and its keys stay the theme's. What is found is told by search-finding.js, whose name
   stands in this file's own address (`?with=`). Texts become HTML only here, each escaped before it is marked.
   `@2025` among the terms asks for another year too: its index is loaded when it is first asked for. */
(function () {
  "use strict";

  var WORDS = {
    zh: { nearest: "没有一字不差的，下面是最接近的", elsewhere: "别处没有一字不差的，下面是最接近的" },
    "zh-Hant": { nearest: "沒有一字不差的，下面是最接近的", elsewhere: "別處沒有一字不差的，下面是最接近的" },
    en: {
      nearest: "Nothing reads exactly like that; this comes nearest",
      elsewhere: "Nothing elsewhere reads exactly like that; this comes nearest"
    }
  };
  var BETWEEN = " · ";
  var SHOWN = 3, MOST = 20, AROUND = 24, LONG = 72;
  var YEAR = /^[@＠](\d{4}(?:-[\w-]+)?)$/;
  /* From a folder there are no workers: the page then runs this in a frame, where only the script knows its address. */
  var here = self.document && document.currentScript ? document.currentScript.src : String(self.location);
  var finding = new URL((/[?&]with=([^&?]+)/.exec(here) || ["", ""])[1].replace(/^.*\//, ""), here).href;
  var ready = Promise.resolve(self.importScripts(finding));
  var own = null, years = {}, asked = 0;

  self.addEventListener("message", function (event) {
    var said = event.data;
    if (said.type === 0) {
      ready.then(function () {
        own = self.plangenFinding.load(said.data.docs, "");
        self.postMessage({ type: 1 });
      });
    } else if (said.type === 2) {
      ready.then(function () { answer(String(said.data || "")); });
    }
  });

  /* Tell what is there now; and once more when the other years have come, if nobody has asked anew meanwhile. */
  function answer(query) {
    var turn = ++asked, parts = query.split(/\s+/), names = [], late = [];
    var rest = parts.filter(function (part) {
      var year = YEAR.exec(part);
      if (year && year[1] !== own.year && names.indexOf(year[1]) < 0) { names.push(year[1]); }
      return !year;
    }).join(" ");
    tell(rest, names);
    names.forEach(function (name) { if (years[name] === undefined) { late.push(other(name)); } });
    if (late.length) {
      Promise.all(late).then(function () { if (turn === asked) { tell(rest, names); } });
    }
  }

  /* Where another year is: in the folder of this one's language. */
  function root(name) { return new URL("../" + own.folder + name + "/", here).href; }

  function other(name) {
    var url = root(name) + "search/search_index.";
    var read = !/^http/.test(location.protocol) ? script(url + "js") : fetch(url + "json").then(function (response) {
      return response.ok ? response.json() : Promise.reject(response.status);
    });
    return read.then(function (index) { years[name] = self.plangenFinding.load(index.docs, name); },
      function () { years[name] = null; });
  }

  function script(url) {
    return Promise.resolve().then(function () { return self.importScripts(url); })
      .then(function () { return self.__index; });
  }

  function tell(query, names) {
    var wanted = self.plangenFinding.terms(query), lists = [];
    if (wanted.length) {
      lists.push(search(own, "", wanted));
      names.forEach(function (name) {
        if (years[name]) { lists.push(search(years[name], root(name), wanted)); }
      });
    }
    self.postMessage({ type: 3, data: { items: inTurn(lists) } });
  }

  /* The best of each year, then the second of each: who asks for another year wants to see it. */
  function inTurn(lists) {
    var all = [], most = Math.max.apply(null, [0].concat(lists.map(function (list) { return list.length; })));
    for (var place = 0; place < most; place++) {
      lists.forEach(function (list) { if (list[place]) { all.push(list[place]); } });
    }
    return all;
  }

  function search(index, base, wanted) {
    var found = self.plangenFinding.find(index, wanted), marks = texts(wanted), near = { found: [] }, note;
    if (!found.length || (found.every(aside) && self.plangenFinding.HAN.test(marks.join()))) {
      near = self.plangenFinding.nearly(index, wanted);
      note = '<span class="pg-found-note">' + told(found.length ? "elsewhere" : "nearest") + "</span>";
    }
    var there = found.map(function (each) { return each.page; });
    var more = near.found.filter(function (each) { return there.indexOf(each.page) < 0; });
    return found.map(function (each) { return group(index, base, each, marks, ""); }).concat(
      more.map(function (each, place) { return group(index, base, each, near.marks, place ? "" : note); }));
  }

  /* A page that only lists what stands elsewhere. */
  function aside(each) { return each.aside; }

  function told(key) {
    return (WORDS[own.language] || WORDS[(own.language || "zh").split("-")[0]] || WORDS.zh)[key];
  }

  function texts(wanted) {
    var all = [];
    wanted.forEach(function (one) { all.push(one.text); all = all.concat(one.also); });
    return all;
  }

  /* One page of the answer: the page itself, then what was found on it; the theme folds away what scores less. */
  function group(index, base, each, marks, note) {
    var page = each.page, hits = each.hits.length ? each.hits.slice(0, MOST) : first(page);
    var colon = /^zh/.test(index.language || "zh") ? "：" : ": ";
    var title = note + '<span class="pg-found-title">' + marked(page.title, marks) + "</span>" +
      '<span class="pg-found-place">' + marked(page.place, marks) + "</span>" +
      '<span class="pg-found-year">' + marked(index.title || "", []) + "</span>";
    var items = [item(base + encodeURI(page.url || (base ? "" : "./")), title, "", 1)];
    hits.forEach(function (hit, place) {
      var entry = hit.entry, anchor = entry.anchor ? encodeURIComponent(entry.anchor) : "pg-content";
      var name = entry.name || "", text = excerpt(said(entry, colon), marks, name);
      items.push(item(base + encodeURI(page.url || (base ? "" : "./")) + "#" + anchor,
        (entry.kind ? '<span class="pg-found-kind">' + marked(entry.kind, []) + "</span>" : "") +
        '<span class="pg-found-name">' + (marked(name, marks) || text) + "</span>" +
        (entry.value ? '<span class="pg-found-value">' + head(entry) + marked(entry.value, marks) + "</span>" : ""),
        name && text ? "<p>" + text + "</p>" : "", place < SHOWN ? 1 : 0.5));
    });
    return items;
  }

  /* What a page begins with, where its title and place alone have what was asked for. */
  function first(page) {
    return page.entries.filter(function (entry) { return entry.text; }).slice(0, 1)
      .map(function (entry) { return { entry: entry }; });
  }

  /* The words around a hit; what stands in a table says of which column it is. */
  function said(entry, colon) {
    return entry.text.split(BETWEEN).map(function (part, place) {
      return entry.heads[place + 1] ? entry.heads[place + 1] + colon + part : part;
    }).join(BETWEEN);
  }

  function head(entry) {
    return entry.heads[0] ? '<span class="pg-found-head">' + escaped(entry.heads[0]) + "</span> " : "";
  }

  function item(location, title, text, score) {
    return { location: location, title: title, text: text, score: score, terms: {} };
  }

  /* The stretch of a text around the first mark that the name above it does not have, from the beginning of a part
     where one begins before the mark. */
  function excerpt(text, marks, name) {
    var above = self.plangenFinding.fold(name), places, start, part;
    if (text.length <= LONG) { return marked(text, marks); }
    places = stretches(text, marks.filter(function (mark) { return above.indexOf(mark) < 0; }));
    start = places.length ? Math.max(0, places[0][0] - AROUND) : 0;
    start = Math.min(start, Math.max(0, text.length - LONG));
    part = start ? text.indexOf(BETWEEN, start) + BETWEEN.length : 0;
    if (part >= BETWEEN.length && places.length && part <= places[0][0]) { start = part; }
    return (start ? "…" : "") + marked(text.substr(start, LONG), marks) + (start + LONG < text.length ? "…" : "");
  }

  /* Where terms stand in a text: pairs of places, none inside another. */
  function stretches(text, marks) {
    var map = [], folded = self.plangenFinding.fold(text, map), found = [];
    marks.forEach(function (mark) {
      var i = folded.indexOf(mark);
      while (i >= 0) {
        found.push([map[i], map[i + mark.length - 1] + 1]);
        i = folded.indexOf(mark, i + mark.length);
      }
      if (/^[a-z]{2,}$/.test(mark) && folded.indexOf(mark) < 0) {
        i = self.plangenFinding.heard(folded, mark);
        if (i >= 0 && text.length < LONG) { found.push([map[i], map[i + mark.length - 1] + 1]); }
      }
    });
    found.sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; });
    return found.filter(function (pair, i) { return !i || pair[0] >= found[i - 1][1] || pair[1] > found[i - 1][1]; });
  }

  function marked(text, marks) {
    var out = "", done = 0;
    stretches(text, marks).forEach(function (pair) {
      var start = Math.max(pair[0], done);
      if (pair[1] <= start) { return; }
      out += escaped(text.slice(done, start)) + "<mark>" + escaped(text.slice(start, pair[1])) + "</mark>";
      done = pair[1];
    });
    return out + escaped(text.slice(done));
  }

  function escaped(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;")
      .replace(/'/g, "&#39;");
  }
})();
