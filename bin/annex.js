#!/usr/bin/env node
import module from "node:module";

// Newer Node keeps compiled code between runs; 20 does not have it.
module.enableCompileCache?.();
const { main } = await import("../dist/cli/main.js");
await main();
