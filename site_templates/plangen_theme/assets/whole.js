/* A plan as one document, made to be printed: all charts are drawn before the page counts as loaded, so that whoever
   prints it at once (`plangen export --format pdf`) has them; a button for readers. */
(function () {
  "use strict";

  var WORDS = { zh: { print: "打印" }, en: { print: "Print" } };

  function language() { return /^zh/.test(document.documentElement.lang) ? "zh" : "en"; }

  function equip() {
    var tools = document.createElement("div");
    var button = document.createElement("button");
    tools.className = "pg-whole__tools";
    button.type = "button";
    button.className = "pg-tool";
    button.textContent = WORDS[language()].print;
    button.addEventListener("click", function () { drawn().then(function () { window.print(); }); });
    tools.append(button);
    document.querySelector(".pg-whole").prepend(tools);
  }

  function drawn() { return window.plangenRenderAll ? window.plangenRenderAll() : Promise.resolve(); }

  equip();
  drawn();
})();
