/** The enabled plugin behind a contribution. */
export interface ContributionOwner {
  readonly pluginId: string;
  /** Aborted when the plugin is being disabled. */
  readonly signal: AbortSignal;
  /** Work the plugin's disabling waits for. */
  track<T>(work: Promise<T>): Promise<T>;
}
