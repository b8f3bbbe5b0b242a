{%- from 'jm/map.jinja' import jm with context %}
{%- if grains['nodename'] == 'dom0' %}
include:
  - jm.dom0.policy
  - jm.dom0.templates
  - jm.dom0.gateways

{%- for pair in jm.pairs %}
# It is made with the default netvm, and loses it in the next action; nothing starts it in between.
jm.dom0.vms {{ pair.wallet }}:
  qvm.vm:
    - name: {{ pair.wallet }}
    - actions: [present, prefs, features, tags]
    - present:
      - template: {{ pair.wallet_template }}
      - label: {{ jm.wallet.label }}
    - prefs:
      - netvm: ''
      - default_dispvm: ''
      - template: {{ pair.wallet_template }}
      - label: {{ jm.wallet.label }}
      - devices_denied: '*******'
      - provides-network: False
      - template-for-dispvms: False
      - autostart: False
      - include-in-backups: True
      - audiovm: ''
      - memory: {{ jm.wallet.memory }}
      - maxmem: {{ jm.wallet.maxmem }}
      - vcpus: {{ jm.wallet.vcpus }}
    - features:
      - disable:
        - service.clocksync
        - service.cups
        - service.network-manager
        - service.qubes-firewall
        - service.qubes-updates-proxy
        - service.tracker
        - service.updates-proxy-setup
    - tags:
      - add: [jm-wallet]
    - require:
      - sls: jm.dom0.templates

jm.dom0.vms {{ pair.net }}:
  qvm.vm:
    - name: {{ pair.net }}
    - actions: [present, prefs, features, tags]
    - present:
      - template: {{ pair.net_template }}
      - label: {{ jm.net.label }}
    - prefs:
      - netvm: {{ pair.gateway }}
      - default_dispvm: ''
      - template: {{ pair.net_template }}
      - label: {{ jm.net.label }}
      - devices_denied: '*******'
      - provides-network: False
      - template-for-dispvms: False
      - autostart: False
      - include-in-backups: False
      - audiovm: ''
      - memory: {{ jm.net.memory }}
      - maxmem: {{ jm.net.maxmem }}
      - vcpus: {{ jm.net.vcpus }}
    - features:
      - enable:
        - service.jm-bitcoind
        - service.jm-daemon
{%- if jm.net.custom_persist %}
        - service.custom-persist
      - set:
        - custom-persist.bitcoind: dir:bitcoin:bitcoin:0750:/var/lib/bitcoind
        - custom-persist.joinmarketd: dir:joinmarketd:jm-bridge:0700:/var/lib/joinmarketd
{%- endif %}
      - disable:
        - service.cups
        - service.tracker
    - tags:
      - add: [jm-net]
    - require:
      - sls: jm.dom0.gateways
      - sls: jm.dom0.templates

{%- for name, size in [(pair.wallet, jm.wallet.private), (pair.net, jm.net.private[pair.node])] %}
jm.dom0.vms {{ name }} private volume:
  cmd.run:
    - name: qvm-volume resize {{ name }}:private {{ size }}
    - unless: test "$(qvm-volume info {{ name }}:private size)" -ge {{ size }}
    - require:
      - qvm: jm.dom0.vms {{ name }}
{%- endfor %}
{%- endfor %}
{%- endif %}
