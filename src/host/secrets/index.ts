export { AesSecrets } from "./aes-secrets.js";
export { StudioKey } from "./studio-key.js";
