{%- from 'jm/map.jinja' import jm with context %}
{%- if grains['nodename'] == 'dom0' %}
include:
  - jm.dom0.policy

{%- for base in [jm.wallet.base, jm.net.base] | unique %}
jm.dom0.templates {{ base }} is there:
  cmd.run:
    - name: |
        echo 'The template {{ base }} is not installed: sudo qvm-template install {{ base }}' >&2
        exit 1
    - unless: qvm-check --quiet {{ base }}
    - require:
      - sls: jm.dom0.policy
{%- endfor %}

{%- for template in jm.wallet_templates %}
# A template of the wallet's own, never of the Whonix kind: that would tie the wallet to the gateway again at every start.
jm.dom0.templates {{ template }}:
  qvm.vm:
    - name: {{ template }}
    - actions: [clone, prefs, tags]
    - clone:
      - source: {{ jm.wallet.base }}
      - label: black
    - prefs:
      - netvm: ''
      - default_dispvm: ''
      - include-in-backups: False
      - devices_denied: '*******'
    - tags:
      - add: [jm-template]
    - require:
      - cmd: jm.dom0.templates {{ jm.wallet.base }} is there
{%- endfor %}

{%- for template in jm.net_templates %}
jm.dom0.templates {{ template }}:
  qvm.vm:
    - name: {{ template }}
    - actions: [clone, prefs, tags]
    - clone:
      - source: {{ jm.net.base }}
      - label: black
    - prefs:
      - netvm: ''
      - default_dispvm: ''
      - include-in-backups: False
      - devices_denied: '*******'
    - tags:
      - add: [jm-template, whonix-updatevm]
    - require:
      - cmd: jm.dom0.templates {{ jm.net.base }} is there
{%- endfor %}
{%- endif %}
