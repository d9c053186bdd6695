import { Component } from "react";
import type { ReactNode } from "react";

import { toApiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import { Problem } from "../common/problem.js";

interface State {
  readonly error: ApiError | undefined;
}

/** Keeps the menus usable when a screen breaks, and says that it did. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(failure: unknown): State {
    return { error: toApiError(failure) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <main className="wb-screen">
        <Problem error={error} onRetry={() => window.location.reload()} />
      </main>
    );
  }
}
