/** The host object that a compiled mini-program calls: `wx` in WeChat, `my` in Alipay. */
export type HostKind = 'weapp' | 'alipay';
export type HostCall = (options: HostOptions) => unknown;
export type HostApis = Readonly<Record<string, HostCall>>;

export interface HostOptions {
  readonly url?: string;
  readonly title?: string;
  readonly key?: string;
  readonly data?: unknown;
  readonly delta?: number;
  readonly [name: string]: unknown;
  success?(result: object): void;
  fail?(failure: object): void;
  complete?(result: object): void;
}

export interface Navigation {
  open(route: string, query: Record<string, string>): void;
  back(delta: number): void;
  closeAll(): void;
  closeCurrent(): void;
  setTitle(title: string): void;
}

const screen = {
  windowWidth: 375,
  windowHeight: 667,
  screenWidth: 375,
  screenHeight: 667,
  pixelRatio: 2,
  statusBarHeight: 20,
};
const launch = { path: '', query: {}, scene: 1001 };

/** Addresses are relative to the root of the program and carry their parameters encoded, as WeChat hands them over. */
function parse(address: string): { route: string; query: Record<string, string> } {
  const [route = '', query = ''] = address.replace(/^\//, '').split('?');
  const pairs = query
    .split('&')
    .filter(Boolean)
    .map(pair => pair.split('='));
  return { route, query: Object.fromEntries(pairs.map(([key = '', value = '']) => [key, value])) };
}

function navigationApis(navigation: Navigation): HostApis {
  const opening = (before: () => void) => (options: HostOptions) => {
    const { route, query } = parse(options.url ?? '');
    try {
      before();
      navigation.open(route, query);
      options.success?.({ errMsg: 'ok' });
    } catch (failure) {
      options.fail?.({ errMsg: String(failure) });
    }
    options.complete?.({});
  };
  return {
    navigateTo: opening(() => undefined),
    redirectTo: opening(() => navigation.closeCurrent()),
    reLaunch: opening(() => navigation.closeAll()),
    switchTab: opening(() => navigation.closeAll()),
    navigateBack(options) {
      navigation.back(options.delta ?? 1);
      options.success?.({});
    },
    setNavigationBarTitle(options) {
      navigation.setTitle(options.title ?? '');
      options.success?.({});
    },
    // Alipay's name for it.
    setNavigationBar(options) {
      navigation.setTitle(options.title ?? '');
      options.success?.({});
    },
  };
}

function storageApis(kind: HostKind, kept: Map<string, unknown>): Record<string, (...args: never[]) => unknown> {
  if (kind === 'weapp')
    return {
      getStorageSync: (key: string) => kept.get(key) ?? '',
      setStorageSync: (key: string, value: unknown) => void kept.set(key, value),
      removeStorageSync: (key: string) => void kept.delete(key),
    };
  return {
    getStorageSync: ({ key }: { key: string }) => ({ data: kept.get(key) ?? null }),
    setStorageSync: ({ key, data }: { key: string; data: unknown }) => void kept.set(key, data),
    removeStorageSync: ({ key }: { key: string }) => void kept.delete(key),
  };
}

const system = { ...screen, platform: 'devtools', SDKVersion: '3.8.0', version: '8.0.0', fontSizeSetting: 16 };

const nothing = () => undefined;
const selectorQuery: Record<string, (callback?: unknown) => unknown> = {
  in: () => selectorQuery,
  select: () => selectorQuery,
  selectViewport: () => selectorQuery,
  boundingClientRect: () => selectorQuery,
  scrollOffset: () => selectorQuery,
  exec: callback => (typeof callback === 'function' ? callback([]) : undefined),
};

/** Everything that Taro's runtime asks a host for, and navigation. What a program itself needs comes through `apis`. */
export function hostApis(
  kind: HostKind,
  navigation: Navigation,
  apis: HostApis,
  kept = new Map<string, unknown>(),
): Record<string, (...args: never[]) => unknown> {
  return {
    getSystemInfoSync: () => system,
    getSystemInfo: (options: HostOptions) => options.success?.(system),
    getWindowInfo: () => screen,
    getAppBaseInfo: () => ({ SDKVersion: '3.8.0' }),
    getDeviceInfo: () => ({ platform: 'devtools' }),
    getMenuButtonBoundingClientRect: () => ({}),
    getUpdateManager: () => ({}),
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    canIUse: () => true,
    nextTick: (act: () => void) => void Promise.resolve().then(act),
    createSelectorQuery: () => selectorQuery,
    pageScrollTo: nothing,
    onAppRoute: nothing,
    onThemeChange: nothing,
    onUnhandledRejection: nothing,
    onError: nothing,
    onNeedPrivacyAuthorization: nothing,
    request: (options: HostOptions) => options.fail?.({ errMsg: 'request:fail no network in this test' }),
    ...storageApis(kind, kept),
    ...navigationApis(navigation),
    ...apis,
  };
}
