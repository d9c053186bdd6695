import { serviceToken } from "../../base/service-token.js";
import type { ZoneName } from "../../base/wall-time.js";

/** What the studio bought; some plugins need a certain edition (P5). */
export type Edition = "Express" | "Standard" | "Professional" | "Enterprise";

/** The product's name as the user knows it (P6). */
export type Product = "Spectra" | "myStratus";

/** Facts about the studio that every plugin may know. */
export interface StudioFacts {
  /** Identifies this studio's database for ever (GUID, lower case). */
  readonly guid: string;
  readonly name: string;
  readonly edition: Edition;
  readonly product: Product;
  /** BCP 47, for dates and times on screen. */
  readonly locale: string;
  /** The company's Time Zone (General Info). */
  readonly timeZone: ZoneName;
}

/** The studio this host serves. */
export interface Studio {
  facts(): Promise<StudioFacts>;
  /**
   * The zone in which the studio's wall-clock times are meant for a job (C20): the
   * zone of the computer chosen for it, in myStratus the company's zone, and before
   * a computer is chosen the zone of the computer that serves.
   */
  syncZone(jobId: string): Promise<ZoneName>;
}
export const Studio = serviceToken<Studio>("studio");
