"use strict";
// Opens what a link leads to, and shows the ancestors of a report while it is pointed at. The page reads without this.
(function () {
  const picture = document.querySelector(".stemma-picture");

  function open(hash) {
    const target = hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
    if (!target) { return; }
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) { fold.open = true; }
    const shown = target.matches(".inner") ? target.parentElement : target;
    shown.scrollIntoView({ behavior: "instant", block: target.matches(".at") ? "center" : "start" });
  }

  window.addEventListener("hashchange", function () { open(location.hash); });
  document.addEventListener("click", function (event) {
    const link = event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) { open(location.hash); }
  });
  if (location.hash) { open(location.hash); }
  if (!picture) { return; }

  const lines = Array.from(picture.querySelectorAll(".edge[data-from]"));
  const nodes = Array.from(picture.querySelectorAll(".node"));

  function ancestors(id) {
    const found = new Set([id]);
    for (let before = 0; before !== found.size;) {
      before = found.size;
      lines.forEach(function (line) { if (found.has(line.dataset.to)) { found.add(line.dataset.from); } });
    }
    return found;
  }

  function show(held) {
    picture.classList.toggle("tracing", Boolean(held));
    nodes.forEach(function (node) { node.classList.toggle("on", Boolean(held) && held.has(node.dataset.id)); });
    lines.forEach(function (line) { line.classList.toggle("on", Boolean(held) && held.has(line.dataset.to) && held.has(line.dataset.from)); });
  }

  function point(event) {
    const node = event.target.closest(".node");
    show(node ? ancestors(node.dataset.id) : null);
  }

  ["mouseover", "focusin"].forEach(function (name) { picture.addEventListener(name, point); });
  ["mouseleave", "focusout"].forEach(function (name) { picture.addEventListener(name, function () { show(null); }); });
}());
