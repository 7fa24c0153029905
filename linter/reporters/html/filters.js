// Which notes are shown: by level, pack, rule, and by what they say.
const notes = [...document.querySelectorAll(".note[data-rule]")];
const byId = (id) => document.getElementById(id);
const marks = [...document.querySelectorAll("[data-f]")];
const marksOf = new Map(notes.map((note) => [note.id, []]));
for (const mark of marks) for (const name of mark.dataset.f.split(" ")) marksOf.get(name).push(mark);
let shown = notes;

function checked(name) {
  return new Set([...document.querySelectorAll(`#filters input[name="${name}"]:checked`)].map((box) => box.value));
}

function wording(note) {
  note.words ??= note.textContent.toLowerCase();
  return note.words;
}

function narrow() {
  const levels = checked("level");
  const rules = checked("rule");
  const text = byId("search").value.trim().toLowerCase();
  const passes = (note) => levels.has(note.dataset.level) && rules.has(note.dataset.rule) && (!text || wording(note).includes(text));
  const off = new Set(notes.filter((note) => !passes(note)));
  for (const note of notes) note.hidden = off.has(note);
  for (const mark of marks) mark.classList.toggle("off", mark.dataset.f.split(" ").every((name) => off.has(byId(name))));
  shown = notes.filter((note) => !off.has(note));
  const told = document.body.dataset.shown.replace("{shown}", shown.length).replace("{all}", notes.length);
  byId("status").textContent = told;
  byId("narrowed").textContent = off.size ? `${shown.length}/${notes.length}` : "";
  if (current && off.has(current)) choose(null);
  tell();
  arrange();
}

/** A box of a pack speaks for its rules, and shows what they say together. */
function agree(pack) {
  const boxes = [...pack.querySelectorAll('input[name="rule"]')];
  const on = boxes.filter((box) => box.checked).length;
  const whole = pack.querySelector('input[name="pack"]');
  whole.checked = on === boxes.length;
  whole.indeterminate = on > 0 && on < boxes.length;
}

function check(boxes, on) {
  for (const box of boxes) { box.checked = on; box.indeterminate = false; }
  narrow();
}

/** Show everything again. */
function widen() {
  byId("search").value = "";
  check(document.querySelectorAll("#filters input"), true);
}

if (notes.length) {
  byId("filters").addEventListener("change", ({ target }) => {
    const pack = target.closest(".pack");
    if (target.name === "pack") for (const box of pack.querySelectorAll('input[name="rule"]')) box.checked = target.checked;
    if (pack) agree(pack);
    narrow();
  });
  byId("all").addEventListener("click", () => check(document.querySelectorAll("#filters input"), true));
  byId("none").addEventListener("click", () => check(document.querySelectorAll("#filters .pack input"), false));
  byId("search").addEventListener("input", narrow);
}
