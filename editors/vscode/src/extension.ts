/** Starts `recto lsp` and tells the user where that cannot be done. */

import { commands, l10n, window, workspace, type ExtensionContext } from "vscode";
import { LanguageClient, type LanguageClientOptions } from "vscode-languageclient/node";

import { serverCommand, troubleWith, type Trouble } from "./starting";

const OPTIONS: LanguageClientOptions = {
  documentSelector: [
    ...["markdown", "plaintext", "html"].flatMap((language) => [
      { scheme: "file", language },
      { scheme: "untitled", language },
    ]),
    { scheme: "file", language: "yaml" }, // configurations and rules
    { scheme: "file", pattern: "**/pyproject.toml" },
  ],
  synchronize: { configurationSection: "recto" },
};

let client: LanguageClient | undefined;
let turn: Promise<void> = Promise.resolve(); // a start waits for the stop before it

export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand("recto.restart", restart),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("recto.path") && restart()),
  );
  await restart();
}

export function deactivate(): Promise<void> {
  return (turn = turn.then(stop));
}

function restart(): Promise<void> {
  return (turn = turn.then(stop).then(start).catch(log));
}

async function stop(): Promise<void> {
  const old = client;
  client = undefined;
  await old?.dispose().catch(log); // one that did not start cannot be stopped
}

async function start(): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath ?? "";
  const command = serverCommand(workspace.getConfiguration("recto").get("path", ""), folder);
  const trouble = await troubleWith(command, folder);
  if (trouble) {
    void tell(trouble);
    return;
  }
  client = new LanguageClient("recto", "Recto", { ...command, options: { cwd: folder || undefined } }, OPTIONS);
  await client.start();
}

/** The client itself has told the user; this is for the developer's console. */
function log(error: unknown): void {
  console.error("recto:", error);
}

async function tell({ sentence, parts }: Trouble): Promise<void> {
  const settings = l10n.t("Settings");
  if ((await window.showErrorMessage(`Recto: ${l10n.t(sentence, ...parts)}`, settings)) === settings) {
    await commands.executeCommand("workbench.action.openSettings", "recto.path");
  }
}
