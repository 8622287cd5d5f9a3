/* A plan as one document, made to be printed: all charts are drawn before the page counts as loaded, so that whoever
   prints it at once (`plangen export --format pdf`) has them; a button for readers. */
(function () {
  "use strict";

  var WORDS = { zh: { print: "打印" }, "zh-Hant": { print: "列印" }, en: { print: "Print" } };

  function language() {
    var lang = document.documentElement.lang;
    return WORDS[lang] ? lang : /^zh/.test(lang) ? "zh" : "en";
  }

  function equip() {
    var tools = document.createElement("div");
    var button = document.createElement("button");
    tools.className = "pg-whole__tools";
    button.type = "button";
    button.className = "pg-tool";
    button.textContent = WORDS[language()].print;
    button.addEventListener("click", function () { (window.plangenPrint || window.print)(); });
    tools.append(button);
    document.querySelector(".pg-whole").prepend(tools);
  }

  /* Scripts that are asked for before the page counts as loaded keep it from that. The charts' own script has begun by
     then: it waits for the same moments, and stands before this one. */
  function draw() {
    if (window.plangenRenderAll) { window.plangenRenderAll(); }
  }

  equip();
  document.addEventListener("DOMContentLoaded", function () {
    if (window.document$ && window.document$.subscribe) { window.document$.subscribe(draw); } else { draw(); }
  });
})();
