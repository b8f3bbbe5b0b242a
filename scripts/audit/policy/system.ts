import type { VmReference } from './token.ts';

/** What policy depends on of one qube, as `internal.GetSystemInfo` tells it. */
export interface VmInfo {
  /** AppVM, TemplateVM, DispVM, RemoteVM... */
  readonly type: string;
  readonly tags: readonly string[];
  readonly templateForDispvms: boolean;
  readonly defaultDispvm: string | null;
  readonly guivm: string | null;
  readonly powerState: string;
  readonly uuid: string;
  readonly internal: boolean;
  readonly relayvm: string | null;
  readonly transportRpc: string | null;
}

/** All qubes of a machine, with dom0. */
export class System {
  readonly #vms: ReadonlyMap<string, VmInfo>;
  readonly #byUuid: ReadonlyMap<string, string>;

  constructor(vms: ReadonlyMap<string, VmInfo>) {
    this.#vms = vms;
    this.#byUuid = new Map([...vms].map(([name, vm]) => [vm.uuid, name]));
  }

  get names(): readonly string[] {
    return [...this.#vms.keys()];
  }

  info(name: string): VmInfo | null {
    return this.#vms.get(name) ?? null;
  }

  /** The name of a qube that exists; null for any other. */
  find(vm: VmReference): string | null {
    if (vm.by === 'uuid') return this.#byUuid.get(vm.uuid) ?? null;
    return this.#vms.has(vm.name) ? vm.name : null;
  }

  isDisposableTemplate(name: string): boolean {
    return this.info(name)?.templateForDispvms === true;
  }

  hasTag(name: string, tag: string): boolean {
    return this.info(name)?.tags.includes(tag) === true;
  }
}
