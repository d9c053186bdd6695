export { Health } from "./health.js";
export type { HealthReport } from "./health.js";
export { serveHealth } from "./serve-health.js";
