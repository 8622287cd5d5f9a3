/* Defined terms: what one means stands in a tip, by mouse, keyboard and touch. Without scripts a term is a link to its
   definition. The tip stays while the pointer is on it, and Escape closes it. */
(function () {
  "use strict";

  var tip = null;
  var term = null;
  var leaving = 0;

  function hide() {
    clearTimeout(leaving);
    if (!term) { return; }
    term.removeAttribute("aria-describedby");
    term = null;
    tip.remove();
  }

  function hideSoon() {
    clearTimeout(leaving);
    leaving = setTimeout(hide, 200);
  }

  function make() {
    var node = document.createElement("div");
    node.className = "pg-tip";
    node.id = "pg-tip";
    node.setAttribute("role", "tooltip");
    node.addEventListener("mouseenter", function () { clearTimeout(leaving); });
    node.addEventListener("mouseleave", hideSoon);
    return node;
  }

  /** Below the term, inside the window; above it where there is no room below. */
  function place(at) {
    var box = at.getBoundingClientRect();
    var wide = document.documentElement.clientWidth;
    var left = Math.max(8, Math.min(box.left, wide - tip.offsetWidth - 8));
    var below = box.bottom + 6;
    var above = box.top - tip.offsetHeight - 6;
    tip.style.left = left + window.scrollX + "px";
    tip.style.top = (below + tip.offsetHeight > window.innerHeight && above > 0 ? above : below) + window.scrollY + "px";
  }

  function show(event) {
    clearTimeout(leaving);
    if (term === event.currentTarget) { return; }
    hide();
    tip = tip || make();
    term = event.currentTarget;
    tip.textContent = term.dataset.tip;
    document.body.append(tip);
    term.setAttribute("aria-describedby", tip.id);
    place(term);
  }

  /** Where nothing hovers the first tap explains, the second leads to the definition. */
  function onTap(event) {
    if (event.pointerType === "touch" && term !== event.currentTarget) { event.currentTarget.dataset.tapped = ""; }
  }

  function onClick(event) {
    var tapped = event.currentTarget.dataset.tapped !== undefined;
    delete event.currentTarget.dataset.tapped;
    if (tapped) { event.preventDefault(); show(event); }
  }

  /** A page has been shown: the tip of the one before goes, its terms explain themselves. */
  function equip() {
    hide();
    document.querySelectorAll(".pg a.pg-term:not([data-ready])").forEach(function (each) {
      each.dataset.ready = "";
      each.addEventListener("pointerdown", onTap);
      each.addEventListener("click", onClick);
      each.addEventListener("mouseenter", show);
      each.addEventListener("mouseleave", hideSoon);
      each.addEventListener("focus", show);
      each.addEventListener("blur", hideSoon);
    });
  }

  if (window.document$ && window.document$.subscribe) { window.document$.subscribe(equip); } else { equip(); }
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") { hide(); } });
  document.addEventListener("pointerdown", function (event) {
    if (term && event.target !== term && !tip.contains(event.target)) { hide(); }
  });
})();
