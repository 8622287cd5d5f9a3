/* Tables and the edges of the screen: a head that stays in sight, wide ones that scroll by keyboard, whole columns. */
(function () {
  "use strict";

  var WORDS = {
    zh: { all: "显示全部 {} 列", fewer: "收起" },
    "zh-Hant": { all: "顯示全部 {} 欄", fewer: "收起" },
    en: { all: "Show all {} columns", fewer: "Show fewer" }
  };
  var PHONE = "(max-width: 44.984em)";
  var LEAST = 2;

  function make(tag, className, text) {
    var node = document.createElement(tag);
    node.className = className;
    if (text) { node.textContent = text; }
    return node;
  }

  /** By the table itself: what a box without scroll bars lets out counts as its content too. */
  function isWide(box) { return box.querySelector("table").offsetWidth > box.clientWidth + 1; }

  /** The link that shows all columns, where the page has none because the plan meant them all to be seen. */
  function offer(section, box, count) {
    if (section.querySelector(".pg-all")) { return; }
    var lang = document.documentElement.lang, words = WORDS[lang] || WORDS[/^zh/.test(lang) ? "zh" : "en"];
    var label = make("label", "pg-all pg-all--own"), input = document.createElement("input");
    input.type = "checkbox";
    label.append(input, make("span", "pg-all__more", words.all.replace("{}", count)), make("span", "pg-all__less", words.fewer));
    box.after(label);
  }

  /** What was left out before comes back before it is measured: styles and fonts arrive late, and a phone is turned. */
  function refill(section) {
    section.querySelectorAll(".pg-unfit").forEach(function (cell) { cell.classList.remove("pg-unfit", "pg-wide"); });
  }

  /** The link goes where nothing is left out any more; one that is there stays, for it may have the focus. */
  function withdraw(section) {
    var own = section.querySelector(".pg-all--own");
    if (own && !section.querySelector(".pg-unfit")) { own.remove(); }
  }

  /** On a phone no column is cut in half at the edge: what does not fit is left to the link that shows all. */
  function fit(box) {
    var section = box.parentElement, table = box.querySelector(".pg-grid");
    if (!section.matches(".pg-table")) { return; }
    var all = section.querySelector(".pg-all input:checked");
    section.classList.toggle("pg-table--all", !!all);
    if (all) { return; }
    refill(section);
    if (matchMedia(PHONE).matches) { leave(section, box, table); }
    withdraw(section);
  }

  function leave(section, box, table) {
    var heads = Array.from(table.tHead.rows[table.tHead.rows.length - 1].cells);
    for (var index = heads.length - 1; index >= LEAST && isWide(box); index -= 1) {
      if (heads[index].offsetWidth) {
        offer(section, box, heads.length);
        Array.from(table.rows).forEach(function (row) {
          if (!row.matches(".pg-groups, .pg-under")) { row.cells[index].classList.add("pg-wide", "pg-unfit"); }
        });
      }
    }
  }

  /** One that fits lets its head stay below the page's; one that does not scrolls in itself, and says what it is. */
  function reach() {
    var header = document.querySelector(".md-header");
    if (header) { document.documentElement.style.setProperty("--pg-top", header.offsetHeight + "px"); }
    document.querySelectorAll(".pg-scroll").forEach(function (box) {
      fit(box);
      var wide = isWide(box);
      box.classList.toggle("pg-scroll--fits", !wide);
      ["tabindex", "role", "aria-label"].forEach(function (name) { box.removeAttribute(name); });
      if (!wide) { return; }
      box.tabIndex = 0;
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", box.querySelector("table").getAttribute("aria-label") || "");
    });
  }

  window.addEventListener("resize", reach);
  window.addEventListener("load", reach);
  document.addEventListener("change", reach);
  document.addEventListener("plangen-shown", reach);
  document.addEventListener("toggle", reach, true);
  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", reach); } else { reach(); }
  if (window.document$ && window.document$.subscribe) { window.document$.subscribe(reach); }
})();
