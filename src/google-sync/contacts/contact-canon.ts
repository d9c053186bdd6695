import type { CountryCode } from "libphonenumber-js/min";
import { isSupportedCountry } from "libphonenumber-js/min";

import type { ClientLimits } from "../../api/index.js";

/** What the canonical form of clients and contacts depends on. */
export interface ContactCanon {
  /** Where numbers without a country's prefix belong (K5). */
  readonly country: CountryCode | undefined;
  /** Longer texts of Google are cut (C11). */
  readonly limits: ClientLimits;
}

/** The country a BCP 47 locale speaks of, as telephone numbers need it; undefined where it names none. */
export function countryOfLocale(locale: string): CountryCode | undefined {
  const { region } = new Intl.Locale(locale).maximize();
  return region !== undefined && isSupportedCountry(region) ? region : undefined;
}
