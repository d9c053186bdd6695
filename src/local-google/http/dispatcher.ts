import { assertNever } from "../../base/assert-never.js";
import type { SeededRandom } from "../random.js";
import type { Answer, Call } from "./call.js";
import { faultAnswer } from "./fault-injection.js";
import type { FaultRule, FaultRules } from "./fault-injection.js";
import { applyFields, parseFields } from "./fields-mask.js";
import type { FieldsMask } from "./fields-mask.js";
import { GoogleError, googleErrors } from "./google-errors.js";
import { parsedBody, queryRecord, shownHeaders } from "./log-shapes.js";
import { boundaryOf, printPart, readBatch } from "./multipart.js";
import type { BatchPart } from "./multipart.js";
import type { MutationGate } from "./mutation-gate.js";
import type { Caller, GoogleApi, ProtectedOperation } from "./operation.js";
import type { RateLimiter } from "./rate-limits.js";
import type { MemoryRequestLog, OpenLogEntry } from "./request-log.js";
import type { RouteMatch, Router } from "./router.js";

/** An answer and what shall happen to it on its way. */
export interface Outcome {
  readonly answer: Answer;
  readonly delayMs: number;
  readonly breakage: "none" | "reset" | "truncate";
  /** To be called when the answer goes out, or never will. */
  readonly finish?: () => void;
}

export interface DispatcherParts {
  readonly router: Router;
  readonly log: MemoryRequestLog;
  readonly faults: FaultRules;
  readonly limiter: RateLimiter;
  readonly random: SeededRandom;
  readonly mutations: MutationGate;
  /** Who an access token belongs to; undefined when it is unknown, expired or revoked. */
  identify(token: string): Caller | undefined;
}

const batchPath = "/batch/calendar/v3";
const batchLimit = 1000;

/** Takes a call through everything a Google front end does before and after the method itself. */
export class Dispatcher {
  constructor(private readonly parts: DispatcherParts) {}

  dispatch(call: Call): Outcome {
    if (call.method === "POST" && call.path.replace(/\/$/, "") === batchPath) return this.#batch(call);
    const { entry, match, caller } = this.#note(call);
    const isMutation = match?.route.operation.kind === "protected" && match.route.operation.isMutation === true;
    const mutation = isMutation && caller ? this.parts.mutations.begin(caller.account.sub) : undefined;
    const outcome =
      mutation?.kind === "overlap"
        ? whole(googleErrors.peopleOverlap)
        : this.#answer(call, match, caller, entry, false);
    entry.status = outcome.breakage === "none" ? outcome.answer.status : 0;
    if (mutation?.kind !== "begun") return outcome;
    return { ...outcome, delayMs: outcome.delayMs + mutation.delayMs, finish: mutation.finish };
  }

  #note(call: Call, batch?: OpenLogEntry): { entry: OpenLogEntry; match?: RouteMatch; caller?: Caller } {
    const match = this.parts.router.match(call.method, call.path);
    const caller = this.#caller(call);
    const described: Omit<OpenLogEntry, "sequence"> = {
      operation: match?.route.operation.name ?? "unknown",
      method: call.method,
      path: call.path,
      query: queryRecord(call.query),
      headers: shownHeaders(call.headers),
      body: parsedBody(call),
      account: caller?.account.email,
      status: 0,
      unknownParameters: match
        ? [...new Set(call.query.keys())].filter((name) => !match.route.knownParameters.has(name))
        : [],
    };
    const entry = batch ? this.parts.log.addPart(batch, described) : this.parts.log.addRequest(described);
    return { entry, ...(match && { match }), ...(caller && { caller }) };
  }

  #caller(call: Call): Caller | undefined {
    const token = /^Bearer\s+(\S+)$/i.exec(call.headers["authorization"] ?? "")?.[1] ?? call.query.get("oauth_token");
    return token ? this.parts.identify(token) : undefined;
  }

  #answer(
    call: Call,
    match: RouteMatch | undefined,
    caller: Caller | undefined,
    entry: OpenLogEntry,
    isInBatch: boolean,
  ): Outcome {
    const fault = this.parts.faults.decide({ ...entry, isInBatch });
    if (fault && fault.when !== "after" && fault.fault.kind === "error") return whole(faultAnswer(fault.fault));
    if (fault && fault.when !== "after" && fault.fault.kind === "reset") return broken("reset");
    return afterFault(match ? this.#perform(call, match, caller, entry) : whole(notFoundPage), fault);
  }

  #perform(call: Call, match: RouteMatch, caller: Caller | undefined, entry: OpenLogEntry): Outcome {
    try {
      const answer = this.#handle(call, match, caller, entry.body);
      const fields = call.query.get("fields");
      if (!fields || answer.status !== 200 || answer.json === undefined) return whole(answer);
      return whole({ ...answer, json: applyFields(answer.json, readFields(fields, match.route.api)) });
    } catch (thrown) {
      if (thrown instanceof GoogleError) return whole(thrown.answer);
      throw thrown;
    }
  }

  #handle(call: Call, { route, path }: RouteMatch, caller: Caller | undefined, json: unknown): Answer {
    const { operation, api } = route;
    if (operation.kind === "open") return operation.handle({ call, path, json, caller: undefined });
    if (!caller) return api.manners.unauthenticated();
    if (!hasScope(operation, caller)) return api.manners.insufficientScope(operation.rpcName);
    const refusal = this.#spend(operation, call, caller);
    if (refusal) return refusal;
    const unknown = [...new Set(call.query.keys())].filter((name) => !route.knownParameters.has(name));
    if (unknown.length > 0 && api.manners.unknownParameters) return api.manners.unknownParameters(unknown);
    if (json === undefined && call.body !== "" && call.method !== "GET") {
      return api.manners.malformedBody?.() ?? googleErrors.parseError;
    }
    return operation.handle({ call, path, json, caller });
  }

  #spend(operation: ProtectedOperation, call: Call, { account, clientId }: Caller): Answer | undefined {
    const { limiter } = this.parts;
    if (!operation.contactQuota) return limiter.spend(account.sub, clientId, operation.cost);
    const isFullSync =
      call.query.get("requestSyncToken") === "true" && !call.query.has("syncToken") && !call.query.has("pageToken");
    return limiter.spendContacts(account.sub, clientId, operation.contactQuota, isFullSync);
  }

  #batch(call: Call): Outcome {
    const caller = this.#caller(call);
    const entry = this.parts.log.addRequest({
      operation: "batch",
      method: call.method,
      path: call.path,
      query: queryRecord(call.query),
      headers: shownHeaders(call.headers),
      body: undefined,
      account: caller?.account.email,
      status: 0,
      unknownParameters: [],
    });
    const fault = this.parts.faults.decide({ ...entry, isInBatch: false });
    const outcome =
      fault && fault.when !== "after" && (fault.fault.kind === "error" || fault.fault.kind === "reset")
        ? fault.fault.kind === "error"
          ? whole(faultAnswer(fault.fault))
          : broken("reset")
        : afterFault(this.#performBatch(call, entry), fault);
    entry.status = outcome.breakage === "none" ? outcome.answer.status : 0;
    return outcome;
  }

  #performBatch(call: Call, entry: OpenLogEntry): Outcome {
    const boundary = boundaryOf(call.headers["content-type"]);
    const parts = boundary === undefined ? undefined : readBatch(call.body, boundary, call.headers);
    if (!parts) return whole(batchRefusal("Failed to parse batch request, error: Missing or wrong boundary."));
    if (parts.length === 0) return whole(batchRefusal("The batch request must contain at least one call."));
    if (parts.length > batchLimit) {
      return whole(batchRefusal(`The batch request has ${parts.length} calls, more than the limit of ${batchLimit}.`));
    }
    const answers = this.parts.random.shuffled(parts).map((part) => ({ part, outcome: this.#part(part, entry) }));
    const mark = `batch_${this.parts.random.text(24, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")}`;
    const isPretty = call.query.get("prettyPrint") !== "false";
    const printed = this.parts.random
      .shuffled(answers)
      .map(({ part, outcome }) => printPart(mark, part.contentId, outcome.answer, isPretty && isPrettyPart(part)));
    return {
      answer: {
        status: 200,
        text: `${printed.join("")}--${mark}--\r\n`,
        contentType: `multipart/mixed; boundary=${mark}`,
      },
      delayMs: answers.reduce((sum, { outcome }) => sum + outcome.delayMs, 0),
      breakage: answers.find(({ outcome }) => outcome.breakage !== "none")?.outcome.breakage ?? "none",
    };
  }

  #part(part: BatchPart, batch: OpenLogEntry): Outcome {
    if (!part.call) return whole(googleErrors.parseError);
    const { entry, match, caller } = this.#note(part.call, batch);
    const outcome = this.#answer(part.call, match, caller, entry, true);
    entry.status = outcome.breakage === "reset" ? 0 : outcome.answer.status;
    return outcome;
  }
}

/** @throws GoogleError 400 in the words of the API */
function readFields(fields: string, { manners }: GoogleApi): FieldsMask {
  try {
    return parseFields(fields);
  } catch (thrown) {
    if (thrown instanceof GoogleError && manners.invalidFields) throw new GoogleError(manners.invalidFields());
    throw thrown;
  }
}

function isPrettyPart(part: BatchPart): boolean {
  return part.call?.query.get("prettyPrint") !== "false";
}

function hasScope(operation: ProtectedOperation, caller: Caller): boolean {
  return operation.scopes.length === 0 || operation.scopes.some((scope) => caller.scopes.has(scope));
}

function whole(answer: Answer): Outcome {
  return { answer, delayMs: 0, breakage: "none" };
}

function broken(breakage: "reset"): Outcome {
  return { answer: { status: 503 }, delayMs: 0, breakage };
}

/** What a fault makes of a call that was performed. */
function afterFault(outcome: Outcome, rule: FaultRule | undefined): Outcome {
  if (!rule) return outcome;
  const { fault } = rule;
  switch (fault.kind) {
    case "error":
      return whole(faultAnswer(fault));
    case "reset":
      return { ...outcome, breakage: "reset" };
    case "slow":
      return { ...outcome, delayMs: outcome.delayMs + fault.milliseconds };
    case "truncate":
      return { ...outcome, breakage: "truncate" };
    default:
      return assertNever(fault);
  }
}

const notFoundPage: Answer = {
  status: 404,
  text: "<!DOCTYPE html><html lang=en><title>Error 404 (Not Found)!!1</title><p>The requested URL was not found on this server.",
  contentType: "text/html; charset=UTF-8",
};

function batchRefusal(message: string): Answer {
  return {
    status: 400,
    json: { error: { code: 400, message, errors: [{ message, domain: "global", reason: "badRequest" }] } },
    indent: 2,
  };
}
