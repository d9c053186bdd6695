/** Stands in for the validator a test helper inside @rjsf/core names: it is not installed, compiles with `new Function`, and nothing here calls it. */
export default undefined;
