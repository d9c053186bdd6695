import type { Account } from "../store/account.js";
import type { Answer, Call } from "./call.js";

/** Who calls: the account and the client the access token was given to. */
export interface Caller {
  readonly account: Account;
  readonly clientId: string;
  readonly scopes: ReadonlySet<string>;
}

/** What a handler gets: the call, the decoded path parameters, the body as JSON, and who calls. */
export interface OperationCall<Who = Caller> {
  readonly call: Call;
  readonly path: Readonly<Record<string, string>>;
  readonly json: unknown;
  readonly caller: Who;
}

interface OperationShape {
  /** As in the Discovery document: `calendar.events.list`. */
  readonly name: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path with `{name}` segments. */
  readonly path: string;
  /** The query parameters it knows, beside the ones every method knows. */
  readonly query: readonly string[];
}

/** What a call of the People API takes from the quotas of contacts. */
export interface ContactQuota {
  readonly reads: number;
  readonly writes: number;
}

/** A method that needs an access token with one of the scopes. */
export interface ProtectedOperation extends OperationShape {
  readonly kind: "protected";
  /** The short names of the scopes any of which is enough; empty means any token. */
  readonly scopes: readonly string[];
  /** Quota units one call costs. */
  readonly cost: number;
  /** What it takes from the quotas of contacts, which are apart from the units. */
  readonly contactQuota?: ContactQuota;
  /** A change that must not overlap with another one of the same person. */
  readonly isMutation?: boolean;
  /** The method's name in errors about scopes: `calendar.v3.Events.List`. */
  readonly rpcName: string;
  handle(call: OperationCall): Answer;
}

/** A page or endpoint without an access token: consent, token, certificates. */
export interface OpenOperation extends OperationShape {
  readonly kind: "open";
  handle(call: OperationCall<undefined>): Answer;
}

export type Operation = ProtectedOperation | OpenOperation;

/** What an API says when a token is missing or lacks a scope; every Google API has its own words. */
export interface ApiManners {
  unauthenticated(): Answer;
  insufficientScope(rpcName: string): Answer;
  /** A body that is not JSON; Calendar's words without it. */
  malformedBody?(): Answer;
  /** A `fields` parameter that cannot be read; Calendar's words without it. */
  invalidFields?(): Answer;
  /** Query parameters the method does not know; without it they are ignored. */
  unknownParameters?(names: readonly string[]): Answer;
}

/** One Google API served by the local Google: a table of methods and its manners. */
export interface GoogleApi {
  readonly operations: readonly Operation[];
  readonly manners: ApiManners;
}
