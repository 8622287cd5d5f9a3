/* Find rows in a long table. Sums are of all rows: while only some are shown, they are not, and it is said so. */
(function () {
  "use strict";

  var WORDS = {
    zh: { find: "筛选", said: "{n} / {all} 行", sums: "，合计是全部 {all} 行的，筛选时不显示", groups: "，各组的数按全部 {all} 行", none: "没有一行含“{what}”", clear: "显示全部" },
    "zh-Hant": { find: "篩選", said: "{n} / {all} 行", sums: "，合計是全部 {all} 行的，篩選時不顯示", groups: "，各組的數按全部 {all} 行", none: "沒有一行含「{what}」", clear: "顯示全部" },
    en: { find: "Filter", said: "{n} of {all} rows", sums: "; totals are of all {all} rows and not shown now", groups: "; figures of groups are of all {all} rows", none: "No row has “{what}”", clear: "Show all" }
  };
  var LEAST = 13;

  function plain(text) { return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim(); }

  /* The first Han character of each letter, as pinyin orders them: between two of them lie those that begin with it. */
  var LETTERS = "abcdefghjklmnopqrstwxyz", FIRST = Array.from("阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀");
  var pinyin = new Intl.Collator("zh-u-co-pinyin"), known = new Map();

  function initial(sign) {
    if (!known.has(sign)) { known.set(sign, LETTERS.charAt(FIRST.filter(function (first) { return pinyin.compare(first, sign) <= 0; }).length - 1)); }
    return known.get(sign);
  }

  function initials(text) { return text.replace(/\p{Script=Han}/gu, initial); }

  /** Whether a row has what is looked for: in its words, in its numbers without commas, as initials of its characters. */
  function has(row, what) {
    var text = plain(row.textContent);
    return text.includes(what) || text.replace(/(\d),(?=\d)/g, "$1").includes(what) ||
      (/^[a-z]{2,}$/.test(what) && initials(text).includes(what));
  }

  function depthOf(row) {
    var level = Number((/pg-level(\d)/.exec(row.className) || [0, 0])[1]);
    return level * 2 + (row.matches(".pg-group") ? 0 : 1);
  }

  /** What is counted: rows, and headings that have no rows of their own. */
  function counts(row) {
    if (!row.matches(".pg-group")) { return row.matches(".pg-body"); }
    var next = row.nextElementSibling;
    while (next && next.matches(".pg-under")) { next = next.nextElementSibling; }
    return !next || next.matches(".pg-total, .pg-residual") || depthOf(next) <= depthOf(row);
  }

  document.addEventListener("plangen-table", function (event) {
    var at = event.detail, words = WORDS[at.language], body = at.table.tBodies[0];
    function some(css) { return Array.from(body.rows).filter(function (row) { return row.matches(css); }); }
    var all = some("*").filter(counts).length;
    if (all < LEAST) { return; }

    /** A row is shown for its own words, for those of what it stands under, and for those of what stands under it. */
    function show(what) {
      var above = [], count = 0, shown = false;
      Array.from(body.rows).forEach(function (row) {
        if (row.matches(".pg-under")) { row.hidden = !shown; return; }
        if (row.matches(".pg-total, .pg-residual")) { row.hidden = !!what; shown = !what; return; }
        var depth = depthOf(row);
        above = above.filter(function (each) { return each.depth < depth; });
        var own = has(row, what);
        var hit = own || above.some(function (each) { return each.own; });
        if (hit) { above.forEach(function (each) { each.row.hidden = false; }); }
        above.push({ row: row, depth: depth, own: own });
        row.hidden = !hit;
        shown = hit;
      });
      some("*").filter(counts).forEach(function (row) { count += !row.hidden; });
      return count;
    }

    var input = document.createElement("input"), state = document.createElement("p");
    input.type = "search";
    input.className = "pg-find";
    input.placeholder = words.find;
    input.setAttribute("aria-label", words.find + (at.table.getAttribute("aria-label") ? " " + at.table.getAttribute("aria-label") : ""));
    state.className = "pg-sub pg-found";
    state.setAttribute("role", "status");
    at.table.parentElement.before(state);

    function apply() {
      var what = plain(input.value), count = show(what);
      at.section.classList.toggle("pg-table--filtered", !!what);
      state.textContent = "";
      if (what) {
        var groups = some(".pg-group").some(function (row) { return /\d/.test(row.textContent); });
        var said = count ? words.said + (some(".pg-total, .pg-residual").length ? words.sums : "") + (groups ? words.groups : "") : words.none;
        state.append(said.replace("{n}", count).replace(/{all}/g, all).replace("{what}", input.value.trim()));
      }
      if (what && !count) { state.append(" ", at.button(words.clear, clear)); }
      document.dispatchEvent(new Event("plangen-shown"));
    }

    function clear() { input.value = ""; apply(); input.focus(); }

    input.addEventListener("input", apply);
    input.addEventListener("keydown", function (pressed) { if (pressed.key === "Escape" && input.value) { pressed.preventDefault(); clear(); } });
    at.table.addEventListener("plangen-clear", clear);
    at.tools.prepend(input);
  });

  /* One listener for all tables: the window outlives its pages, and what it knows of them would be kept with it. */
  window.addEventListener("hashchange", function () {
    var row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!row || !row.matches(".pg-grid tr") || !row.hidden) { return; }
    row.closest(".pg-grid").dispatchEvent(new Event("plangen-clear"));
    row.scrollIntoView();
  });
})();
