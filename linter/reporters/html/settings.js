// Light or dark, the keyboard, and what a page without scripts has to leave out.
const dark = byId("dark");
const system = matchMedia("(prefers-color-scheme: dark)");

function kept(key, value) {
  try {
    if (value !== undefined) localStorage.setItem(key, value);
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function paint(theme) {
  const isDark = theme ? theme === "dark" : system.matches;
  dark.media = isDark ? "all" : "not all";
  byId("theme")?.setAttribute("aria-pressed", String(isDark));
}

paint(kept("recto-theme"));
system.addEventListener("change", () => paint(kept("recto-theme")));
byId("theme")?.addEventListener("click", () => paint(kept("recto-theme", dark.media === "all" ? "light" : "dark")
  ?? (dark.media === "all" ? "light" : "dark")));
addEventListener("beforeprint", () => { dark.media = "not all"; });
addEventListener("afterprint", () => paint(kept("recto-theme")));

const keys = {
  j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1),
  "/": () => byId("search").focus(), "?": () => byId("keys").togglePopover(),
};
document.addEventListener("keydown", (event) => {
  const writing = event.target.matches("input:not([type=checkbox]), textarea");
  if (event.key === "Escape" && event.target.id === "search") {
    event.target.value = "";
    narrow();
    event.target.blur();
  } else if (notes.length && !writing && !event.ctrlKey && !event.metaKey && !event.altKey && keys[event.key]) {
    event.preventDefault();
    keys[event.key]();
  }
});
for (const tools of document.querySelectorAll(".tools")) tools.hidden = false;
if (!wide.matches) for (const outline of document.querySelectorAll(".outline details")) outline.open = false;
const named = byId(location.hash.slice(1));
if (named?.matches(".note[data-rule]")) choose(named);
