/* For pages that are opened from a folder, where browsers start no workers: the search's worker runs in a hidden frame
   of the same page instead, and what it finds leads to files and not to folders. */
(function () {
  "use strict";

  if (location.protocol !== "file:") { return; }

  var FOUND = 3;   // the theme's number for an answer

  /** `2026/plan/#item` names a folder, which a browser would list. */
  function named(address) {
    return address.replace(/^([^?#]*\/)?(?=$|[?#])/, "$1index.html");
  }

  function withFiles(said) {
    if (!said || said.type !== FOUND || !said.data || !said.data.items) { return said; }
    said.data.items.forEach(function (group) {
      group.forEach(function (item) { item.location = named(item.location); });
    });
    return said;
  }

  function append(frame, address) {
    return new Promise(function (resolve, reject) {
      var script = frame.document.createElement("script");
      script.src = address;
      script.onload = function () { resolve(); };
      script.onerror = function () { reject(new Error("not loaded: " + address)); };
      frame.document.body.appendChild(script);
    });
  }

  /** A worker as far as the theme's script uses one. */
  function FrameWorker(address) {
    var worker = this, frame = document.createElement("iframe"), place = new URL(address, document.baseURI).href;
    this.heard = [];
    this.early = [];
    this.inside = null;
    frame.hidden = true;
    frame.title = "search";
    frame.srcdoc = "<!doctype html><html><body></body></html>";
    frame.onload = function () {
      var inside = frame.contentWindow;
      inside.importScripts = function () { return inTurn(inside, Array.from(arguments), place); };
      inside.postMessage = function (said) { worker.tell(withFiles(JSON.parse(JSON.stringify(said)))); };
      append(inside, place).then(function () { worker.begin(inside); });
    };
    document.body.appendChild(frame);
  }

  function inTurn(inside, names, place) {
    return names.reduce(function (before, name) {
      return before.then(function () { return append(inside, new URL(name, place).href); });
    }, Promise.resolve());
  }

  /** What was said before the worker could hear it is said now. */
  FrameWorker.prototype.begin = function (inside) {
    var worker = this;
    this.inside = inside;
    this.early.splice(0).forEach(function (said) { worker.postMessage(said); });
  };

  FrameWorker.prototype.postMessage = function (said) {
    if (!this.inside) { this.early.push(said); return; }
    var copy = this.inside.JSON.parse(JSON.stringify(said));   // as a worker has its own
    this.inside.dispatchEvent(new this.inside.MessageEvent("message", { data: copy }));
  };

  FrameWorker.prototype.tell = function (said) {
    var event = new MessageEvent("message", { data: said }), worker = this;
    if (this.onmessage) { this.onmessage(event); }
    this.heard.forEach(function (listener) { listener.call(worker, event); });
  };

  FrameWorker.prototype.addEventListener = function (name, listener) {
    if (name === "message") { this.heard.push(listener); }
  };

  FrameWorker.prototype.removeEventListener = function (name, listener) {
    this.heard = this.heard.filter(function (each) { return each !== listener; });
  };

  FrameWorker.prototype.terminate = function () {};

  window.Worker = window.IFrameWorker = FrameWorker;
})();
