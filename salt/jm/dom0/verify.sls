# Reads back what the money depends on, with Qubes' own commands.
{%- from 'jm/map.jinja' import jm with context %}
{%- if grains['nodename'] == 'dom0' %}
include:
  - jm.dom0.vms

{%- for pair in jm.pairs %}
{%- for wrong, command in [
      ('has a netvm: qvm-prefs ' ~ pair.wallet ~ " netvm ''", 'test -z "$(qvm-prefs ' ~ pair.wallet ~ ' netvm | sed s/^None$//)"'),
      ('has a default_dispvm: qvm-prefs ' ~ pair.wallet ~ " default_dispvm ''", 'test -z "$(qvm-prefs ' ~ pair.wallet ~ ' default_dispvm | sed s/^None$//)"'),
      ('is tied to Whonix: its template must be a Debian one', '! qvm-tags ' ~ pair.wallet ~ ' list | grep -qx -e anon-vm -e sdwdate-gui-client'),
      ('lacks the tag: qvm-tags ' ~ pair.wallet ~ ' add jm-wallet', 'qvm-tags ' ~ pair.wallet ~ ' list | grep -qx jm-wallet'),
    ] %}
jm.dom0.verify {{ pair.wallet }} {{ loop.index }}:
  cmd.run:
    - name: |
        echo "{{ pair.wallet }} {{ wrong }}" >&2
        exit 1
    - unless: {{ command | json }}
    - require:
      - sls: jm.dom0.vms
{%- endfor %}
jm.dom0.verify {{ pair.net }}:
  cmd.run:
    - name: |
        echo "{{ pair.net }} is not behind {{ pair.gateway }}, or its template is not a Whonix workstation" >&2
        exit 1
    - unless: test "$(qvm-prefs {{ pair.net }} netvm)" = {{ pair.gateway }} && qvm-tags {{ pair.net }} list | grep -qx anon-vm
    - require:
      - sls: jm.dom0.vms
{%- endfor %}
{%- endif %}
