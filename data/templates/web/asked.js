// Says which part of a choice in the address of the page does not exist, where no server says so.
// It runs before the script of the page, which writes into the address what holds instead.
"use strict";

(() => {
  const site = JSON.parse(document.getElementById("site").textContent);
  const asked = new URLSearchParams(location.search);
  const communities = [...Object.keys(site.communities), ...Object.keys(site.groups)];
  const allowed = { c: communities, rank: ["all", "major"], lang: Object.keys(site.feeds) };
  const said = (sentence, blanks) => sentence.replace(/\{(\w+)\}/g, (_, blank) => blanks[blank]);
  const sentences = [];
  for (const [name, known] of Object.entries(allowed)) {
    for (const value of asked.getAll(name).flatMap((text) => text.split(",")).filter(Boolean)) {
      if (!known.includes(value)) sentences.push(said(site.words.unknown, { value: value.slice(0, 60), name, known: known.join(", ") }));
    }
  }
  if (!sentences.length) return;
  const place = document.createElement("div");
  place.className = "hint";
  place.setAttribute("role", "alert");
  for (const sentence of sentences) {
    const line = document.createElement("p");
    line.append(Object.assign(document.createElement("bdi"), { textContent: sentence }));
    place.append(line);
  }
  document.querySelector("main h1").after(place);
})();
