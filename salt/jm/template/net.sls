# In the net VM's template: code, units and configuration, so that nobody who breaks into the net VM can change them to stay.
{%- from 'jm/map.jinja' import jm with context %}
{%- from 'jm/template/package.jinja' import installed, release %}
{%- if grains['id'] in jm.net_templates %}
include:
  - jm.template.bitcoind

{{ release('jm-net', 'This template is not Whonix ' ~ jm.release.whonix ~ ' (workstation). Name one that is in pillar jm:net:base.',
           "grep -q '^" ~ jm.release.whonix ~ "\\(\\.\\|$\\)' " ~ jm.root ~ '/etc/whonix_version') }}
{{ installed(jm, 'jm-net') }}

{%- set files = {
      'joinmarket.cfg': '/etc/jm-net/joinmarket.cfg',
      'whonix_firewall.conf': '/etc/whonix_firewall.d/45_jm.conf',
    } %}
{%- for source, name in files | dictsort %}
jm.template.net {{ source }}:
  file.managed:
    - name: {{ jm.root }}{{ name }}
    - source: salt://jm/files/net/{{ source }}.jinja
    - template: jinja
    - context:
        tor: {{ jm.tor | json }}
    - makedirs: True
    - user: {{ jm.owner }}
    - group: {{ jm.group }}
    - mode: '0644'
    - require:
      - pkg: jm.template jm-net
{%- endfor %}
{%- else %}
jm.template.net is not for {{ grains['id'] }}:
  test.fail_without_changes:
    - comment: 'This state is for {{ jm.net_templates | join(', ') }}.'
{%- endif %}
