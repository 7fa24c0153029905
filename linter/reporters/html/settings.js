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

/** Paper stays light. Without a theme the page follows the system. */
function paint() {
  dark.media = { dark: "screen", light: "not all" }[theme] ?? "screen and (prefers-color-scheme: dark)";
  byId("theme")?.setAttribute("aria-pressed", String(matchMedia(dark.media).matches));
}

let theme = kept("recto-theme");
paint();
system.addEventListener("change", paint);
byId("theme")?.addEventListener("click", () => {
  theme = matchMedia(dark.media).matches ? "light" : "dark";
  kept("recto-theme", theme);
  paint();
});

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
if (!matchMedia("(min-width: 89.01rem)").matches) for (const outline of document.querySelectorAll(".outline details")) outline.open = false;
const named = byId(location.hash.slice(1));
if (named?.matches(".note[data-rule]")) choose(named);
