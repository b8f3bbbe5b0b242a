{%- from 'jm/map.jinja' import jm with context %}
{%- if grains['nodename'] == 'dom0' %}
include:
  - jm.dom0.policy

{%- for gateway in jm.gateways %}
{%- if gateway == 'sys-whonix' %}
jm.dom0.gateways {{ gateway }}:
  cmd.run:
    - name: |
        echo 'There is no sys-whonix. Set Whonix up first, or name another gateway in pillar jm:net:gateway.' >&2
        exit 1
    - unless: qvm-check --quiet {{ gateway }}
    - require:
      - sls: jm.dom0.policy
{%- else %}
jm.dom0.gateways {{ gateway }}:
  qvm.vm:
    - name: {{ gateway }}
    - actions: [present, prefs]
    - present:
      - template: {{ jm.gateway.base }}
      - label: {{ jm.gateway.label }}
    - prefs:
      - template: {{ jm.gateway.base }}
      - netvm: {{ jm.gateway.netvm }}
      - provides-network: True
      - default_dispvm: ''
      - include-in-backups: False
    - require:
      - sls: jm.dom0.policy
{%- endif %}
{%- endfor %}
{%- endif %}
