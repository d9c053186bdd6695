import type { ContactActions, LocalGoogleOptions } from "../../../src/local-google/index.js";
import { isObject } from "../../../src/local-google/json.js";
import type { JsonObject } from "../../../src/local-google/json.js";
import { Anna, send } from "./client.js";
import type { Reply, Sending } from "./client.js";
import { checkAnswer } from "./discovery.js";

/** Anna with her contacts; lists follow 10 seconds after a change. */
export class AnnasContacts {
  readonly anna = new Anna();

  async start(options: LocalGoogleOptions = {}): Promise<void> {
    await this.anna.start(options);
  }

  async dispose(): Promise<void> {
    await this.anna.dispose();
  }

  get byHand(): ContactActions {
    return this.anna.google.accounts.get(this.anna.email).contacts();
  }

  /** Calls the People API; the answer is checked against the Discovery document. */
  async call(method: string, path: string, sending: Sending = {}): Promise<Reply> {
    const reply = await send(this.anna.google.url, method, `/v1${path}`, { token: this.anna.token, ...sending });
    checkAnswer(method, `/v1${path}`, reply, sending.query ?? {});
    return reply;
  }

  async list(query: Sending["query"] = {}): Promise<Reply> {
    return this.call("GET", "/people/me/connections", {
      query: { personFields: "names,metadata", requestSyncToken: true, ...query },
    });
  }

  /** A sync token of now, with everything shown that has happened. */
  async syncToken(): Promise<string> {
    this.settle();
    return String((await this.list()).json["nextSyncToken"]);
  }

  /** Lets days pass; the access token is a new one afterwards. */
  forwardDays(days: number): void {
    this.anna.clock.forward({ days });
    this.anna.token = this.anna.google.grant(this.anna.email).accessToken;
  }

  /** Lets so much time pass that lists show everything. */
  settle(): void {
    this.anna.clock.forward({ seconds: 11 });
  }

  async get(resourceName: string, personFields = "names,memberships,metadata"): Promise<JsonObject> {
    return (await this.call("GET", `/${resourceName}`, { query: { personFields } })).json;
  }

  async create(person: JsonObject, personFields = "names,metadata"): Promise<JsonObject> {
    return (await this.call("POST", "/people:createContact", { query: { personFields }, body: person })).json;
  }

  async update(person: JsonObject, updatePersonFields: string, personFields = "names,metadata"): Promise<Reply> {
    return this.call("PATCH", `/${String(person["resourceName"])}:updateContact`, {
      query: { updatePersonFields, personFields },
      body: person,
    });
  }
}

/** The people of a listing. */
export function people(reply: Reply): JsonObject[] {
  return objectsIn(reply.json["connections"]);
}

export function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A value some keys and positions down. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (Array.isArray(inner)) return inner[Number(key)];
    return isObject(inner) ? inner[String(key)] : undefined;
  }, value);
}

/** Status, status word and message of an error answer. */
export function errorOf({ status, json }: Reply): readonly unknown[] {
  return [status, at(json, "error", "status"), at(json, "error", "details", 0, "reason")];
}

/** A person of this name. */
export function aPerson(givenName = "Ada", change: JsonObject = {}): JsonObject {
  return { names: [{ givenName, familyName: "Example" }], ...change };
}
