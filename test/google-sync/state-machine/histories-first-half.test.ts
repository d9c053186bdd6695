import { describeHistories } from "./histories.js";

describeHistories(1);
