// Videos for Chromium's fake camera, made by the project's own generator.
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import type { Label } from "./server.js";

const root = resolve(import.meta.dirname, "../..");
const binary = process.env.TOUCHSTONE_XTASK ?? join(root, "target/debug/xtask");

/** What a video shows; see `xtask/src/frames.rs`. */
export type Video =
  | (Pick<Label, "symbology" | "content"> & Partial<Label> & { mirrored?: boolean; kind?: "print" | "unreadable"; center?: [number, number] })
  | { kind: "none" }
  | { packs: (Pick<Label, "symbology" | "content"> & Partial<Label>)[]; columns: number; width?: number; height?: number }
  | { parts: string[]; frames?: number }
  | { photo: string };

/** Makes one video and gives its path. */
export function film(video: Video): string {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-film-"));
  const spec = join(folder, "spec.json");
  writeFileSync(spec, JSON.stringify([{ name: "film", ...video }]));
  execFileSync(binary, ["frames", "--spec", spec, "--out", folder], { stdio: ["ignore", "ignore", "inherit"] });
  return join(folder, "film.y4m");
}
