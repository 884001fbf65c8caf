import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { type HostApis, hostApis, type HostKind } from './mini-program-host';
import { applyData, type MiniNode, spliceData, textOf, walk } from './mini-program-tree';

/** What Taro hands to `Page()`, and what the host adds to it. */
interface MiniPage {
  readonly route: string;
  data: { root?: MiniNode };
  title: string;
  onLoad?(query: object): void;
  onShow?(): void;
  onReady?(): void;
  onHide?(): void;
  onUnload?(): void;
  eh(event: object): void;
}

type PageConfig = Partial<MiniPage> & { methods?: Partial<MiniPage> };
interface MiniApp {
  onLaunch?(options: object): void;
  onShow?(options: object): void;
}

export interface MiniProgram {
  /** Opens a page as a link from outside would. */
  open(route: string, query?: Record<string, string>): void;
  current(): MiniPage;
  /** All text of the page on top. */
  text(): string;
  /** The element with this id. */
  find(id: string): MiniNode | undefined;
  /** Taps what shows exactly this text; the tap rises to everything around it, as in the host. No finger is faster than a drawing. */
  tap(text: string): Promise<void>;
  /** Sends one event to the element with this id, such as `input` with `{ value }`. */
  fire(id: string, type: string, detail?: object): void;
  /** Leaves every page, and with it what it repeats. */
  close(): void;
  waitFor<T>(look: () => T | undefined | false | null): Promise<T>;
  readonly calls: readonly { readonly api: string; readonly options: unknown }[];
  readonly pages: readonly MiniPage[];
  readonly routes: readonly string[];
  /** Ends the program: nothing that it asked for later still happens. */
  stop(): void;
}

interface AppManifest {
  readonly pages: string[];
  readonly subPackages?: { readonly root: string; readonly pages: string[] }[];
}

/** Timers of the program alone, so that a page that asks again every few seconds ends with its program. */
function ownTimers() {
  const running = new Set<NodeJS.Timeout>();
  const started = (timer: NodeJS.Timeout) => {
    running.add(timer);
    return timer;
  };
  const clear = (timer: NodeJS.Timeout) => {
    clearTimeout(timer);
    running.delete(timer);
  };
  return {
    functions: {
      setTimeout: (act: () => void, ms?: number) => started(setTimeout(act, ms)),
      setInterval: (act: () => void, ms?: number) => started(setInterval(act, ms)),
      clearTimeout: clear,
      clearInterval: clear,
    },
    stop: () => {
      running.forEach(clear);
    },
  };
}

export interface BootOptions {
  readonly kind: HostKind;
  readonly apis?: HostApis;
  /** What the host has kept of the program: the same map makes it a restart. */
  readonly kept?: Map<string, unknown>;
  /** Milliseconds by which the phone's date is ahead, so that nobody waits for a minute to pass. */
  readonly ahead?: () => number;
}

const movedDate = (ahead: () => number): DateConstructor =>
  new Proxy(Date, {
    construct: (target, args: [number]) => (args.length > 0 ? new target(...args) : new target(Date.now() + ahead())),
    get: (target, name) => (name === 'now' ? () => Date.now() + ahead() : (Reflect.get(target, name) as unknown)),
  });

const patienceMs = 10_000;
const copy = (value: unknown): unknown => (value === undefined ? value : JSON.parse(JSON.stringify(value)));

/**
 * Runs a compiled mini-program without the vendors' tools: its JavaScript in a context that has only what the hosts
 * have, its pages as the data that Taro sends to the native side. It knows no styles and no native components.
 */
export function boot(folder: string, { kind, apis = {}, kept, ahead }: BootOptions): MiniProgram {
  const calls: { api: string; options: unknown }[] = [];
  const stack: MiniPage[] = [];
  const defined = new Map<string, PageConfig>();
  const modules = new Map<string, { exports: unknown }>();
  let app: MiniApp = {};
  let defining = '';

  const current = (): MiniPage => {
    const top = stack.at(-1);
    if (!top) throw new Error('no page is open');
    return top;
  };
  const close = () => stack.pop()?.onUnload?.();
  const closeAll = () => {
    while (stack.length > 0) close();
  };
  const host = hostApis(
    kind,
    {
      open: (route, query) => open(route, query),
      back(delta) {
        for (let i = 0; i < delta && stack.length > 1; i += 1) close();
        current().onShow?.();
      },
      closeAll,
      closeCurrent: close,
      setTitle: title => {
        current().title = title;
      },
    },
    apis,
    kept,
  );
  const timers = ownTimers();
  // Stays extensible: webpack keeps its chunks on it.
  const recorded = Object.fromEntries(
    Object.entries(host).map(([api, act]) => [
      api,
      (...args: never[]) => {
        calls.push({ api, options: args[0] });
        return act(...args);
      },
    ]),
  );

  const context: Record<string, unknown> = {
    console,
    ...timers.functions,
    [kind === 'weapp' ? 'wx' : 'my']: recorded,
    App: (config: MiniApp) => {
      app = config;
    },
    Page: (config: PageConfig) => defined.set(defining, config),
    Component: (config: PageConfig) => defined.set(defining, config),
    Behavior: (config: unknown) => config,
    getApp: () => app,
    getCurrentPages: () => stack,
  };
  if (ahead) context.Date = movedDate(ahead);
  context.global = context;
  context.globalThis = context;
  if (kind === 'alipay') context.navigator = { userAgent: 'AlipayClient' };
  // The hosts forbid eval and new Function, so this does too.
  vm.createContext(context, { codeGeneration: { strings: false, wasm: false } });

  function load(file: string): unknown {
    const name = file.endsWith('.js') ? file : `${file}.js`;
    const known = modules.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const source = `(function(require,module,exports){${fs.readFileSync(name, 'utf8')}\n})`;
    // Not the path: a failure would print whole lines of a file that has one.
    const filename = path.join(kind, path.relative(folder, name));
    const run = vm.runInContext(source, context, { filename }) as (...args: unknown[]) => void;
    run.call(
      module.exports,
      (request: string) => load(path.resolve(path.dirname(name), request)),
      module,
      module.exports,
    );
    return module.exports;
  }

  function define(route: string): PageConfig {
    if (!routes.includes(route)) throw new Error(`no page ${route} in app.json`);
    // A page of a sub-package is loaded when it is first opened.
    defining = route;
    load(path.join(folder, route));
    const config = defined.get(route);
    if (!config) throw new Error(`${route}.js defines no page`);
    return config;
  }

  function open(route: string, query: Record<string, string> = {}): void {
    const { methods, ...config } = define(route);
    stack.at(-1)?.onHide?.();
    const page = Object.assign({}, config, methods, {
      route,
      __route__: route,
      options: query,
      title: '',
      data: copy(config.data ?? {}),
      setData(changes: Record<string, unknown>, done?: () => void) {
        applyData(page.data, copy(changes) as Record<string, unknown>);
        if (done) void Promise.resolve().then(() => done.call(page));
      },
      $spliceData(changes: Record<string, [number, number, ...MiniNode[]]>, done?: () => void) {
        spliceData(page.data, changes);
        done?.call(page);
      },
      selectComponent: () => null,
    }) as MiniPage;
    stack.push(page);
    page.onLoad?.(query);
    page.onShow?.();
    page.onReady?.();
  }

  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'app.json'), 'utf8')) as AppManifest;
  const routes = [
    ...manifest.pages,
    ...(manifest.subPackages ?? []).flatMap(part => part.pages.map(page => `${part.root}/${page}`)),
  ];
  load(path.join(folder, 'app'));
  const launched = { path: routes[0], query: {}, scene: 1001 };
  app.onLaunch?.(launched);
  app.onShow?.(launched);

  const root = () => current().data.root;
  function send(node: MiniNode, type: string, detail: object): void {
    const target = { id: node.uid ?? node.sid, dataset: { sid: node.sid }, offsetLeft: 0, offsetTop: 0 };
    current().eh({ type, target, currentTarget: target, detail, timeStamp: Date.now() });
  }
  const find = (id: string): MiniNode | undefined => {
    for (const [node] of walk(root())) if (node.uid === id || node.sid === id) return node;
    return undefined;
  };

  return {
    open,
    current,
    find,
    calls,
    pages: stack,
    routes,
    stop: timers.stop,
    close: closeAll,
    text: () => textOf(root()),
    fire(id, type, detail = {}) {
      const node = find(id);
      if (!node) throw new Error(`no element ${id} on ${current().route}`);
      send(node, type, detail);
    },
    async tap(text) {
      for (const [node, around] of walk(root())) {
        if (node.v !== text) continue;
        for (const each of around) send(each, 'tap', {});
        // React has taken in what the tap changed when the microtasks are through.
        return new Promise(next => setTimeout(next));
      }
      throw new Error(`nothing shows ${text}; the page says: ${textOf(root())}`);
    },
    async waitFor(look) {
      for (const end = Date.now() + patienceMs; Date.now() < end; await new Promise(next => setTimeout(next, 5))) {
        const found = look();
        if (found) return found;
      }
      throw new Error(`waited in vain; the page says: ${textOf(root())}`);
    },
  };
}
