/** One element as Taro describes it to the native side. */
export interface MiniNode {
  /** Number of its kind; which number stands for what differs from build to build. */
  readonly nn?: string;
  readonly cn?: readonly MiniNode[];
  /** What a text node says; nothing else has it. */
  readonly v?: string;
  readonly uid?: string;
  readonly sid?: string;
  /** Classes. */
  readonly cl?: string;
}

/** Every element with the elements around it, innermost first. */
export function* walk(
  node: MiniNode | undefined,
  around: readonly MiniNode[] = [],
): Generator<readonly [MiniNode, readonly MiniNode[]]> {
  if (!node) return;
  yield [node, around];
  for (const child of node.cn ?? []) yield* walk(child, [node, ...around]);
}

export function textOf(root: MiniNode | undefined): string {
  let text = '';
  for (const [node] of walk(root)) text += node.v ?? '';
  return text;
}

type Branch = Record<string, unknown>;

/** Taro writes paths such as `root.cn.[0].v`. */
const keysOf = (address: string): string[] => address.replace(/\.?\[(\d+)\]/g, '.$1').split('.');

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;

export function applyData(data: object, changes: Readonly<Record<string, unknown>>): void {
  for (const [address, value] of Object.entries(changes)) {
    const keys = keysOf(address);
    const last = keys.pop() ?? '';
    let at = data as Branch;
    keys.forEach((key, index) => {
      const next = at[key];
      if (isBranch(next)) at = next;
      else {
        const made: Branch | unknown[] = /^\d+$/.test(keys[index + 1] ?? last) ? [] : {};
        at[key] = made;
        at = made as Branch;
      }
    });
    at[last] = value;
  }
}

export function spliceData(data: object, changes: Readonly<Record<string, [number, number, ...MiniNode[]]>>): void {
  for (const [address, [start, remove, ...added]] of Object.entries(changes)) {
    let at: unknown = data;
    for (const key of keysOf(address)) at = isBranch(at) ? at[key] : undefined;
    if (Array.isArray(at)) at.splice(start, remove, ...added);
  }
}
