/** Entry of every thread; its first argument names the module to run, `readerThread` or `parserThread`. */
import { isCompiled, runScript } from "./compiled.js";

const [, , name = ""] = process.argv;

if (isCompiled(`${name}.cjs`)) runScript(`${name}.cjs`);
else await import(`./${name}.js`);
