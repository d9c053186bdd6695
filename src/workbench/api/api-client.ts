import { commonTexts } from "../texts/en/common-texts.js";
import { ApiError, unreachable } from "./api-error.js";

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Asks the host. Every refusal becomes an `ApiError`. */
export class ApiClient {
  #csrfProof: string | undefined;

  /** @param onSignedOut called when the host says that the session is over */
  constructor(
    private readonly fetch: Fetch,
    private readonly onSignedOut: () => void = () => undefined,
  ) {}

  /** The proof that changes are asked for by this page (X2); from signing in or from `/api/me`. */
  useCsrfProof(proof: string | undefined): void {
    this.#csrfProof = proof;
  }

  get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return this.#ask<T>("GET", path, undefined, signal);
  }

  post<T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
    return this.#ask<T>("POST", path, body, signal);
  }

  put<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
    return this.#ask<T>("PUT", path, body, signal);
  }

  async #ask<T>(method: string, path: string, body: unknown, signal: AbortSignal | undefined): Promise<T> {
    try {
      return await this.#send<T>(method, path, body, signal);
    } catch (failure) {
      // Signing in again in another window changed the proof.
      if (!(failure instanceof ApiError) || failure.code !== "csrf-proof-missing") throw failure;
      const { csrfProof } = await this.#send<{ csrfProof: string }>("GET", "/api/me", undefined, signal);
      this.#csrfProof = csrfProof;
      return this.#send<T>(method, path, body, signal);
    }
  }

  async #send<T>(method: string, path: string, body: unknown, signal: AbortSignal | undefined): Promise<T> {
    const headers: Record<string, string> = { accept: "application/json" };
    if (body !== undefined) headers["content-type"] = "application/json";
    if (method !== "GET" && this.#csrfProof !== undefined) headers["x-spectra-csrf"] = this.#csrfProof;
    const response = await this.#fetch(path, {
      method,
      headers,
      credentials: "same-origin",
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    const answer: unknown = await jsonOf(response);
    // The host promises the payload of each route; payloads.ts says which.
    if (response.ok) return answer as T;
    const error = refusal(response.status, answer);
    if (error.isSignedOut) this.onSignedOut();
    throw error;
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    try {
      return await this.fetch(path, init);
    } catch (failure) {
      if (init.signal?.aborted) throw failure;
      throw unreachable();
    }
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not from the host: a proxy's page, say. The status alone tells what happened.
    return undefined;
  }
}

function refusal(status: number, answer: unknown): ApiError {
  const told = typeof answer === "object" && answer !== null ? (answer as Readonly<Record<string, unknown>>) : {};
  const text = (name: string): string | undefined => {
    const value = told[name];
    return typeof value === "string" ? value : undefined;
  };
  const message = text("message") ?? commonTexts.answered(status);
  return new ApiError(status, text("code") ?? "unknown", message, text("hint"));
}
