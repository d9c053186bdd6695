export {
  ClearanceMissingError,
  CsrfProofMissingError,
  NotSignedInError,
  TooManyAttemptsError,
  WrongCredentialsError,
} from "./errors.js";
export { AttemptLimit } from "./attempt-limit.js";
export { hashPassword } from "./password-hash.js";
export { csrfProofOf, hashOfToken, isCsrfProof } from "./session-tokens.js";
export { SignIn } from "./sign-in.js";
export { SignInRecords } from "./sign-in-records.js";
export { StoredSignInRecords } from "./stored-sign-in-records.js";
