import { describeHistories } from "./histories.js";

describeHistories(2);
