/* What the search's dialog says besides the results: the other years, and what can be typed. The results themselves
   come from the worker (search-worker.js). `@2025` behind the words searches that year too; the links below the results
   write it, and are reached with the arrow keys as results are. */
(function () {
  "use strict";

  var WORDS = {
    zh: {
      also: "也搜 {year}",
      help: "可以输入：标题、岗位、句子里的任何词、编号、数字（8000万）、拼音首字母（xsmb），几个词用空格隔开。"
    },
    "zh-Hant": {
      also: "也搜尋 {year}",
      help: "可以輸入：標題、崗位、句子裡的任何詞、編號、數字（8000萬）、拼音首字母（xsmb），幾個詞用空格隔開。"
    },
    en: {
      also: "Search {year} too",
      help: "Type a title, a role, any words of a sentence, an id or a number (80,000); separate several by a space."
    }
  };
  var lang = document.documentElement.lang || "zh";
  var words = WORDS[lang] || WORDS[lang.split("-")[0]] || WORDS.zh;
  var field = document.querySelector(".md-search__input");
  var result = document.querySelector(".md-search-result");
  var more = null;

  /* The versions beside this one: name in addresses → what the selector calls it. */
  function others() {
    var own = document.querySelector(".md-version__current");
    return Array.from(document.querySelectorAll(".md-version__link")).map(function (link) {
      return { name: new URL(link.href).pathname.split("/").filter(Boolean).pop(), title: link.firstChild.textContent.trim() };
    }).filter(function (each) {
      return /^\d{4}/.test(each.name) && !(own && own.firstChild.textContent.trim() === each.title);
    });
  }

  function asks(name) { return field.value.split(/\s+/).indexOf("@" + name) >= 0; }

  function also(event) {
    event.preventDefault();
    event.stopPropagation(); /* the theme closes its dialog at a click on a link */
    field.value = field.value.trim() + " @" + event.currentTarget.dataset.year;
    field.dispatchEvent(new Event("keyup"));
    field.focus();
  }

  function show() {
    var typed = field.value.trim(), found = result.querySelector(".md-search-result__item");
    more.textContent = "";
    if (!found) { say("p", words.help); }
    (typed ? others() : []).forEach(function (each) {
      if (asks(each.name)) { return; }
      var link = say("a", words.also.replace("{year}", each.title));
      link.href = "?q=" + encodeURIComponent(typed + " @" + each.name);
      link.dataset.year = each.name;
      link.addEventListener("click", also);
    });
  }

  function say(tag, text) {
    var made = document.createElement(tag);
    made.className = "pg-found-" + (tag === "a" ? "also" : "help");
    made.textContent = text;
    more.append(made);
    return made;
  }

  /* When the dialog is first used: until then the theme looks for its own list at the end of the box. */
  function begin() {
    if (more) { return; }
    more = document.createElement("div");
    more.className = "pg-found-more";
    result.append(more);
    result.querySelector(".md-search-result__meta").setAttribute("role", "status");
    new MutationObserver(show).observe(result.querySelector(".md-search-result__list"), { childList: true });
    new MutationObserver(show).observe(result.querySelector(".md-search-result__meta"), { childList: true });
    field.addEventListener("keyup", show);
    field.addEventListener("input", function () { field.dispatchEvent(new Event("keyup")); });   // pasted and spoken words press no key
    show();
  }

  if (field && result) {
    field.addEventListener("focus", begin);
    if (document.activeElement === field) { begin(); }
  }
})();
