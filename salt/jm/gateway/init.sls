# On the gateway: the onion-grater profile that dom0 wrote for this gateway's net VM, and nothing else.
{%- from 'jm/map.jinja' import jm with context %}
{%- if grains['id'] in jm.gateways %}
jm.gateway profile:
  file.managed:
    - name: {{ jm.root }}/usr/local/etc/onion-grater-merger.d/40_jm.yml
    - source: salt://jm/files/generated/{{ grains['id'] }}.yml
    - makedirs: True
    - user: {{ jm.owner }}
    - group: {{ jm.group }}
    - mode: '0644'

# The merger runs when the service starts.
jm.gateway restart:
  cmd.run:
    - name: systemctl restart onion-grater.service
    - onchanges:
      - file: jm.gateway profile
{%- else %}
jm.gateway is not for {{ grains['id'] }}:
  test.fail_without_changes:
    - comment: 'This state is for {{ jm.gateways | join(', ') }}.'
{%- endif %}
