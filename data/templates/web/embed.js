// The line that shows the festivals on a page of somebody else follows the choice; without this script one edits it.
"use strict";

(() => {
  const lines = JSON.parse(document.getElementById("lines").textContent);
  const form = document.getElementById("embed");
  const field = document.getElementById("line");
  const preview = document.getElementById("preview");

  function make() {
    const values = (name) => [...form.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value);
    const [show] = values("show");
    const lang = values("lang")[0] || document.documentElement.lang;
    const all = form.querySelectorAll("[name=c]").length;
    const communities = values("c").length === all ? "" : values("c").join(",");
    const parts = [
      ["lang", lang],
      ["c", communities],
      ["show", show === "days" ? "" : show],
      ["rank", values("rank")[0] === "major" ? "" : "all"],
      ["scheme", values("scheme")[0] === "auto" ? "" : values("scheme")[0]],
    ];
    const query = parts.filter(([, value]) => value).map(([name, value]) => `${name}=${value}`).join("&");
    const blanks = { query: query.replaceAll("&", "&amp;"), title: lines.titles[lang][show], height: lines.heights[show] };
    field.value = lines.pattern.replace(/\{(\w+)\}/g, (_, blank) => blanks[blank]);
    const address = new URL(`?${query}`, new URL(preview.getAttribute("src"), location.href)).href;
    if (preview.src !== address) {
      preview.contentWindow.location.replace(address);
      preview.height = blanks.height;
      preview.title = blanks.title;
    }
  }

  form.hidden = false;
  form.addEventListener("change", make);
  form.addEventListener("submit", (event) => event.preventDefault());
  make();
})();
