/** Says inside this process that something worth pushing was committed; other processes see it in the database. */
export interface PushSignal {
  wake(): void;
  onWake(listener: () => void): void;
}

export function createPushSignal(): PushSignal {
  const listeners: (() => void)[] = [];
  return {
    wake: () => listeners.forEach(listener => listener()),
    onWake: listener => void listeners.push(listener),
  };
}
