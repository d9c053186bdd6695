export { PortTakenError } from "./errors.js";
export { isLoopback } from "./host-names.js";
export { createHttpServer } from "./http-server.js";
export type { HttpServerOptions } from "./http-server.js";
export type { ServerServices } from "./server-services.js";
