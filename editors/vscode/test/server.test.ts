import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import {
  ConfigurationRequest,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  createProtocolConnection,
  type PublishDiagnosticsParams,
} from "vscode-languageserver-protocol/node";

import { serverCommand } from "../src/starting";
import { DOCUMENTS, NAME, PLACES } from "./documents";

/** A session as the editor's client holds it, with these settings; the diagnostics of the document. */
async function published(settings: object): Promise<PublishDiagnosticsParams["diagnostics"]> {
  const { command, args } = serverCommand("", DOCUMENTS);
  const server = spawn(command, args, { cwd: DOCUMENTS, stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(server.stdout, server.stdin);
  const uri = pathToFileURL(join(DOCUMENTS, NAME)).href;
  connection.onRequest(RegistrationRequest.type, () => undefined);
  const asked = new Promise<void>((resolve) =>
    connection.onRequest(ConfigurationRequest.type, ({ items }) => {
      assert.ok(items.every((item) => item.section === "recto"));
      setImmediate(resolve);
      return items.map(() => settings);
    }),
  );
  connection.listen();
  const workspaceFolders = [{ uri: pathToFileURL(DOCUMENTS).href, name: "documents" }];
  const capabilities = { workspace: { configuration: true, workspaceFolders: true } };
  await connection.sendRequest(InitializeRequest.type, { processId: null, rootUri: null, capabilities, workspaceFolders });
  await connection.sendNotification(InitializedNotification.type, {});
  await asked;
  const heard = new Promise<PublishDiagnosticsParams>((resolve) =>
    connection.onNotification(PublishDiagnosticsNotification.type, resolve),
  );
  const text = readFileSync(join(DOCUMENTS, NAME), "utf8");
  const textDocument = { uri, languageId: "markdown", version: 1, text };
  await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  const { diagnostics } = await heard;
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  return diagnostics;
}

test("the places of the server's diagnostics are those that the editor counts", async () => {
  const lines = readFileSync(join(DOCUMENTS, NAME), "utf8").split("\n");
  const found = await published({ path: "recto", lang: "", select: [], ignore: [] });
  assert.deepEqual(
    found.map(({ range }) => lines[range.start.line]?.slice(range.start.character)),
    PLACES,
  );
});

test("the settings select rules", async () => {
  const found = await published({ select: ["mine.spelling"] });
  assert.deepEqual(
    found.map(({ code }) => code),
    ["mine.spelling"],
  );
});
