import type { Clock, Product, ThisComputer } from "../api/index.js";
import type { SmtpConnecting } from "./mail/index.js";
import type { PinoLogger } from "./system/index.js";

/** What a process of the host is started with. */
export interface HostOptions {
  /** Where the embedded database, the studio key and further plugins lie. */
  readonly dataFolder: string;
  /** `sqlite:PATH` or `mssql://…`; the embedded database in the data folder when left out. */
  readonly databaseUrl?: string;
  readonly product?: Product;
  /** This computer's own name and zone when left out. */
  readonly computer?: Partial<ThisComputer>;
  /** Folders with plugins, before the `plugins` folder in the data folder. */
  readonly pluginRoots?: readonly string[];
  /** Settings for plugins, over the `SPECTRA_…` variables. */
  readonly settings?: ReadonlyMap<string, string>;
  readonly variables?: Readonly<Record<string, string | undefined>>;
  readonly clock?: Clock;
  /** How mail servers are connected to, when not as usual. */
  readonly smtp?: SmtpConnecting;
  readonly logger: PinoLogger;
}
