/** As much of a browser as the walk-through needs: a cookie, the CSRF proof, forms and redirects. */
export class Browser {
  #cookie = "";
  #csrfProof = "";
  /** The text of every answer to a signed-in request. */
  readonly answers: string[] = [];

  constructor(private readonly address: string) {}

  async signIn(initials: string, password: string): Promise<void> {
    const response = await fetch(`${this.address}/api/sign-in`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ initials, password }),
    });
    this.#cookie = response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; ");
    const { csrfProof } = (await this.#read(response)) as { csrfProof: string };
    this.#csrfProof = csrfProof;
  }

  /** What only the browser and the host may know. */
  get sessionToken(): string {
    return this.#cookie.split("=")[1] ?? "";
  }

  get(path: string): Promise<Answer> {
    return this.#send("GET", path);
  }

  post(path: string, body: unknown = {}): Promise<Answer> {
    return this.#send("POST", path, body);
  }

  put(path: string, body: unknown): Promise<Answer> {
    return this.#send("PUT", path, body);
  }

  /** Runs a contributed command, as a menu or a button of a view does. */
  command(id: string, input: unknown = {}): Promise<CommandAnswer> {
    return this.#send("POST", `/api/commands/${id}`, { input });
  }

  /** What a contributed screen shows. */
  view(id: string, input: unknown = {}): Promise<{ readonly content: unknown }> {
    return this.#send("POST", `/api/views/${id}`, { input });
  }

  /** What plugins say about a record. */
  statusOf(kind: string, id: number): Promise<readonly { readonly id: string; readonly lines: readonly unknown[] }[]> {
    return this.#send("GET", `/api/records/${kind}/${id}/status`);
  }

  act(userId: number, pageId: string, action: string, body: unknown = {}): Promise<Answer> {
    return this.#send("POST", `/api/preferences/users/${userId}/pages/${pageId}/actions/${action}`, body);
  }

  /** Agrees on a consent page with everything ticked; returns where the browser ended. */
  async consent(url: string, email: string): Promise<string> {
    const page = await (await fetch(url)).text();
    const form = new URLSearchParams();
    for (const [, name = "", value = ""] of page.matchAll(
      /type="(?:hidden|checkbox)" name="([^"]+)" value="([^"]+)"/g,
    )) {
      form.append(name, value);
    }
    form.append("account", email);
    form.append("decision", "allow");
    const decided = await fetch(new URL("/o/oauth2/v2/auth/decision", url), {
      method: "POST",
      body: form,
      redirect: "manual",
    });
    const back = decided.headers.get("location") ?? "";
    const landed = await fetch(back, { redirect: "manual", headers: { cookie: this.#cookie } });
    return landed.headers.get("location") ?? `${landed.status} ${await landed.text()}`;
  }

  async #send<T = Answer>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.address}${path}`, {
      method,
      headers: {
        cookie: this.#cookie,
        "x-spectra-csrf": this.#csrfProof,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await this.#read(response)) as T;
  }

  async #read(response: Response): Promise<unknown> {
    const text = await response.text();
    this.answers.push(text);
    if (!response.ok) throw new Error(`${response.status} ${text}`);
    return JSON.parse(text);
  }
}

/** What the routes of the walk-through answer with, as far as it looks. */
export interface Answer {
  readonly kind: string;
  readonly url: string;
  readonly message: string;
  readonly question: string;
  readonly yes?: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly state: {
    readonly messages: readonly { readonly severity: string; readonly text: string; readonly field?: string }[];
    readonly facts: readonly { readonly label: string; readonly value: string }[];
    readonly choices: Readonly<Record<string, readonly unknown[]>>;
  };
}

/** What a command answered. */
export interface CommandAnswer {
  readonly text: string;
  readonly value: unknown;
  readonly hasFailures: boolean;
  readonly open?: { readonly viewId: string; readonly input: Readonly<Record<string, unknown>> };
}
