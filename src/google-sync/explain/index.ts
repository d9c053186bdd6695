/** Why an item is, or is not, on the other side. */
export type { ExplainedItem } from "./explained-item.js";
export { ItemSearch } from "./item-search.js";
export type { ItemQuery } from "./item-search.js";
export { StatusOfRecord } from "./status-of-record.js";
