export {
  ClearanceMissingError,
  CsrfProofMissingError,
  NotSignedInError,
  TooManyAttemptsError,
  WrongCredentialsError,
} from "./errors.js";
export { AttemptLimit } from "./attempt-limit.js";
export { hashPassword } from "./password-hash.js";
export { csrfProofOf, isCsrfProof } from "./session-tokens.js";
export { SignIn } from "./sign-in.js";
export { SignInStore } from "./sign-in-store.js";
