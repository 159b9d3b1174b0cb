/** A choice, what follows it, and the cost of all of it. */
interface Path<Choice> {
  readonly choice: Choice;
  readonly next: Path<Choice> | undefined;
  readonly cost: number;
}

/**
 * One choice for each step, so that the total cost is least; the last one if several cost the same. The cost of a choice depends on the
 * choice of the next step, which is undefined after the last. Every step has a choice.
 */
export function cheapestPath<Choice>(
  steps: readonly (readonly Choice[])[],
  costOf: (choice: Choice, next: Choice | undefined, step: number) => number,
): { readonly choices: readonly Choice[]; readonly cost: number } {
  let paths: readonly (Path<Choice> | undefined)[] = [undefined];
  for (const [i, choices] of [...steps.entries()].reverse()) {
    const behind = paths;
    paths = choices.map((choice) =>
      cheapest(behind.map((next) => ({ choice, next, cost: costOf(choice, next?.choice, i) + (next?.cost ?? 0) }))),
    );
  }
  const choices: Choice[] = [];
  const best = cheapest(paths);
  for (let path = best; path !== undefined; path = path.next) choices.push(path.choice);
  return { choices, cost: best?.cost ?? 0 };
}

function cheapest<Choice>(paths: readonly (Path<Choice> | undefined)[]): Path<Choice> | undefined {
  return paths.reduce(
    (best, path) => (path !== undefined && best !== undefined && best.cost < path.cost ? best : (path ?? best)),
    undefined,
  );
}
