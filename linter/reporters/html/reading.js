// Going from note to note, from a mark to its note and back, and knowing where one is in the outline.

/** Scroll to a place. What is drawn on the way there may push it off again, so a long way is looked after for a while. */
function show(place, block) {
  const isFar = Math.abs(place.getBoundingClientRect().top) > 3 * innerHeight;
  if (!isFar) {
    place.scrollIntoView({ block });
    return;
  }
  let frames = 20;
  const hold = () => {
    place.scrollIntoView({ block, behavior: "instant" });
    frames -= 1;
    if (frames) requestAnimationFrame(hold);
  };
  hold();
}

function choose(note, { focus = true } = {}) {
  for (const mark of document.querySelectorAll(".now")) mark.classList.remove("now");
  current = note;
  if (note) {
    note.classList.add("now");
    for (const mark of marksOf.get(note.id) ?? []) mark.classList.add("now");
    near.add(note.closest(".chunk"));
  }
  arrange();
  if (note) {
    history.replaceState(null, "", `#${note.id}`);
    if (focus) note.focus({ preventScroll: true });
    show(wide.matches ? placeOf(note) : note, "center");
  }
  tell();
}

function tell() {
  const place = byId("where");
  if (place) place.textContent = shown.length ? `${current ? shown.indexOf(current) + 1 : "–"} / ${shown.length}` : "0";
}

function step(by) {
  if (!shown.length) return;
  const at = current ? shown.indexOf(current) : by > 0 ? -1 : shown.length;
  choose(shown[(at + by + shown.length) % shown.length]);
}

/** A link to a note chooses it; one to a place shows the place, in the middle of the screen. */
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('main a[href^="#d"], .index a');
  const target = link && byId(link.hash.slice(1));
  if (target?.matches(".note[data-rule]")) {
    event.preventDefault();
    if (target.hidden) widen();
    choose(target);
  } else if (target) {
    event.preventDefault();
    history.pushState(null, "", link.hash);
    show(target, target.matches("h3, h4, h5, h6, article") ? "start" : "center");
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  } else if (!link) {
    const mark = event.target.closest?.("mark:not(.off)");
    const note = mark ? byId(mark.dataset.f) : event.target.closest?.(".note[data-rule]");
    if (note && note !== current && !String(getSelection())) choose(note, { focus: !event.target.closest(".note") });
  }
});

if (notes.length) {
  byId("next").addEventListener("click", () => step(1));
  byId("previous").addEventListener("click", () => step(-1));
  tell();
}

const entries = new Map([...document.querySelectorAll(".outline a")].map((link) => [link.hash.slice(1), link]));
const passing = new IntersectionObserver((seen) => {
  for (const { target, isIntersecting } of seen) {
    const entry = isIntersecting && entries.get(target.id);
    if (!entry) continue;
    for (const other of target.closest(".document").querySelectorAll(".outline [aria-current]")) other.removeAttribute("aria-current");
    entry.setAttribute("aria-current", "location");
    const list = entry.closest(".outline");
    const [box, row] = [list.getBoundingClientRect(), entry.getBoundingClientRect()];
    if (row.top < box.top || row.bottom > box.bottom) list.scrollTop += row.top - box.top - box.height / 2;
  }
}, { rootMargin: "-70px 0px -65% 0px" });
for (const name of entries.keys()) if (byId(name)) passing.observe(byId(name));
