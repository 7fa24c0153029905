// Notes beside their places: as high as their marks, never over each other, joined to the text by lines.
const GAP = 8;
const wide = matchMedia("(min-width: 52.01rem)");
const near = new Set();
let current = null;

document.documentElement.classList.add("js");

/** The mark, bar or anchor that a note speaks of. */
function placeOf(note) {
  return document.getElementById(note.querySelector(".n").hash.slice(1));
}

/** Where each note wants to be and how high it is, in pixels from the top of the chunk. */
function measured(chunk) {
  const base = chunk.getBoundingClientRect();
  return [...chunk.querySelectorAll(".note:not([hidden])")].map((note) => {
    const place = placeOf(note);
    const line = place.getClientRects()[0] ?? place.parentElement.getBoundingClientRect();
    const column = place.closest(".at").firstElementChild.getBoundingClientRect();
    const height = Math.min(line.height || 30, 30);
    return { note, want: line.top - base.top, mid: line.top - base.top + height / 2, from: column.right - base.left, high: note.offsetHeight, wide: note.offsetWidth, whole: base.width };
  }).sort((one, other) => one.want - other.want);
}

/** The top of each note: the current one at its place, the others out of its way. */
function stacked(rows) {
  const tops = [];
  const push = () => rows.forEach((row, i) => {
    const free = i ? tops[i - 1] + rows[i - 1].high + GAP : 0;
    tops[i] = Math.max(tops[i] ?? row.want - 6, free);
  });
  push();
  const held = rows.findIndex((row) => row.note === current);
  if (held > 0) {
    tops[held] = Math.max(0, rows[held].want - 6);
    for (let i = held - 1; i >= 0; i--) tops[i] = Math.min(tops[i], tops[i + 1] - rows[i].high - GAP);
    if (tops[0] < 0) tops[0] = 0;
    for (let i = held + 1; i < rows.length; i++) tops[i] = Math.max(rows[i].want - 6, 0);
    push();
  }
  return tops;
}

function drawn(chunk, rows, tops) {
  let lines = chunk.querySelector(":scope > .lines");
  if (!lines) {
    lines = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    lines.setAttribute("class", "lines");
    lines.setAttribute("aria-hidden", "true");
    chunk.append(lines);
  }
  lines.replaceChildren(...rows.map((row, i) => {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    const to = row.whole - row.wide - 4;
    const start = row.from + 6;
    const bend = (start + to) / 2;
    const end = tops[i] + 18;
    path.setAttribute("d", `M${start} ${row.mid}C${bend} ${row.mid} ${bend} ${end} ${to} ${end}`);
    path.setAttribute("class", `${row.note.dataset.level ?? "reference"}${row.note === current ? " now" : ""}`);
    return path;
  }));
}

/** Place the notes of chunks that are on the screen or close to it. */
function arrange(chunks = near) {
  if (!wide.matches) return;
  const plans = [...chunks].map((chunk) => {
    const rows = measured(chunk);
    return { chunk, rows, tops: stacked(rows) };
  });
  for (const { chunk, rows, tops } of plans) {
    rows.forEach((row, i) => { row.note.style.top = `${tops[i]}px`; });
    const last = rows.length - 1;
    chunk.style.minHeight = last < 0 ? "" : `${tops[last] + rows[last].high + GAP}px`;
    drawn(chunk, rows, tops);
    requestAnimationFrame(() => chunk.classList.add("placed"));
  }
}

const sight = new IntersectionObserver((entries) => {
  const come = [];
  for (const entry of entries) {
    if (!entry.isIntersecting) near.delete(entry.target);
    else if (!near.has(entry.target)) { near.add(entry.target); come.push(entry.target); }
  }
  arrange(come);
}, { rootMargin: "800px" });
for (const chunk of document.querySelectorAll(".chunk")) if (chunk.querySelector(".note")) sight.observe(chunk);
let waiting = 0;
addEventListener("resize", () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(() => arrange()); });
document.addEventListener("toggle", (event) => { if (event.target.closest?.(".note")) arrange(); }, true);
