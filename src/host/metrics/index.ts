export { Prometheus } from "./prometheus.js";
