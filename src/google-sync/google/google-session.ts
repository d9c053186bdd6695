import type { Clock } from "../../api/services/clock.js";
import { throwIfOver } from "../../base/watched-signal.js";
import type { GoogleEndpoints } from "./endpoints.js";
import { verdictOf } from "./error-table.js";
import { GoogleError, NeedsReconnectingError } from "./errors.js";
import { failureOf } from "./failure.js";
import type { Failure, Operation } from "./failure.js";
import { answerOf, loadGoogleLibrary } from "./google-library.js";
import type { GoogleLibrary, LibraryAnswer, RawAnswer } from "./google-library.js";
import type { PaceTicket, RequestOutcome } from "./pace-ticket.js";
import type { PacedUse, Pacer } from "./pacer.js";
import { wasNotCarriedOut } from "./retrier.js";
import type { Retrier } from "./retrier.js";
import type { TokenKeeper } from "./token-keeper.js";
import { withoutSecrets } from "./tokens.js";

/** One request to Google's APIs. */
export interface GoogleCall<T> {
  readonly operation: Operation;
  /** What it costs of the quota. */
  readonly units: number;
  /** Whose quota; Calendar's when not given. */
  readonly use?: PacedUse;
  /** Carried out twice it would do twice: repeated only where Google certainly did nothing (K10). */
  readonly isOnce?: boolean;
  /** Sends it once, by the library. */
  send(library: GoogleLibrary, signal: AbortSignal): Promise<LibraryAnswer>;
  /** Reads a successful answer. @throws MalformedAnswerError */
  read(answer: RawAnswer, ticket: PaceTicket): T;
}

/** All requests of one connection: paced, authenticated, judged by the error table and repeated within the budget. */
export class GoogleSession {
  #library: Promise<GoogleLibrary> | undefined;

  constructor(
    readonly account: string,
    readonly endpoints: GoogleEndpoints,
    readonly signal: AbortSignal,
    readonly retrier: Retrier,
    private readonly tokens: TokenKeeper,
    private readonly pacer: Pacer,
    private readonly clock: Clock,
  ) {}

  /** @throws GoogleError, the signal's reason when it was aborted */
  request<T>(call: GoogleCall<T>): Promise<T> {
    const attempt = (): Promise<T> => this.#once(call);
    return call.isOnce === true ? this.retrier.run(attempt, wasNotCarriedOut) : this.retrier.run(attempt);
  }

  /** The failure as the table reads it, without any secret Google may have repeated in it. */
  failureOf(operation: Operation, answer: { status: number; body: string; retryAfter?: string | undefined }): Failure {
    const body = withoutSecrets(answer.body, this.tokens.secrets);
    return failureOf(operation, { ...answer, body }, this.clock.now());
  }

  /** One attempt, with the one repeat an expired access token deserves. */
  async #once<T>(call: GoogleCall<T>): Promise<T> {
    const first = await this.tokens.accessToken();
    try {
      return await this.#send(call, first);
    } catch (error) {
      if (!needsFreshToken(error)) throw error;
    }
    try {
      return await this.#send(call, await this.tokens.accessToken(first));
    } catch (error) {
      throw needsFreshToken(error) ? new NeedsReconnectingError("Google does not accept its own new token") : error;
    }
  }

  async #send<T>(call: GoogleCall<T>, accessToken: string): Promise<T> {
    const library = await (this.#library ??= loadGoogleLibrary(this.endpoints));
    const ticket = await this.pacer.acquire(this.account, call.units, this.signal, call.use);
    let outcome: RequestOutcome = "done";
    try {
      throwIfOver(this.signal);
      // Without a refresh token the library leaves refreshing to us.
      library.auth.setCredentials({ access_token: accessToken });
      const answer = await answerOf(call.operation, this.signal, () => call.send(library, this.signal));
      if (answer.status >= 200 && answer.status < 300) return call.read(answer, ticket);
      const failure = this.failureOf(call.operation, answer);
      const verdict = verdictOf(failure);
      if (verdict.kind === "retry-later" && verdict.because === "rate") ticket.refused(verdict.scope, call.units);
      throw GoogleError.of(failure, verdict);
    } catch (error) {
      outcome = error instanceof GoogleError ? outcomeOf(error) : "network";
      throw error;
    } finally {
      ticket.settle(outcome);
    }
  }
}

function outcomeOf({ verdict }: GoogleError): RequestOutcome {
  return verdict.kind === "retry-later" ? verdict.because : verdict.kind;
}

function needsFreshToken(error: unknown): error is GoogleError {
  return error instanceof GoogleError && error.verdict.kind === "refresh-token";
}
