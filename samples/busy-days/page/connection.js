/**
 * Waits for the workbench to begin, and answers how to talk with it. To be copied into one's own page.
 * @param onTheme called with "light" or "dark", at once and whenever it changes
 */
export function connect(onTheme) {
  return new Promise((begin) => {
    const waiting = new Map();
    let last = 0;
    window.addEventListener("message", ({ data: start, ports: [port] }) => {
      if (start?.kind !== "start" || port === undefined) return;
      port.addEventListener("message", ({ data: message }) => {
        const asker = waiting.get(message.call);
        waiting.delete(message.call);
        if (message.kind === "theme") onTheme(message.theme);
        if (message.kind === "result") asker?.resolve(message.result);
        if (message.kind === "refused")
          asker?.reject(new Error([message.message, message.hint].filter(Boolean).join(". ")));
      });
      port.start();
      onTheme(start.theme);
      begin({
        ...start,
        /** Runs a command of this plugin. */
        call: (command, input) =>
          new Promise((resolve, reject) => {
            last += 1;
            waiting.set(last, { resolve, reject });
            port.postMessage({ kind: "call", call: last, command, input });
          }),
        /** Makes the frame as high as the page. */
        fit: () => port.postMessage({ kind: "height", pixels: document.documentElement.offsetHeight }),
      });
    });
  });
}
