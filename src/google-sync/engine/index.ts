/** The three-way reconciliation of any kind of item: plain functions over plain data. */
export * from "./action.js";
export * from "./describe-plan.js";
export * from "./fields.js";
export * from "./guarded-plan.js";
export * from "./guards.js";
export * from "./merge.js";
export * from "./next-try.js";
export * from "./pair.js";
export * from "./pairing.js";
export * from "./plan.js";
export { takingPart } from "./taking-part.js";
