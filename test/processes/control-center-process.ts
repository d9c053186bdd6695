import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../src/host/cli/main.js", import.meta.url));

/** `spectra control-center` in a process of its own. */
export class ControlCenterProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<NodeJS.Signals | number>;
  #output = "";

  /** @param leaseSeconds how long its claims outlive it */
  constructor(options: {
    readonly computer: string;
    readonly dataFolder: string;
    readonly googleUrl: string;
    readonly leaseSeconds: number;
    readonly more?: readonly string[];
  }) {
    const { computer, dataFolder, googleUrl, leaseSeconds, more = [] } = options;
    const words = ["control-center", "--computer", computer, "--data", dataFolder, "--google-url", googleUrl, ...more];
    this.#child = spawn(process.execPath, [program, ...words, "--json"], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, TZ: "America/Chicago", SPECTRA_LEASE_SECONDS: String(leaseSeconds) },
    });
    this.#child.stdout?.on("data", (text: Buffer) => (this.#output += text.toString()));
    this.#child.stderr?.on("data", (text: Buffer) => (this.#output += text.toString()));
    this.#ended = new Promise((resolve, reject) => {
      this.#child.once("error", reject);
      this.#child.once("close", (code, signal) => resolve(signal ?? code ?? 0));
    });
  }

  /** What it has said so far. */
  get output(): string {
    return this.#output;
  }

  /** Resolves when it has reported in. @throws Error with what it said when it ends instead */
  async hasReportedIn(): Promise<void> {
    const said = new Promise<void>((resolve) => {
      const look = (): void => {
        if (this.#output.includes('"computer"')) resolve();
      };
      this.#child.stdout?.on("data", look);
      look();
    });
    const over = this.#ended.then((how) => {
      throw new Error(`The process ended (${how}): ${this.#output}`);
    });
    await Promise.race([said, over]);
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Its exit status, or the signal that ended it. */
  ended(): Promise<NodeJS.Signals | number> {
    return this.#ended;
  }

  /** Ends it, whatever it does. */
  async kill(): Promise<void> {
    this.#child.kill("SIGCONT");
    this.#child.kill("SIGKILL");
    await this.#ended;
  }
}
