/* Items and their addresses. An address of another year may name an item by the id that it has there: lead to where it
   is here. Beside each item stands its permanent address, to copy: it outlives new ids, titles and moved plans. */
(function () {
  "use strict";

  var WORDS = {
    zh: { copy: "复制固定链接", copied: "已复制固定链接" },
    "zh-Hant": { copy: "複製固定連結", copied: "已複製固定連結" },
    en: { copy: "Copy permanent link", copied: "Permanent link copied" }
  };
  var SAID = 1500;

  function word(key) {
    var lang = document.documentElement.lang;
    return (WORDS[lang] || WORDS[/^zh/.test(lang) ? "zh" : "en"])[key];
  }

  function page() { return document.querySelector("[data-permanent]"); }

  /** The item that the address names; what no browser has written (`#100%`) names none. */
  function asked() {
    try { return decodeURIComponent(location.hash.slice(1)); } catch (problem) { return ""; }
  }

  function lead() {
    var place = page();
    var id = asked();
    if (!place || !place.dataset.aliases || !id || document.getElementById(id)) { return; }
    var all = JSON.parse(place.dataset.aliases);
    var own = Object.prototype.hasOwnProperty.call(all, id) ? all[id] : "";
    if (own) { location.replace("#" + own); }
  }

  /** Copy a text. On plain http and from a file share there is no clipboard: then by a selection, as of old. */
  function copy(text, done) {
    if (navigator.clipboard && window.isSecureContext) { navigator.clipboard.writeText(text).then(done, function () {}); return; }
    var field = document.createElement("textarea");
    field.value = text;
    field.className = "pg-sr";
    document.body.append(field);
    field.select();
    if (document.execCommand("copy")) { done(); }
    field.remove();
  }

  function onClick(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    var link = event.currentTarget;
    var said = document.querySelector(".pg-said");
    event.preventDefault();
    copy(link.href, function () {
      link.focus();
      link.classList.add("pg-here--done");
      if (said) { said.textContent = word("copied"); }
      setTimeout(function () {
        link.classList.remove("pg-here--done");
        if (said) { said.textContent = ""; }
      }, SAID);
    });
  }

  /** One of a table is a tab stop, the arrow keys lead to the others: as with the numbers. */
  function onKey(event) {
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) { return; }
    var all = Array.from(event.currentTarget.closest("table").querySelectorAll(".pg-here"));
    var next = all[all.indexOf(event.currentTarget) + step];
    if (!next) { return; }
    event.preventDefault();
    event.currentTarget.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  /** Its text is empty, so that tables are copied without it; the sign comes from the style sheet. */
  function mark(place, url) {
    var head = place.matches("tr") ? place.querySelector("th") : place;
    if (!head || head.querySelector(".pg-here")) { return; }
    var table = head.closest("table");
    var link = document.createElement("a");
    link.className = "pg-here";
    link.href = url + "#" + encodeURIComponent(place.id);
    link.title = word("copy");
    link.setAttribute("aria-label", word("copy") + " " + head.textContent.trim());
    link.tabIndex = table && table.querySelector(".pg-here") ? -1 : 0;
    link.addEventListener("click", onClick);
    if (table) { link.addEventListener("keydown", onKey); }
    head.append(link);
  }

  function equip() {
    var place = page();
    if (!place) { return; }
    document.querySelectorAll(".pg tr[id], .pg h2[id], .pg h3[id]").forEach(function (each) {
      mark(each, place.dataset.permanent);
    });
  }

  function start() { lead(); equip(); }

  if (window.document$ && window.document$.subscribe) { window.document$.subscribe(start); } else { start(); }
  window.addEventListener("hashchange", lead);
})();
