export { withLogFields } from "./log-fields.js";
export { PinoLogger } from "./pino-logger.js";
export { ProcessEnvironment } from "./process-environment.js";
export { SystemClock } from "./system-clock.js";
export { outliveFailures } from "./uncaught-failures.js";
