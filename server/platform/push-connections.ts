/** Of one address: a hall full of donors shares the wireless of the site. */
const mostPerAddress = 600;
/** Of this process; the balancer has other copies. */
const mostInAll = 20_000;

export interface Connections {
  /** False when there are too many already. */
  take(address: string): boolean;
  leave(address: string): void;
}

/** Counts open connections by address. `limited` as the limits of the operations. */
export function createConnections(limited: boolean): Connections {
  const open = new Map<string, number>();
  let all = 0;
  return {
    take(address) {
      const here = open.get(address) ?? 0;
      if (limited && (here >= mostPerAddress || all >= mostInAll)) return false;
      open.set(address, here + 1);
      all += 1;
      return true;
    },
    leave(address) {
      const here = (open.get(address) ?? 1) - 1;
      all -= 1;
      if (here === 0) open.delete(address);
      else open.set(address, here);
    },
  };
}
