"use strict";
(() => {
  const rules = [...document.querySelectorAll(".rule")];
  const findings = [...document.querySelectorAll(".finding")];
  const filter = document.getElementById("filter");

  const texts = new Map(findings.map((finding) => {
    const rule = finding.closest(".rule");
    return [finding, `${rule.querySelector("summary").textContent} ${rule.id} ${finding.textContent}`.toLowerCase()];
  }));

  function apply() {
    const wanted = Object.fromEntries(new FormData(filter));
    const words = wanted.text.toLowerCase().split(/\s+/).filter(Boolean);
    const active = words.length > 0 || wanted.cloud || wanted.severity || wanted.verdict;
    let shown = 0;
    for (const rule of rules) {
      const severe = !wanted.severity || rule.dataset.severity === wanted.severity;
      let here = 0;
      for (const finding of rule.querySelectorAll(".finding")) {
        const match = severe
          && (!wanted.cloud || finding.dataset.cloud === wanted.cloud)
          && (!wanted.verdict || finding.dataset.verdict === wanted.verdict)
          && words.every((word) => texts.get(finding).includes(word));
        finding.hidden = !match;
        here += match ? 1 : 0;
      }
      rule.hidden = here === 0;
      for (const cloud of rule.querySelectorAll(".cloud")) {
        cloud.hidden = !cloud.querySelector(".finding:not([hidden])");
      }
      if (words.length > 0 && here > 0) {
        rule.querySelector("details").open = true;
      }
      shown += here;
    }
    filter.querySelector("output").textContent = active ? `${shown} of ${findings.length} findings on this page` : "";
  }

  if (filter) {
    filter.hidden = false;
    filter.addEventListener("input", apply);
    filter.addEventListener("reset", () => setTimeout(apply));
    filter.addEventListener("submit", (event) => event.preventDefault());
  }

  // A link to a rule opens it, and shows it when the filter has hidden it.
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.matches(".rule")) {
      if (target.hidden) {
        filter.reset();
      }
      target.querySelector("details").open = true;
      target.scrollIntoView();
    }
  }
  addEventListener("hashchange", reveal);
  reveal();

  for (const fix of document.querySelectorAll(".fix")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      const code = fix.querySelector("code");
      try {
        await navigator.clipboard.writeText(code.textContent);
        button.textContent = "Copied";
      } catch {
        // A file opened from disk may have no clipboard: what is selected can still be copied by key.
        getSelection().selectAllChildren(code);
        button.textContent = "Selected";
      }
      setTimeout(() => { button.textContent = "Copy"; }, 2000);
    });
    fix.prepend(button);
  }

  // Rules that are folded away on the screen belong on paper; their evidence would fill it.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll(".rule > details:not([open])")];
    closed.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => closed.forEach((details) => { details.open = false; }));
})();
