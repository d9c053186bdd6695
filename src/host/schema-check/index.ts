export { checkerOf } from "./schema-checker.js";
export type { JsonSchema, SchemaCheck } from "./schema-checker.js";
export type { SchemaProblem } from "./schema-problem.js";
