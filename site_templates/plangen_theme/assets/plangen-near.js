/* The number beside a number. */
(function () {
  "use strict";

  /** In a table one number is a tab stop and the arrow keys lead to its neighbours, as in a spreadsheet. */
  window.plangenNear = function (number, key) {
    var cell = number.closest("td, th");
    var line = cell && cell.parentElement;
    if (!line) { return null; }
    if (key === "ArrowLeft" || key === "ArrowRight") {
      var step = key === "ArrowLeft" ? "previousElementSibling" : "nextElementSibling";
      for (cell = cell[step]; cell; cell = cell[step]) {
        var near = cell.querySelector("[data-address]");
        if (near) { return near; }
      }
      return null;
    }
    var lines = Array.from(line.closest("table").rows);
    var way = key === "ArrowUp" ? -1 : 1;
    for (var index = lines.indexOf(line) + way; lines[index]; index += way) {
      var there = lines[index].cells[cell.cellIndex];
      var found = there && there.querySelector("[data-address]");
      if (found) { return found; }
    }
    return null;
  };
})();
