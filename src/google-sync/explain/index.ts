/** Why an item is, or is not, on the other side. */
export { StatusOfRecord } from "./status-of-record.js";
