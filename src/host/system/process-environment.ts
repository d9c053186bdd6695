import type { PluginEnvironment } from "../../api/index.js";

/** Settings from the command line, and from `SPECTRA_…` variables where the command line is silent. */
export class ProcessEnvironment implements PluginEnvironment {
  constructor(
    private readonly settings: ReadonlyMap<string, string>,
    private readonly variables: Readonly<Record<string, string | undefined>>,
  ) {}

  get(name: string): string | undefined {
    return this.settings.get(name) ?? this.variables[`SPECTRA_${name.replaceAll("-", "_").toUpperCase()}`];
  }
}
