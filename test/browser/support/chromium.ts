import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";

/** A browser to test with, or why this computer has none. */
export type FoundBrowser =
  { readonly kind: "found"; readonly browser: Browser } | { readonly kind: "missing"; readonly reason: string };

/** The folder of everything that is built. */
const built = fileURLToPath(new URL("../../../", import.meta.url));

/** Where a person's own browser usually is. */
const installed = [
  "/usr/bin/google-chrome",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * Flags of the packaged Chromium that do not fit here: `headless` is asked for in Playwright's
 * own way, and the others would switch off what the tests are to see working.
 */
const unwanted = ["--headless", "--disable-web-security", "--allow-running-insecure-content", "--single-process"];

/** Starts the browser of `CHROMIUM_PATH`, else the one inside the npm package (Linux x64), else an installed one. */
export async function startBrowser(): Promise<FoundBrowser> {
  const program = await findProgram();
  if (program === undefined) {
    return { kind: "missing", reason: "no browser here: install Chrome, or name one in CHROMIUM_PATH" };
  }
  const { executablePath, args } = program;
  return { kind: "found", browser: await chromium.launch({ executablePath, args: [...args], headless: true }) };
}

interface Program {
  readonly executablePath: string;
  readonly args: readonly string[];
}

let packaged: Promise<Program> | undefined;

async function findProgram(): Promise<Program | undefined> {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") return { executablePath: named, args: [] };
  if (process.platform === "linux" && process.arch === "x64") {
    packaged ??= unpack();
    return packaged;
  }
  const executablePath = installed.find((path) => existsSync(path));
  return executablePath === undefined ? undefined : { executablePath, args: [] };
}

/**
 * The packaged Chromium, unpacked once for all runs of the tests on this computer: unpacking takes longer than most
 * tests. It lies beside what else is built; another version of the package is another folder.
 */
async function unpack(): Promise<Program> {
  const manifest = new URL("../../package.json", import.meta.resolve("@sparticuz/chromium"));
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { readonly version: string };
  const kept = join(built, `.chromium-${version}`);
  if (!existsSync(kept)) await unpackInto(kept);
  const { default: packagedChromium } = await import("@sparticuz/chromium");
  packagedChromium.setGraphicsMode = false;
  const args = packagedChromium.args.filter((arg) => !unwanted.some((flag) => arg.startsWith(flag)));
  return { executablePath: join(kept, "chromium"), args };
}

/** Unpacks beside the folder and renames, so that there never is half of one; another process may be at the same. */
async function unpackInto(kept: string): Promise<void> {
  const folder = mkdtempSync(`${kept}-`);
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = folder;
  try {
    const { default: packagedChromium } = await import("@sparticuz/chromium");
    packagedChromium.setGraphicsMode = false;
    await packagedChromium.executablePath();
    renameSync(folder, kept);
  } catch (failure) {
    // Whoever was quicker has left the same there.
    if (!existsSync(kept)) throw failure;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
}
