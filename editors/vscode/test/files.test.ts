import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { BROKEN, MISSING, UNABLE } from "../src/starting";
import { DOCUMENTS, NAME, PLACES } from "./documents";

const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));

test("the task's problem matcher reads the real report", () => {
  const [task] = read("tasks.json").tasks;
  const done = spawnSync(task.command, task.args, { cwd: DOCUMENTS, encoding: "utf8" });
  const { pattern } = task.problemMatcher;
  const rows = done.stdout.trimEnd().split("\n");
  const found = rows.map((row) => new RegExp(pattern.regexp).exec(row) ?? assert.fail(row));
  const lines = readFileSync(join(DOCUMENTS, NAME), "utf8").split("\n");
  const places = found.map((match) => {
    const line = lines[Number(match[pattern.line]) - 1] ?? "";
    return [...line].slice(Number(match[pattern.column]) - 1).join(""); // the report counts characters
  });
  assert.deepEqual(places, PLACES);
  assert.ok(found.every((match) => match[pattern.file] === NAME));
  assert.deepEqual(
    found.map((match) => match[pattern.severity]),
    ["error", "warning", "warning", "suggestion", "error"],
  );
  assert.equal(found[2]?.[pattern.message], "use 'receive', not 'recieve'");
  assert.equal(found[2]?.[pattern.code], "mine.spelling");
});

test("the matcher keeps the drive of a path on Windows", () => {
  const { pattern } = read("tasks.json").tasks[0].problemMatcher;
  const row = String.raw`C:\docs\a.md:3:4: error: say where: [<place>] [mine.here]`;
  assert.deepEqual(new RegExp(pattern.regexp).exec(row)?.slice(1), [
    String.raw`C:\docs\a.md`,
    "3",
    "4",
    "error",
    "say where: [<place>]",
    "mine.here",
  ]);
});

test("every sentence and every setting is there in Chinese", () => {
  assert.deepEqual(new Set(Object.keys(read("l10n/bundle.l10n.zh-cn.json"))), new Set([MISSING, UNABLE, BROKEN, "Settings"]));
  const texts = read("package.nls.json");
  assert.deepEqual(Object.keys(read("package.nls.zh-cn.json")), Object.keys(texts));
  const used = [...readFileSync("package.json", "utf8").matchAll(/"%(\w+)%"/g)].map((match) => match[1]);
  assert.deepEqual(new Set(used), new Set(Object.keys(texts)));
});
