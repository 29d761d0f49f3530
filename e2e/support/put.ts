// Records for a server that runs, through the door that every brand's come in by.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type Server, command } from "./server.js";

/** Imports records, or a document, into the server that runs. */
export function put(server: Server, name: string, ...records: object[]): void {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-put-"));
  writeFileSync(join(folder, name), records.map((record) => JSON.stringify(record)).join("\n"));
  execFileSync(command, ["import", "--database", server.database, join(folder, name)], { stdio: ["ignore", "inherit", "inherit"] });
  rmSync(folder, { recursive: true, force: true });
}
