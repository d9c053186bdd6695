import { request } from "node:http";

import { startLocalGoogle } from "../../../src/local-google/index.js";
import type { CalendarActions, LocalGoogle, LocalGoogleOptions } from "../../../src/local-google/index.js";
import { isObject } from "../../../src/local-google/json.js";
import type { JsonObject } from "../../../src/local-google/json.js";
import { checkAnswer } from "./discovery.js";

/** A clock tests move by hand. */
export class HandClock {
  #now: number;

  constructor(start = "2026-03-02T09:00:00Z") {
    this.#now = Date.parse(start);
  }

  now(): Date {
    return new Date(this.#now);
  }

  forward(change: {
    readonly days?: number;
    readonly hours?: number;
    readonly minutes?: number;
    readonly seconds?: number;
  }): void {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = change;
    this.#now += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  }
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  readonly json: JsonObject;
}

export interface Sending {
  readonly query?: { readonly [name: string]: string | number | boolean | readonly string[] };
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: string };
  readonly token?: string;
}

/** Sends one HTTP request; no redirects, no retries. */
export async function send(url: string, method: string, path: string, sending: Sending = {}): Promise<Reply> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(sending.query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  const isText = typeof sending.body === "string";
  const body = bodyOf(sending.body);
  const headers = {
    ...(body !== "" && !isText && { "Content-Type": "application/json" }),
    ...(sending.token && { Authorization: `Bearer ${sending.token}` }),
    ...sending.headers,
  };
  const target = `${url}${path}${query.size > 0 ? `?${query.toString()}` : ""}`;
  return new Promise((resolve, reject) => {
    const outgoing = request(target, { method, headers: { ...headers, "Content-Length": Buffer.byteLength(body) } });
    outgoing.on("error", reject);
    outgoing.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        const shown = Object.fromEntries(
          Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
        );
        resolve({ status: response.statusCode ?? 0, headers: shown, text, json: parse(text) });
      });
    });
    outgoing.end(body);
  });
}

function bodyOf(body: unknown): string {
  if (body === undefined) return "";
  return typeof body === "string" ? body : JSON.stringify(body);
}

function parse(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

/** A local Google with one account, Anna's, and a client that talks to it as her. */
export class Anna {
  readonly email = "anna@example.test";
  clock = new HandClock();
  token = "";
  #google: LocalGoogle | undefined;

  get google(): LocalGoogle {
    if (!this.#google) throw new Error("start() first");
    return this.#google;
  }

  async start(options: LocalGoogleOptions = {}): Promise<void> {
    this.clock = new HandClock();
    this.#google = await startLocalGoogle({ clock: this.clock, ...options });
    this.google.accounts.add({ email: this.email, name: "Anna", timeZone: "Europe/Berlin" });
    this.token = this.google.grant(this.email).accessToken;
  }

  get calendar(): CalendarActions {
    return this.google.accounts.get(this.email).calendar();
  }

  /** Calls the Calendar API; the answer is checked against the Discovery document. */
  async call(method: string, path: string, sending: Sending = {}): Promise<Reply> {
    const reply = await send(this.google.url, method, `/calendar/v3${path}`, { token: this.token, ...sending });
    checkAnswer(method, `/calendar/v3${path}`, reply, sending.query ?? {});
    return reply;
  }

  /** events.list of the primary calendar. */
  async list(query: Sending["query"] = {}): Promise<Reply> {
    return this.call("GET", "/calendars/primary/events", { query });
  }

  async insert(body: JsonObject, query: Sending["query"] = {}): Promise<Reply> {
    return this.call("POST", "/calendars/primary/events", { body, query });
  }

  /** A sync token of now. */
  async syncToken(): Promise<string> {
    const { json } = await this.list();
    return String(json["nextSyncToken"]);
  }

  async dispose(): Promise<void> {
    await this.#google?.dispose();
  }
}

/** The items of a listing. */
export function items(reply: Reply): JsonObject[] {
  const { items: found } = reply.json;
  return Array.isArray(found) ? found.filter(isObject) : [];
}

/** The first reason of an error answer. */
export function reasonOf(reply: Reply): unknown {
  const { error } = reply.json;
  if (!isObject(error) || !Array.isArray(error["errors"])) return undefined;
  const [first]: unknown[] = error["errors"];
  return isObject(first) ? first["reason"] : undefined;
}

/** A timed event on a day of March 2026 in Berlin. */
export function anEvent(change: JsonObject = {}): JsonObject {
  return {
    summary: "Portraits",
    start: { dateTime: "2026-03-25T08:00:00", timeZone: "Europe/Berlin" },
    end: { dateTime: "2026-03-25T09:00:00", timeZone: "Europe/Berlin" },
    ...change,
  };
}
