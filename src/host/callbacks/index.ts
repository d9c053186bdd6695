export { CallbackRoutes, MemoryCallbackRoutes } from "./callback-routes.js";
