import { Progress, Text } from "@mantine/core";
import { Suspense, lazy } from "react";

import type { Values, ViewAction, ViewContent } from "../api/payloads.js";
import { Facts } from "../common/facts.js";
import { Waiting } from "../common/screen.js";
import { CompareView } from "./compare-view.js";
import { ListView } from "./list-view.js";
import { ViewButtons } from "./view-buttons.js";

const FormView = lazy(() => import("./form-view.js"));

const PageView = lazy(() => import("./page-view.js"));

interface ViewBodyProps {
  readonly viewId: string;
  readonly input: Values;
  readonly title: string;
  readonly content: ViewContent;
  readonly busy: ViewAction | undefined;
  readonly onPress: (action: ViewAction) => void;
}

/** Draws each kind of view, for any plugin. A new kind is one more case here. */
export function ViewBody({ viewId, input, title, content, busy, onPress }: ViewBodyProps) {
  const buttons = { busy, onPress };
  switch (content.kind) {
    case "list":
      return <ListView title={title} content={content} {...buttons} />;
    case "record":
      return (
        <section className="wb-panel">
          <Facts facts={content.facts} />
          <ViewButtons actions={content.actions} {...buttons} />
        </section>
      );
    case "compare":
      return <CompareView content={content} {...buttons} />;
    case "question":
      return (
        <section className="wb-panel">
          <Text fw={600} className="wb-prewrap">
            {content.text}
          </Text>
          <ul>
            {content.details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
          <ViewButtons actions={content.answers} {...buttons} />
        </section>
      );
    case "progress": {
      const { text, done, total } = content;
      return (
        <section className="wb-panel">
          <Text role="status" mb={6}>
            {text}
          </Text>
          <Progress value={total === undefined || total === 0 ? 100 : (100 * done) / total} aria-label={text} />
        </section>
      );
    }
    case "form":
      return (
        <Suspense fallback={<Waiting />}>
          <FormView content={content} {...buttons} />
        </Suspense>
      );
    case "page":
      return (
        <Suspense fallback={<Waiting />}>
          <PageView key={viewId} viewId={viewId} title={title} input={input} data={content.data} />
        </Suspense>
      );
  }
}
