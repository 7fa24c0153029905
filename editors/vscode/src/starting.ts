/** How the language server is started, and what is wrong where it cannot be. Nothing here needs the editor. */

import { spawn } from "node:child_process";
import { homedir } from "node:os";

/** A program and what stands behind it on the command line. */
export interface Command {
  command: string;
  args: string[];
}

/** A sentence in English with places `{0}`, `{1}` …, and what to put there; the editor's language is made of it later. */
export interface Trouble {
  sentence: string;
  parts: string[];
}

export const MISSING =
  "There is no program “{0}”. Install it with: pip install 'recto[lsp]' – or name it in the setting recto.path.";
export const UNABLE = "“{0}” cannot be started: {1}";
export const BROKEN = "“{0} lsp” did not start: {1}";

const FAILED = 2; // the exit status of a command that could not do what it was asked for

/** The server's command for the setting `recto.path`; `folder` is that of the workspace, empty where there is none. */
export function serverCommand(setting: string, folder: string): Command {
  const path = setting.trim() || "recto";
  const command = path.replaceAll("${workspaceFolder}", folder).replace(/^~(?=[/\\])/, homedir());
  return { command, args: ["lsp"] };
}

/** What keeps the server from starting, or nothing. A server that is well ends by itself where nobody talks to it. */
export function troubleWith({ command, args }: Command, folder: string): Promise<Trouble | undefined> {
  return new Promise((resolve) => {
    let said = "";
    const server = spawn(command, args, { cwd: folder || undefined, stdio: ["ignore", "ignore", "pipe"] });
    server.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
    server.on("error", (error: NodeJS.ErrnoException) => {
      const parts = error.code === "ENOENT" ? [command] : [command, error.message];
      resolve({ sentence: error.code === "ENOENT" ? MISSING : UNABLE, parts });
    });
    server.on("close", (status) => {
      const reason = said.trim().split("\n").at(-1) ?? "";
      resolve(status === FAILED ? { sentence: BROKEN, parts: [command, reason] } : undefined);
    });
  });
}
