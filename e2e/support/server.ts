// The real server with the demo brand and a database of its own, on a free port.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const root = resolve(import.meta.dirname, "../..");
/** The program that is tested. */
export const command = process.env.TOUCHSTONE_SERVER ?? join(root, "target/debug/touchstone");
/** The folder of the built app. */
export const web = process.env.TOUCHSTONE_WEB ?? join(root, "dist");

/** A label as `GET /demo.json` lists it. */
export interface Label {
  id: string;
  title: string;
  expect_standing: string;
  symbology: "QrCode" | "DataMatrix";
  gs1: boolean;
  rectangular: boolean;
  inverted: boolean;
  content: string;
}

/** A running server. */
export class Server {
  private constructor(
    private child: ChildProcess,
    private folder: string | null,
    /** Such as `http://localhost:41234`. */
    readonly origin: string,
    /** The demo's labels by id. */
    readonly labels: Map<string, Label>,
    /** Where its data is, as `--database` has it. */
    readonly database: string,
  ) {}

  /** On a free port with the built app, or as `more` says; a given folder stays when it ends. */
  static async start(more: { folder?: string; port?: number; web?: string; options?: string[] } = {}): Promise<Server> {
    const folder = more.folder ?? mkdtempSync(join(tmpdir(), "touchstone-e2e-"));
    const database = `sqlite:${join(folder, "demo.db")}`;
    const listen = `127.0.0.1:${more.port ?? 0}`;
    const options = ["serve", "--demo", "--listen", listen, "--web", more.web ?? web, "--database", database, "--seal-key", join(folder, "seal-key")];
    const child = spawn(command, [...options, ...(more.options ?? [])], { stdio: ["ignore", "pipe", "inherit"] });
    const address = await new Promise<string>((found, failed) => {
      child.once("error", failed);
      child.once("exit", (code) => failed(new Error(`the server ended with ${code} before it listened`)));
      createInterface({ input: child.stdout! }).on("line", (line) => {
        const match = /^listening on (http:\/\/\S+)/.exec(line);
        if (match) found(match[1]!);
      });
    });
    // A browser takes `localhost` for secure.
    const origin = address.replace("127.0.0.1", "localhost");
    const response = await fetch(`${address}/demo.json`);
    if (!response.ok) throw new Error(`/demo.json answered ${response.status}`);
    const list = (await response.json()) as Label[];
    // The labels lead to the origin that asked for them.
    for (const label of list) label.content = label.content.replace(address, origin);
    const labels = new Map(list.map((label) => [label.id, label]));
    return new Server(child, more.folder ? null : folder, origin, labels, database);
  }

  /** The label of that id. */
  label(id: string): Label {
    const label = this.labels.get(id);
    if (!label) throw new Error(`the demo has no label ${id}`);
    return label;
  }

  /** Ends it, as an operator would. */
  async stop(): Promise<void> {
    const ended = new Promise<void>((done) => this.child.once("exit", () => done()));
    if (this.child.exitCode === null) {
      this.child.kill("SIGTERM");
      await ended;
    }
    if (this.folder) rmSync(this.folder, { recursive: true, force: true });
  }
}
