/** For `node --import`: makes one package look as if the install had left it out. Its name is in HIDDEN_PACKAGE. */
import { register } from "node:module";

const hidden = JSON.stringify(process.env.HIDDEN_PACKAGE);

register(`data:text/javascript,${encodeURIComponent(`
  export async function resolve(specifier, context, next) {
    if (specifier !== ${hidden}) return next(specifier, context);
    throw Object.assign(new Error("Cannot find package '" + specifier + "' imported from " + context.parentURL), { code: "ERR_MODULE_NOT_FOUND" });
  }
`)}`);
