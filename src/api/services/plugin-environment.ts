import { serviceToken } from "../../base/service-token.js";

/**
 * Settings of the process a plugin runs in, given on the command line or in the
 * process environment, such as the address of a service that stands in for a real
 * one. Not for preferences: people do not see or change these in the software.
 */
export interface PluginEnvironment {
  /** @param name in kebab-case; the same on the command line (`--NAME`) and, upper case, in `SPECTRA_NAME` */
  get(name: string): string | undefined;
}
export const PluginEnvironment = serviceToken<PluginEnvironment>("plugin-environment");
