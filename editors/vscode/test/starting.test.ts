import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { BROKEN, MISSING, UNABLE, serverCommand, troubleWith } from "../src/starting";
import { DOCUMENTS } from "./documents";

const folder = mkdtempSync(join(tmpdir(), "recto-"));

test("the program is named by the setting, with the folder and the home put in", () => {
  assert.deepEqual(serverCommand("", "/w"), { command: "recto", args: ["lsp"] });
  assert.equal(serverCommand("${workspaceFolder}/.venv/bin/recto", "/w").command, "/w/.venv/bin/recto");
  assert.equal(serverCommand("~/bin/recto", "").command, `${homedir()}/bin/recto`);
});

test("a server that is well has no trouble, and has ended by itself", async () => {
  assert.equal(await troubleWith(serverCommand("", DOCUMENTS), DOCUMENTS), undefined);
});

test("a program that is not there is told, with the command that installs it", async () => {
  const trouble = await troubleWith(serverCommand("no-such-recto", ""), folder);
  assert.deepEqual(trouble, { sentence: MISSING, parts: ["no-such-recto"] });
  assert.match(MISSING, /pip install 'recto\[lsp\]'/);
});

test("a program that may not be run is told", async () => {
  const program = join(folder, "recto");
  writeFileSync(program, "");
  const trouble = await troubleWith(serverCommand("${workspaceFolder}/recto", folder), folder);
  assert.equal(trouble?.sentence, UNABLE);
  assert.equal(trouble.parts[0], program);
});

test("where the extra is missing, recto's own sentence is shown", async (t) => {
  writeFileSync(join(folder, "pygls.py"), "raise ModuleNotFoundError('pygls', name='pygls')\n");
  const before = process.env["PYTHONPATH"];
  t.after(() => (before === undefined ? delete process.env["PYTHONPATH"] : (process.env["PYTHONPATH"] = before)));
  process.env["PYTHONPATH"] = folder;
  const trouble = await troubleWith(serverCommand("", DOCUMENTS), DOCUMENTS);
  assert.equal(trouble?.sentence, BROKEN);
  assert.match(trouble.parts[1] ?? "", /pip install 'recto\[lsp\]'/);
});
