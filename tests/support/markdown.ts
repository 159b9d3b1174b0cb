/** A node of parsed Markdown, as far as tests look at it. */
export interface MarkdownNode {
  type: string;
  value?: string;
  children?: MarkdownNode[];
}

/** A node and all below it. */
export function flatten(node: MarkdownNode): MarkdownNode[] {
  return [node, ...(node.children ?? []).flatMap(flatten)];
}

/** The text that a node shows. */
export function textOf(node: MarkdownNode): string {
  return flatten(node).filter((part) => part.type === "text").map((part) => part.value).join("");
}
