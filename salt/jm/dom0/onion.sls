# The gateway's profile names the net VM's address, which only dom0 knows. The gateway gets the file from here.
{%- from 'jm/map.jinja' import jm with context %}
{%- if grains['nodename'] == 'dom0' %}
include:
  - jm.dom0.vms

{%- for pair in jm.pairs %}
jm.dom0.onion {{ pair.gateway }}:
  file.managed:
    - name: {{ jm.formula_dir }}/files/generated/{{ pair.gateway }}.yml
    - source: salt://jm/files/gateway/onion-grater.yml.jinja
    - template: jinja
    - context:
        net: {{ pair.net }}
        tor: {{ jm.tor | json }}
    - makedirs: True
    - user: {{ jm.owner }}
    - group: {{ jm.group }}
    - mode: '0644'
    - require:
      - qvm: jm.dom0.vms {{ pair.net }}
{%- endfor %}
{%- endif %}
