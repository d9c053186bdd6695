import { counted } from "./counting.js";

/** Maintenance > Client > Clients. */
export const clientsTexts = {
  count: (count: number, locale: string) => counted(count, { one: "client", other: "clients" }, locale),
};
