// Names what stands in the address, where a web server shows this page for whatever it does not have.
"use strict";

(() => {
  const known = JSON.parse(document.getElementById("lost").textContent);
  if (location.pathname.endsWith("/404.html")) return;
  let path = location.pathname;
  try {
    path = decodeURIComponent(path);
  } catch {
    // It stays as it is.
  }
  const [first, ...rest] = path.slice(known.prefix.length).split("/");
  const foreign = rest.length && /^\p{L}{1,3}$/u.test(first) && !known.languages.includes(first);
  const blanks = { address: path.slice(0, 60), value: first };
  for (const section of document.querySelectorAll("main section")) {
    const words = known.words[section.lang];
    const sentence = foreign ? words.unknown : words.address;
    section.querySelector(".told").textContent = sentence.replace(/\{(\w+)\}/g, (_, blank) => blanks[blank]);
  }
})();
