"use strict";
// Choosing a passage shows who says it. The page reads without this: every passage is a link to its row in the claim table.
(function () {
  const root = document.documentElement;
  const detail = document.getElementById("detail");
  const shown = document.getElementById("shown");
  const text = document.getElementById("text");
  const rows = Array.from(document.querySelectorAll(".row")).sort(function (a, b) { return numberOf(a) - numberOf(b); });
  const all = rows.map(numberOf);
  let walk = all;
  let current = 0;
  let from = null;

  function numberOf(row) { return Number(row.dataset.claim); }
  function holders(name, number) { return Array.from(text.querySelectorAll("[data-" + name + "~='" + number + "']")); }

  function clear(name) {
    text.querySelectorAll("." + name).forEach(function (part) { part.classList.remove(name); });
  }

  function copy(node) {
    const twin = node.cloneNode(true);
    twin.removeAttribute("id");
    twin.querySelectorAll("[id]").forEach(function (part) { part.removeAttribute("id"); });
    return twin;
  }

  function choose(number, scroll) {
    const row = document.getElementById("c" + number);
    if (!row) { return; }
    clear("on");
    clear("from");
    current = number;
    const group = document.getElementById(row.dataset.group);
    holders("passage", number).forEach(function (part) { part.classList.add("on"); });
    holders("source", number).concat(holders("cue", number)).forEach(function (part) { part.classList.add("from"); });
    shown.replaceChildren(copy(group.querySelector(".chain")));
    ["blockquote", ".saying", ".certainty", ".rests", ".position", ".why"].forEach(function (name) {
      row.querySelectorAll(name).forEach(function (part) {
        const twin = copy(part);
        twin.open = true;
        shown.append(twin);
      });
    });
    const event = document.createElement("p");
    event.className = "note";
    event.textContent = row.closest(".event").querySelector("h3").textContent;
    shown.append(event);
    detail.className = "card detail " + group.dataset.naming;
    root.classList.add("reading-one");
    document.getElementById("count").textContent = "Claim " + number + " of " + all.length;
    detail.scrollTop = 0;
    const first = holders("passage", number)[0];
    if (scroll && first) { first.scrollIntoView({ block: "center" }); first.focus({ preventScroll: true }); }
  }

  function leave() {
    const back = from || holders("passage", current)[0];
    clear("on");
    clear("from");
    clear("far");
    walk = all;
    document.querySelectorAll(".sources a[aria-current]").forEach(function (link) { link.removeAttribute("aria-current"); });
    shown.replaceChildren();
    detail.className = "card detail empty";
    root.classList.remove("reading-one");
    if (current && back) { back.focus({ preventScroll: true }); }
    from = null;
  }

  function step(by) {
    if (!walk.length) { return; }
    const at = walk.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : walk.length - 1) : (at + by + walk.length) % walk.length;
    choose(walk[next], true);
  }

  function pick(link) {
    const held = (link.dataset.passage || link.dataset.source || link.dataset.cue || "").split(" ").map(Number);
    // Where passages overlap, choosing the same place again goes outwards.
    const again = link.matches(".on, .from") ? held.indexOf(current) : -1;
    from = link;
    choose(held[(again + 1) % held.length], false);
  }

  function pickGroup(link) {
    const group = document.querySelector(link.getAttribute("href"));
    leave();
    walk = group.dataset.claims.split(" ").map(Number);
    walk.forEach(function (number) { holders("passage", number).forEach(function (part) { part.classList.add("far"); }); });
    link.setAttribute("aria-current", "true");
    choose(walk[0], true);
    from = link;
  }

  function showRow() {
    const row = document.getElementById("c" + current);
    const fold = row.closest(".fold");
    if (fold) { fold.open = true; }
    row.scrollIntoView({ block: "center" });
  }

  text.addEventListener("click", function (event) {
    const link = event.target.closest("a");
    // A place name or a time leads to its own row, as without a script.
    if (link && !link.matches(".toponym, .time") && !event.metaKey && !event.ctrlKey && !event.shiftKey) { event.preventDefault(); pick(link); }
  });
  document.querySelector(".sources").addEventListener("click", function (event) {
    const link = event.target.closest("a");
    if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey) { event.preventDefault(); pickGroup(link); }
  });
  document.getElementById("next").addEventListener("click", function () { step(1); });
  document.getElementById("previous").addEventListener("click", function () { step(-1); });
  document.getElementById("close").addEventListener("click", leave);
  document.addEventListener("keydown", function (event) {
    if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) { return; }
    if (event.key === "j" || event.key === "ArrowRight") { event.preventDefault(); step(1); }
    else if (event.key === "k" || event.key === "ArrowLeft") { event.preventDefault(); step(-1); }
    else if (event.key === "Escape") { leave(); }
    else if (event.key === "Enter" && current && event.target === document.body) { showRow(); }
  });
  root.classList.add("scripted");
  detail.hidden = false;
  const asked = /^#[cp](\d+)$/.exec(location.hash);
  if (asked) { choose(Number(asked[1]), false); }
}());
