{%- from 'jm/map.jinja' import jm with context %}
{%- if grains['id'] in jm.gateways %}
jm.gateway.absent profile:
  file.absent:
    - name: {{ jm.root }}/usr/local/etc/onion-grater-merger.d/40_jm.yml

jm.gateway.absent restart:
  cmd.run:
    - name: systemctl restart onion-grater.service
    - onchanges:
      - file: jm.gateway.absent profile
{%- endif %}
