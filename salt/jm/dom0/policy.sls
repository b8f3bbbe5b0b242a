{%- from 'jm/map.jinja' import jm with context %}
{%- if grains['nodename'] == 'dom0' %}
include:
  - jm.dom0.packages

# The deny first: in between, nothing is allowed.
{%- for file in ['32-jm.policy', '31-jm.policy'] %}
jm.dom0.policy {{ file }}:
  file.managed:
    - name: {{ jm.root }}/etc/qubes/policy.d/{{ file }}
    - source: salt://jm/files/policy/{{ file }}.jinja
    - template: jinja
    - context:
        pairs: {{ jm.pairs | json }}
    - user: {{ jm.owner }}
    - group: {{ jm.policy_group }}
    - mode: '0664'
    - require:
      - sls: jm.dom0.packages
{%- endfor %}
{%- endif %}
