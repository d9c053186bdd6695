import { toDisposable } from "../../base/disposable.js";
import type { Disposable } from "../../base/disposable.js";
import type { Host } from "../composition-root.js";
import type { Output } from "./output.js";

/** Shows live progress on a terminal until disposed. */
export function showProgress({ services }: Host, output: Output): Disposable {
  const subscription = services.liveEvents.subscribe((event) => {
    if (event.kind !== "progress") return;
    const { text, done, total } = event.progress;
    output.progress(total === undefined ? text : `${text} (${done} of ${total})`);
  });
  return toDisposable(async () => {
    await subscription.dispose();
    output.endProgress();
  });
}
