/* Colours of charts: figures name CSS variables, `var(--pg-m1)`; here they become the page's colours of the moment. */
(function () {
  "use strict";

  var VARIABLE = /var\((--pg-[a-z0-9-]+)\)/g;

  /** A copy of a figure with every CSS variable replaced by its value on the page. */
  function resolved(value, style) {
    if (typeof value === "string") {
      return value.indexOf("var(--pg-") < 0 ? value : value.replace(VARIABLE, function (_, name) {
        return style.getPropertyValue(name).trim();
      });
    }
    if (Array.isArray(value)) {
      return value.map(function (item) { return resolved(item, style); });
    }
    if (value && typeof value === "object") {
      var copy = {};
      Object.keys(value).forEach(function (key) { copy[key] = resolved(value[key], style); });
      return copy;
    }
    return value;
  }

  window.plangenResolve = function (figure) {
    return resolved(figure, getComputedStyle(document.body));
  };
})();
