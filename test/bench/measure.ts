/** What a piece of work cost its process. */
export interface Cost {
  readonly wallMs: number;
  /** User and system time of the whole process, its garbage collection included. */
  readonly cpuMs: number;
  /** The most memory the process ever held, in megabytes. */
  readonly peakMb: number;
}

export async function measure(work: () => Promise<void>): Promise<Cost> {
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  await work();
  const wallMs = performance.now() - before;
  const { user, system } = process.cpuUsage(cpuBefore);
  // Node gives kilobytes on every system.
  return { wallMs, cpuMs: (user + system) / 1000, peakMb: process.resourceUsage().maxRSS / 1024 };
}
