import {
  type CheckConfig,
  type ConfigResult,
  describeConfigFault,
  mergeConfigs,
  parseConfig,
  parseRuleSetting,
} from "../../check/config.js";
import { Failure } from "../terminal/failure.js";
import { exists } from "./disk.js";
import { readJson } from "./json.js";

/** The name of the configuration file that is looked for in the working directory. */
export const CONFIG_FILE = "annex.config.json";

/** The options that set how to check. */
export interface ConfigOptions {
  /** A configuration file with another name or in another folder. */
  readonly config?: string;
  readonly failOn?: NonNullable<CheckConfig["failOn"]>;
  /** CODE=LEVEL each; if there are two for one rule, the later one counts. */
  readonly rule: readonly string[];
}

/** The configuration of the working directory, overridden by the options. */
export async function configOf({ config, failOn, rule }: ConfigOptions): Promise<CheckConfig> {
  const path = config ?? (exists(CONFIG_FILE) ? CONFIG_FILE : undefined);
  const file = path === undefined ? {} : configIn(path, parseConfig(await readJson(path)));
  const settings = rule.map((setting) => configIn(`--rule ${setting}`, parseRuleSetting(setting)));
  return [...settings, { failOn }].reduce(mergeConfigs, file);
}

function configIn(source: string, result: ConfigResult): CheckConfig {
  if ("config" in result) return result.config;
  const [first = "", ...more] = result.faults.map(describeConfigFault);
  throw new Failure(`${source}: ${first}`, more.length === 0 ? undefined : `And ${more.length} more: ${more.join("; ")}`);
}
