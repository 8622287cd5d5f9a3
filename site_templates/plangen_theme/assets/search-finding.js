/* What the search finds, and in which order. Nothing is split into words: a term is found wherever it stands. Widths,
   case, traditional characters, blanks beside Han and commas in numbers are made the same first. Loaded by the worker
   (search-worker.js), which speaks with the page; nothing here knows of HTML. The index: site/search/index.py. */
(function () {
  "use strict";

  var HAN = /[\u3400-\u9fff]/;
  var BETWEEN = /[\s,;、。“”‘’"'《》()（）?？!！|]+/;
  var ASKING = /怎么样?|怎样|如何|什么|哪些|哪里|哪个|多少|为何|谁|吗|呢|的|是|有/;
  var NUMBER = /^(\d+(?:\.\d+)?)(万|亿|元|万元|亿元)$/;
  var TIMES = { "元": 1, "万": 1e4, "万元": 1e4, "亿": 1e8, "亿元": 1e8 };
  var PAGES = 60, TERMS = 8;
  var WHOLE = 30; /* for a place that answers all that is asked: an entry, or a page by its title and where it belongs */
  var HEAD = 10; /* for the head of a column below which a row says something */
  var simple = {}, sounds = {};

  /* Folding */

  /* One text as it is compared. `places`, if given, takes for each letter the place it had in the text. */
  function fold(text, places) {
    var out = "", i, c, next, n;
    for (i = 0; i < text.length; i++) {
      c = text.charAt(i);
      n = c.charCodeAt(0);
      if (n > 0x7f && (n < 0x3400 || n > 0x9fff)) { c = c.normalize("NFKC"); }
      c = c.toLowerCase();
      if (/[–—―－~～−]/.test(c)) { c = "-"; }
      if (c === "至" && /\d\s*$/.test(out) && /^\s*\d/.test(text.substr(i + 1, 3))) { c = "-"; }
      if (n > 0x33ff) { c = simple[c] || c; }
      next = text.charAt(i + 1);
      if (c === "," && /\d$/.test(out) && /\d|[０-９]/.test(next)) { continue; }
      if (/^\s$/.test(c)) {
        if (!out || /\s$/.test(out) || HAN.test(out.charAt(out.length - 1)) || HAN.test(next)) { continue; }
        c = " ";
      }
      for (n = 0; n < c.length; n++) { out += c.charAt(n); if (places) { places.push(i); } }
    }
    return out;
  }

  function terms(query) {
    var found = [];
    query.replace(/([\d０-９])[,，](?=[\d０-９]{3})/g, "$1").split(/\s+/).forEach(function (part) {
      fold(part).split(BETWEEN).forEach(function (text) {
        text = text.replace(/^[.:/]+|[.:/]+$/g, "").replace(/:/g, "/");
        if (text && found.indexOf(text) < 0 && found.length < TERMS) { found.push(text); }
      });
    });
    return found.map(term);
  }

  /* What is asked for, and how else it may be written: 5亿元 is 50000万元. */
  function term(text) {
    var number = NUMBER.exec(text), also = [];
    if (number) {
      [["元", 1], ["万元", 1e4], ["亿元", 1e8]].forEach(function (unit) {
        var value = +(Number(number[1]) * TIMES[number[2]] / unit[1]).toPrecision(12);
        if (String(value).indexOf("e") < 0) { also.push(value + unit[0]); }
      });
    }
    return {
      text: text, also: also.filter(function (one) { return one !== text; }),
      weak: text.length === 1 && HAN.test(text) ? 0.3 : 1,
      sound: /^[a-z]{2,}$/.test(text), figure: /^[\d.]+[^a-z]*$/.test(text)
    };
  }

  /* The index */

  /* One row of the index, with its texts made comparable. */
  function page(row, kinds, heads) {
    var title = row[0], url = row[1] || "", place = row[2] || "";
    var entries = (row[4] || []).map(function (each) {
      var name = each[0] || "", kind = kinds[each[1] || 0], anchor = each[2] || "";
      var above = (each[5] || []).map(function (place) { return heads[place]; });
      return {
        name: name, kind: kind, anchor: anchor, value: each[3] || "", text: each[4] || "",
        heads: above,
        n: fold(name), k: fold(kind), a: anchor.toLowerCase(), v: fold(each[3] || ""), x: fold(each[4] || ""),
        h: fold(above.join("\n"))
      };
    });
    return {
      title: title, url: url, place: place, lists: !!row[3], entries: entries,
      t: fold(title), p: fold(place), u: url.toLowerCase()
    };
  }

  /* An index as this worker reads it; one of an older site is the theme's own list of sections. */
  function load(docs, name) {
    var both, letter;
    if (!docs || docs.format !== "plangen-1") { return { title: name, pages: older(docs || []) }; }
    both = docs.simplified || "";
    for (var i = 0; i < both.length; i += 2) { simple[both.charAt(i)] = both.charAt(i + 1); }
    for (letter in docs.initials) {
      docs.initials[letter].split("").forEach(add);
    }
    function add(c) {
      if ((sounds[c] || "").indexOf(letter) < 0) { sounds[c] = (sounds[c] || "") + letter; }
    }
    return { title: docs.title, language: docs.language, year: String(docs.year), folder: docs.folder || "",
      pages: docs.pages.map(function (row) { return page(row, docs.kinds, docs.heads); }) };
  }

  function older(docs) {
    var rows = {}, order = [];
    function bare(html) {
      return html.replace(/<[^>]*>/g, " ").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"')
        .replace(/&amp;/g, "&");
    }
    docs.forEach(function (doc) {
      var parts = doc.location.split("#");
      if (!rows[parts[0]]) { rows[parts[0]] = [bare(doc.title), parts[0], "", 0, []]; order.push(parts[0]); }
      rows[parts[0]][4].push([parts[1] ? bare(doc.title) : "", 0, decodeURI(parts[1] || ""), "", bare(doc.text)]);
    });
    return order.map(function (url) { return page(rows[url], [""]); });
  }

  /* Finding */

  /* 0 not there, 1 inside, 2 at the beginning, 3 the whole; a number is not found inside another one. */
  function at(text, what, figure) {
    var i = text.indexOf(what), part = 0;
    while (i >= 0) {
      if (!figure || !(/[\d.]/.test(text.charAt(i - 1)) || /^\.?\d/.test(/\d$/.test(what) ? text.substr(i + what.length, 2) : ""))) {
        return i ? 1 : text.length === what.length ? 3 : 2;
      }
      part = 0.2;
      i = text.indexOf(what, i + 1);
    }
    return part;
  }

  function worth(text, one, steps) {
    var best = points(text, one.text, one.figure, steps);
    one.also.forEach(function (other) { best = Math.max(best, 0.9 * points(text, other, true, steps)); });
    return best * one.weak;
  }

  function points(text, what, figure, steps) {
    var where = text ? at(text, what, figure) : 0;
    if (!where) { return 0; }
    return (where < 1 ? where * steps[0] : steps[where - 1]) + steps[0] / 3 * what.length / text.length;
  }

  /* Whether letters are the initials of characters that follow one another; the place, or -1. */
  function heard(name, letters) {
    var i, k, c, last = name.length - letters.length;
    next: for (i = 0; i <= last; i++) {
      for (k = 0; k < letters.length; k++) {
        c = name.charAt(i + k);
        if ((sounds[c] || c).indexOf(letters.charAt(k)) < 0) { continue next; }
      }
      return i;
    }
    return -1;
  }

  function named(name, one, steps) {
    var best = worth(name, one, steps), i;
    if (best || !one.sound) { return best; }
    i = heard(name, one.text);
    if (i < 0) { return 0; }
    return 0.8 * (i ? steps[0] : one.text.length === name.length ? steps[2] : steps[1]);
  }

  function inEntry(entry, one) {
    var best = named(entry.n, one, [35, 45, 60]);
    best = Math.max(best, worth(entry.v, one, [34, 40, 46]), worth(entry.x, one, [16, 18, 20]));
    if (best < 40 && entry.a && one.text.length > 2) {
      best = Math.max(best, entry.a === one.text ? 60 : entry.a.indexOf(one.text) === 0 ? 20 : 0);
    }
    return best;
  }

  function around(each, one) {
    var best = worth(each.p, one, [10, 12, 15]);
    return Math.max(best, one.text.length > 2 && each.u.indexOf(one.text) >= 0 ? 12 : 0);
  }

  /* How well a page answers, with the entries that do; null where a term is nowhere on it. */
  function judge(each, wanted) {
    var title = wanted.map(function (one) { return named(each.t, one, [55, 70, 100]); });
    var near = wanted.map(function (one, i) { return Math.max(title[i], around(each, one)); });
    var seen = title.map(function () { return 0; }), hits = [], inTitle = 0, lead = 0, whole = true;
    each.entries.forEach(function (entry, order) {
      var sum = 0, complete = true, any = false, above = [];
      wanted.forEach(function (one, i) {
        var got = inEntry(entry, one);
        if (got) { seen[i] = Math.max(seen[i], got); any = true; sum += got; }
        if (!got && entry.h.indexOf(one.text) >= 0) { above.push(i); return; }
        if (!got && !near[i] && !(entry.k && worth(entry.k, one, [1, 1, 1]))) {
          if (each.u && (each.u + entry.a).indexOf(one.text) >= 0) { any = true; sum += 12; } else { complete = false; }
        }
      });
      if (!any) { return; }
      above.forEach(function (i) { seen[i] = Math.max(seen[i], HEAD); sum += HEAD; }); /* only beside what it says itself */
      hits.push({ entry: entry, score: sum + (complete ? WHOLE : 0), order: order });
    });
    hits.sort(function (a, b) { return b.score - a.score || a.order - b.order; });
    if (!wanted.every(function (one, i) { return near[i] || seen[i] || inAddress(each, one); })) { return null; }
    near.forEach(function (got, i) { lead += got; inTitle += title[i]; whole = whole && got > 0; });
    var best = Math.max(hits.length ? hits[0].score : 0, whole && inTitle ? lead + WHOLE : 0) * (each.lists ? 0.5 : 1);
    return { page: each, hits: hits, aside: each.lists && !inTitle, score: lead + best + Math.min(4, hits.length) / 4 - (each.lists && !inTitle ? 4 : 0) };
  }

  function inAddress(each, one) {
    return one.text.length > 2 && /[\/-]/.test(one.text) && each.entries.some(function (entry) {
      return (each.u + entry.a).indexOf(one.text) >= 0;
    });
  }

  function find(index, wanted) {
    var found = [];
    index.pages.forEach(function (each) {
      var answer = judge(each, wanted);
      if (answer) { found.push(answer); }
    });
    return best(found);
  }

  function best(found) {
    found.forEach(function (each, order) { each.order = order; });
    return found.sort(function (a, b) { return b.score - a.score || a.order - b.order; }).slice(0, PAGES);
  }

  /* A question without the words that only make it one: 费用怎么报销 asks for 费用 and 报销. */
  function content(wanted) {
    var texts = [];
    wanted.forEach(function (one) {
      one.text.split(ASKING).forEach(function (text) {
        if (text.length > 1 && texts.indexOf(text) < 0) { texts.push(text); }
      });
    });
    return texts.map(term);
  }

  function textOf(one) { return one.text; }

  /* What comes nearest: its words apart, else its pieces; with what is to be marked. */
  function nearly(index, wanted) {
    var apart = content(wanted), found = String(apart.map(textOf)) === String(wanted.map(textOf)) ? [] : find(index, apart);
    return found.length ? { found: found, marks: apart.map(textOf) } :
      { found: nearest(index, wanted), marks: pieces(wanted) };
  }

  /* What comes nearest, where nothing has it all: two and three Han characters and other words, the rarer the better. */
  function pieces(wanted) {
    var found = [];
    wanted.forEach(function (one) {
      (one.text.match(/[\u3400-\u9fff]+|[^\u3400-\u9fff/-]+/g) || []).forEach(function (run) {
        (HAN.test(run) ? [2, 3] : [run.length, run.length > 4 ? run.length - 1 : 0]).forEach(function (size) {
          for (var i = 0; size && i + size <= run.length; i++) {
            if (found.indexOf(run.substr(i, size)) < 0) { found.push(run.substr(i, size)); }
          }
        });
      });
    });
    return found.filter(function (piece) { return piece.length > 1; });
  }

  function nearest(index, wanted) {
    var parts = pieces(wanted), many = parts.map(function () { return 0; }), found = [];
    index.pages.forEach(function (each) {
      each.all = each.all || each.entries.map(function (entry) { return entry.n + "\n" + entry.v + "\n" + entry.x + "\n" + entry.h; });
      parts.forEach(function (part, i) {
        if (each.t.indexOf(part) >= 0 || each.u.indexOf(part) >= 0 || each.all.some(function (text) { return text.indexOf(part) >= 0; })) { many[i]++; }
      });
    });
    parts = parts.filter(function (_, i) { return many[i]; });
    many = many.filter(Boolean);
    index.pages.forEach(function (each) {
      var hits = [], top = 0;
      function sum(text) {
        var got = { score: 0, parts: 0 };
        parts.forEach(function (part, i) {
          var weight = 1 / Math.log(2 + many[i]);
          var named = each.t.indexOf(part) >= 0 || each.u.indexOf(part) >= 0;
          var place = text.indexOf(part), share = place >= 0 ? (place < text.indexOf("\n") ? 1.3 : 1) : named ? 0.9 : each.p.indexOf(part) >= 0 ? 0.5 : 0;
          got.score += weight * share;
          got.parts += share ? 1 : 0;
        });
        return got;
      }
      var alone = sum("");
      each.all.forEach(function (text, order) {
        var got = sum(text);
        if (got.score > alone.score) { hits.push({ entry: each.entries[order], score: got.score, parts: got.parts, order: order }); }
      });
      hits.sort(function (a, b) { return b.score - a.score || a.order - b.order; });
      top = hits.length ? hits[0] : alone;
      if (top.parts * 3 >= parts.length && top.parts) {
        found.push({ page: each, hits: hits, score: top.score * (each.lists ? 0.8 : 1) });
      }
    });
    return best(found).slice(0, 10);
  }

  self.plangenFinding = { fold: fold, terms: terms, load: load, find: find, nearly: nearly, heard: heard, HAN: HAN };
})();
