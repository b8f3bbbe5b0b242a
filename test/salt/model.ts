/** A VM in the model. */
export interface ModelVm {
  readonly class: string;
  prefs: Record<string, string | number | boolean>;
  tags: string[];
  features: Record<string, string>;
  private: number;
  running?: boolean;
}

/** What the fake `qvm` modules keep. */
export interface Model {
  readonly vms: Record<string, ModelVm>;
  readonly systemctl?: readonly string[];
}

const template = (features: Record<string, string>, tags: string[] = []): ModelVm => ({
  class: 'TemplateVM',
  prefs: { netvm: '' },
  tags: ['created-by-dom0', ...tags],
  features,
  private: 2 ** 31,
});

/** A freshly installed Qubes: two base templates, and the gateway. */
export const INSTALLED: Model = {
  vms: {
    'debian-13-minimal': template({}),
    'whonix-workstation-18': template({ 'whonix-ws': '1' }, ['whonix-updatevm']),
    'whonix-gateway-18': template({ 'whonix-gw': '1' }, ['whonix-updatevm']),
    'sys-firewall': {
      ...template({}),
      class: 'AppVM',
      prefs: { netvm: 'sys-net', provides_network: true },
    },
    'sys-whonix': {
      ...template({}, ['anon-gateway']),
      class: 'AppVM',
      prefs: { template: 'whonix-gateway-18', netvm: 'sys-firewall', provides_network: true },
    },
  },
};
