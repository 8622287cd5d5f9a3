/* Links inside drawings, with instant navigation: the theme writes the address of every link of a page that it has
   fetched into the link again (`link.href = link.href`). A link of SVG refuses that, and no page would come any more.
   It needs nothing written: what it says is resolved when it is followed. */
(function () {
  "use strict";

  var own = Object.getOwnPropertyDescriptor(SVGAElement.prototype, "href");
  Object.defineProperty(SVGAElement.prototype, "href", {
    configurable: true, enumerable: own.enumerable, get: own.get, set: function () {}
  });
})();
